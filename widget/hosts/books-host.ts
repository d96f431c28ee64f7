// Zoho Books and Zoho Inventory: the ZFAPPS SDK, v1 and v2.
import { idOf, member } from './envelope.ts';
import type { Host, HostRecord, SaveVerdict } from './host.ts';
import { firstLocale } from './locale.ts';
import { proxiedRequest } from './proxied-request.ts';
import { recordListeners } from './record-listeners.ts';
import { NICETY_TIMEOUT_MS, READ_TIMEOUT_MS, READY_TIMEOUT_MS, settle } from './settle.ts';
import { themeOfVariables } from './theme.ts';

/** The part of ZFAPPS that we call; the vendor publishes no types. */
export interface ZohoFinanceSdk {
  readonly extension: { init(): Promise<unknown> };
  get(key: string): Promise<unknown>;
  request(options: unknown): Promise<unknown>;
  invoke(name: string, data?: unknown): unknown;
}

interface AppInstance {
  on(event: string, handler: () => unknown): unknown;
}

export interface BooksHostOptions {
  readonly kind: 'books' | 'inventory';
  /** The global `ZFAPPS`; throws when its script did not load. */
  readonly sdk: () => ZohoFinanceSdk;
  readonly apiBase: string;
  readonly browserLocale: string;
  /** The settings page: a modal, the only kind of frame that may be sized here, and one without a record. */
  readonly inModal: boolean;
  /** Inline style of the root element, where the SDK puts the host's `--zf-*` theme variables. */
  readonly rootStyle: CSSStyleDeclaration;
}

const CONNECTION = 'tallybridge_api';
/** v1 answers {data: {body: "…"}}, API configurations and v2 were also seen with a bare {body: "…"}. */
const LAYERS = ['data', 'body'];
// Only ON_INVOICE_CHANGE is documented; the customer page follows the same pattern or stays silent.
const CHANGE_EVENTS = ['ON_INVOICE_CHANGE', 'ON_CUSTOMER_CHANGE', 'ON_CONTACT_CHANGE'];
/** How long a customer waits for an invoice to show up before it counts as the open record. */
const INVOICE_GRACE_MS = 300;

/** Creates the host of Books' and Inventory's invoice and customer pages and their settings. */
export function createBooksHost(options: BooksHostOptions): Host {
  const { sdk, kind } = options;
  const listeners = recordListeners();
  let app: unknown;
  let saveHandler: (() => Promise<SaveVerdict | undefined>) | undefined;

  const ready: Host['ready'] = async (onRecord) => {
    const init = await settle(() => sdk().extension.init(), READY_TIMEOUT_MS);
    if (!init.ok) return init;
    app = init.value;
    const instance = member(app, 'instance') as AppInstance | undefined;
    for (const event of CHANGE_EVENTS) {
      instance?.on(event, async () => listeners.tell(await openRecord(sdk())));
    }
    instance?.on('ON_SETTINGS_WIDGET_PRE_SAVE', () => saveHandler?.());
    const record = options.inModal ? undefined : await openRecord(sdk());
    onRecord?.(record);
    const locale = await localeOf(sdk());
    return {
      ok: true,
      value: {
        locale: firstLocale(locale, member(app, 'locale'), options.browserLocale),
        theme: themeOfVariables(options.rootStyle),
      },
    };
  };

  return {
    kind,
    ready,
    onRecordChange: listeners.add,
    request: (method, path, body) =>
      proxiedRequest(
        () =>
          sdk().request({
            url: options.apiBase + path,
            method,
            header: [{ key: 'Content-Type', value: 'application/json' }],
            connection_link_name: CONNECTION,
            // Left out for GET: argument shapes that the SDK does not expect never settle.
            ...(body === undefined ? {} : { body: { mode: 'raw', raw: JSON.stringify(body) } }),
          }),
        LAYERS,
      ),
    notify(tone, message) {
      void settle(
        () => sdk().invoke('SHOW_NOTIFICATION', { type: tone, message }),
        NICETY_TIMEOUT_MS,
      );
    },
    resize(heightPx) {
      if (!options.inModal) return;
      const size = { width: '600px', height: `${heightPx}px` };
      void settle(() => sdk().invoke('RESIZE', size), NICETY_TIMEOUT_MS);
    },
    onSettingsSave(handler) {
      saveHandler = handler;
    },
  };
}

/**
 * The open invoice, else the open customer. Asked side by side, since on the wrong page the call may never
 * settle; an invoice page may know its customer too, so a customer waits a moment for an invoice.
 */
async function openRecord(sdk: ZohoFinanceSdk): Promise<HostRecord | undefined> {
  const invoice = read(sdk, 'invoice', 'invoice_id');
  const contact = read(sdk, 'contact', 'contact_id');
  const patience = contact.then((id) => (id === undefined ? invoice : pause(INVOICE_GRACE_MS)));
  const invoiceId = await Promise.race([invoice, patience]);
  if (invoiceId !== undefined) return { kind: 'invoice', id: invoiceId };
  const contactId = await contact;
  return contactId === undefined ? undefined : { kind: 'contact', id: contactId };
}

function pause(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
}

/** The id of what `get(key)` gives: `{invoice: {invoice_id}}`. Undefined when the page has none. */
async function read(sdk: ZohoFinanceSdk, key: string, id: string): Promise<string | undefined> {
  const got = await settle(() => sdk.get(key), READ_TIMEOUT_MS);
  return got.ok ? idOf(member(member(got.value, key), id)) : undefined;
}

async function localeOf(sdk: ZohoFinanceSdk): Promise<unknown> {
  const got = await settle(() => sdk.get('organization'), NICETY_TIMEOUT_MS);
  return got.ok ? member(member(got.value, 'organization'), 'language_code') : undefined;
}
