// Zoho Desk: the ZOHODESK client SDK.
import { idOf, member } from './envelope.ts';
import type { Host, HostRecord } from './host.ts';
import { firstLocale } from './locale.ts';
import { proxiedRequest } from './proxied-request.ts';
import { recordListeners } from './record-listeners.ts';
import { NICETY_TIMEOUT_MS, READ_TIMEOUT_MS, READY_TIMEOUT_MS, settle } from './settle.ts';

/** The part of `ZOHODESK` that we call. */
export interface ZohoDeskSdk {
  readonly extension: { onload(): Promise<unknown> };
  get(property: string): Promise<unknown>;
  request(options: unknown): Promise<unknown>;
  invoke(name: string, data?: unknown): unknown;
  notify(options: unknown): unknown;
}

interface AppInstance {
  on(event: string, handler: () => unknown): unknown;
}

export interface DeskHostOptions {
  /** The global `ZOHODESK`; throws when its script did not load. */
  readonly sdk: () => ZohoDeskSdk;
  readonly apiBase: string;
  readonly browserLocale: string;
  /** False on the preference page: asked for a ticket there, the SDK may never answer. */
  readonly hasTicket: boolean;
}

/** Desk allows letters and digits only. */
const CONNECTION = 'tallybridgeapi';
/** A string {statusCode, response: "{status, statusMessage: object or string}"}; with responseType, {data: …}. */
const LAYERS = ['data', 'response', 'statusMessage'];

/** Creates the host of Desk's ticket panel and preference page. */
export function createDeskHost(options: DeskHostOptions): Host {
  const { sdk } = options;
  const listeners = recordListeners();

  const ready: Host['ready'] = async (onRecord) => {
    const load = await settle(() => sdk().extension.onload(), READY_TIMEOUT_MS);
    if (!load.ok) return load;
    const instance = member(load.value, 'instance') as AppInstance | undefined;
    instance?.on('pageChange', async () => listeners.tell(await openTicket(sdk())));
    const record = options.hasTicket ? await openTicket(sdk()) : undefined;
    onRecord?.(record);
    return {
      ok: true,
      value: {
        locale: firstLocale(member(load.value, 'locale'), options.browserLocale),
        // Where Desk tells of its night mode is not published.
        theme: 'auto',
      },
    };
  };

  return {
    kind: 'desk',
    ready,
    onRecordChange: listeners.add,
    request: (method, path, body) =>
      proxiedRequest(
        () =>
          sdk().request({
            url: options.apiBase + path,
            type: method,
            headers: { 'Content-Type': 'application/json' },
            data: {},
            // No responseType: with it the SDK drops the body of the request.
            postBody: body ?? {},
            connectionLinkName: CONNECTION,
          }),
        LAYERS,
      ),
    notify(tone, message) {
      const icon = tone === 'success' ? 'success' : 'failure';
      const note = { title: 'Tallybridge', content: message, icon };
      void settle(() => sdk().notify(note), NICETY_TIMEOUT_MS);
    },
    resize(heightPx) {
      const size = { height: `${heightPx}px`, width: '100%' };
      void settle(() => sdk().invoke('RESIZE', size), NICETY_TIMEOUT_MS);
    },
    onSettingsSave() {},
  };
}

async function openTicket(sdk: ZohoDeskSdk): Promise<HostRecord | undefined> {
  const got = await settle(() => sdk.get('ticket'), READ_TIMEOUT_MS);
  const id = got.ok ? idOf(member(member(got.value, 'ticket'), 'id')) : undefined;
  return id === undefined ? undefined : { kind: 'ticket', id };
}
