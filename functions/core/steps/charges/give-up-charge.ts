// A declined card that was to be tried again, and is not after all: given up, so that those who count on the next try are told.
import type { Problem } from '../../domain/problem.ts';
import { type Charge, settleCharge } from '../../work/charges.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { keep } from './keep-problem.ts';

/** Telling it is due at once (`follow-decline.ts`). A try that somebody has begun meanwhile goes on. */
export function giveUpCharge(
  ports: WorkPorts,
  charge: Charge,
  state: 'failed' | 'cancelled',
  why: Problem,
): Promise<Charge> {
  const due_at = ports.clock.now();
  return settleCharge(ports, charge, state, { problem: keep(why), due_at, inquiries: 0 });
}

/** Whether a charge that is due has ended so. */
export function isGivenUp({ state, retries }: Charge): boolean {
  return retries === 1 && (state === 'failed' || state === 'cancelled');
}
