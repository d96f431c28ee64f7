// How each product answers sales orders: Books says open, Inventory confirmed, of the same order.
import { booksTime } from '../zoho-time.ts';
import { invoiceAddress } from './addresses.ts';
import { blank, type Json } from './blank.ts';
import type { BooksOrg } from './books-org.ts';
import { currencyOf } from './currencies.ts';
import { customFieldView } from './custom-fields.ts';
import { invoiceBalance, invoiceStatus } from './document-balances.ts';
import type { SalesOrder } from './documents.ts';
import { amountsOf, documentView, lineView } from './sales-document-view.ts';
import { invoicedQuantity, invoicedStatus } from './sales-order-billing.ts';
import { documentBlank, invoiceLineBlank } from './shapes/sales-document-blank.ts';

export type FinanceProduct = 'books' | 'inventory';

const MILLION = 1_000_000;

/** Books: draft, open, partially_invoiced, invoiced, void. Inventory: draft, confirmed, void. */
export function orderStatus(org: BooksOrg, order: SalesOrder, product: FinanceProduct): string {
  if (order.base !== 'confirmed') return order.base;
  if (product === 'inventory') return 'confirmed';
  const invoiced = invoicedStatus(org, order);
  return invoiced === 'not_invoiced' ? 'open' : invoiced;
}

function statusKeys(org: BooksOrg, order: SalesOrder, product: FinanceProduct): Json {
  const status = orderStatus(org, order, product);
  return {
    status,
    current_sub_status: status,
    order_status: order.base === 'confirmed' ? 'confirmed' : order.base,
    invoiced_status: invoicedStatus(org, order),
    paid_status: paidStatus(org, order),
    shipped_status: '',
  };
}

function invoicesOf(org: BooksOrg, order: SalesOrder) {
  return org.invoices.list().filter((one) => one.salesOrderId === order.id && one.base !== 'void');
}

function paidStatus(org: BooksOrg, order: SalesOrder): string {
  const invoices = invoicesOf(org, order);
  if (invoices.length === 0 || invoices.every((one) => one.paidMinor === 0)) return 'unpaid';
  const open = invoices.reduce((sum, one) => sum + invoiceBalance(one), 0);
  return open === 0 && invoicedStatus(org, order) === 'invoiced' ? 'paid' : 'partially_paid';
}

export function orderView(org: BooksOrg, order: SalesOrder, product: FinanceProduct): Json {
  const { own, base } = amountsOf(org, order);
  return {
    ...documentBlank(),
    ...blank({
      empty: `delivery_method delivery_method_id zcrm_potential_name estimate_id pickup_location_id
        merchant_id merchant_name attachment_name`,
      no: 'is_emailed is_backordered has_qty_cancelled is_dropshipped is_drop_shipment can_send_in_mail',
      lists: 'packages purchaseorders shipping_details',
    }),
    ...documentView(org, 'salesorders', order),
    ...statusKeys(org, order, product),
    salesorder_id: order.id,
    salesorder_number: order.number,
    shipment_date: order.shipmentDate,
    zcrm_potential_id: order.zcrmPotentialId,
    source: 'api',
    sales_channel: 'direct_sales',
    template_id: '460000000000017003',
    line_items: order.lines.map((line, index) => ({
      ...invoiceLineBlank(),
      ...lineView(org, order, line, index),
      quantity_invoiced: Number(invoicedQuantity(org, line.id)) / MILLION,
      quantity_packed: 0,
      quantity_shipped: 0,
      quantity_cancelled: 0,
      is_invoiced: invoicedQuantity(org, line.id) > 0n,
    })),
    discount_total: own(order.totals.discountMinor),
    bcy_sub_total: base(order.totals.subTotalMinor),
    bcy_tax_total: base(order.totals.taxMinor),
    bcy_shipping_charge: base(order.totals.shippingMinor),
    bcy_adjustment: base(order.totals.adjustmentMinor),
    invoices: invoicesOf(org, order).map((invoice) => ({
      invoice_id: invoice.id,
      invoice_number: invoice.number,
      reference_number: invoice.referenceNumber,
      status: invoiceStatus(invoice, org.today()),
      date: invoice.date,
      due_date: invoice.dueDate,
      total: own(invoice.totals.totalMinor),
      balance: own(invoiceBalance(invoice)),
    })),
    billing_address: invoiceAddress(order.billing),
    shipping_address: invoiceAddress(order.shipping),
  };
}

export function orderRow(org: BooksOrg, order: SalesOrder, product: FinanceProduct): Json {
  const customer = org.contacts.get(order.customerId);
  const currency = currencyOf(org, order.currencyId);
  const { own, base } = amountsOf(org, order);
  return {
    ...blank({
      empty: `zcrm_potential_name company_name shipment_days due_by_days due_in_days color_code
        current_sub_status_id salesperson_name delivery_method`,
      no: 'is_emailed has_attachment is_backordered is_drop_shipment is_viewed_by_client',
      lists: 'tags',
    }),
    salesorder_id: order.id,
    zcrm_potential_id: order.zcrmPotentialId,
    customer_id: order.customerId,
    customer_name: customer?.name ?? '',
    company_name: customer?.companyName ?? '',
    ...statusKeys(org, order, product),
    salesorder_number: order.number,
    reference_number: order.referenceNumber,
    date: order.date,
    shipment_date: order.shipmentDate,
    currency_id: currency.id,
    currency_code: currency.code,
    total: own(order.totals.totalMinor),
    sub_total: own(order.totals.subTotalMinor),
    bcy_total: base(order.totals.totalMinor),
    quantity: order.lines.reduce((sum, line) => sum + Number(line.quantity), 0),
    source: 'api',
    created_time: booksTime(order.createdAt, org.timeZone),
    last_modified_time: booksTime(order.modifiedAt, org.timeZone),
    ...customFieldView('salesorders', order),
    ...order.customFields,
  };
}
