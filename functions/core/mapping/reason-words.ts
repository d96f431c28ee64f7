// What the gateway's reason codes mean, as words that can stand in a list: numbers, names, fraud factors, disputes.
import { enReasons } from '../contract/reasons/en.ts';
import { enFactors } from '../contract/reasons/en-factors.ts';
import { disputeReasonText } from '../domain/dispute-reason.ts';

/** The numbers of transaction details and reports, by the name that says the same. */
const NUMBERED: Readonly<Record<string, string>> = {
  '101': 'MISSING_FIELD',
  '102': 'INVALID_DATA',
  '104': 'DUPLICATE_REQUEST',
  '105': 'DUPLICATE_REQUEST',
  '150': 'SYSTEM_ERROR',
  '151': 'SERVER_TIMEOUT',
  '152': 'SERVICE_TIMEOUT',
  '200': 'AVS_FAILED',
  '201': 'CONTACT_PROCESSOR',
  '202': 'EXPIRED_CARD',
  '203': 'GENERAL_DECLINE',
  '204': 'INSUFFICIENT_FUND',
  '205': 'STOLEN_LOST_CARD',
  '207': 'ISSUER_UNAVAILABLE',
  '208': 'UNAUTHORIZED_CARD',
  '209': 'CVN_NOT_MATCH',
  '210': 'EXCEEDS_CREDIT_LIMIT',
  '211': 'INVALID_CVN',
  '220': 'GENERAL_DECLINE',
  '221': 'BLACKLISTED_CUSTOMER',
  '222': 'SUSPENDED_ACCOUNT',
  '230': 'CV_FAILED',
  '231': 'INVALID_ACCOUNT',
  '232': 'CARD_TYPE_NOT_ACCEPTED',
  '233': 'PROCESSOR_DECLINED',
  '234': 'INVALID_MERCHANT_CONFIGURATION',
  '235': 'EXCEEDS_AUTH_AMOUNT',
  '236': 'PROCESSOR_ERROR',
  '237': 'AUTH_ALREADY_REVERSED',
  '239': 'INVALID_AMOUNT',
  '240': 'INVALID_CARD_TYPE',
  '241': 'INVALID_PAYMENT_ID',
  '242': 'MISSING_AUTH',
  '243': 'TRANSACTION_ALREADY_REVERSED_OR_SETTLED',
  '246': 'NOT_VOIDABLE',
  '247': 'CAPTURE_ALREADY_VOIDED',
  '254': 'ACCOUNT_NOT_ALLOWED_CREDIT',
  '400': 'SCORE_EXCEEDS_THRESHOLD',
  '476': 'CONSUMER_AUTHENTICATION_FAILED',
  '478': 'CONSUMER_AUTHENTICATION_REQUIRED',
  '480': 'DECISION_PROFILE_REVIEW',
  '481': 'DECISION_PROFILE_REJECT',
};

/** What codes are called in one language. */
export interface CodeTables {
  /** By `errorInformation.reason` and the like. */
  readonly reasons: Readonly<Record<string, string>>;
  /** By Decision Manager's factor codes, and by the numbers of what is no decline. */
  readonly factors: Readonly<Record<string, string>>;
  /** Our English words in the language. */
  readonly fact: (english: string) => string;
  readonly unknown: (code: string) => string;
}

const english: CodeTables = {
  reasons: enReasons,
  factors: enFactors,
  fact: (text) => text,
  unknown: (code) => `reason ${code}`,
};

const own = (table: Readonly<Record<string, string>>, key: string) =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** Words for one code, the code behind them where it says more; a code that nobody knows stays visible. */
export function reasonWords(code: string, tables: CodeTables = english): string {
  const { reasons, factors, unknown } = tables;
  const known = own(reasons, own(NUMBERED, code) ?? code) ?? own(factors, code);
  if (known !== undefined) return known;
  if (/^(?:1\d(?:\.\d+)?|48\d\d)$/.test(code)) {
    const text = disputeWords(disputeReasonText(code), tables);
    return text.charAt(0).toLowerCase() + text.slice(1);
  }
  return unknown(code);
}

/** @param text as `disputeReasonText` has put it. */
export function disputeWords(text: string, { fact, unknown }: CodeTables): string {
  const strange = /^Reason (\S+) of the card scheme: (.+)$/.exec(text);
  if (strange !== null) return `${unknown(strange[1] ?? '')}: ${fact(strange[2] ?? '')}`;
  const [, family = '', code = ''] = /^(.*) \(reason ([^()]+)\)$/.exec(text) ?? [];
  const told = fact(family);
  return family === '' || told === family ? fact(text) : `${told} (${code})`;
}
