// The routes of Decision Manager, /risk/v1.
import { z } from 'zod';
import { type Api, createApi, hal } from '../api.ts';
import { readBody } from '../body.ts';
import { beginTransaction, type Gateway } from '../gateway.ts';
import { isRequestId, requestId, timestamp } from '../ids.ts';
import type { Merchant } from '../merchants.ts';
import { messageOf, pathOf, riskInformation } from '../payments/answers.ts';
import { assessPayment, paymentFacts } from '../payments/create-payment.ts';
import { type PaymentRequest, paymentSchema, readAmount } from '../payments/payment-request.ts';
import { invalidField, invalidRequest, unknownTransaction } from '../refusal.ts';
import type { Transaction } from '../transactions.ts';
import { announceNote } from '../webhooks/payloads.ts';
import { addNote, decideCase } from './decide-case.ts';

const DECISIONS = {
  ACCEPT: { status: 'ACCEPTED' },
  REVIEW: { status: 'PENDING_REVIEW', reason: 'DECISION_PROFILE_REVIEW', reasonCode: 480 },
  REJECT: { status: 'REJECTED', reason: 'DECISION_PROFILE_REJECT', reasonCode: 481 },
} as const;

const actionsSchema = z.looseObject({
  decisionInformation: z.looseObject({
    decision: z.enum(['ACCEPT', 'REJECT']),
    comments: z.string().max(1024).optional(),
  }),
  processingInformation: z
    .looseObject({ actionList: z.array(z.enum(['CAPTURE', 'REVERSE'])).max(1) })
    .optional(),
});

const commentsSchema = z.looseObject({
  decisionInformation: z.looseObject({ comments: z.string().min(1).max(1024) }),
});

const markingSchema = z.looseObject({
  riskInformation: z.looseObject({
    markingDetails: z.looseObject({
      action: z.enum(['add', 'clear', 'hide']),
      reason: z.string().optional(),
      notes: z.string().max(120).optional(),
    }),
  }),
});

export function riskRoutes(gateway: Gateway): Api {
  const api = createApi();
  api.post('/risk/v1/decisions', (c) => {
    const request = readBody(c.var.body, paymentSchema);
    return hal(c, decisionAnswer(createDecision(gateway, c.var.merchant, request)));
  });
  api.post('/risk/v1/decisions/:id/actions', (c) => {
    const request = readBody(c.var.body, actionsSchema);
    const { decision, comments } = request.decisionInformation;
    const action = request.processingInformation?.actionList[0];
    if (action !== undefined && (action === 'CAPTURE') !== (decision === 'ACCEPT')) {
      throw invalidField('processingInformation.actionList');
    }
    const { row, embedded } = decideCase(
      gateway,
      c.var.merchant,
      findCase(gateway, c.var.merchant, c.req.param('id')),
      { decision, comments, ...(action ? { action } : {}), reviewer: c.var.merchant.merchantId },
    );
    const status = `${decision}ED`;
    return c.json(
      {
        id: row.id,
        submitTimeUtc: timestamp(gateway.now()),
        status,
        ...(action === undefined ? {} : { _embedded: embedded }),
      },
      201,
    );
  });
  api.post('/risk/v1/decisions/:id/comments', (c) => {
    const { comments } = readBody(c.var.body, commentsSchema).decisionInformation;
    const { merchant } = c.var;
    const row = findCase(gateway, merchant, c.req.param('id'));
    if (row.reviewCase === undefined) {
      throw invalidRequest('INVALID_DATA', 'There is no case for this request');
    }
    const reviewCase = addNote(row.reviewCase, gateway.now(), merchant.merchantId, comments);
    announceNote(gateway, merchant, gateway.ledger.update(row.id, { reviewCase }));
    return c.json(
      { id: row.id, submitTimeUtc: timestamp(gateway.now()), status: 'COMPLETED' },
      201,
    );
  });
  api.post('/risk/v1/decisions/:id/marking', (c) => {
    readBody(c.var.body, markingSchema);
    findCase(gateway, c.var.merchant, c.req.param('id'));
    const nowMs = gateway.now();
    return hal(c, {
      id: requestId(nowMs),
      submitTimeUtc: timestamp(nowMs),
      status: 'COMPLETED',
    });
  });
  return api;
}

/** The payment or decision a case call names by its request id. @throws Refusal 400 or 404. */
function findCase(gateway: Gateway, merchant: Merchant, id: string): Transaction {
  if (!isRequestId(id)) throw invalidField('id');
  const row = gateway.ledger.find(merchant.merchantId, id);
  if (row?.risk === undefined) throw unknownTransaction();
  return row;
}

function createDecision(
  gateway: Gateway,
  merchant: Merchant,
  request: PaymentRequest,
): Transaction {
  const { amountDetails, billTo = {} } = request.orderInformation;
  const amountMinor = readAmount(amountDetails);
  const number = request.paymentInformation?.card?.number;
  const { expirationMonth = '', expirationYear = '' } = request.paymentInformation?.card ?? {};
  const card =
    number === undefined
      ? undefined
      : gateway.vault.keep({ number, expirationMonth, expirationYear });
  const source = { billTo, ...(card === undefined ? {} : { card }) };
  const risk = assessPayment(gateway, merchant, request, source, amountMinor);
  const { status, ...cause } = DECISIONS[risk.decision];
  return gateway.ledger.add({
    ...beginTransaction(gateway, merchant, {
      kind: 'decision',
      reference: request.clientReferenceInformation,
      currency: amountDetails.currency,
      amountMinor,
      status,
    }),
    ...paymentFacts(request, source),
    ...cause,
    risk,
    ...(risk.decision === 'REVIEW' ? { reviewCase: { state: 'OPEN', notes: [] } } : {}),
  });
}

function decisionAnswer(row: Transaction): object {
  return {
    _links: { self: { method: 'GET', href: pathOf(row) } },
    id: row.id,
    submitTimeUtc: timestamp(row.submitTimeMs),
    submitTimeLocal: timestamp(row.submitTimeMs),
    status: row.answeredStatus,
    clientReferenceInformation: { code: row.code },
    orderInformation: { amountDetails: { currency: row.currency } },
    ...(row.card === undefined
      ? {}
      : { paymentInformation: { bin: row.card.prefix, scheme: row.card.type } }),
    ...(row.risk === undefined ? {} : { riskInformation: riskInformation(row.risk) }),
    ...(row.reason === undefined
      ? {}
      : { errorInformation: { reason: row.reason, message: messageOf(row.reason) } }),
  };
}
