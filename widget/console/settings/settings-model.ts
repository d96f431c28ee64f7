// The settings page's state: what the API says is connected.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ConnectionView } from '../../../functions/core/contract/connection.ts';
import type { ProblemView } from '../../../functions/core/contract/panel.ts';
import type { Host, HostContext, HostFailure } from '../../hosts/host.ts';
import { callApi } from '../../panel/api-client.ts';
import { writeFor } from '../../text/current-text.ts';

export type SettingsView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unreachable'; readonly failure: HostFailure }
  | { readonly kind: 'refused'; readonly problem: ProblemView }
  | { readonly kind: 'ready'; readonly connection: ConnectionView };

export interface SettingsModel {
  readonly view: ReadonlySignal<SettingsView>;
  readonly context: ReadonlySignal<HostContext | undefined>;
  /** Connects to the host and reads the settings; also the retry after a failure. */
  start(): Promise<void>;
}

/** Creates the model. The host's own Save has nothing to store here: it reads the settings afresh and passes. */
export function createSettingsModel(host: Host): SettingsModel {
  const view = signal<SettingsView>({ kind: 'loading' });
  const context = signal<HostContext | undefined>(undefined);

  async function read(): Promise<void> {
    const reply = await callApi<ConnectionView>(
      host,
      'GET',
      '/installation',
      undefined,
      'merchants',
    );
    view.value = reply.kind === 'ok' ? { kind: 'ready', connection: reply.value } : reply;
  }

  host.onSettingsSave(async () => {
    await read();
    return undefined;
  });

  return {
    view,
    context,
    async start() {
      view.value = { kind: 'loading' };
      if (context.peek() === undefined) {
        const ready = await host.ready();
        if (!ready.ok) {
          view.value = { kind: 'unreachable', failure: ready };
          return;
        }
        context.value = ready.value;
        writeFor(ready.value.locale);
      }
      await read();
    },
  };
}
