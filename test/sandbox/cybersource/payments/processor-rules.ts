// What the processor answers: the documented test amounts, expired cards and wrong numbers.
import { formatAmount } from '../amounts.ts';
import { type Card, isExpired } from '../cards.ts';
import { digits } from '../ids.ts';

export interface ProcessorResult {
  readonly responseCode: string;
  readonly approvalCode?: string;
  readonly networkTransactionId: string;
  readonly retrievalReferenceNumber: string;
  readonly avsCode: string;
  readonly cardVerificationCode?: string;
}

/** The processor's word on one authorization. */
export interface ProcessorDecision {
  /** approved: the amount is held; soft: held, but AVS, CVN or the issuer asks for a look. */
  readonly outcome: 'approved' | 'partial' | 'soft' | 'declined';
  readonly reason?: string;
  readonly reasonCode: number;
  readonly result: ProcessorResult;
}

interface Verdict {
  readonly outcome: ProcessorDecision['outcome'];
  readonly responseCode: string;
  readonly reason?: string;
  readonly reasonCode?: number;
  readonly avsCode?: string;
  readonly cardVerificationCode?: string;
}

const APPROVED: Verdict = { outcome: 'approved', responseCode: '00' };
const avsFailed: Verdict = {
  outcome: 'soft',
  responseCode: '00',
  reason: 'AVS_FAILED',
  reasonCode: 200,
  avsCode: 'N',
};
const cvFailed: Verdict = {
  outcome: 'soft',
  responseCode: '00',
  reason: 'CV_FAILED',
  reasonCode: 230,
  cardVerificationCode: 'N',
};

/** Documented test amounts of the VisaNet processor, in whole units. */
const AMOUNTS: ReadonlyMap<string, Verdict> = new Map([
  ['40', avsFailed],
  ['50', avsFailed],
  ['6001', avsFailed],
  ['6002', cvFailed],
  ['6003', { outcome: 'partial', responseCode: '10', reasonCode: 110 }],
]);

const APPROVING_RESPONSES = new Set(['00', '08', '10', '11', '85']);

/** Issuer response -> reason and classic reason code, for amounts 4000 to 4099 (last two digits). */
const DECLINES: Readonly<Record<string, readonly [string, number]>> = {
  '01': ['CONTACT_PROCESSOR', 201],
  '02': ['CONTACT_PROCESSOR', 201],
  '03': ['INVALID_MERCHANT_CONFIGURATION', 234],
  '04': ['STOLEN_LOST_CARD', 205],
  '06': ['PROCESSOR_ERROR', 236],
  '14': ['INVALID_ACCOUNT', 231],
  '41': ['STOLEN_LOST_CARD', 205],
  '43': ['STOLEN_LOST_CARD', 205],
  '51': ['INSUFFICIENT_FUND', 204],
  '54': ['EXPIRED_CARD', 202],
  '57': ['UNAUTHORIZED_CARD', 208],
  '61': ['EXCEEDS_CREDIT_LIMIT', 210],
  '65': ['EXCEEDS_CREDIT_LIMIT', 210],
  '78': ['SUSPENDED_ACCOUNT', 222],
  '82': ['INVALID_CVN', 211],
  '91': ['ISSUER_UNAVAILABLE', 207],
  '96': ['PROCESSOR_ERROR', 236],
};

/** What the processor is asked about. */
export interface ProcessorQuestion {
  readonly card: Card | undefined;
  readonly amountMinor: number;
  readonly currency: string;
  readonly nowMs: number;
  /** Decline whatever the rules say. */
  readonly refuse?: boolean;
}

/** Decides an authorization, refund or credit. */
export function askProcessor(question: ProcessorQuestion): ProcessorDecision {
  const { card } = question;
  const verdict = question.refuse
    ? issuerResponse('05')
    : (cardVerdict(card, question.nowMs) ?? amountVerdict(question.amountMinor, question.currency));
  const cardVerificationCode =
    verdict.cardVerificationCode ?? (card?.securityCodeGiven ? 'M' : undefined);
  return {
    outcome: verdict.outcome,
    ...(verdict.reason === undefined ? {} : { reason: verdict.reason }),
    reasonCode: verdict.reasonCode ?? 100,
    result: {
      responseCode: verdict.responseCode,
      ...(verdict.outcome === 'declined' ? {} : { approvalCode: digits(6) }),
      networkTransactionId: digits(15),
      retrievalReferenceNumber: digits(12),
      avsCode: verdict.avsCode ?? 'Y',
      ...(cardVerificationCode === undefined ? {} : { cardVerificationCode }),
    },
  };
}

function cardVerdict(card: Card | undefined, nowMs: number): Verdict | undefined {
  if (card === undefined) return undefined;
  if (!card.luhnValid || card.type === '000') return issuerResponse('14');
  return isExpired(card, nowMs) ? issuerResponse('54') : undefined;
}

function amountVerdict(amountMinor: number, currency: string): Verdict {
  const [whole = '', decimals = ''] = formatAmount(amountMinor, currency).split('.');
  if (/[1-9]/.test(decimals)) return APPROVED;
  const response = /^40(\d\d)$/.exec(whole)?.[1];
  return AMOUNTS.get(whole) ?? (response === undefined ? APPROVED : issuerResponse(response));
}

function issuerResponse(responseCode: string): Verdict {
  if (APPROVING_RESPONSES.has(responseCode)) return { ...APPROVED, responseCode };
  const [reason, reasonCode] = DECLINES[responseCode] ?? ['PROCESSOR_DECLINED', 203];
  // "Call the issuer" is listed among the soft declines that wait for the merchant.
  const outcome = reason === 'CONTACT_PROCESSOR' ? 'soft' : 'declined';
  return { outcome, responseCode, reason, reasonCode };
}
