// What an administrator must know: shape of GET /alarms.
import type { ProblemView } from './panel.ts';

interface AlarmView {
  readonly subject: string;
  readonly problem: ProblemView;
  /** Epoch ms. */
  readonly since: number;
}

/** What the gateway tells of, each read by itself. */
export const completenessSources = ['transactions', 'decisions', 'disputes'] as const;
type CompletenessSource = (typeof completenessSources)[number];

/** Up to when (epoch ms) everything of one merchant id is stored; absent before the first poll. */
export interface CompletenessView {
  readonly merchantId: string;
  /** Of its transactions. */
  readonly completeUntil?: number;
  readonly sources: Readonly<Partial<Record<CompletenessSource, number>>>;
}

export interface AlarmsReply {
  readonly now: number;
  readonly alarms: readonly AlarmView[];
  readonly completeness: readonly CompletenessView[];
}
