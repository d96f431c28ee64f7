// The panel's buttons: what POST /panel offers, and the shapes of POST /flows/start and POST /flows/progress.
import * as z from 'zod/mini';
import type { ProblemView } from './panel.ts';

/**
 * `intentId` is a ULID made once per press: a double click starts one run. POST /flows/progress names the press in the same way, to learn how
 * far its flow has come.
 */
export const flowStartRequest = z.object({
  intentId: z.string().check(z.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)),
  flow: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,38}$/)),
  /** `installation|merchant id|gateway id`. */
  paymentKey: z.string().check(z.regex(/^[A-Za-z0-9_:.|-]{1,255}$/)),
});
export type FlowStartRequest = z.infer<typeof flowStartRequest>;

/** `known`: this press, or an earlier one where it runs once for a payment, has started it before. */
export interface FlowStartReply {
  readonly state: 'started' | 'known';
  readonly flow: { readonly id: string; readonly title: string };
}

/** A flow that waits behind a button, for the payments that it fits. */
export interface FlowButtonView {
  readonly flow: string;
  readonly title: string;
  /** Their keys. */
  readonly payments: readonly string[];
}

export interface RunProgress {
  /** `waiting`: for a time, an approval or a change; `skipped`: an administrator has laid it aside. */
  readonly state: 'working' | 'waiting' | 'done' | 'failed' | 'skipped';
  /** Why it failed; while it works, why it has to try again. */
  readonly problem?: ProblemView;
  /** What it ended with, in the words of its document. */
  readonly results?: readonly { readonly label: string; readonly value: string }[];
}

export interface FlowProgressReply {
  readonly run: RunProgress;
}
