// What a worker has taken up on its way: runs that it started or woke and carries on at once, without looking for them.
import type { Row } from '../store/schema.ts';
import type { Movement } from './movement-log.ts';
import type { PaymentRow } from './payment-records.ts';

/** A leased run, with what it is about where that was just read. */
export interface TakenRun {
  readonly run: Row<'Runs'>;
  /** Just begun: there are no results of earlier tries. */
  readonly fresh: boolean;
  readonly payment?: PaymentRow;
  readonly movement?: Movement;
}

export interface Hand {
  readonly taken: TakenRun[];
  /** Lanes (and events) that this process works on, in this hand or another: not worth asking for. */
  readonly inWork: Set<string>;
  /** A run was made due whose lane is busy: its worker, or ours when that is over, must look for it. */
  left: boolean;
}

export function emptyHand(inWork: Set<string>): Hand {
  return { taken: [], inWork, left: false };
}
