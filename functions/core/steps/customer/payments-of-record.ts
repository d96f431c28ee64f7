// The payments of the record that is open in a Zoho product, the latest first.
import type { PanelRequest } from '../../contract/panel.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Company } from '../../ports/company.ts';
import type { Store } from '../../ports/store.ts';
import { type PaymentRow, selectPayments } from '../../work/payment-records.ts';

export type RecordKindOfCustomer = Exclude<PanelRequest['record']['kind'], 'invoice' | 'ticket'>;

export async function paymentsOfInvoice(
  store: Store,
  company: Company,
  invoiceId: string,
): Promise<readonly PaymentRow[]> {
  return selectPayments(store, company.installation, 'books_invoice_id', [invoiceId]);
}

/** Whose payments a record of a customer means: a column of theirs and its value. */
export interface CustomerColumn {
  readonly column: 'books_customer_id' | 'crm_contact_id' | 'crm_account_id';
  readonly id: string;
}

/** Undefined for a deal with nobody. */
export async function customerOfRecord(
  company: Company,
  host: PanelRequest['host'],
  record: { readonly kind: RecordKindOfCustomer; readonly id: string },
): Promise<Result<CustomerColumn | undefined>> {
  switch (record.kind) {
    case 'contact':
      return ok({ column: host === 'crm' ? 'crm_contact_id' : 'books_customer_id', id: record.id });
    case 'account':
      return ok({ column: 'crm_account_id', id: record.id });
    case 'deal': {
      const deal = await company.customers.readDeal(record.id);
      if (!deal.ok) return deal;
      const { contactId, accountId } = deal.value;
      if (contactId !== undefined) return ok({ column: 'crm_contact_id', id: contactId });
      return ok(accountId === undefined ? undefined : { column: 'crm_account_id', id: accountId });
    }
  }
}

export async function paymentsOfCustomer(
  store: Store,
  company: Company,
  customer: CustomerColumn | undefined,
): Promise<readonly PaymentRow[]> {
  if (customer === undefined) return [];
  return selectPayments(store, company.installation, customer.column, [customer.id]);
}
