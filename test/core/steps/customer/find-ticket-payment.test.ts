// A ticket finds its payment, or says what was looked for; what an agent picks is remembered for everybody.
import { beforeEach, describe, expect, it } from 'vitest';
import type { PanelReply } from '../../../../functions/core/contract/panel.ts';
import { ok } from '../../../../functions/core/domain/result.ts';
import type { Actor, Role } from '../../../../functions/core/domain/role.ts';
import type { Ticket } from '../../../../functions/core/ports/tickets.ts';
import { pickPayment } from '../../../../functions/core/steps/customer/pick-payment.ts';
import { showPanel } from '../../../../functions/core/steps/show-panel.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { createWorld, type World } from '../world.ts';

const FIRST = 'inst-1|mid_usd|p1';
const SECOND = 'inst-1|mid_usd|p2';
const TICKET = '19000001';
/** Of all card holders of this world. */
const MAIL = 'buyer@example.com';

let world: World;
let readings: number;

const person = (role: Role): Actor => ({ userId: 'u1', name: 'Agent', role });

async function open(ticket: Partial<Ticket>, role: Role = 'agent'): Promise<PanelReply> {
  const company = {
    ...world.company,
    tickets: {
      ...world.company.tickets,
      readTicket: async (id: string) => {
        readings += 1;
        return ok({ id, number: '7', subject: '', description: '', ...ticket });
      },
    },
  };
  const record = { kind: 'ticket', id: TICKET } as const;
  const shown = await showPanel(world.ports, company, person(role), { host: 'desk', record });
  if (!shown.ok) throw new Error(shown.problem.code);
  return shown.value;
}

const pick = (paymentKey?: string, role: Role = 'agent') =>
  pickPayment(world.ports, INSTALLATION, person(role), {
    ticketId: TICKET,
    ...(paymentKey === undefined ? {} : { paymentKey }),
  });
const keys = (reply: PanelReply) => reply.payments.map(({ key }) => key);

beforeEach(async () => {
  world = createWorld();
  readings = 0;
  world.places('1001', 4_000, MAIL);
  world.places('1002', 9_000, MAIL);
  await world.happens({ id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' });
  world.advance(60_000);
  const submittedAt = world.ports.clock.now();
  await world.happens({
    id: 'p2',
    kind: 'sale',
    amountMinor: 9_000,
    reference: '1002',
    submittedAt,
  });
  await world.work();
});

describe('a ticket', () => {
  it('finds the payment of the order that it names, by its own words or a field', async () => {
    const spoken = await open({ subject: 'Refund for order 1001' });
    expect(keys(spoken)).toEqual([FIRST]);
    expect(spoken.ticket).toMatchObject({ likely: FIRST, reasons: { [FIRST]: ['order'] } });
    const field = await open({ customFields: { cf_order_number: '1002' } });
    expect(field.ticket).toMatchObject({ likely: SECOND, reasons: { [SECOND]: ['order'] } });
  });

  it('finds it by the invoice, and by the card with the amount', async () => {
    expect(keys(await open({ subject: 'Invoice INV-inv-1001' }))).toEqual([FIRST]);
    const card = await open({ description: 'Visa ..1111, USD 90.00' });
    expect(card.ticket).toMatchObject({
      likely: SECOND,
      reasons: { [SECOND]: ['card', 'amount'] },
    });
  });

  it('lists all that the writer has paid, the named one first, and says why each fits', async () => {
    const all = await open({ subject: 'Hello', email: ' Buyer@Example.com' });
    expect(keys(all)).toEqual([SECOND, FIRST]);
    expect(all.ticket).toEqual({
      id: TICKET,
      reasons: { [FIRST]: ['mail'], [SECOND]: ['mail'] },
      searched: { numbers: [], lastFours: [], amounts: [], dates: [], email: ' Buyer@Example.com' },
      mayPick: true,
    });
    const named = await open({ subject: 'Order 1001', email: MAIL });
    expect(keys(named)).toEqual([FIRST, SECOND]);
    expect(named.ticket?.likely).toBe(FIRST);
  });

  it('says what was looked for when there is none', async () => {
    const none = await open({
      subject: 'Order 4711, invoice INV-99',
      description: 'My card 4111 1111 1111 1111 was charged 12.00 EUR on 2026-11-18',
      email: 'who@example.com',
    });
    expect(keys(none)).toEqual([]);
    expect(none.ticket?.searched).toEqual({
      numbers: ['INV-99', '4711'],
      lastFours: [],
      amounts: ['12.00 EUR'],
      dates: ['2026-11-18'],
      email: 'who@example.com',
    });
  });
});

describe('a pick', () => {
  it('stands for everybody, without asking Desk again, until it is taken back', async () => {
    expect(await pick(FIRST)).toEqual(ok({ ticket: { id: TICKET, picked: FIRST } }));
    const remembered = await open({ subject: 'Order 1002' }, 'viewer');
    expect(keys(remembered)).toEqual([FIRST]);
    expect(remembered.ticket).toMatchObject({ picked: FIRST, likely: FIRST, mayPick: false });
    expect(readings).toBe(0);
    await pick(SECOND);
    expect(keys(await open({}))).toEqual([SECOND]);
    await pick();
    expect(keys(await open({ subject: 'Order 1001' }))).toEqual([FIRST]);
    expect(readings).toBe(1);
  });

  it('and taking it back are in the audit, with who and which', async () => {
    await pick(FIRST);
    await pick();
    await pick(FIRST, 'viewer');
    const rows = await world.ports.store.select('Audit', {
      where: [['subject', '=', TICKET]],
      orderBy: ['audit_key', 'asc'],
    });
    expect(rows.map(({ action, actor_id }) => [action, actor_id])).toEqual([
      ['ticket.payment-picked', 'u1'],
      ['ticket.pick-forgotten', 'u1'],
    ]);
    expect(rows[0]?.detail).toContain(FIRST);
  });

  it('wants an agent and a payment of this company', async () => {
    expect(await pick(FIRST, 'viewer')).toMatchObject({ problem: { code: 'not-allowed' } });
    const foreign = await pick('inst-2|mid_usd|p1');
    expect(foreign).toMatchObject({ problem: { code: 'not-found' } });
    expect(keys(await open({ subject: 'Order 1002' }))).toEqual([SECOND]);
  });
});
