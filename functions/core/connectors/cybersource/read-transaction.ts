// Reads a transaction detail and the rows of a transaction search into our words.
import { type Currency, isCurrency } from '../../domain/currency.ts';
import type {
  GatewayApplication,
  GatewayTransaction,
  GatewayTransactionSummary,
} from '../../domain/gateway-transaction.ts';
import { type GatewayId, isSafeId, type MerchantId } from '../../domain/ids.ts';
import { type Money, parseDecimal } from '../../domain/money.ts';
import { firstTextAt, listAt, present, textAt, valueAt } from '../transport/read-json.ts';
import { readCard } from './read-card.ts';
import { readCustomer } from './read-customer.ts';
import { readFraud } from './read-fraud.ts';
import { readPaymentMethod } from './read-payment-method.ts';

/** Who was asked for what, and when: what stands in for fields that the gateway leaves out. */
export interface TransactionAsked {
  readonly merchant: MerchantId;
  readonly id: GatewayId;
  /** Epoch ms of the reading. */
  readonly readAt: number;
}

/** Undefined when the answer is not about the transaction that was asked for. */
export function readTransaction(
  json: unknown,
  asked: TransactionAsked,
): GatewayTransaction | undefined {
  if (readId(json) !== asked.id) return undefined;
  const application = valueAt(json, 'applicationInformation');
  const order = valueAt(json, 'orderInformation');
  const currency = textAt(order, 'amountDetails', 'currency');
  return present({
    id: asked.id,
    rootId: readId(json, 'rootId') ?? asked.id,
    merchantId: (textAt(json, 'merchantId') ?? asked.merchant) as MerchantId,
    submittedAt: readSubmitted(json) ?? asked.readAt,
    reference: textAt(json, 'clientReferenceInformation', 'code'),
    status: textAt(application, 'status') ?? textAt(json, 'status'),
    reasonCode: textAt(application, 'reasonCode'),
    applications: listAt(application, 'applications').flatMap(readApplication),
    total: readMoney(textAt(order, 'amountDetails', 'totalAmount'), currency),
    authorized: readMoney(textAt(order, 'amountDetails', 'authorizedAmount'), currency),
    method: readPaymentMethod(json),
    card: readCard(valueAt(json, 'paymentInformation')),
    approvalCode: textAt(json, 'processorInformation', 'approvalCode'),
    reconciliationId: textAt(json, 'reconciliationId'),
    customerProfileId: readProfileId(json),
    exchangeRate: readRate(textAt(order, 'amountDetails', 'exchangeRate')),
    customer: readCustomer(order),
    fraud: readFraud(valueAt(json, 'riskInformation')),
    errorReason: textAt(json, 'errorInformation', 'reason'),
    related: listAt(json, '_links', 'relatedTransactions').flatMap(readRelated),
  });
}

/** A row of a search; rows without an id are of no use. */
export function readSummary(json: unknown): GatewayTransactionSummary[] {
  const id = readId(json);
  if (id === undefined) return [];
  const reference = textAt(json, 'clientReferenceInformation', 'code');
  // Zero, not now: a poller that remembers the newest time it saw must not be moved on by a row without one.
  return [present({ id, submittedAt: readSubmitted(json) ?? 0, reference })];
}

/** An id that is safe in keys and addresses; undefined otherwise. */
export function readId(json: unknown, field = 'id'): GatewayId | undefined {
  const id = textAt(json, field);
  return id !== undefined && isSafeId(id) ? (id as GatewayId) : undefined;
}

/** Epoch ms. Details spell it `submitTimeUTC`, everything else `submitTimeUtc`. */
export function readSubmitted(json: unknown): number | undefined {
  const text = firstTextAt(json, [['submitTimeUTC'], ['submitTimeUtc']]);
  if (text === undefined) return undefined;
  const at = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(at) ? undefined : at;
}

function readApplication(json: unknown): GatewayApplication[] {
  const name = textAt(json, 'name');
  if (name === undefined) return [];
  return [
    present({
      name,
      status: textAt(json, 'status'),
      reasonCode: textAt(json, 'reasonCode'),
      rCode: textAt(json, 'rCode'),
      rFlag: textAt(json, 'rFlag'),
    }),
  ];
}

function readMoney(amount: string | undefined, currency: string | undefined): Money | undefined {
  if (amount === undefined || currency === undefined || !isCurrency(currency)) return undefined;
  return parseDecimal(amount, currency as Currency);
}

/** The vault's customer that paid, or that was made of who paid. */
function readProfileId(json: unknown): string | undefined {
  return firstTextAt(json, [
    ['paymentInformation', 'customer', 'id'],
    ['paymentInformation', 'customer', 'customerId'],
    ['tokenInformation', 'customer', 'id'],
  ]);
}

/** The gateway writes it only where it has converted; zero means that it has not. */
function readRate(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{1,12}(\.\d{1,12})?$/.test(text) && /[1-9]/.test(text)
    ? text
    : undefined;
}

function readRelated(link: unknown): GatewayId[] {
  const id = textAt(link, 'href')?.split('?')[0]?.split('/').at(-1) ?? '';
  return isSafeId(id) ? [id as GatewayId] : [];
}
