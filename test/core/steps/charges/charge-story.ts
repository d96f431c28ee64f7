// A company with one open invoice, a clerk who asks for its money, and a customer on the card page.
import type { ChargeRequest, PayRequest } from '../../../../functions/core/contract/charges.ts';
import { intentId } from '../../../../functions/core/domain/ids.ts';
import { money } from '../../../../functions/core/domain/money.ts';
import { ok } from '../../../../functions/core/domain/result.ts';
import type { Role } from '../../../../functions/core/domain/role.ts';
import { askForPayment } from '../../../../functions/core/steps/charges/ask-for-payment.ts';
import { openCardFields } from '../../../../functions/core/steps/charges/open-card-fields.ts';
import { payCharge } from '../../../../functions/core/steps/charges/pay-charge.ts';
import { showCharge } from '../../../../functions/core/steps/charges/show-charge.ts';
import { createWorld } from '../world.ts';

export const INVOICE_MINOR = 10_000;

export function openChargeStory(options: Parameters<typeof createWorld>[0] = {}) {
  const world = createWorld(options);
  const customer = { email: 'buyer@example.com', firstName: 'Some', lastName: 'Buyer' };
  world.records.cards.books.set('customer-1', customer);
  const openInvoice = (key: string, totalMinor = INVOICE_MINOR) => {
    world.records.invoices.set(key, {
      customerId: 'customer-1',
      date: '2026-11-02',
      reference: '1001',
      lines: [{ name: 'Thing', quantity: 1, total: money(totalMinor, 'USD') }],
      shipping: money(0, 'USD'),
      tax: money(0, 'USD'),
      taxWords: { all: 'Tax', rest: 'Other tax' },
    });
    return `invoice-${key}`;
  };
  openInvoice('inv');
  const { readInvoice } = world.company.ledger;
  world.company.ledger.readInvoice = async (invoiceId) => {
    const read = await readInvoice(invoiceId);
    if (!read.ok) return read;
    const paidMinor = [...world.records.payments.values()]
      .flatMap(({ applyTo }) => applyTo)
      .filter((one) => one.invoiceId === invoiceId)
      .reduce((sum, { amount }) => sum + amount.minor, 0);
    const { total } = read.value;
    return ok({ ...read.value, balance: money(total.minor - paidMinor, total.currency) });
  };
  const ports = { ...world.ports, publicUrl: 'https://pay.example/server/api' };
  const newId = () => intentId(world.ports.clock.now(), world.ports.random.bytes(16));

  const request = (more: Partial<ChargeRequest> = {}): ChargeRequest => ({
    intentId: newId(),
    purpose: 'sale',
    amountMinor: INVOICE_MINOR,
    currency: 'USD',
    invoiceId: 'invoice-inv',
    reason: 'Phone order',
    ...more,
  });
  const ask = (wanted: ChargeRequest, role: Role = 'agent') =>
    askForPayment(ports, world.company, { userId: 'u1', name: 'A clerk', role }, wanted);

  /** Asks by link, and answers the link's secret. */
  async function link(more: Partial<ChargeRequest> = {}): Promise<string> {
    const asked = await ask(request(more));
    if (!asked.ok) throw new Error(asked.problem.code);
    return asked.value.link?.split('#')[1] ?? '';
  }

  function payRequest(secret: string, more: Partial<PayRequest> = {}): PayRequest {
    return {
      secret,
      tryId: newId(),
      transientToken: `token-${newId()}`,
      firstName: 'Some',
      lastName: 'Buyer',
      email: 'buyer@example.com',
      address: { line1: '1 Market St', city: 'San Francisco', postalCode: '94105', country: 'US' },
      keepsCard: false,
      ...more,
    };
  }

  /** A card that the customer agreed to have kept, with a payment of an invoice of its own; its key. */
  async function keepCard(): Promise<string> {
    const invoiceId = openInvoice(`kept-${newId().slice(-6)}`, 100);
    const secret = await link({ amountMinor: 100, invoiceId });
    await openCardFields(ports, secret, 'https://pay.example');
    await payCharge(ports, payRequest(secret, { keepsCard: true }));
    const cards = await world.ports.store.select('Cards', { where: [['state', '=', 'active']] });
    return cards.at(-1)?.card_key ?? '';
  }

  return {
    ...world,
    openInvoice,
    keepCard,
    request,
    ask,
    link,
    payRequest,
    show: (secret: string) => showCharge(ports, secret),
    open: (secret: string) => openCardFields(ports, secret, 'https://pay.example'),
    pay: (wanted: PayRequest) => payCharge(ports, wanted),
    charges: () => world.ports.store.select('Charges', { where: [['tries', '>=', 0]] }),
    cards: () => world.ports.store.select('Cards', { where: [['state', '=', 'active']] }),
    payments: () => world.ports.store.select('Payments', { where: [['currency', '=', 'USD']] }),
  };
}
export type ChargeStory = ReturnType<typeof openChargeStory>;
