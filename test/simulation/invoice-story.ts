// Invoices that are written in the books: staff ask for the money, customers pay it, some of it goes back.
import type { ChargePeople } from './charge-people.ts';
import type { OrderDocument } from './outside/books.ts';
import type { Transaction } from './outside/gateway.ts';
import type { Buyer } from './outside/shop.ts';
import { Payer, type PayerParts } from './payer.ts';
import type { Duty } from './people.ts';
import type { StoryParts } from './story.ts';

const MINUTE_MS = 60_000;
const BUYERS: readonly Buyer[] = [
  { email: 'cleo@example.com', firstName: 'Cleo', lastName: 'Marsh' },
  { email: 'dov@example.org', firstName: 'Dov', lastName: 'Reed' },
];

export interface InvoiceParts extends Omit<StoryParts, 'outside'>, PayerParts {
  readonly charging: ChargePeople;
  readonly atLast: (duty: Duty) => void;
}

/** How an invoice is asked for, and how often. */
const ways = [
  ['one link', 40],
  ['two links', 22],
  ['link called back', 14],
  ['for a part', 12],
  ['all but a cent', 12],
] as const;
type Way = (typeof ways)[number][0];
/** The names of the ways. */
export const invoiceWays: readonly Way[] = ways.map(([way]) => way);

export function tellInvoiceStory(parts: InvoiceParts): void {
  const { random, scheduler, lastsMs } = parts;
  for (let count = random.pick([1, 1, 2]); count > 0; count -= 1) {
    scheduler.after(random.between(0, lastsMs / 3), () => void askForInvoice(parts));
  }
}

export function writeInvoice(
  { random, outside, connected }: InvoiceParts,
  buyer: Buyer,
  totalMinor = random.whole(10, 20_000),
): OrderDocument {
  const { email, firstName, lastName } = buyer;
  const { currency } = random.pick(connected);
  const customer = { name: `${firstName} ${lastName}`, email, currency };
  return outside.books.writeByHand(customer, totalMinor);
}

async function askForInvoice(parts: InvoiceParts): Promise<void> {
  const { random, scheduler, coverage, charging } = parts;
  const buyer = random.pick(BUYERS);
  const invoice = writeInvoice(parts, buyer);
  const way = random.weighted(ways);
  coverage.count(`invoice ${way}`);
  parts.trace?.(`invoice ${invoice.id} of ${invoice.totalMinor} ${invoice.currency}: ${way}`);
  await scheduler.sleep(random.between(500, 20_000));
  const amountMinor = amountOf(way, invoice.totalMinor);
  const purpose = random.chance(0.15) ? 'authorization' : 'sale';
  const links = way === 'two links' ? 2 : 1;
  const payer = new Payer(parts, buyer);
  const asked = Array.from({ length: links }, async () => {
    const link = await charging.askByLink(invoice, amountMinor, purpose);
    if (link === undefined) return;
    if (way === 'link called back') {
      const afterMs = random.between(0, MINUTE_MS);
      scheduler.after(afterMs, () => void charging.cancel(link.intent));
    }
    await scheduler.sleep(random.between(1_000, 40_000));
    await payer.pay(link, amountMinor, random.chance(0.6));
  });
  let isOver = false;
  parts.atLast(() => finish(parts, invoice, isOver));
  await Promise.all(asked);
  isOver = true;
  if (random.chance(0.5)) await chargeAgain(parts, buyer);
  if (random.chance(0.4)) await giveBack(parts, invoice);
}

function amountOf(way: Way, totalMinor: number): number {
  if (way === 'for a part') return Math.ceil(totalMinor / 3);
  return way === 'all but a cent' ? totalMinor - 1 : totalMinor;
}

/** The next invoice of a customer who has left a card. */
async function chargeAgain(parts: InvoiceParts, buyer: Buyer): Promise<void> {
  const { charging, random, scheduler } = parts;
  const invoice = writeInvoice(parts, buyer);
  parts.atLast(() => finish(parts, invoice, true));
  await scheduler.sleep(random.between(500, 10_000));
  const amountMinor = random.pick([invoice.totalMinor, Math.ceil(invoice.totalMinor / 2)]);
  await charging.chargeSaved(invoice, amountMinor);
}

async function giveBack(parts: InvoiceParts, invoice: OrderDocument): Promise<void> {
  const { people, installation, random } = parts;
  const paid = paymentsOf(parts, invoice).find(({ billed }) => billed);
  if (paid === undefined) return;
  const key = `${installation}|${paid.merchantId}|${paid.id}`;
  const amountMinor = random.pick([paid.amountMinor, Math.ceil(paid.amountMinor / 2)]);
  await people.refund(people.decide(key, amountMinor, paid.currency));
}

/** Analysts decide what is held, and what is only authorized is captured in the Business Center; as long as somebody may still pay. */
function finish(
  parts: InvoiceParts,
  invoice: OrderDocument,
  isOver: boolean,
): Promise<void> | undefined {
  const { gateway } = parts.outside;
  let isAnyOpen = !isOver;
  for (const payment of paymentsOf(parts, invoice)) {
    const isHeld = payment.status === 'AUTHORIZED_PENDING_REVIEW';
    if (isHeld) gateway.decide(payment, 'accept', 'bill');
    else if (isOpen(parts, payment)) gateway.capture(payment, payment.amountMinor);
    else continue;
    isAnyOpen = true;
  }
  return isAnyOpen ? Promise.resolve() : undefined;
}

function isOpen({ outside }: InvoiceParts, payment: Transaction): boolean {
  const { gateway } = outside;
  const isReversed = gateway.ofPayment(payment.id).some(({ kind }) => kind === 'reversal');
  const isCaptured = gateway.capturedMinor(payment.id) > 0;
  return payment.status === 'AUTHORIZED' && !payment.billed && !isReversed && !isCaptured;
}

/** What was charged for an invoice: the reference begins with its number. */
export function paymentsOf(
  { outside }: Pick<StoryParts, 'outside'>,
  { number }: OrderDocument,
): Transaction[] {
  return outside.gateway.payments().filter(({ code }) => code.startsWith(`${number}.TB`));
}
