// No Zoho around: a plain page for developing the views, with the API behind its own origin.
import type { RecordKind } from '../../functions/core/contract/panel.ts';
import type { Host } from './host.ts';
import { firstLocale } from './locale.ts';
import { proxiedRequest } from './proxied-request.ts';

export interface StandaloneHostOptions {
  /** `#invoice/460000000012345` names the open record. */
  readonly hash: string;
  readonly apiBase: string;
  readonly browserLocale: string;
  readonly fetch: typeof globalThis.fetch;
}

/** Creates the host of a plain page; to the API it passes for Books. */
export function createStandaloneHost(options: StandaloneHostOptions): Host {
  const [kind, id] = options.hash.replace(/^#/, '').split('/');
  const record = kind && id ? { kind: kind as RecordKind, id } : undefined;
  return {
    kind: 'books',
    async ready(onRecord) {
      onRecord?.(record);
      return { ok: true, value: { locale: firstLocale(options.browserLocale), theme: 'auto' } };
    },
    onRecordChange: () => () => {},
    request: (method, path, body) =>
      proxiedRequest(async () => {
        const response = await options.fetch(options.apiBase + path, {
          method,
          headers: { 'Content-Type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return response.text();
      }, []),
    notify() {},
    resize() {},
    onSettingsSave() {},
  };
}
