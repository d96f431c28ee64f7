// The 201 bodies of the payment service.
import { formatAmount } from '../amounts.ts';
import { timestamp } from '../ids.ts';
import type { RiskAssessment } from '../risk/decision-rules.ts';
import type { Transaction, TransactionKind } from '../transactions.ts';

const PATHS: Readonly<Record<TransactionKind, string>> = {
  payment: '/pts/v2/payments',
  increment: '/pts/v2/payments',
  capture: '/pts/v2/captures',
  refund: '/pts/v2/refunds',
  credit: '/pts/v2/credits',
  reversal: '/pts/v2/reversals',
  void: '/pts/v2/voids',
  decision: '/risk/v1/decisions',
};

/** What further calls a transaction offers, as paths under its own. */
const OFFERS: Readonly<Partial<Record<TransactionKind, readonly string[]>>> = {
  capture: ['void', 'refund'],
  refund: ['void'],
  credit: ['void'],
};

/** `/pts/v2/captures/{id}` and the like. */
export function pathOf(row: Transaction): string {
  return `${PATHS[row.kind]}/${row.id}`;
}

/** @param tokensAreNew whether TOKEN_CREATE met a card number for the first time. */
export function paymentAnswer(row: Transaction, tokensAreNew: boolean | undefined): object {
  const amount = formatAmount(row.authorizedMinor, row.currency);
  return {
    ...frame(row, paymentOffers(row)),
    orderInformation: {
      amountDetails: {
        ...(row.sale ? { totalAmount: amount } : {}),
        authorizedAmount: amount,
        currency: row.currency,
      },
    },
    ...(row.card === undefined
      ? {}
      : {
          paymentAccountInformation: { card: { type: row.card.type } },
          paymentInformation: {
            card: { type: row.card.type },
            tokenizedCard: { type: row.card.type },
            ...tokenLinks(row),
          },
        }),
    ...processorInformation(row),
    ...(row.risk === undefined ? {} : { riskInformation: riskInformation(row.risk) }),
    ...(tokensAreNew === undefined
      ? {}
      : { tokenInformation: tokenInformation(row, tokensAreNew) }),
    ...errorInformation(row),
  };
}

export function captureAnswer(row: Transaction): object {
  const totalAmount = formatAmount(row.amountMinor, row.currency);
  return {
    ...frame(row),
    orderInformation: { amountDetails: { totalAmount, currency: row.currency } },
  };
}

export function refundAnswer(row: Transaction): object {
  const refundAmount = formatAmount(row.amountMinor, row.currency);
  return {
    ...frame(row),
    refundAmountDetails: { refundAmount, currency: row.currency },
    orderInformation: { amountDetails: { currency: row.currency } },
    ...processorInformation(row),
    ...errorInformation(row),
  };
}

export function creditAnswer(row: Transaction): object {
  const creditAmount = formatAmount(row.amountMinor, row.currency);
  return {
    ...frame(row),
    creditAmountDetails: { creditAmount, currency: row.currency },
    ...processorInformation(row),
    ...errorInformation(row),
  };
}

export function reversalAnswer(row: Transaction, original: Transaction): object {
  return {
    ...frame(row),
    reversalAmountDetails: {
      reversedAmount: formatAmount(row.amountMinor, row.currency),
      originalTransactionAmount: formatAmount(original.amountMinor, row.currency),
      currency: row.currency,
    },
    processorInformation: { responseCode: '00' },
  };
}

export function voidAnswer(row: Transaction, original: Transaction): object {
  return {
    ...frame(row),
    voidAmountDetails: {
      voidAmount: formatAmount(row.amountMinor, row.currency),
      originalTransactionAmount: formatAmount(original.amountMinor, row.currency),
      currency: row.currency,
    },
  };
}

/** PATCH of a payment: the new total held. */
export function incrementAnswer(row: Transaction, payment: Transaction): object {
  const authorizedAmount = formatAmount(payment.authorizedMinor, row.currency);
  return {
    ...frame(row),
    orderInformation: { amountDetails: { authorizedAmount, currency: row.currency } },
    ...processorInformation(row),
  };
}

