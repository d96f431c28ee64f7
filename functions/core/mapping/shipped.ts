// The mappings and tables that the product brings along, read and checked when first asked for.
import { type MappingDocument, readMapping } from './document.ts';
import { type LookupTable, lookupTable } from './lookup-table.ts';
import booksContactToCustomer from './templates/books-contact-to-customer.json' with {
  type: 'json',
};
import caseToDeskTicket from './templates/case-to-desk-ticket.json' with { type: 'json' };
import customerFieldOwners from './templates/customer-field-owners.json' with { type: 'json' };
import customerToBooksContact from './templates/customer-to-books-contact.json' with {
  type: 'json',
};
import customerToCrmContact from './templates/customer-to-crm-contact.json' with { type: 'json' };
import orderToBooksInvoice from './templates/order-to-books-invoice.json' with { type: 'json' };
import orderToInventorySalesOrder from './templates/order-to-inventory-sales-order.json' with {
  type: 'json',
};
import paymentToBooksInvoice from './templates/payment-to-books-invoice.json' with { type: 'json' };
import paymentToBooksPayment from './templates/payment-to-books-payment.json' with { type: 'json' };
import paymentToInventorySalesOrder from './templates/payment-to-inventory-sales-order.json' with {
  type: 'json',
};
import refundToBooksCreditNote from './templates/refund-to-books-credit-note.json' with {
  type: 'json',
};
import settlementLineToBooks from './templates/settlement-line-to-books.json' with { type: 'json' };
import cardTypeTable from './templates/tables/card-type.json' with { type: 'json' };
import paymentMethodTable from './templates/tables/payment-method.json' with { type: 'json' };
import paymentModeTable from './templates/tables/payment-mode.json' with { type: 'json' };
import paymentStatusTable from './templates/tables/payment-status.json' with { type: 'json' };
import taxRateTable from './templates/tables/tax-rates.json' with { type: 'json' };

const documents = [
  booksContactToCustomer,
  caseToDeskTicket,
  customerFieldOwners,
  customerToBooksContact,
  customerToCrmContact,
  orderToBooksInvoice,
  orderToInventorySalesOrder,
  paymentToBooksInvoice,
  paymentToBooksPayment,
  paymentToInventorySalesOrder,
  refundToBooksCreditNote,
  settlementLineToBooks,
];
const tableDocuments = [
  cardTypeTable,
  paymentMethodTable,
  paymentModeTable,
  paymentStatusTable,
  taxRateTable,
];

const read = new Map<string, MappingDocument>();
let tables: ReadonlyMap<string, LookupTable> | undefined;

/** One by its id, read when first asked for. */
export function shippedMapping(id: string): MappingDocument | undefined {
  const known = read.get(id);
  const json = known === undefined ? documents.find((one) => one.id === id) : undefined;
  if (json === undefined) return known;
  const mapping = readMapping(json);
  read.set(id, mapping);
  return mapping;
}

/** All, by id. */
export function shippedMappings(): ReadonlyMap<string, MappingDocument> {
  for (const { id } of documents) shippedMapping(id);
  return read;
}

/** By name. */
export function shippedTables(): ReadonlyMap<string, LookupTable> {
  tables ??= new Map(
    tableDocuments.map((json) => lookupTable.parse(json)).map((table) => [table.name, table]),
  );
  return tables;
}
