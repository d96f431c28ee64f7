// One customer is erased: nothing of them is left in any row, the money and the chain stay as they were.
import { describe, expect, it } from 'vitest';
import { erasePersonRequest } from '../../../../functions/core/contract/lifecycle.ts';
import type { PaymentKey } from '../../../../functions/core/domain/ids.ts';
import {
  erasePerson,
  findPerson,
} from '../../../../functions/core/steps/lifecycle/erase-person.ts';
import type { Row } from '../../../../functions/core/store/schema.ts';
import { putInInbox } from '../../../../functions/core/work/inbox.ts';
import { tablesOfInstallations } from '../../../../functions/core/work/installation-rows.ts';
import { readLog } from '../../../../functions/core/work/movement-log.ts';
import { unpackBody, unpackText } from '../../../../functions/core/work/packed-text.ts';
import { findPayment } from '../../../../functions/core/work/payment-records.ts';
import { fromSafeText } from '../../../../functions/core/work/safe-text.ts';
import { INSTALLATION, MERCHANT, transaction } from '../fake-transactions.ts';
import { createWorld } from '../world.ts';
import { ADMIN } from './whole-company.ts';

const EMAIL = 'ada@example.com';
const KEY = `${INSTALLATION}|${MERCHANT}|p1` as PaymentKey;
const always = () => true;

/** Ada has paid an order, somebody else another one. */
async function sold() {
  const world = createWorld();
  await world.ports.store.insert('Merchants', {
    merchant_key: `${INSTALLATION}|${MERCHANT}`,
    installation: INSTALLATION,
    merchant_id: MERCHANT,
    settings: JSON.stringify({ currencies: ['USD', 'EUR'] }),
  });
  world.places('1001', 4_000, EMAIL);
  world.places('1002', 5_000, 'grace@example.com');
  for (const [id, reference, email] of [
    ['p1', '1001', EMAIL],
    ['p2', '1002', 'grace@example.com'],
  ] as const) {
    const customer = { email, firstName: 'Some', lastName: 'Body' };
    const sale = transaction({ id, kind: 'sale', amountMinor: 4_000, reference });
    world.transactions.set(id, { ...sale, customer });
    await world.announce(id);
    await putInInbox(world.ports, {
      installation: INSTALLATION,
      source: 'woocommerce',
      type: 'order.created',
      subject: reference,
      sameness: [reference],
      body: JSON.stringify({ id: reference, billing: { first_name: 'Ä'.repeat(80), email } }),
    });
  }
  await world.work();
  await world.heal();
  const store = world.ports.store;
  // The stand-in for people knows one only.
  const other = await findPayment(store, `${INSTALLATION}|${MERCHANT}|p2`);
  await store.update('Payments', other?.ROWID ?? '', {
    crm_contact_id: 'another-contact',
    books_customer_id: 'another-customer',
  });
  const everything = async () => {
    const texts: string[] = [];
    for (const table of tablesOfInstallations) {
      for (const row of await store.select(table, { where: [] })) texts.push(plainText(row));
    }
    return texts.join('\n').toLowerCase();
  };
  const erase = (after?: string, isTimeLeft = always) =>
    erasePerson(
      world.ports,
      INSTALLATION,
      ADMIN,
      { email: EMAIL, reference: 'GDPR-7', ...(after === undefined ? {} : { after }) },
      isTimeLeft,
    );
  return { world, store, everything, erase };
}

/** All that a row holds, unpacked. */
function plainText(row: object): string {
  const held = row as Readonly<Record<string, unknown>>;
  const texts = Object.entries(held).map(([name, value]) => {
    if (typeof value !== 'string' || name.startsWith('body')) return String(value);
    return /^[pz]:/.test(value) ? unpackText(value) : fromSafeText(value);
  });
  return [...texts, 'body' in held ? unpackBody(held) : ''].join('\n');
}

