// Whatever the gateway has done for us goes back to one decision of a person, was done once, and has its place in our log.
import { decisionOf } from '../decisions.ts';
import type { Transaction } from '../outside/gateway.ts';
import type { HealedWorld } from './healed-world.ts';
import { intentOf } from './watch.ts';

export function checkDecisions(world: HealedWorld): void {
  const done = [...world.outside.gateway.transactions.values()].filter(isDone);
  for (const one of done) checkOwner(world, one);
  const byDecision = Map.groupBy(done, ({ mti = '' }) => decisionOf(mti));
  for (const [intent, all] of byDecision) checkOnce(world, intent, all);
  checkVoids(world);
}

/** Of ours, and not refused by a bank. */
function isDone({ mti, status }: Transaction): boolean {
  return mti !== undefined && status !== 'DECLINED';
}

function checkOwner({ movements, violation }: HealedWorld, { mti = '', kind }: Transaction): void {
  if (kind === 'payment') return;
  if (!movements.some((one) => intentOf(one) === mti && one.kind === kind)) {
    violation(`the gateway has done ${kind} ${mti}, and no movement of ours says so`);
  }
}

function checkOnce(
  { decisions, charges, violation }: HealedWorld,
  intent: string,
  done: readonly Transaction[],
): void {
  const decision = decisions.of(intent) ?? decisions.of(wishBehind(charges, intent));
  const [first] = done;
  if (decision === undefined || first === undefined) {
    violation(`the gateway has done ${first?.kind} ${intent}, which nobody has decided`);
    return;
  }
  const kind = decision.kind === 'charge' ? 'payment' : decision.kind;
  const sum = done.reduce((total, one) => total + one.amountMinor, 0);
  const isMeant = done.every((one) => one.kind === kind);
  // Parts of a refund may fail each for itself; what goes out is never more than was decided.
  const isWithin = decision.amountsMinor.some((minor) =>
    done.length === 1 && first.mti === intent ? sum === minor : sum <= minor,
  );
  if (!isMeant || !isWithin) {
    violation(
      `${intent} was decided as ${decision.kind} of ${decision.amountsMinor}, done: ${sum}`,
    );
  }
}

/** What is tried again or was approved goes out under an intent of its own: the last one of one person's charge. */
function wishBehind(charges: HealedWorld['charges'], intent: string): string {
  const charge = charges.find((one) => one.intent_id === intent);
  const isLater = charge?.retries === 1 || Boolean(charge?.approved_by);
  return isLater ? (charge?.charge_key.split('|')[1] ?? '') : '';
}

/** Nothing is called back twice. */
function checkVoids({ outside, violation }: HealedWorld): void {
  const targets = new Set<string>();
  for (const { kind, targetId } of outside.gateway.transactions.values()) {
    if (kind !== 'void' || targetId === undefined) continue;
    if (targets.has(targetId)) violation(`${targetId} was voided twice`);
    targets.add(targetId);
  }
}
