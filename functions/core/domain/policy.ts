// Who may move how much money alone: the rules of a policy, judged on one movement.
import type { RiskBand } from './fraud.ts';
import { money, toDecimal } from './money.ts';
import { type Problem, problem } from './problem.ts';
import { type Role, roles } from './role.ts';

export const policyMovements = ['refund', 'charge', 'capture', 'void', 'reversal'] as const;
/** `charge`: money that we take ourselves of a saved card; on the card page the customer decides. */
export type PolicyMovement = (typeof policyMovements)[number];

/** What is beyond a rule needs another person's approval, of this role at least, or is out of the question. */
export const policyConsequences = ['approver', 'admin', 'forbidden'] as const;
export type PolicyConsequence = (typeof policyConsequences)[number];

/** Minor units by currency; a currency that is not named has a limit of nothing. */
type AmountsMinor = Readonly<Record<string, number>>;

interface RuleBase {
  readonly on: readonly PolicyMovement[];
  /** Everybody when neither roles nor people are named. */
  readonly roles?: readonly Role[] | undefined;
  /** User ids. Such a rule stands in place of the rules of its kind that name a role or nobody. */
  readonly people?: readonly string[] | undefined;
  readonly beyond: PolicyConsequence;
}

/** The kinds of rules; what each bounds. */
export type PolicyRule = RuleBase &
  (
    | { readonly kind: 'amount'; readonly upToMinor: AmountsMinor }
    /** What a person moves on one day of the organization without approval. */
    | { readonly kind: 'per-day'; readonly upToMinor: AmountsMinor }
    /** All that is moved back of one payment, whoever does it. */
    | { readonly kind: 'per-payment'; readonly upToMinor: AmountsMinor }
    | { readonly kind: 'age'; readonly upToDays: number }
    | { readonly kind: 'currency'; readonly among: readonly string[] }
    /** The fraud check's band from which on it applies. */
    | { readonly kind: 'risk'; readonly from: 'medium' | 'high' }
    /** A dispute over the payment is open. */
    | { readonly kind: 'dispute' }
    /** The money would go to another card than it came from. */
    | { readonly kind: 'other-card' }
    | { readonly kind: 'reason'; readonly lengthMin: number }
  );

/** The policy of an installation, as it is published. */
export interface Policy {
  readonly format: 1;
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** How long a request for approval stays open. */
  readonly requestHours: number;
  /** Names of mail channels, or addresses, that are told of each request, besides those who may decide. */
  readonly tell: readonly string[];
  readonly rules: readonly PolicyRule[];
}

/** What is known of a movement but its amount. */
export interface PolicyFacts {
  readonly movement: PolicyMovement;
  readonly userId: string;
  readonly role: Role;
  readonly currency: string;
  /** What the person has moved on this day without approval, in this currency. */
  readonly movedTodayMinor: number;
  /** What went back of the payment before, or is on its way. */
  readonly movedOfPaymentMinor: number;
  /** Whole days since the payment. */
  readonly ageDays: number;
  /** Absent when no score was made. */
  readonly risk?: RiskBand;
  readonly isDisputed: boolean;
  readonly isOtherCard: boolean;
  /** Absent as long as none is asked for: before the form is filled in. */
  readonly reason?: string;
}

/** Above this amount a rule applies, with what follows; `why` has its sentence and numbers. */
export interface PolicyStep {
  /** -1: whatever the amount. */
  readonly aboveMinor: number;
  readonly beyond: PolicyConsequence;
  readonly why: Problem;
}

/** What the policy says of an amount, with each rule that it is beyond. */
export interface PolicyVerdict {
  readonly outcome: 'allowed' | 'needs-approval' | 'forbidden';
  /** Who must approve at least. */
  readonly by?: 'approver' | 'admin';
  readonly why: readonly Problem[];
}

const ANY_AMOUNT = -1;

/**
 * The amounts at which the policy's answer changes. As a step only ever adds a rule from some amount on, a smaller
 * amount is never judged more strictly than a larger one.
 */
export function policySteps(rules: readonly PolicyRule[], facts: PolicyFacts): PolicyStep[] {
  return rulesFor(rules, facts).flatMap((rule) => {
    const found = stepOf(rule, facts);
    return found === undefined ? [] : [{ ...found, beyond: rule.beyond }];
  });
}

