// Tells the shop's order behind an invoice where its payment stands, where it is certain which order that is.
import * as z from 'zod/mini';
import { normalizeEmail } from '../../domain/customer.ts';
import type { Order } from '../../domain/order.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Company } from '../../ports/company.ts';
import type { Shop } from '../../ports/shop.ts';
import { noteOrderChange } from '../note-order-change.ts';
import { defineAction } from './define-action.ts';
import { amountMinor } from './shapes.ts';

const input = z.object({
  /** The invoice's own: people write orders there, and much else. */
  reference: z.string(),
  customerId: z.string(),
  totalMinor: amountMinor,
  currency: z.string(),
  outcome: z.enum(['processing', 'on-hold', 'failed']),
  gatewayId: z.string(),
  /** Of a declined payment, for the order's note. */
  reason: z.optional(z.string()),
});

export const setInvoiceOrder = defineAction({
  name: 'set-invoice-order',
  sentence: 'set the shop order of the invoice, where there is one, to {outcome}',
  about: ['payment', 'charge'],
  input,
  /** `no-order` where the invoice is of no order of the shop. */
  output: z.object({ status: z.string() }),
  scopes: ['ZohoBooks.contacts.READ'],
  calls: { shop: 4, books: 1 },
  causes: ['order.changed'],
  async run(scope, wanted) {
    const { shop } = scope.company;
    if (shop === undefined) return ok({ output: { status: 'no-order' } });
    const order = await findOrder(shop, scope.company, wanted);
    if (!order.ok) return order;
    if (order.value === undefined) return ok({ output: { status: 'no-order' } });
    const { id } = order.value;
    const { outcome, gatewayId, reason } = wanted;
    await noteOrderChange(scope, scope.company.installation, id);
    const set = await shop.setOrderOutcome(id, outcome, gatewayId, reason);
    return set.ok ? ok({ output: { status: set.value.status } }) : set;
  },
});

/** A number alone says little: the order has to be of the same customer, over the same amount. */
async function findOrder(
  shop: Shop,
  company: Company,
  { reference, customerId, totalMinor, currency }: z.infer<typeof input>,
): Promise<Result<Order | undefined>> {
  const number = reference.replace(/^#/, '');
  const read = await shop.readOrder(number);
  if (!read.ok) return read.problem.code === 'not-found' ? ok(undefined) : read;
  const order = read.value;
  const isSame =
    order.number === number && order.total.minor === totalMinor && order.currency === currency;
  if (!isSame) return ok(undefined);
  const customer = await company.cards.books.read(customerId);
  if (!customer.ok) return customer;
  const isTheirs =
    normalizeEmail(customer.value.email) === normalizeEmail(order.customer.email) &&
    order.customer.email !== '';
  return ok(isTheirs ? order : undefined);
}
