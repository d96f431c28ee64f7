// A small world in which all is right: one order that was paid and partly refunded, one that waits for its capture.
import { createHash } from 'node:crypto';
import type { StoredRow, World } from './world.ts';

const installation = 'larkfield';
const merchantId = 'larkfield_usd';
const paymentKey = (gatewayId: string) => `${installation}|${merchantId}|${gatewayId}`;
const intent = '01JABCDEFGHJKMNPQRSTVWXYZ0';
const movementKey = `${installation}|${intent}`;

const transaction = {
  merchantId,
  code: '1041',
  currency: 'USD',
  status: 'AUTHORIZED',
  sale: true,
  capturedMinor: 0,
  refundedMinor: 0,
  voided: false,
};
const buyer = { currency: 'USD', email: 'Ada@example.com', name: 'Ada Lane' };
const account = 'clearing-usd';

function auditEntry(number: number, action: string, previous: StoredRow | undefined): StoredRow {
  const row = {
    audit_key: `${installation}|${String(number).padStart(12, '0')}`,
    once_key: `${action}|${movementKey}`,
    installation,
    at: 1_795_000_000_000 + number,
    actor_id: '1',
    actor_name: 'Accounts Clerk',
    action,
    subject: movementKey,
    detail: '{}',
    previous_hash: previous?.hash ?? '',
  };
  const hash = createHash('sha256').update(JSON.stringify(row)).digest('hex');
  return { ...row, at: String(row.at), previous_hash: row.previous_hash || null, hash };
}

/** A new one at each call, so that a test may spoil it. */
export function rightWorld(): World {
  const asked = auditEntry(1, 'refund.requested', undefined);
  const done = auditEntry(2, 'refund.succeeded', asked);
  return {
    installation,
    gateway: [
      {
        ...transaction,
        ...{ id: 'p1', kind: 'payment', rootId: 'p1' },
        ...{ amountMinor: 9_875, capturedMinor: 9_875, refundedMinor: 500 },
      },
      {
        ...transaction,
        ...{ id: 'r1', kind: 'refund', rootId: 'p1', mti: intent },
        ...{ amountMinor: 500, status: 'PENDING' },
      },
      {
        ...transaction,
        ...{ id: 'p2', kind: 'payment', rootId: 'p2', code: '1042' },
        ...{ amountMinor: 2_490, sale: false },
      },
    ],
    orders: [
      { ...buyer, id: '1041', status: 'processing', totalMinor: 9_875 },
      { ...buyer, id: '1042', status: 'on-hold', totalMinor: 2_490 },
    ],
    customers: [{ id: 'c1', email: 'ada@example.com', currency: 'USD' }],
    salesOrders: [
      { reference: '1041', totalMinor: 9_875, customerId: 'c1' },
      { reference: '1042', totalMinor: 2_490, customerId: 'c1' },
    ],
    invoices: [
      { reference: '1041', totalMinor: 9_875, customerId: 'c1', base: 'sent', balanceMinor: 0 },
    ],
    payments: [
      { reference: 'p1', amountMinor: 9_875, accountId: account, customerId: 'c1', refunds: [] },
    ],
    creditNotes: [
      {
        ...{ reference: 'r1', totalMinor: 500, customerId: 'c1' },
        refunds: [{ reference: 'r1', amountMinor: 500, accountId: account }],
      },
    ],
    crmContacts: [{ email: 'ada@example.com' }],
    crmAccounts: [{ name: 'Ada Lane' }],
    clearingAccounts: { [merchantId]: account },
    store: {
      Inbox: [{ event_key: 'e1', state: 'done', problem: null }],
      Runs: [
        { run_key: 'o1', state: 'done', input: `{"paymentKey":"${paymentKey('p1')}"}` },
        { run_key: 'o2', state: 'waiting', input: `{"paymentKey":"${paymentKey('p2')}"}` },
      ],
      Movements: [
        {
          ...{ movement_key: `${installation}|gw:p1`, kind: 'capture', state: 'succeeded' },
          ...{ origin: 'gateway', gateway_id: 'p1', amount_minor: '9875' },
        },
        {
          ...{ movement_key: movementKey, kind: 'refund', state: 'succeeded', origin: 'panel' },
          ...{ gateway_id: 'r1', amount_minor: '500', sent_at: '1795000000000' },
        },
      ],
      Payments: [
        { payment_key: paymentKey('p1'), gateway_id: 'p1', state: 'captured' },
        { payment_key: paymentKey('p2'), gateway_id: 'p2', state: 'authorized' },
      ],
      Audit: [asked, done],
    },
  };
}
