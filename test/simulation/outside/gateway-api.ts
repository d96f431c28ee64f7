// The gateway's REST answers: transaction detail, transaction search and refunds, each for one merchant id.
import type { Scheduler } from '../scheduler.ts';
import type { AskedMovements } from './asked-movements.ts';
import { openFields, publicKey } from './card-fields.ts';
import type { GatewayModel, Transaction } from './gateway.ts';
import { answerMovement, listCards, removeCard } from './gateway-movements.ts';
import type { Issuers } from './issuers.ts';
import { decimalOf, type OutsideReply, type OutsideRequest, textOf } from './route.ts';

const DAY_MS = 24 * 3_600_000;

const notFound: OutsideReply = {
  status: 404,
  body: { message: 'The requested resource does not exist' },
};

const notAuthenticated: OutsideReply = {
  status: 401,
  body: { response: { rmsg: 'Authentication Failed' } },
};

export function answerAsGateway(
  model: GatewayModel,
  asked: AskedMovements,
  issuers: Issuers,
  scheduler: Scheduler,
  request: OutsideRequest,
): OutsideReply {
  const merchantId = request.headers['v-c-merchant-id'] ?? '';
  const [service, , resource, id = '', part] = request.path;
  if (service === 'flex' && resource === 'public-keys') return publicKey(id);
  const keyId = /keyid="([^"]+)"/.exec(request.headers.signature ?? '')?.[1];
  if (keyId !== model.keyIdOf(merchantId)) return notAuthenticated;
  if (service === 'tss' && resource === 'transactions') {
    const found = model.transactions.get(id);
    const visible = found !== undefined && found.visibleAt <= scheduler.nowMs;
    return visible && found.merchantId === merchantId
      ? { status: 200, body: detail(model, found) }
      : notFound;
  }
  if (service === 'tss' && resource === 'searches') {
    return search(model, scheduler, merchantId, request);
  }
  if (service === 'reporting' && resource === 'conversion-details') {
    return decided(model, scheduler, merchantId, request);
  }
  if (service === 'reporting' && resource === 'chargeback-details') {
    return disputed(model, merchantId, request);
  }
  if (service === 'microform') return openFields(scheduler.nowMs);
  if (service === 'risk') return issuers.answer(request) ?? notFound;
  if (service === 'tms' && part === 'payment-instruments') {
    const cardId = request.path[5];
    return cardId === undefined ? listCards(model, id) : removeCard(model, cardId);
  }
  const moved = service === 'pts' ? answerMovement(model, asked, merchantId, request) : undefined;
  return moved ?? notFound;
}

const applicationNames = {
  payment: ['ics_auth'],
  capture: ['ics_bill'],
  refund: ['ics_credit'],
  reversal: ['ics_auth_reversal'],
  void: ['ics_void'],
} as const;

function detail(model: GatewayModel, one: Transaction): object {
  const declined = one.status === 'DECLINED';
  const amount = decimalOf(one.amountMinor, one.currency);
  const names = [...applicationNames[one.kind], ...(one.billed ? ['ics_bill'] : [])];
  return {
    id: one.id,
    rootId: one.rootId,
    merchantId: one.merchantId,
    submitTimeUTC: new Date(one.submittedAt).toISOString(),
    applicationInformation: {
      status: one.status,
      reasonCode: declined ? 203 : 100,
      applications: names.map((name) => ({
        name,
        status: one.status,
        reasonCode: declined ? '203' : '100',
        rCode: declined ? '0' : '1',
      })),
    },
    clientReferenceInformation: { code: one.code },
    ...(declined
      ? { errorInformation: { reason: one.declineReason ?? 'PROCESSOR_DECLINED' } }
      : {}),
    ...(one.keepsCard === true ? { tokenInformation: { customer: { id: `C${one.id}` } } } : {}),
    orderInformation: {
      amountDetails: { totalAmount: amount, authorizedAmount: amount, currency: one.currency },
      billTo: {
        firstName: one.buyer.firstName,
        lastName: one.buyer.lastName,
        email: one.buyer.email,
      },
    },
    paymentInformation: {
      card: { suffix: '1111', type: '001', expirationMonth: '12', expirationYear: '2031' },
    },
    _links: {
      relatedTransactions: model
        .related(one)
        .map(({ id }) => ({ href: `https://gateway.test/tss/v2/transactions/${id}` })),
    },
  };
}

function search(
  model: GatewayModel,
  scheduler: Scheduler,
  merchantId: string,
  { json }: OutsideRequest,
): OutsideReply {
  const matches = readQuery(textOf(json, 'query'));
  const offset = Number(textOf(json, 'offset') || '0');
  const limit = Number(textOf(json, 'limit') || '20');
  const all = [...model.transactions.values()]
    .filter((one) => one.merchantId === merchantId && one.indexedAt <= scheduler.nowMs)
    .filter(matches)
    .sort((a, b) => a.submittedAt - b.submittedAt);
  const rows = all.slice(offset, offset + limit).map((one) => ({
    id: one.id,
    submitTimeUtc: new Date(one.submittedAt).toISOString(),
    clientReferenceInformation: { code: one.code },
  }));
  return {
    status: 201,
    body: { totalCount: all.length, count: rows.length, _embedded: { transactionSummaries: rows } },
  };
}

/** Decisions of the last 24 hours; "none" is a 404. */
function decided(
  model: GatewayModel,
  scheduler: Scheduler,
  merchantId: string,
  { query }: OutsideRequest,
): OutsideReply {
  const [from, to] = ['startTime', 'endTime'].map((name) => Date.parse(query.get(name) ?? ''));
  if (from === undefined || to === undefined || to - from > DAY_MS) {
    return { status: 400, body: { reason: 'INVALID_DATA', message: 'At most 24 hours.' } };
  }
  const rows = model.payments().filter(({ decidedAt = 0, ...one }) => {
    const isRecent = decidedAt > scheduler.nowMs - DAY_MS;
    return one.merchantId === merchantId && isRecent && decidedAt >= from && decidedAt <= to;
  });
  if (rows.length === 0) return { status: 404, body: { message: 'No Reports Found' } };
  const conversionDetails = rows.map(({ id, code }) => ({
    requestId: id,
    merchantReferenceNumber: code,
  }));
  return { status: 200, body: { conversionDetails } };
}

/** Disputes as they were reported; "none" is a 404. */
function disputed(
  model: GatewayModel,
  merchantId: string,
  { query }: OutsideRequest,
): OutsideReply {
  const [from = 0, to = 0] = ['startTime', 'endTime'].map((name) =>
    Date.parse(query.get(name) ?? ''),
  );
  const chargebackDetails = model.disputes.rows(merchantId, from, to);
  if (chargebackDetails.length === 0) {
    return { status: 404, body: { message: 'No Reports Found' } };
  }
  return { status: 200, body: { chargebackDetails } };
}

function readQuery(query: string): (one: Transaction) => boolean {
  const reference = /^clientReferenceInformation\.code:"?([^"]+)"?$/.exec(query)?.[1];
  if (reference !== undefined) return (one) => one.code === reference;
  const range = /^submitTimeUtc:\[(\d+) TO (\d+)\]$/.exec(query);
  if (range === null) throw new Error(`a search that the gateway does not understand: ${query}`);
  const [from, to] = [Number(range[1]), Number(range[2])];
  return (one) => one.submittedAt >= from && one.submittedAt <= to;
}
