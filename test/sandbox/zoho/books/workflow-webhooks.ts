// Workflow rules with a webhook, as an administrator makes them in Books' settings: there is no API for them.
import { createHmac } from 'node:crypto';
import type { Collection } from '../../document-store.ts';
import type { Faults } from '../../faults.ts';
import type { ObservedStore, Written } from '../observed-store.ts';
import type { WebhookSender } from '../webhook-sender.ts';
import type { Json } from './blank.ts';
import type { BooksOrg } from './books-org.ts';
import { contactView } from './contact-view.ts';
import { invoiceView } from './invoice-view.ts';
import { orderView } from './sales-order-view.ts';

export interface WorkflowWebhook {
  readonly module: 'invoice' | 'contact' | 'salesorder';
  readonly url: string;
  /** 12 to 50 letters and digits. */
  readonly secretToken: string;
  /** The older form `JSONString=<json>`, or the JSON itself. */
  readonly body: 'json' | 'form';
  readonly on: 'created' | 'edited' | 'both';
}

const modules: Readonly<
  Record<
    string,
    { module: WorkflowWebhook['module']; view(org: BooksOrg, id: string): Json | undefined }
  >
> = {
  'books-invoice': {
    module: 'invoice',
    view: (org, id) => {
      const invoice = org.invoices.get(id);
      return invoice && invoiceView(org, invoice);
    },
  },
  'books-contact': {
    module: 'contact',
    view: (org, id) => {
      const contact = org.contacts.get(id);
      return contact && contactView(org, contact);
    },
  },
  'books-salesorder': {
    module: 'salesorder',
    view: (org, id) => {
      const order = org.salesOrders.get(id);
      return order && orderView(org, order, 'books');
    },
  },
};

export class WorkflowWebhooks {
  readonly #rules: Collection<WorkflowWebhook>;
  readonly #org: BooksOrg;
  readonly #sender: WebhookSender;
  readonly #faults: Faults;

  constructor(store: ObservedStore, org: BooksOrg, sender: WebhookSender, faults: Faults) {
    this.#rules = store.collection('books-workflow-webhook');
    this.#org = org;
    this.#sender = sender;
    this.#faults = faults;
    store.listen((written) => this.#written(written));
  }

  add(rule: WorkflowWebhook): void {
    if (!/^[A-Za-z0-9]{12,50}$/.test(rule.secretToken)) throw new Error('no secret token');
    this.#rules.put(`${rule.module}|${rule.url}`, rule);
  }

  #written({ collection, id, isNew }: Written): void {
    const found = modules[collection];
    if (found === undefined || this.#rules.size === 0) return;
    const due = this.#rules
      .list()
      .filter(({ module, on }) => module === found.module && on !== (isNew ? 'edited' : 'created'));
    if (due.length === 0) return;
    this.#sender.afterwards(`${collection}|${id}`, () => {
      const record = found.view(this.#org, id);
      if (record === undefined) return;
      const json = JSON.stringify({ [found.module]: record });
      for (const rule of due) this.#sender.send(this.#faults, signed(rule, json));
    });
  }
}

/** Query and form pairs by name, name and value joined without anything between, then the JSON body; hex. */
function signed({ url, secretToken, body }: WorkflowWebhook, json: string) {
  const form = body === 'form' ? [['JSONString', json] as const] : [];
  const pairs = [...new URL(url).searchParams, ...form].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const text = pairs.map((pair) => pair.join('')).join('') + (body === 'form' ? '' : json);
  const signature = createHmac('sha256', secretToken).update(text).digest('hex');
  const type =
    body === 'form' ? 'application/x-www-form-urlencoded;charset=UTF-8' : 'application/json';
  return {
    url,
    headers: { 'content-type': type, 'x-zoho-webhook-signature': signature },
    body: body === 'form' ? new URLSearchParams({ JSONString: json }).toString() : json,
  };
}
