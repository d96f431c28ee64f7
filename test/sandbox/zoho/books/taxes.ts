// Taxes of the organization.
import { z } from 'zod';
import { type Decimal, parseDecimal } from '../decimal.ts';
import type { Json } from './blank.ts';
import { decimal, parse, text } from './body.ts';
import type { BooksOrg } from './books-org.ts';
import { decimalText } from './currencies.ts';
import type { Tax } from './documents.ts';
import { alreadyExists, invalidValue } from './envelope.ts';

const taxBody = z.object({ tax_name: text, tax_percentage: decimal });

export function createTax(org: BooksOrg, body: unknown): Tax {
  const given = parse(taxBody, body);
  if (given.tax_percentage.units < 0n) throw invalidValue('tax_percentage');
  if (org.taxes.list().some((tax) => tax.name === given.tax_name)) {
    throw alreadyExists('Tax', given.tax_name);
  }
  const id = org.id();
  const percentage = decimalText(given.tax_percentage);
  return org.taxes.put(id, { id, name: given.tax_name, percentage });
}

/** The tax a line names; undefined for a line without tax. */
export function taxOf(org: BooksOrg, id: string): Tax | undefined {
  if (id === '') return undefined;
  const tax = org.taxes.get(id);
  if (tax === undefined) throw invalidValue('tax_id');
  return tax;
}

export function percentageOf(tax: { readonly percentage: string }): Decimal {
  return parseDecimal(tax.percentage) ?? { units: 0n, scale: 0 };
}

export function taxView(tax: Tax): Json {
  return {
    tax_id: tax.id,
    tax_name: tax.name,
    tax_percentage: Number(tax.percentage),
    tax_type: 'tax',
    tax_specific_type: '',
    is_value_added: false,
    is_default_tax: false,
    is_editable: true,
    is_inactive: false,
    status: 'Active',
  };
}

/** The tax keys of a line or an item. */
export function taxKeys(org: BooksOrg, taxId: string): Json {
  const tax = taxOf(org, taxId);
  return {
    tax_id: taxId,
    tax_name: tax?.name ?? '',
    tax_type: 'tax',
    tax_percentage: tax === undefined ? 0 : Number(tax.percentage),
  };
}
