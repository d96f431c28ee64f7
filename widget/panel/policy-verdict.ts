// What the policy says of an amount, from the steps that came with the payment.
import type { PaymentView, ProblemView } from '../../functions/core/contract/panel.ts';

export interface Verdict {
  readonly beyond: 'approver' | 'admin' | 'forbidden';
  readonly why: readonly ProblemView[];
}

const strictness = ['approver', 'admin', 'forbidden'] as const;

/** The strictest of all steps that the amount is above; undefined when it is allowed. The server judges again. */
export function verdictOf(
  { policy }: Pick<PaymentView, 'policy'>,
  amountMinor: number,
): Verdict | undefined {
  const reached = policy.filter(({ aboveMinor }) => amountMinor > aboveMinor);
  const beyond = strictness.findLast((one) => reached.some((step) => step.beyond === one));
  if (beyond === undefined) return undefined;
  return { beyond, why: reached.filter((step) => step.beyond === beyond).map(({ why }) => why) };
}
