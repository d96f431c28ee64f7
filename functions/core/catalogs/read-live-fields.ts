// What each product answers about the fields of a record, read by that product's reader.
import type { CatalogField, CatalogProduct } from '../mapping/catalog-field.ts';
import { readCrmFields } from './read-crm-fields.ts';
import { readDeskFields } from './read-desk-fields.ts';
import { readFinanceFields } from './read-finance-fields.ts';
import { readShopFields } from './read-shop-fields.ts';

type LiveProduct = Exclude<CatalogProduct, 'canonical' | 'cybersource'>;

const readers: Readonly<
  Record<LiveProduct, (json: unknown) => readonly CatalogField[] | undefined>
> = {
  books: readFinanceFields,
  inventory: readFinanceFields,
  crm: readCrmFields,
  desk: readDeskFields,
  woocommerce: readShopFields,
};

/** `undefined` when the answer has not the product's shape. */
export function readLiveFields(
  product: LiveProduct,
  answer: unknown,
): readonly CatalogField[] | undefined {
  return readers[product](answer);
}
