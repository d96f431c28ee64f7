// Delivers what happens to records over the channels that `actions/watch` has opened.
import type { Faults } from '../../faults.ts';
import type { ObservedStore } from '../observed-store.ts';
import type { WebhookSender } from '../webhook-sender.ts';
import type { CrmOrg } from './crm-org.ts';

/** Nothing is sent over a channel whose time is over. */
export function sendCrmNotifications(
  store: ObservedStore,
  org: CrmOrg,
  sender: WebhookSender,
  faults: Faults,
): void {
  store.listen(({ collection, id, isNew }) => {
    if (collection !== 'crm-record' || org.watches.size === 0) return;
    sender.afterwards(`${collection}|${id}`, () => {
      const record = org.records.get(id);
      if (record === undefined) return;
      const events = [`${record.module}.${isNew ? 'create' : 'edit'}`, `${record.module}.all`];
      const open = org.watches
        .list()
        .filter(
          (watch) =>
            watch.expiresAt > org.now() && watch.events.some((one) => events.includes(one)),
        );
      for (const { channelId, token, notifyUrl } of open) {
        const body = JSON.stringify({
          server_time: org.now(),
          affected_values: [],
          query_params: {},
          module: record.module,
          resource_uri: `/crm/v8/${record.module}`,
          ids: [id],
          operation: isNew ? 'insert' : 'update',
          channel_id: channelId,
          token,
        });
        sender.send(faults, {
          url: notifyUrl,
          headers: { 'content-type': 'application/json' },
          body,
        });
      }
    });
  });
}
