// Shapes of what one action leaves for another, and amounts as people read them.
import * as z from 'zod/mini';
import { isCurrency } from '../../domain/currency.ts';
import { AMOUNT_MINOR_MAX, type Money, toDecimal } from '../../domain/money.ts';

const text = z.string();
const known = z.exactOptional(text);

const amount = z.object({
  minor: z.number().check(z.int(), z.minimum(-AMOUNT_MINOR_MAX), z.maximum(AMOUNT_MINOR_MAX)),
  currency: text.check(z.refine(isCurrency)),
});

const address = z.object({
  line1: text,
  line2: known,
  city: text,
  region: known,
  postalCode: text,
  country: text,
});

/** The customer as `read-customer` has read it. */
export const customerShape = z.object({
  email: text,
  firstName: text,
  lastName: text,
  company: known,
  phone: known,
  billing: z.exactOptional(address),
  shipping: z.exactOptional(address),
});

/** The order as `read-shop-order` has read and checked it. */
export const orderShape = z.object({
  id: text,
  number: text,
  status: text,
  currency: text.check(z.refine(isCurrency)),
  customer: customerShape,
  lines: z.array(
    z.object({
      sku: text,
      name: text,
      quantity: z.number(),
      total: amount,
      tax: z.exactOptional(amount),
      taxName: known,
      taxRate: known,
    }),
  ),
  shipping: amount,
  tax: amount,
  total: amount,
  placedAt: z.number(),
});

export const amountMinor = z.number().check(z.int(), z.minimum(0));

/** What people are told. */
export const noticeText = z.string().check(z.minLength(1));

/** `USD 40.00`. */
export function amountText(amount: Money): string {
  return `${amount.currency} ${toDecimal(amount)}`;
}
