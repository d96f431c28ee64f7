// How the transaction search service shows a transaction: in full, and as a search result.
import { formatAmount } from '../amounts.ts';
import { brandName } from '../card-brands.ts';
import { timestamp } from '../ids.ts';
import { messageOf } from '../payments/answers.ts';
import { settledAt, type Transaction } from '../transactions.ts';

interface Application {
  readonly name: string;
  readonly returnCode: number;
}

const APPLICATIONS: Readonly<Record<string, Application>> = {
  auth: { name: 'ics_auth', returnCode: 1010000 },
  bill: { name: 'ics_bill', returnCode: 1260000 },
  credit: { name: 'ics_credit', returnCode: 1280000 },
  reversal: { name: 'ics_auth_reversal', returnCode: 1270000 },
  void: { name: 'ics_void', returnCode: 1300000 },
  decision: { name: 'ics_decision', returnCode: 1320000 },
  token: { name: 'ics_pay_subscription_create', returnCode: 1290000 },
};

/** GET /tss/v2/transactions/{id}. @param chain all transactions of its chain. */
export function transactionDetail(
  row: Transaction,
  chain: readonly Transaction[],
  nowMs: number,
): object {
  const related = chain.filter((other) => other.id !== row.id);
  return {
    id: row.id,
    rootId: row.rootId,
    reconciliationId: row.reconciliationId,
    // The search and payment services spell it submitTimeUtc.
    submitTimeUTC: timestamp(row.submitTimeMs),
    merchantId: row.merchantId,
    applicationInformation: {
      status: currentStatus(row, nowMs),
      reasonCode: row.reasonCode,
      ...flags(row),
      applications: applications(row, nowMs),
    },
    buyerInformation: buyer(row),
    clientReferenceInformation: {
      code: row.code,
      applicationName: 'REST API',
      applicationVersion: '1.0',
      partner: {},
    },
    ...(row.reason === undefined
      ? {}
      : { errorInformation: { reason: row.reason, message: messageOf(row.reason) } }),
    ...shared(row),
    orderInformation: orderInformation(row, nowMs),
    processorInformation: processorInformation(row),
    ...(row.risk === undefined ? {} : { riskInformation: riskInformation(row) }),
    _links: {
      self: { href: detailPath(row), method: 'GET' },
      ...(related.length > 0
        ? { relatedTransactions: related.map((one) => ({ href: detailPath(one), method: 'GET' })) }
        : {}),
    },
  };
}

/** One entry of `_embedded.transactionSummaries`. */
export function transactionSummary(row: Transaction, nowMs: number): object {
  return {
    id: row.id,
    submitTimeUtc: timestamp(row.submitTimeMs),
    merchantId: row.merchantId,
    applicationInformation: {
      reasonCode: String(row.reasonCode),
      ...flags(row),
      applications: applications(row, nowMs),
    },
    buyerInformation: buyer(row),
    clientReferenceInformation: { code: row.code, applicationName: 'REST API', partner: {} },
    ...(row.reason === undefined ? {} : { errorInformation: { reason: row.reason } }),
    ...shared(row),
    orderInformation: orderInformation(row, nowMs),
    processorInformation: processorInformation(row),
    _links: { transactionDetail: { href: detailPath(row), method: 'GET' } },
  };
}

/** The status shown now: TRANSMITTED once the batch went out. */
export function currentStatus(row: Transaction, nowMs: number): string {
  return settledAt(row, nowMs) === undefined ? row.status : 'TRANSMITTED';
}

function detailPath(row: Transaction): string {
  return `/tss/v2/transactions/${row.id}`;
}

/** rCode and rFlag of a classic reply. */
function flags(row: Transaction): { rCode: string; rFlag: string } {
  if (row.status === 'DECLINED') return { rCode: '0', rFlag: 'DCARDREFUSED' };
  return { rCode: '1', rFlag: 'SOK' };
}

function applications(row: Transaction, nowMs: number): object[] {
  const settled = settledAt(row, nowMs) !== undefined;
  const billStatus = row.voided ? 'VOIDED' : settled ? 'TRANSMITTED' : 'PENDING';
  const bill = { status: billStatus };
  switch (row.kind) {
    case 'payment':
      return paymentApplications(row, bill);
    case 'increment':
      return [application(row, 'auth')];
    case 'capture':
      return [application(row, 'bill', bill)];
    case 'refund':
    case 'credit':
      return [application(row, 'credit', row.status === 'DECLINED' ? {} : bill)];
    case 'reversal':
      return [application(row, 'reversal')];
    case 'void':
      return [application(row, 'void')];
    case 'decision':
      return [application(row, 'decision')];
  }
}

