// What stands still and why: shapes of GET /dead-letters, POST /dead-letters/replay and POST /dead-letters/skip.
import * as z from 'zod/mini';
import type { ProblemView } from './panel.ts';

const key = z.string().check(z.regex(/^[A-Za-z0-9_:.|#-]{1,255}$/));

export const replayRequest = z.object({ kind: z.enum(['event', 'run']), key });
export type ReplayRequest = z.infer<typeof replayRequest>;

export const skipRequest = z.object({
  kind: z.enum(['event', 'run']),
  key,
  reason: z.string().check(z.maxLength(200)),
});
export type SkipRequest = z.infer<typeof skipRequest>;

/** `parked` goes on by itself once the set-up is mended, `dead` only when somebody replays or skips it. */
export interface DeadLetterView {
  readonly kind: 'event' | 'run';
  readonly key: string;
  readonly state: string;
  /** The event's type or the flow's id. */
  readonly type: string;
  readonly subject: string;
  /** Epoch ms. */
  readonly since: number;
  readonly attempts: number;
  readonly problem: ProblemView;
  /** The flow's node that did not work. */
  readonly node?: string;
  /** An event's body as it came. */
  readonly body?: string;
  /** The last request and answer, redacted. */
  readonly exchange?: { readonly request: string; readonly answer: string };
}

export interface DeadLettersReply {
  readonly now: number;
  readonly letters: readonly DeadLetterView[];
}

/** The letter as it is after the replay has run; `attempts` has grown, which proves that it did. */
export interface ReplayReply {
  readonly letter: DeadLetterView;
}
