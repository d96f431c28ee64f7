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

/** Looks in a list (`invoices`) for the record that an earlier try of ours made; `word` is one of them in words. */
export function findOwn<T extends DocumentRow>(
  api: FinanceApi,
  resource: string,
  word: string,
  own: OwnDocument,
  schema: z.ZodMiniType<T>,
): Promise<Result<T | undefined, ZohoProblem>> {
  const search = {
    operation: `find-${word.replaceAll(' ', '-')}`,
    path: [resource],
    query: { reference_number: own.reference, customer_id: own.customerId },
    rows: resource,
    what: `The list of ${word}s`,
  };
  return findRow(api, search, schema, (row) => isOurs(row, own));
}

/** Same customer and reference, and our key; where the row does not carry the key, the same amount. */
function isOurs(row: DocumentRow, own: OwnDocument): boolean {
  if (row.customer_id !== own.customerId || row.reference_number !== own.reference) return false;
  const key = row.custom_field_hash?.[own.field];
  if (key !== undefined && key !== null && key !== '') return key === own.uniqueKey;
  return sameAmount(row.total ?? row.amount, own.total);
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

function amountText(amount: Money): string {
  return `${toDecimal(amount)} ${amount.currency}`;
}