function paymentApplications(row: Transaction, bill: object): object[] {
  return [
    ...(row.processor === undefined ? [] : [application(row, 'auth')]),
    ...(row.sale ? [application(row, 'bill', bill)] : []),
    ...(row.risk === undefined ? [] : [application(row, 'decision')]),
    ...(row.tokens?.customer === undefined ? [] : [application(row, 'token')]),
  ];
}

function application(row: Transaction, which: string, extra: object = {}): object {
  const known = APPLICATIONS[which];
  const declined = row.status === 'DECLINED';
  return {
    name: known?.name,
    reasonCode: String(row.reasonCode),
    ...flags(row),
    reconciliationId: row.reconciliationId,
    rMessage: declined ? messageOf(row.reason ?? '') : 'Request was processed successfully.',
    returnCode: known?.returnCode,
    ...extra,
  };
}

function buyer(row: Transaction): object {
  return row.merchantCustomerId === undefined ? {} : { merchantCustomerId: row.merchantCustomerId };
}

/** Parts that detail and summary show alike. */
function shared(row: Transaction): object {
  return {
    ...(row.card === undefined ? {} : { paymentInformation: paymentInformation(row) }),
    ...(row.ipAddress === undefined ? {} : { deviceInformation: { ipAddress: row.ipAddress } }),
    ...(row.merchantDefined === undefined
      ? {}
      : { merchantDefinedInformation: row.merchantDefined }),
    processingInformation: { commerceIndicator: '7', commerceIndicatorLabel: 'internet' },
    fraudMarkingInformation: {},
  };
}

function orderInformation(row: Transaction, nowMs: number): object {
  const amount = formatAmount(row.amountMinor, row.currency);
  const settled = settledAt(row, nowMs) !== undefined;
  const refundable = row.kind === 'payment' || row.kind === 'capture';
  const balance = formatAmount(row.capturedMinor - row.refundedMinor, row.currency);
  return {
    ...(row.billTo === undefined ? {} : { billTo: row.billTo }),
    ...(row.shipTo === undefined ? {} : { shipTo: row.shipTo }),
    amountDetails: {
      totalAmount: amount,
      currency: row.currency,
      ...(row.kind === 'payment'
        ? { authorizedAmount: formatAmount(row.authorizedMinor, row.currency) }
        : {}),
      ...(settled ? { settlementAmount: amount, settlementCurrency: row.currency } : {}),
      ...(refundable && row.capturedMinor > 0 ? { refundBalance: balance } : {}),
    },
  };
}

function paymentInformation(row: Transaction): object {
  const { card, tokens } = row;
  if (card === undefined) return {};
  return {
    paymentType: { name: 'vdcsandbox', type: 'credit card', method: card.type },
    card: {
      prefix: card.prefix,
      suffix: card.suffix,
      expirationMonth: card.expirationMonth,
      expirationYear: card.expirationYear,
      type: card.type,
      brandName: brandName(card.type),
    },
    ...(tokens?.customer === undefined
      ? {}
      : { customer: { id: tokens.customer, customerId: tokens.customer } }),
    ...(tokens?.paymentInstrument === undefined
      ? {}
      : { paymentInstrument: { id: tokens.paymentInstrument } }),
    ...(tokens?.instrumentIdentifier === undefined
      ? {}
      : { instrumentIdentifier: { id: tokens.instrumentIdentifier } }),
    accountFeatures: {},
    issuerInformation: {},
  };
}

function processorInformation(row: Transaction): object {
  const name = { processor: { name: 'vdcsandbox' } };
  const { processor } = row;
  if (processor === undefined) return name;
  const { avsCode, cardVerificationCode, ...rest } = processor;
  return {
    ...name,
    ...rest,
    avs: { code: avsCode, codeRaw: avsCode },
    cardVerification:
      cardVerificationCode === undefined ? {} : { resultCode: cardVerificationCode },
  };
}

/** The score is a number here, and the profile carries the decision. */
function riskInformation(row: Transaction): object {
  const { risk, reviewCase } = row;
  const decided = reviewCase?.state.replace('ACCEPTED', 'ACCEPT').replace('REJECTED', 'REJECT');
  return {
    profile: {
      name: risk?.profile,
      decision: decided === undefined || decided === 'OPEN' ? risk?.decision : decided,
    },
    rules: risk?.rules,
    score: { result: risk?.score, factorCodes: risk?.factorCodes },
  };
}
