// How the leaving of a company stands: kept as one text in its installation's row.
import { type LeavingTask, type LeavingView, leavingTasks } from '../../contract/lifecycle.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Row } from '../../store/schema.ts';
import { viewProblem } from '../view-problem.ts';

/** Times in epoch ms. */
export interface LeavingPlan {
  /** Announced from outside: begins then, unless an administrator says that the company stays. */
  readonly startsAt: number;
  /** Once it has begun. */
  readonly eraseAt?: number;
  readonly done: readonly LeavingTask[];
  /** Tasks that did not succeed, with the last problem. */
  readonly failed: Partial<Readonly<Record<LeavingTask, Problem>>>;
}

/** An uninstall that was announced can be taken back for so long. */
export const NOTICE_MS = 7 * 24 * 3_600_000;
/** All rows stay for so long after the connections have ended. */
export const GRACE_MS = 30 * 24 * 3_600_000;

export function planOf(row: Row<'Installations'>): LeavingPlan | undefined {
  return row.leaving === undefined ? undefined : (JSON.parse(row.leaving) as LeavingPlan);
}

export function viewLeaving(row: Row<'Installations'>): LeavingView {
  const plan = planOf(row);
  if (plan === undefined) return { state: 'staying', done: [], byHand: [] };
  if (plan.eraseAt === undefined) {
    return { state: 'announced', startsAt: plan.startsAt, done: [], byHand: [] };
  }
  const byHand = leavingTasks.flatMap((task) => {
    const found = plan.failed[task];
    return found === undefined || plan.done.includes(task)
      ? []
      : [{ task, problem: viewProblem(found) }];
  });
  return { state: 'leaving', eraseAt: plan.eraseAt, done: plan.done, byHand };
}