/** `riskInformation` of a payment or decision; the score is a string here. */
export function riskInformation(risk: RiskAssessment): object {
  return {
    // The misspelling is the service's own.
    profile: { name: risk.profile, desinationQueue: 'Review queue', selectorRule: 'Card payments' },
    rules: risk.rules,
    score: {
      result: String(risk.score),
      factorCodes: risk.factorCodes,
      modelUsed: 'Default Model',
    },
    ...(Object.keys(risk.infoCodes).length > 0 ? { infoCodes: risk.infoCodes } : {}),
    casePriority: '3',
  };
}

function frame(row: Transaction, offers: object = followOnOffers(row)): object {
  return {
    _links: { self: { method: 'GET', href: pathOf(row) }, ...offers },
    id: row.id,
    submitTimeUtc: timestamp(row.submitTimeMs),
    status: row.answeredStatus,
    reconciliationId: row.reconciliationId,
    clientReferenceInformation: { code: row.code },
  };
}

function followOnOffers(row: Transaction): object {
  if (row.answeredStatus === 'DECLINED') return {};
  const names = OFFERS[row.kind] ?? [];
  return Object.fromEntries(names.map((name) => [name, link(row, `${name}s`)]));
}

function paymentOffers(row: Transaction): object {
  if (row.authorizedMinor === 0) return {};
  return row.sale
    ? { void: link(row, 'voids'), refund: link(row, 'refunds') }
    : { authReversal: link(row, 'reversals'), capture: link(row, 'captures') };
}

function link(row: Transaction, action: string): object {
  return { method: 'POST', href: `${pathOf(row)}/${action}` };
}

function tokenLinks(row: Transaction): object {
  const { customer, paymentInstrument, instrumentIdentifier } = row.tokens ?? {};
  return {
    ...(customer === undefined ? {} : { customer: { id: customer } }),
    ...(paymentInstrument === undefined ? {} : { paymentInstrument: { id: paymentInstrument } }),
    ...(instrumentIdentifier === undefined
      ? {}
      : { instrumentIdentifier: { id: instrumentIdentifier, state: 'ACTIVE' } }),
  };
}

function tokenInformation(row: Transaction, isNew: boolean): object {
  const { shippingAddress } = row.tokens ?? {};
  return {
    // Lower-case i, as the service writes it.
    instrumentidentifierNew: isNew,
    ...tokenLinks(row),
    ...(shippingAddress === undefined ? {} : { shippingAddress: { id: shippingAddress } }),
  };
}

function processorInformation(row: Transaction): object {
  const { processor } = row;
  if (processor === undefined) return {};
  const { avsCode, cardVerificationCode, ...rest } = processor;
  const resultCode = cardVerificationCode;
  return {
    processorInformation: {
      ...rest,
      avs: { code: avsCode, codeRaw: avsCode },
      ...(resultCode === undefined
        ? {}
        : { cardVerification: { resultCode, resultCodeRaw: resultCode } }),
    },
  };
}

function errorInformation(row: Transaction): object {
  if (row.reason === undefined) return {};
  return { errorInformation: { reason: row.reason, message: messageOf(row.reason) } };
}

/** A sentence for an `errorInformation.reason`. */
export function messageOf(reason: string): string {
  return MESSAGES[reason] ?? 'The request was declined';
}

const MESSAGES: Readonly<Record<string, string>> = {
  AVS_FAILED: 'The issuer approved, but the address did not match',
  CV_FAILED: 'The issuer approved, but the security code did not match',
  CONTACT_PROCESSOR: 'The issuer has a question about the request',
  EXPIRED_CARD: 'The card has expired',
  PROCESSOR_DECLINED: 'The issuer declined the card, no reason given',
  PROCESSOR_ERROR: 'The processor failed',
  INSUFFICIENT_FUND: 'There is not enough money in the account',
  STOLEN_LOST_CARD: 'The card is reported stolen or lost',
  ISSUER_UNAVAILABLE: 'The issuer cannot be reached',
  UNAUTHORIZED_CARD: 'The card is not active or not allowed for this kind of payment',
  EXCEEDS_CREDIT_LIMIT: 'The card has reached its limit',
  SUSPENDED_ACCOUNT: 'The account is suspended',
  INVALID_CVN: 'The security code is not valid',
  INVALID_ACCOUNT: 'The account number is not valid',
  INVALID_MERCHANT_CONFIGURATION: "There is a problem with the merchant's configuration",
  DECISION_PROFILE_REVIEW: 'The order is marked for review by Decision Manager',
  DECISION_PROFILE_REJECT: 'The order is rejected by Decision Manager',
};
