// What the gateway's reason codes mean, as words that can stand in a list: numbers, names, fraud factors, disputes.
import { disputeReasonText } from '../domain/dispute-reason.ts';

/** `errorInformation.reason` and the like. */
const NAMED: Readonly<Record<string, string>> = {
  AVS_FAILED: 'the billing address does not match',
  CONTACT_PROCESSOR: 'the bank wants a call first',
  EXPIRED_CARD: 'the card has expired',
  PROCESSOR_DECLINED: 'the processor named no cause',
  INSUFFICIENT_FUND: 'there is not enough money',
  STOLEN_LOST_CARD: 'the card is lost or stolen',
  ISSUER_UNAVAILABLE: 'the bank could not be reached',
  UNAUTHORIZED_CARD: 'the card is not allowed here',
  CVN_NOT_MATCH: 'the security code does not match',
  EXCEEDS_CREDIT_LIMIT: 'the credit limit is reached',
  INVALID_CVN: 'the security code is not valid',
  BLACKLISTED_CUSTOMER: 'the customer is on the negative list',
  SUSPENDED_ACCOUNT: 'the account is suspended',
  CV_FAILED: 'the security code check failed',
  INVALID_ACCOUNT: 'the account number is not valid',
  GENERAL_DECLINE: 'the bank named no cause',
  INVALID_MERCHANT_CONFIGURATION: 'the merchant account is not set up for it',
  DECISION_PROFILE_REJECT: 'a fraud rule rejected it',
  DECISION_PROFILE_REVIEW: 'a fraud rule wants a review',
  SCORE_EXCEEDS_THRESHOLD: 'the fraud score is above the limit',
  CONSUMER_AUTHENTICATION_REQUIRED: 'the cardholder must confirm it',
  CONSUMER_AUTHENTICATION_FAILED: 'the cardholder could not be confirmed',
  PROCESSOR_ERROR: 'the processor had a fault',
  MISSING_FIELD: 'a field was missing',
  INVALID_DATA: 'a field was not valid',
  DUPLICATE_REQUEST: 'the gateway has seen this request before',
  CARD_TYPE_NOT_ACCEPTED: 'the card type is not accepted',
  INVALID_CARD_TYPE: 'the card type is not valid',
  EXCEEDS_AUTH_AMOUNT: 'it is more than was authorized',
  AUTH_ALREADY_REVERSED: 'the authorization was released already',
  TRANSACTION_ALREADY_SETTLED: 'the payment is settled already',
  TRANSACTION_ALREADY_REVERSED_OR_SETTLED: 'the payment is released or settled already',
  INVALID_PAYMENT_ID: 'the gateway does not know the payment',
  INVALID_AMOUNT: 'the amount is not valid for it',
  MISSING_AUTH: 'there is no authorization for it',
  CAPTURE_ALREADY_VOIDED: 'the capture was voided already',
  NOT_VOIDABLE: 'it can no longer be voided',
  ACCOUNT_NOT_ALLOWED_CREDIT: 'the merchant account may not refund to it',
  SYSTEM_ERROR: 'the gateway had a fault',
  SERVER_TIMEOUT: 'the gateway took too long',
  SERVICE_TIMEOUT: 'a gateway service took too long',
};

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

const PLAIN: Readonly<Record<string, string>> = {
  '100': 'it went through',
  '110': 'only a part was approved',
};

/** Decision Manager's factor codes. */
const FACTORS: Readonly<Record<string, string>> = {
  A: 'the address changed unusually often',
  B: 'the card’s bank or earlier authorizations are risky',
  C: 'the buyer used many card numbers',
  D: 'the e-mail address is risky',
  E: 'the buyer is on the positive list',
  F: 'the order matches the negative list',
  G: 'address, phone and network are in different places',
  H: 'the name changed unusually often',
  I: 'the network does not fit the billing details',
  N: 'names or addresses contain nonsense',
  O: 'names or addresses contain obscenities',
  P: 'one identity is used with many others',
  Q: 'the phone number does not fit the address',
  R: 'amount, items or delivery are risky',
  T: 'it was ordered at an unusual hour',
  U: 'the address could not be verified',
  V: 'card, address or network were used many times lately',
  W: 'the address resembles a suspect one',
  Y: 'billing and delivery address differ, as with a gift',
  Z: 'a value was not valid',
};

const own = (table: Readonly<Record<string, string>>, key: string) =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** Words for one code, the code behind them where it says more; a code that nobody knows stays visible. */
export function reasonWords(code: string): string {
  const known = own(NAMED, own(NUMBERED, code) ?? code) ?? own(FACTORS, code) ?? own(PLAIN, code);
  if (known !== undefined) return known;
  if (/^(?:1\d(?:\.\d+)?|48\d\d)$/.test(code)) {
    const text = disputeReasonText(code);
    return text.charAt(0).toLowerCase() + text.slice(1);
  }
  return `reason ${code}`;
}
