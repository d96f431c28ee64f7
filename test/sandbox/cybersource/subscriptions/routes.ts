// /rbs/v1/subscriptions: made for a customer of the vault, listed in pages, held and ended.
import { z } from 'zod';
import { type Api, createApi } from '../api.ts';
import { readBody } from '../body.ts';
import type { Gateway } from '../gateway.ts';
import { digits, requestId, timestamp } from '../ids.ts';
import { invalidField, unknownTransaction } from '../refusal.ts';
import {
  cyclesBegun,
  type RecurringSubscription,
  type SubscriptionBook,
  statusOf,
} from './book.ts';

const LIMIT = 20;
const LIMIT_MAX = 100;

const createSchema = z.looseObject({
  subscriptionInformation: z.looseObject({
    code: z.string().optional(),
    name: z.string(),
    startDate: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  }),
  planInformation: z.looseObject({
    billingPeriod: z.looseObject({
      length: z.string().regex(/^\d{1,3}$/),
      unit: z.enum(['D', 'W', 'M', 'Y']),
    }),
    billingCycles: z.looseObject({ total: z.string().regex(/^\d{1,3}$/) }).optional(),
  }),
  paymentInformation: z.looseObject({ customer: z.looseObject({ id: z.string() }) }),
  orderInformation: z.looseObject({
    amountDetails: z.looseObject({
      currency: z.string().length(3),
      billingAmount: z.string().regex(/^\d+(\.\d+)?$/),
    }),
  }),
});

export function subscriptionRoutes(gateway: Gateway, book: SubscriptionBook): Api {
  const api = createApi();
  api.post('/rbs/v1/subscriptions', (c) => {
    const { merchantId } = c.var.merchant;
    const row = book.put(create(gateway, merchantId, c.var.body));
    return c.json(answered(row, gateway.now()), 201);
  });
  api.get('/rbs/v1/subscriptions', (c) => {
    const { offset = '0', limit = String(LIMIT), code, status } = c.req.query();
    if (!/^\d+$/.test(offset)) throw invalidField('offset');
    if (!/^\d+$/.test(limit) || Number(limit) > LIMIT_MAX) throw invalidField('limit');
    const nowMs = gateway.now();
    const found = book
      .ofMerchant(c.var.merchant.merchantId)
      .filter((row) => code === undefined || row.code === code)
      .filter((row) => status === undefined || statusOf(row, nowMs) === status);
    return c.json({
      _links: { self: { href: '/rbs/v1/subscriptions', method: 'GET' } },
      submitTimeUtc: timestamp(nowMs),
      totalCount: found.length,
      subscriptions: found
        .slice(Number(offset), Number(offset) + Number(limit))
        .map((row) => view(row, nowMs)),
    });
  });
  api.get('/rbs/v1/subscriptions/:id', (c) => {
    const row = book.find(c.var.merchant.merchantId, c.req.param('id'));
    if (row === undefined) throw unknownTransaction();
    return c.json({ submitTimeUtc: timestamp(gateway.now()), ...view(row, gateway.now()) });
  });
  const held = { suspend: 'suspended', cancel: 'cancelled', activate: 'no' } as const;
  for (const action of ['suspend', 'cancel', 'activate'] as const) {
    api.post(`/rbs/v1/subscriptions/:id/${action}`, (c) => {
      const row = book.find(c.var.merchant.merchantId, c.req.param('id'));
      if (row === undefined) throw unknownTransaction();
      if (row.held === 'cancelled') throw invalidField('id');
      const changed = book.put({ ...row, held: held[action] });
      return c.json({ ...answered(changed, gateway.now()), status: 'ACCEPTED' }, 202);
    });
  }
  return api;
}

function create(gateway: Gateway, merchantId: string, body: Uint8Array): RecurringSubscription {
  const read = readBody(body, createSchema);
  const { subscriptionInformation, planInformation, paymentInformation } = read;
  const { amountDetails } = read.orderInformation;
  const { customer } = paymentInformation;
  // Recurring billing charges a customer of this merchant's vault and nobody else.
  gateway.vault.customers.get(merchantId, customer.id);
  const total = planInformation.billingCycles?.total;
  return {
    id: requestId(gateway.now()),
    merchantId,
    code: subscriptionInformation.code ?? digits(7),
    name: subscriptionInformation.name,
    customerId: customer.id,
    period: planInformation.billingPeriod,
    ...(total === undefined ? {} : { totalCycles: Number(total) }),
    startMs: Date.parse(subscriptionInformation.startDate),
    currency: amountDetails.currency,
    billingAmount: amountDetails.billingAmount,
    held: 'no',
  };
}

function links({ id }: RecurringSubscription): object {
  const self = `/rbs/v1/subscriptions/${id}`;
  return {
    self: { href: self, method: 'GET' },
    cancel: { href: `${self}/cancel`, method: 'POST' },
    suspend: { href: `${self}/suspend`, method: 'POST' },
  };
}

function answered(row: RecurringSubscription, nowMs: number) {
  return {
    _links: links(row),
    id: row.id,
    submitTimeUtc: timestamp(nowMs),
    status: 'COMPLETED',
    subscriptionInformation: { code: row.code, status: statusOf(row, nowMs) },
  };
}

function view(row: RecurringSubscription, nowMs: number) {
  return {
    _links: links(row),
    id: row.id,
    planInformation: {
      billingPeriod: row.period,
      billingCycles: {
        ...(row.totalCycles === undefined ? {} : { total: String(row.totalCycles) }),
        current: String(cyclesBegun(row, nowMs)),
      },
    },
    subscriptionInformation: {
      code: row.code,
      name: row.name,
      startDate: timestamp(row.startMs),
      status: statusOf(row, nowMs),
    },
    paymentInformation: { customer: { id: row.customerId } },
    orderInformation: {
      amountDetails: { currency: row.currency, billingAmount: row.billingAmount },
    },
  };
}
