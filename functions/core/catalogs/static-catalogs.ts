// Every standard catalog, and how to find one.
import type { CatalogProduct, FieldCatalog } from '../mapping/catalog-field.ts';
import { booksBankTransaction, booksContact, booksItem } from './books-masters.ts';
import { booksCreditNote, booksCustomerPayment, booksInvoice } from './books-sales.ts';
import { crmAccount, crmContact, crmDeal } from './crm.ts';
import { cybersourcePayment } from './cybersource-payment.ts';
import {
  cybersourceCustomer,
  cybersourceDispute,
  cybersourceFraudCase,
  cybersourceRefund,
  cybersourceSettlementLine,
} from './cybersource-records.ts';
import { deskContact, deskTicket } from './desk.ts';
import { inventoryItem, inventorySalesOrder } from './inventory.ts';
import { wooCustomer, wooOrder, wooRefund } from './woocommerce.ts';

/** The fields that every organization has; what it added itself comes from `read-*-fields.ts`. */
export const staticCatalogs: readonly FieldCatalog[] = [
  cybersourcePayment,
  cybersourceRefund,
  cybersourceCustomer,
  cybersourceDispute,
  cybersourceSettlementLine,
  cybersourceFraudCase,
  booksInvoice,
  booksCustomerPayment,
  booksContact,
  booksCreditNote,
  booksBankTransaction,
  booksItem,
  inventorySalesOrder,
  inventoryItem,
  crmContact,
  crmAccount,
  crmDeal,
  deskTicket,
  deskContact,
  wooOrder,
  wooCustomer,
  wooRefund,
];

/** The standard catalog of a product's record, `undefined` when there is none. */
export function findStaticCatalog(
  product: CatalogProduct,
  object: string,
): FieldCatalog | undefined {
  return staticCatalogs.find((catalog) => catalog.product === product && catalog.object === object);
}
