// May this person charge that much of a saved card alone, and may another card be asked for today?
import { dateIn } from '../../domain/calendar.ts';
import type { ChargeState } from '../../domain/charge.ts';
import {
  judgeAmount,
  type PolicyFacts,
  type PolicyStep,
  policySteps,
} from '../../domain/policy.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { Actor } from '../../domain/role.ts';
import type { Company } from '../../ports/company.ts';
import { wayOf } from '../../work/charges.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { becauseOf } from '../policy/verdict-problem.ts';

const DAY_MS = 24 * 3_600_000;
const ROWS_MAX = 300;

/** Requests to keep a card, of one customer in a day: enough for a family's cards, too few for trying stolen ones. */
const CARD_SAVES_MAX = 5;

/** States in which money has moved or may have. */
const MOVED: readonly ChargeState[] = [
  'asked',
  'sent',
  'unknown',
  'needs-inspection',
  'in-review',
  'retrying',
  'paid',
];

const colleagues = { approver: 'an approver', admin: 'an administrator' } as const;

/**
 * What the policy says of charging a saved card; a link moves nothing before the customer pays.
 * @param exceptKey the charge that is judged, when its row is there already.
 */
export async function chargeSteps(
  ports: WorkPorts,
  company: Company,
  actor: Actor,
  currency: string,
  { exceptKey = '', reason }: { readonly exceptKey?: string; readonly reason?: string } = {},
): Promise<readonly PolicyStep[]> {
  const [{ rules }, movedTodayMinor] = await Promise.all([
    readPolicy(ports.store, company.installation),
    chargedToday(ports, company, actor, currency, exceptKey),
  ]);
  const facts: PolicyFacts = {
    movement: 'charge',
    userId: actor.userId,
    role: actor.role,
    currency,
    movedTodayMinor,
    movedOfPaymentMinor: 0,
    ageDays: 0,
    isDisputed: false,
    isOtherCard: false,
    ...(reason === undefined ? {} : { reason }),
  };
  return policySteps(rules, facts);
}

/** Why somebody may not charge it alone. */
export interface HeldBack {
  readonly problem: Problem;
  /** Who may let it through; absent when nobody may. */
  readonly by?: 'approver' | 'admin';
  readonly why: readonly Problem[];
}

/** Undefined when it is allowed. Who may not do it alone is told who may, and that a link needs nobody. */
export function chargeVerdict(
  steps: readonly PolicyStep[],
  amountMinor: number,
): HeldBack | undefined {
  const { outcome, by = 'admin', why } = judgeAmount(steps, amountMinor);
  if (outcome === 'allowed') return undefined;
  if (outcome === 'forbidden') {
    return { why, problem: becauseOf(why, 'policy-forbids', 'fix-input') };
  }
  return {
    by,
    why,
    problem: becauseOf(why, 'charge-beyond-limit', 'fix-input', { by: colleagues[by] }),
  };
}

/** What the person has charged of saved cards on this day of the organization, minor units. */
async function chargedToday(
  { store, clock }: WorkPorts,
  { installation, timeZone }: Company,
  { userId }: Actor,
  currency: string,
  exceptKey: string,
): Promise<number> {
  const now = clock.now();
  const today = dateIn(timeZone, now);
  const rows = await store.select('Charges', {
    where: [
      ['installation', '=', installation],
      ['actor_id', '=', userId],
      ['currency', '=', currency],
      // A day may have 25 hours.
      ['created_at', '>=', now - DAY_MS - 3_600_000],
    ],
    limit: ROWS_MAX,
  });
  // Somebody with so many charges on one day has no allowance left.
  if (rows.length === ROWS_MAX) return Number.MAX_SAFE_INTEGER;
  return rows
    .filter(
      (row) =>
        row.charge_key !== exceptKey &&
        wayOf(row) === 'saved-card' &&
        // What somebody else has let through is none of the person's own allowance.
        !row.approved_by &&
        MOVED.some((state) => state === row.state) &&
        dateIn(timeZone, row.created_at ?? now) === today,
    )
    .reduce((sum, row) => sum + row.amount_minor, 0);
}

/**
 * Undefined when one more card of this customer may be kept: asked for by a link, or kept with a payment.
 * @param exceptKey the charge that would keep it.
 */
export async function judgeCardSave(
  { store, clock }: WorkPorts,
  { installation }: Company,
  customerId: string,
  exceptKey?: string,
): Promise<Problem | undefined> {
  const rows = await store.select('Charges', {
    where: [
      ['installation', '=', installation],
      ['books_customer_id', '=', customerId],
      ['created_at', '>', clock.now() - DAY_MS],
    ],
    limit: ROWS_MAX,
  });
  const saves = rows.filter(
    ({ charge_key, purpose, keeps_card }) =>
      charge_key !== exceptKey && (purpose === 'save-card' || keeps_card === 1),
  );
  return saves.length < CARD_SAVES_MAX
    ? undefined
    : problem('card-saves-exhausted', 'wait', { count: String(CARD_SAVES_MAX) });
}
