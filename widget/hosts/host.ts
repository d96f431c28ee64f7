// The Host: all that the widget knows of the Zoho product around it.
import type { HostName, RecordKind } from '../../functions/core/contract/panel.ts';

/** The record that is open in the host. A claim: the server reads everything again. */
export interface HostRecord {
  readonly kind: RecordKind;
  readonly id: string;
}

export type Theme = 'light' | 'dark' | 'auto';

/** What the host told about itself when it took the widget in. */
export interface HostContext {
  /** BCP 47 tag for numbers and dates. */
  readonly locale: string;
  /** `auto` when the host does not say: the system's setting decides. */
  readonly theme: Theme;
}

/**
 * Why a call into the host brought nothing; `unauthorized`: the person has not authorized the connection to our API,
 * or not any more. `detail` is for support, never for logic.
 */
export interface HostFailure {
  readonly ok: false;
  readonly why: 'time-out' | 'failed' | 'unauthorized';
  readonly detail: string;
}

export type HostOutcome<T> = { readonly ok: true; readonly value: T } | HostFailure;

export type Method = 'GET' | 'POST' | 'PUT';

/** What a save handler of the settings page may answer. */
export interface SaveVerdict {
  readonly prevent_save: boolean;
  readonly message?: string;
}

/**
 * One Zoho product. No method ever throws or stays pending: a host call that does not settle ends as a
 * `time-out`.
 */
export interface Host {
  readonly kind: HostName;
  /**
   * Resolves once the host has registered the widget and told about itself. `onRecord` hears of the record before, as soon as it is
   * known, so that nobody waits for the language to ask about it; undefined on list pages, web tabs and unsaved records.
   */
  ready(onRecord?: (record: HostRecord | undefined) => void): Promise<HostOutcome<HostContext>>;
  /** Tells when another record was opened, or this one changed, in the same frame. Returns the unsubscriber. */
  onRecordChange(listener: (record: HostRecord | undefined) => void): () => void;
  /** Calls our API through the host's proxy and connection; `value` is the parsed JSON body, whatever the status. */
  request(method: Method, path: string, body?: unknown): Promise<HostOutcome<unknown>>;
  notify(tone: 'success' | 'error', message: string): void;
  /** Asks the host for a frame of this height in CSS pixels. */
  resize(heightPx: number): void;
  /** Runs when the person presses the host's own Save on the settings page; only Books and Inventory have one. */
  onSettingsSave(handler: () => Promise<SaveVerdict | undefined>): void;
}
