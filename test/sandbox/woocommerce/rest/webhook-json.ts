// A webhook as WooCommerce REST v3 writes it; the secret is never answered.
import type { Webhook } from '../webhooks.ts';
import { restDate } from './rest-values.ts';

export function webhookJson(webhook: Webhook, apiUrl: string): object {
  const [resource, event] = webhook.topic.split('.');
  return {
    id: webhook.id,
    name: webhook.name,
    status: webhook.status,
    topic: webhook.topic,
    resource,
    event,
    hooks: [`woocommerce_${event === 'created' ? 'new' : 'update'}_order`],
    delivery_url: webhook.deliveryUrl,
    date_created: restDate(webhook.createdAt),
    date_created_gmt: restDate(webhook.createdAt),
    date_modified: restDate(webhook.changedAt),
    date_modified_gmt: restDate(webhook.changedAt),
    _links: {
      self: [{ href: `${apiUrl}/webhooks/${webhook.id}` }],
      collection: [{ href: `${apiUrl}/webhooks` }],
    },
  };
}