describe('a customer who is erased by mail address', () => {
  it('is in no row any more, whole or packed, and others are untouched', async () => {
    const { everything, erase } = await sold();
    expect(await everything()).toContain(EMAIL);
    expect(await erase()).toMatchObject({ ok: true, value: { payments: 1 } });
    const left = await everything();
    expect(left).not.toContain(EMAIL);
    expect(left).toContain('grace@example.com');
  });

  it('leaves payment, movements and the numbers of the books as they were', async () => {
    const { store, erase } = await sold();
    const before = await findPayment(store, KEY);
    const log = await readLog(store, KEY);
    await erase();
    const {
      detail: _,
      customer_key: __,
      crm_contact_id: ___,
      crm_account_id: ____,
      ...kept
    } = before ?? ({} as Row<'Payments'>);
    const after = await findPayment(store, KEY);
    expect(after).toMatchObject(kept);
    expect([after?.customer_key, after?.crm_contact_id]).toEqual([undefined, undefined]);
    expect(await readLog(store, KEY)).toEqual(log);
  });

  it('stays erased when the gateway tells the name again', async () => {
    const { world, everything, erase } = await sold();
    await erase();
    await world.announce('p1', 'payments.captures.accept', 'again');
    world.advance(3_600_000);
    await world.work();
    expect((await findPayment(world.ports.store, KEY))?.detail).not.toContain('customerName');
    expect(await everything()).not.toContain(EMAIL);
  });

  it('leaves the audit chain unchanged but for one entry that names the request only', async () => {
    const { store, erase } = await sold();
    const before = await store.select('Audit', { where: [] });
    await erase();
    const after = await store.select('Audit', { where: [] });
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length)).toMatchObject([
      { action: 'person.erased', subject: 'GDPR-7' },
    ]);
    expect(JSON.stringify(after)).not.toContain(EMAIL);
  });

  it('is erased bit by bit, from wherever the last call has stopped', async () => {
    const { everything, erase } = await sold();
    let next: string | undefined;
    for (let call = 0; call < 50; call += 1) {
      let looks = 1;
      const reply = await erase(next, () => looks-- > 0);
      if (!reply.ok) throw new Error(reply.problem.code);
      next = reply.value.next;
      if (next === undefined) break;
    }
    expect(next).toBeUndefined();
    expect(await everything()).not.toContain(EMAIL);
  });

  it('twice changes nothing the second time', async () => {
    const { store, erase } = await sold();
    await erase();
    const audited = (await store.select('Audit', { where: [] })).length;
    expect(await erase()).toEqual({ ok: true, value: { payments: 0, rows: 0 } });
    expect(await store.select('Audit', { where: [] })).toHaveLength(audited);
  });

  it('keeps what unfinished work needs until that is finished', async () => {
    const { world, store, erase } = await sold();
    await putInInbox(world.ports, {
      installation: INSTALLATION,
      source: 'woocommerce',
      type: 'order.updated',
      subject: '1009',
      sameness: ['1009'],
      body: JSON.stringify({ email: EMAIL }),
    });
    await erase();
    const [waiting] = await store.select('Inbox', { where: [['subject', '=', '1009']] });
    expect(waiting && unpackBody(waiting)).toContain(EMAIL);
    await store.update('Inbox', waiting?.ROWID ?? '', { state: 'done' });
    expect(await erase()).toMatchObject({ value: { rows: 1 } });
  });
});

describe('a customer who is known by what the mail address has led to', () => {
  it('is erased from payments that carry another address', async () => {
    const { world, store, erase } = await sold();
    const payment = await findPayment(store, KEY);
    await store.update('Payments', payment?.ROWID ?? '', { customer_key: 'other' });
    expect(await erase()).toMatchObject({ value: { payments: 1 } });
    expect(await store.select('Links', { where: [['kind', '=', 'customer']] })).toHaveLength(1);
    expect(world.warnings).toEqual([]);
  });
});

describe('an erasure', () => {
  it('is for administrators', async () => {
    const { world } = await sold();
    const actor = { ...ADMIN, role: 'approver' } as const;
    const request = { email: EMAIL, reference: 'x' };
    expect(await erasePerson(world.ports, INSTALLATION, actor, request, always)).toMatchObject({
      problem: { code: 'not-allowed' },
    });
  });

  it('names somebody, and a request instead of the person', () => {
    const wrong = [
      { reference: 'r' },
      { email: 'no mail', reference: 'r' },
      { email: EMAIL },
      { email: EMAIL, reference: 'ada@example.com' },
      { email: EMAIL, reference: 'r', after: "x' OR 1" },
    ];
    expect(wrong.map((one) => erasePersonRequest.safeParse(one).success)).toEqual(
      wrong.map(() => false),
    );
  });
});

describe('looking what is there first', () => {
  it('counts what would be erased and changes nothing, in bites as well', async () => {
    const { world, everything } = await sold();
    const before = await everything();
    const look = (request: { readonly email: string; readonly after?: string }, turns = 1_000) => {
      let left = turns;
      return findPerson(world.ports, INSTALLATION, ADMIN, request, () => left-- > 0);
    };
    const whole = await look({ email: EMAIL });
    if (!whole.ok) throw new Error(whole.problem.code);
    expect(whole.value).toMatchObject({ payments: 1, isMore: false });
    expect(whole.value.rows).toBeGreaterThan(0);
    let rows = 0;
    for (let after: string | undefined; ; ) {
      const bite = await look({ email: EMAIL, ...(after === undefined ? {} : { after }) }, 2);
      if (!bite.ok) throw new Error(bite.problem.code);
      rows += bite.value.rows;
      after = bite.value.next;
      if (after === undefined) break;
    }
    expect(rows).toBe(whole.value.rows);
    expect(await everything()).toEqual(before);
    const nobody = await look({ email: 'nobody@example.com' });
    expect(nobody).toMatchObject({ value: { payments: 0, rows: 0 } });
    const agent = { ...ADMIN, role: 'agent' } as const;
    const refused = await findPerson(world.ports, INSTALLATION, agent, { email: EMAIL }, always);
    expect(refused).toMatchObject({ problem: { code: 'not-allowed' } });
  });
});