/** The strictest of all steps that the amount is above. */
export function judgeAmount(steps: readonly PolicyStep[], amountMinor: number): PolicyVerdict {
  const reached = steps.filter(({ aboveMinor }) => amountMinor > aboveMinor);
  const worst = Math.max(-1, ...reached.map(({ beyond }) => policyConsequences.indexOf(beyond)));
  const consequence = policyConsequences[worst];
  if (consequence === undefined) return { outcome: 'allowed', why: [] };
  const why = reached.filter(({ beyond }) => beyond === consequence).map((one) => one.why);
  return consequence === 'forbidden'
    ? { outcome: 'forbidden', why }
    : { outcome: 'needs-approval', by: consequence, why };
}

/** Whether somebody of this role may approve what needs it by `by`. */
export function mayApprove(role: Role, by: 'approver' | 'admin'): boolean {
  return roles.indexOf(role) >= roles.indexOf(by);
}

/** Whether what a person moves on one day is bounded at all. */
export function boundsTheDay(rules: readonly PolicyRule[], facts: PolicyFacts): boolean {
  return rulesFor(rules, facts).some(({ kind }) => kind === 'per-day');
}

function rulesFor(
  rules: readonly PolicyRule[],
  { movement, userId, role }: PolicyFacts,
): readonly PolicyRule[] {
  const meant = rules.filter(({ on }) => on.includes(movement));
  const ofPerson = meant.filter(({ people }) => people?.includes(userId));
  const ownKinds = new Set(ofPerson.map(({ kind }) => kind));
  const ofRole = meant.filter(
    (rule) =>
      rule.people === undefined &&
      (rule.roles === undefined || rule.roles.includes(role)) &&
      !ownKinds.has(rule.kind),
  );
  return [...ofPerson, ...ofRole];
}

type Found = Omit<PolicyStep, 'beyond'> | undefined;

function stepOf(rule: PolicyRule, facts: PolicyFacts): Found {
  switch (rule.kind) {
    case 'amount':
      return amountStep('policy-amount', rule.upToMinor, 0, facts);
    case 'per-day':
      return amountStep('policy-per-day', rule.upToMinor, facts.movedTodayMinor, facts);
    case 'per-payment':
      return amountStep('policy-per-payment', rule.upToMinor, facts.movedOfPaymentMinor, facts);
    case 'age':
      return always(facts.ageDays > rule.upToDays, 'policy-age', {
        days: String(facts.ageDays),
        limit: String(rule.upToDays),
      });
    case 'currency':
      return always(!rule.among.includes(facts.currency), 'policy-currency', {
        currency: facts.currency,
        among: rule.among.join(', '),
      });
    case 'risk': {
      const isBeyond = facts.risk === 'high' || (facts.risk === 'medium' && rule.from === 'medium');
      return always(isBeyond, 'policy-risk', { band: facts.risk ?? '' });
    }
    case 'dispute':
      return always(facts.isDisputed, 'policy-dispute', {});
    case 'other-card':
      return always(facts.isOtherCard, 'policy-other-card', {});
    case 'reason': {
      const isShort = facts.reason !== undefined && facts.reason.length < rule.lengthMin;
      return always(isShort, 'policy-reason', { lengthMin: String(rule.lengthMin) });
    }
  }
}

/** @param movedMinor what counts already towards the limit. */
function amountStep(
  code: string,
  upToMinor: AmountsMinor,
  movedMinor: number,
  { currency }: PolicyFacts,
): Found {
  const limitMinor = Object.hasOwn(upToMinor, currency) ? upToMinor[currency] : undefined;
  if (limitMinor === undefined) return always(true, 'policy-no-limit', { currency });
  const shown = (minor: number) => `${currency} ${toDecimal(money(minor, currency))}`;
  const leftMinor = Math.max(0, limitMinor - movedMinor);
  const facts = { limit: shown(limitMinor), moved: shown(movedMinor), left: shown(leftMinor) };
  return { aboveMinor: leftMinor, why: problem(code, 'none', facts) };
}

function always(applies: boolean, code: string, facts: Readonly<Record<string, string>>): Found {
  return applies ? { aboveMinor: ANY_AMOUNT, why: problem(code, 'none', facts) } : undefined;
}
