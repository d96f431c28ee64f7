// What is asked first: the host for its record, our API for what it knows of it. Light, so that it can leave before the panel is loaded.
import type { PanelReply } from '../../functions/core/contract/panel.ts';
import type { Host, HostContext, HostOutcome, HostRecord } from '../hosts/host.ts';
import { createApiClient, type Reply } from './api-client.ts';

/** The record that is open, and our API's answer to come; both undefined where none is open. */
interface Opened {
  readonly record: HostRecord | undefined;
  readonly reply: Promise<Reply<PanelReply>> | undefined;
}

export interface Opening {
  readonly ready: Promise<HostOutcome<HostContext>>;
  /** Resolves when the question has left, or when there is none to ask. */
  readonly asked: Promise<unknown>;
  /** What is open by now. From here on whoever takes it follows the host. */
  take(): Opened;
}

/** Asks, and asks anew when another record is opened before anybody has taken the answer. */
export function openPanel(host: Host): Opening {
  const api = createApiClient(host);
  let opened: Opened = { record: undefined, reply: undefined };
  const ask = (record: HostRecord | undefined): void => {
    opened = { record, reply: record && api.readPanel(record) };
  };
  let isChanged = false;
  const stop = host.onRecordChange((record) => {
    isChanged = true;
    ask(record);
  });
  let leave = (): void => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const ready = host.ready((record) => {
    if (!isChanged) ask(record);
    leave();
  });
  return {
    ready,
    asked: Promise.race([left, ready]),
    take() {
      stop();
      return opened;
    },
  };
}
