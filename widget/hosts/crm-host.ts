// Zoho CRM: the embeddedApp SDK with CRM connections.
import type { RecordKind } from '../../functions/core/contract/panel.ts';
import { idOf, member } from './envelope.ts';
import type { Host, HostRecord } from './host.ts';
import { firstLocale } from './locale.ts';
import { proxiedRequest } from './proxied-request.ts';
import { recordListeners } from './record-listeners.ts';
import { NICETY_TIMEOUT_MS, READY_TIMEOUT_MS, settle } from './settle.ts';

/** The part of the global `ZOHO` that we call. */
export interface ZohoCrmSdk {
  readonly embeddedApp: {
    on(event: string, handler: (data: unknown) => void): unknown;
    init(): unknown;
  };
  readonly CRM: {
    readonly CONFIG: { getCurrentUser(): Promise<unknown> };
    readonly CONNECTION: { invoke(linkName: string, options: unknown): Promise<unknown> };
    readonly UI: {
      Resize(size: { height: string; width: string }): unknown;
    };
  };
}

export interface CrmHostOptions {
  /** The global `ZOHO`; throws when its script did not load. */
  readonly sdk: () => ZohoCrmSdk;
  readonly apiBase: string;
  readonly browserLocale: string;
}

const CONNECTION = 'tallybridge_api';
const LAYERS = ['details', 'statusMessage', 'response'];
/** `param_type`: 1 sends `parameters` as the query, 2 as the body (numbering read from samples, not documented). */
const AS_QUERY = 1;
const AS_BODY = 2;

const kinds: Readonly<Record<string, RecordKind>> = {
  Contacts: 'contact',
  Accounts: 'account',
  Deals: 'deal',
};

/** Creates the host of CRM's contact, account and deal pages. */
export function createCrmHost(options: CrmHostOptions): Host {
  const { sdk } = options;
  const listeners = recordListeners();

  const ready: Host['ready'] = async (onRecord) => {
    const page = await settle(() => firstPage(sdk(), listeners.tell), READY_TIMEOUT_MS);
    if (!page.ok) return page;
    onRecord?.(recordOf(page.value));
    const user = await settle(() => sdk().CRM.CONFIG.getCurrentUser(), NICETY_TIMEOUT_MS);
    const locale = user.ok ? userLocale(user.value) : undefined;
    return {
      ok: true,
      value: {
        locale: firstLocale(locale, options.browserLocale),
        theme: 'auto',
      },
    };
  };

  return {
    kind: 'crm',
    ready,
    onRecordChange: listeners.add,
    request: (method, path, body) =>
      proxiedRequest(
        () =>
          sdk().CRM.CONNECTION.invoke(CONNECTION, {
            url: options.apiBase + path,
            method,
            param_type: body === undefined ? AS_QUERY : AS_BODY,
            parameters: body ?? {},
            headers: { 'Content-Type': 'application/json' },
          }),
        LAYERS,
      ),
    // CRM's related lists have no notification call in every SDK version; the panel says it itself.
    notify() {},
    resize(heightPx) {
      const size = { height: String(heightPx), width: '100%' };
      void settle(() => sdk().CRM.UI.Resize(size), NICETY_TIMEOUT_MS);
    },
    onSettingsSave() {},
  };
}

/** The data of the first PageLoad; the listener must be there before `init`. Later ones are record changes. */
function firstPage(
  sdk: ZohoCrmSdk,
  changed: (record: HostRecord | undefined) => void,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let isFirst = true;
    sdk.embeddedApp.on('PageLoad', (data) => {
      if (!isFirst) changed(recordOf(data));
      isFirst = false;
      resolve(data);
    });
    Promise.resolve(sdk.embeddedApp.init()).catch(reject);
  });
}

/** A record of one of our kinds. Buttons give an array of ids: only a single one is "the open record". */
function recordOf(page: unknown): HostRecord | undefined {
  const entity = member(page, 'Entity');
  const ids = member(page, 'EntityId');
  const id = idOf(Array.isArray(ids) ? (ids.length === 1 ? ids[0] : undefined) : ids);
  const kind = typeof entity === 'string' ? kinds[entity] : undefined;
  return kind === undefined || id === undefined ? undefined : { kind, id };
}

/** `{users: [{locale}]}` or the flat user, both were seen. */
function userLocale(answer: unknown): unknown {
  const users = member(answer, 'users');
  return member(Array.isArray(users) ? users[0] : answer, 'locale');
}
