// Tells whether a listed record is the one that an earlier try of ours made.
import * as z from 'zod/mini';
import { type Money, toDecimal } from '../../domain/money.ts';
import type { Result } from '../../domain/result.ts';
import { amountShape, sameAmount } from './finance-amounts.ts';
import { type FinanceApi, findRow } from './finance-api.ts';
import { maybeText } from './read-json.ts';
import type { ZohoProblem } from './zoho-problem.ts';
import { productName, type ZohoProduct } from './zoho-product.ts';

/** What lists of invoices, sales orders, credit notes and payments say about each row. */
export const documentRow = z.object({
  customer_id: maybeText,
  reference_number: maybeText,
  total: z.optional(amountShape),
  amount: z.optional(amountShape),
  custom_field_hash: z.nullish(z.record(z.string(), z.unknown())),
});
type DocumentRow = z.infer<typeof documentRow>;

interface OwnDocument {
  readonly customerId: string;
  readonly reference: string;
  /** API name of our unique custom field, and the value that we write there. */
  readonly field: string;
  readonly uniqueKey: string;
  readonly total: Money;
}

/**
 * Looks in a list (`invoices`) for the record that an earlier try of ours made; `word` is one of them in words. First
 * by its reference; when somebody has changed that meanwhile, by our key among the customer's newest.
 */
export async function findOwn<T extends DocumentRow>(
  api: FinanceApi,
  resource: string,
  word: string,
  own: OwnDocument,
  schema: z.ZodMiniType<T>,
): Promise<Result<T | undefined, ZohoProblem>> {
  const { customerId: customer_id, reference: reference_number } = own;
  const search = {
    operation: `find-${word.replaceAll(' ', '-')}`,
    path: [resource],
    rows: resource,
    what: `The list of ${word}s`,
  };
  const query = { reference_number, customer_id };
  const named = await findRow(api, { ...search, query }, schema, (row) => isOurs(row, own));
  if (!named.ok || named.value !== undefined) return named;
  // Lists of documents begin with the newest.
  const newest = { ...search, query: { customer_id }, pagesMax: 1 };
  return findRow(api, newest, schema, (row) => keyOf(row, own.field) === own.uniqueKey);
}

/** Our key decides; where the row does not carry one, the same customer, reference and amount. */
function isOurs(row: DocumentRow, own: OwnDocument): boolean {
  const key = keyOf(row, own.field);
  if (key !== undefined) return key === own.uniqueKey;
  if (row.customer_id !== own.customerId || row.reference_number !== own.reference) return false;
  return sameAmount(row.total ?? row.amount, own.total);
}

/** The value of our unique field in a listed row. */
export function keyOf(row: Pick<DocumentRow, 'custom_field_hash'>, field: string) {
  const key = row.custom_field_hash?.[field];
  return typeof key === 'string' && key !== '' ? key : undefined;
}

/** Zoho made another total of the order than the shop, by a tax or rounding setting of the organization. */
export function totalDiffers(
  product: ZohoProduct,
  reference: string,
  ordered: Money,
  booked: Money,
): ZohoProblem {
  return {
    code: 'document-mismatch',
    remedy: 'fix-setup',
    facts: {
      product: productName[product],
      reference,
      order: amountText(ordered),
      booked: amountText(booked),
    },
  };
}

/**
 * A record of ours was found again and is over another amount than we wrote: somebody has changed it, and it stays so.
 * @param what the thing in words, first letter upper case: `The credit note`.
 */
export function moneyChanged(
  product: ZohoProduct,
  what: string,
  reference: string,
  written: Money,
  now: Money,
): ZohoProblem {
  return {
    code: 'money-changed',
    remedy: 'fix-setup',
    facts: {
      product: productName[product],
      what,
      reference,
      written: amountText(written),
      now: amountText(now),
    },
  };
}

function amountText(amount: Money): string {
  return `${toDecimal(amount)} ${amount.currency}`;
}
