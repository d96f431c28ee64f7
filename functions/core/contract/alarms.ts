// What an administrator must know: shape of GET /alarms.
import type { ProblemView } from './panel.ts';

interface AlarmView {
  readonly subject: string;
  readonly problem: ProblemView;
  /** Epoch ms. */
  readonly since: number;
}

/** How far the gateway's transactions of one merchant id are known to be complete. */
interface CompletenessView {
  readonly merchantId: string;
  /** Epoch ms; absent before the first poll. */
  readonly completeUntil?: number;
}

export interface AlarmsReply {
  readonly now: number;
  readonly alarms: readonly AlarmView[];
  readonly completeness: readonly CompletenessView[];
}
