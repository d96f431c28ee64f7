// Decision Manager's rules: a believable score for every payment, and trigger words that force a decision.
import { createHash } from 'node:crypto';
import { exponentOf } from '../amounts.ts';
import type { Address } from '../transactions.ts';

export interface RiskAssessment {
  readonly decision: 'ACCEPT' | 'REVIEW' | 'REJECT';
  /** 0 to 99. */
  readonly score: number;
  readonly factorCodes: readonly string[];
  readonly profile: string;
  readonly rules: readonly { name: string; decision: string }[];
  readonly infoCodes: Readonly<Record<string, readonly string[]>>;
}

/** What the rules look at. */
export interface RiskInput {
  readonly amountMinor: number;
  readonly currency: string;
  readonly cardFingerprint?: string;
  readonly billTo: Address;
  readonly shipTo: Address;
  /** Payments with the same card within the last hour. */
  readonly recentUses: number;
}

/** What a trigger word asks for; the words are listed in the README. */
export type Trigger = 'review' | 'prereview' | 'reject' | 'decline' | 'authenticate';

const TRIGGERS: readonly Trigger[] = ['review', 'prereview', 'reject', 'decline', 'authenticate'];
const REVIEW_SCORE = 78;
const REJECT_SCORE = 96;

/** The trigger named by the last name, or by the e-mail's local part or its `+tag`. */
export function triggerOf(billTo: Address): Trigger | undefined {
  const words = triggerWords(billTo);
  return TRIGGERS.find((trigger) => words.includes(trigger));
}

/** Scores a payment; the decision is ACCEPT unless a trigger says otherwise. */
export function assessRisk(input: RiskInput): RiskAssessment {
  const trigger = triggerOf(input.billTo);
  const signals = observe(input);
  const decision = decisionOf(trigger);
  const forced = { ACCEPT: 0, REVIEW: REVIEW_SCORE, REJECT: REJECT_SCORE }[decision];
  const extra = { ACCEPT: [], REVIEW: ['D', 'G'], REJECT: ['F', 'V'] }[decision];
  return {
    decision,
    score: askedScore(input.billTo) ?? Math.min(99, Math.max(signals.score, forced)),
    factorCodes: [...new Set([...signals.factorCodes, ...extra])],
    profile: 'Standard card profile',
    rules: rulesHit(decision),
    infoCodes: signals.infoCodes,
  };
}

function decisionOf(trigger: Trigger | undefined): RiskAssessment['decision'] {
  if (trigger === 'review' || trigger === 'prereview') return 'REVIEW';
  return trigger === 'reject' ? 'REJECT' : 'ACCEPT';
}

function rulesHit(decision: RiskAssessment['decision']): RiskAssessment['rules'] {
  if (decision === 'REVIEW') return [{ name: 'Fraud score: review', decision: 'REVIEW' }];
  if (decision === 'REJECT') return [{ name: 'Fraud score: reject', decision: 'REJECT' }];
  return [{ name: 'Fraud score: review', decision: 'IGNORE' }];
}

function observe(input: RiskInput) {
  const factorCodes: string[] = ['B'];
  const infoCodes: Record<string, string[]> = {};
  let score = 6 + steadyNumber(`${input.cardFingerprint}|${input.billTo.email}`, 22);
  if (input.amountMinor >= 1000 * 10 ** exponentOf(input.currency)) {
    factorCodes.push('R');
    score += 12;
  }
  const { country } = input.shipTo;
  if (country !== undefined && country !== input.billTo.country) {
    factorCodes.push('A');
    infoCodes.address = ['MM-C'];
    score += 15;
  }
  if (input.recentUses >= 3) {
    factorCodes.push('V');
    infoCodes.velocity = ['VELV-CC'];
    score += 20;
  }
  return { score, factorCodes, infoCodes };
}

/** `score85` as a trigger word sets the score. */
function askedScore(billTo: Address): number | undefined {
  const word = triggerWords(billTo).find((candidate) => /^score\d{1,2}$/.test(candidate));
  return word === undefined ? undefined : Number(word.slice(5));
}

function triggerWords(billTo: Address): string[] {
  const local = (billTo.email ?? '').split('@')[0] ?? '';
  return [billTo.lastName ?? '', ...local.split('+')].map((word) => word.toLowerCase());
}

/** The same text gives the same number, 0 to below `below`. */
function steadyNumber(text: string, below: number): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) % below;
}
