// Desk's webhooks: subscribed by API after a probe, sent as an array with a token that names portal and webhook.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { Collection } from '../../document-store.ts';
import type { Faults } from '../../faults.ts';
import type { StandInApp } from '../../stand-in.ts';
import { newId } from '../company.ts';
import type { ObservedStore } from '../observed-store.ts';
import type { WebhookSender } from '../webhook-sender.ts';
import { deskRefusals } from './desk-errors.ts';
import { requiredText } from './desk-input.ts';
import type { DeskOrg, DeskTicket } from './desk-org.ts';
import type { DeskCall, DeskRoute } from './desk-router.ts';
import { ticketView } from './desk-ticket-views.ts';

interface DeskWebhook {
  readonly id: string;
  readonly url: string;
  readonly subscriptions: Readonly<Record<string, { departmentIds?: readonly string[] } | null>>;
}

const EVENTS = ['Ticket_Add', 'Ticket_Update'];
/** Of the edition Professional. */
const WEBHOOKS_MAX = 5;
const PROBE_MS = 5_000;
const KEY_ID = 'desk-webhooks-1';
/** Told by the receiver: nobody listens there any more. */
const GONE = 410;

export interface DeskWebhooksParts {
  readonly store: ObservedStore;
  readonly org: DeskOrg;
  readonly sender: WebhookSender;
  readonly faults: Faults;
}

export class DeskWebhooks {
  readonly routes: readonly DeskRoute[];
  readonly #parts: DeskWebhooksParts;
  readonly #webhooks: Collection<DeskWebhook>;
  readonly #keys: Collection<{ readonly pem: string }>;

  constructor(parts: DeskWebhooksParts) {
    this.#parts = parts;
    this.#webhooks = parts.store.collection('desk-webhook');
    this.#keys = parts.store.collection('desk-signing-key');
    const scopes = ['events', 'webhooks'];
    const route = (
      method: DeskRoute['method'],
      path: string,
      operation: string,
      handle: DeskRoute['handle'],
    ) => ({
      method,
      path,
      scopes: scopes.map((scope) => `${scope}.${operation}`),
      weight: 1,
      handle,
    });
    this.routes = [
      route('GET', '/webhooks', 'READ', () => ({ data: this.#webhooks.list().map(view) })),
      route('POST', '/webhooks', 'CREATE', (call) => this.#create(call)),
      route('DELETE', '/webhooks/:id', 'DELETE', ({ param }) => {
        if (!this.#webhooks.delete(param('id'))) throw deskRefusals.url();
        return undefined;
      }),
    ];
    parts.store.listen(({ collection, id, isNew }) => {
      if (collection !== 'desk-ticket' || this.#webhooks.size === 0) return;
      parts.sender.afterwards(`${collection}|${id}`, () => this.#announce(id, isNew));
    });
  }

  /** The published keys stand outside the API and need no token. */
  publishKeys(app: StandInApp): void {
    app.get('/.well-known/jwks.json', (c) => {
      const key = createPublicKey(this.#privateKey()).export({ format: 'jwk' });
      return c.json({ keys: [{ ...key, kid: KEY_ID, alg: 'RS256', use: 'sig' }] });
    });
  }

  async #create(call: DeskCall): Promise<unknown> {
    const body = await call.json();
    const url = requiredText(body, 'url', 500);
    const subscriptions = body.subscriptions as DeskWebhook['subscriptions'] | undefined;
    const names = Object.keys(subscriptions ?? {});
    if (!URL.canParse(url)) throw deskRefusals.field('url', 'invalid');
    if (subscriptions === undefined || names.length === 0) {
      throw deskRefusals.field('subscriptions', 'missing');
    }
    if (!names.every((name) => EVENTS.includes(name)) || this.#webhooks.size >= WEBHOOKS_MAX) {
      throw deskRefusals.field('subscriptions', 'invalid');
    }
    const probe = await fetch(url, { signal: AbortSignal.timeout(PROBE_MS) }).catch(
      () => undefined,
    );
    if (probe?.status !== 200) throw deskRefusals.field('url', 'invalid');
    const id = newId(this.#parts.org.company, 'desk');
    return view(this.#webhooks.put(id, { id, url, subscriptions }));
  }

  #announce(id: string, isNew: boolean): void {
    const { org, sender, faults } = this.#parts;
    const ticket = org.tickets.get(id);
    if (ticket === undefined) return;
    const eventType = isNew ? 'Ticket_Add' : 'Ticket_Update';
    for (const webhook of this.#webhooks.list()) {
      if (!isSubscribed(webhook, eventType, ticket)) continue;
      const { deskOrgId } = org.company.organization;
      const event = {
        eventType,
        payload: ticketView(org, ticket),
        eventTime: String(org.now()),
        orgId: deskOrgId,
      };
      const headers = {
        'content-type': 'application/json',
        'x-zdesk-jwt': this.#token(`orgId:${deskOrgId}`, `webhookId:${webhook.id}`),
      };
      const outgoing = { url: webhook.url, headers, body: JSON.stringify([event]) };
      sender.send(faults, outgoing, (status) => {
        if (status === GONE) this.#webhooks.delete(webhook.id);
      });
    }
  }

  /** It does not cover the body. */
  #token(iss: string, aud: string): string {
    const text = [
      { alg: 'RS256', typ: 'JWT', kid: KEY_ID },
      { iss, aud },
    ]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    return `${text}.${sign('RSA-SHA256', Buffer.from(text), this.#privateKey()).toString('base64url')}`;
  }

  /** Made when first needed and kept, so that a restart changes nothing. */
  #privateKey() {
    const known = this.#keys.get(KEY_ID);
    if (known !== undefined) return createPrivateKey(known.pem);
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    this.#keys.put(KEY_ID, { pem });
    return privateKey;
  }
}

function isSubscribed({ subscriptions }: DeskWebhook, event: string, ticket: DeskTicket): boolean {
  if (!Object.hasOwn(subscriptions, event)) return false;
  return subscriptions[event]?.departmentIds?.includes(ticket.departmentId) ?? true;
}

function view({ id, url, subscriptions }: DeskWebhook) {
  return { id, url, subscriptions, isEnabled: true };
}
