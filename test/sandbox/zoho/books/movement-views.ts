// How Books answers expenses and journals.
import { booksTime, orgDate } from '../zoho-time.ts';
import { blank, type Json } from './blank.ts';
import type { BooksOrg } from './books-org.ts';
import { userName } from './contact-view.ts';
import { currencyOf } from './currencies.ts';
import { customFieldView } from './custom-fields.ts';
import type { Expense, Journal } from './movement-documents.ts';
import { amountsOf } from './sales-document-view.ts';

function parties(org: BooksOrg, expense: Expense): Json {
  return {
    customer_id: expense.customerId,
    customer_name: org.contacts.get(expense.customerId)?.name ?? '',
    vendor_id: expense.vendorId,
    vendor_name: org.contacts.get(expense.vendorId)?.name ?? '',
  };
}

export function expenseView(org: BooksOrg, expense: Expense): Json {
  const currency = currencyOf(org, expense.currencyId);
  const { own, base } = amountsOf(org, expense);
  const amount = own(expense.amountMinor);
  const account_name = org.accounts.get(expense.accountId)?.name ?? '';
  return {
    ...blank({
      empty: `tax_id tax_name expense_receipt_name expense_receipt_type employee_id employee_name
        employee_email vehicle_id vehicle_name start_reading end_reading invoice_id invoice_number
        report_id report_name report_number user_id approver_id report_status trip_id trip_number
        location merchant_id merchant_name project_id template_id template_name template_type
        page_width page_height orientation project_name zcrm_potential_id zcrm_potential_name`,
      zero: `markup_percent tax_percentage tax_amount mileage_rate fcy_surcharge_amount
        bcy_surcharge_amount`,
      no: `is_inclusive_tax is_billable is_personal is_reimbursable is_surcharge_applicable`,
      yes: 'is_recurring_applicable',
      lists: 'documents taxes tags imported_transactions',
    }),
    expense_id: expense.id,
    transaction_type: 'expense',
    transaction_type_formatted: 'Expense',
    expense_item_id: expense.lineId,
    account_id: expense.accountId,
    account_name,
    paid_through_account_id: expense.paidThroughAccountId,
    paid_through_account_name: org.accounts.get(expense.paidThroughAccountId)?.name ?? '',
    ...parties(org, expense),
    date: expense.date,
    tax_override_preference: 'no_override',
    currency_id: currency.id,
    currency_code: currency.code,
    exchange_rate: Number(expense.exchangeRate),
    sub_total: amount,
    total: amount,
    bcy_total: base(expense.amountMinor),
    amount,
    reference_number: expense.referenceNumber,
    description: expense.description,
    created_time: booksTime(expense.createdAt, org.timeZone),
    created_by_id: expense.createdBy,
    last_modified_by_id: expense.createdBy,
    last_modified_time: booksTime(expense.modifiedAt, org.timeZone),
    mileage_unit: 'km',
    mileage_type: 'non_mileage',
    expense_type: 'non_mileage',
    status: 'nonbillable',
    user_name: 'Zoho Books',
    user_email: 'Zoho Books',
    approver_name: 'Zoho Books',
    approver_email: 'Zoho Books',
    payment_mode: 'Cash',
    ...customFieldView('expenses', expense),
    line_items: [
      {
        ...blank({ empty: 'tax_id tax_name', zero: 'tax_amount tax_percentage' }),
        line_item_id: expense.lineId,
        account_id: expense.accountId,
        account_name,
        description: expense.description,
        tax_type: 'tax',
        item_total: amount,
        amount,
        item_order: 1,
        line_item_taxes: [],
        tags: [],
      },
    ],
  };
}

export function expenseRow(org: BooksOrg, expense: Expense): Json {
  const currency = currencyOf(org, expense.currencyId);
  const { own, base } = amountsOf(org, expense);
  const total = own(expense.amountMinor);
  return {
    ...blank({
      empty: `user_name expense_receipt_name report_id start_reading end_reading report_name
        report_number custom_fields_list`,
      zero: 'distance mileage_rate',
      no: 'is_billable is_personal has_attachment',
      lists: 'tags',
    }),
    expense_id: expense.id,
    date: expense.date,
    paid_through_account_name: org.accounts.get(expense.paidThroughAccountId)?.name ?? '',
    account_name: org.accounts.get(expense.accountId)?.name ?? '',
    description: expense.description,
    currency_id: currency.id,
    currency_code: currency.code,
    bcy_total: base(expense.amountMinor),
    bcy_total_without_tax: base(expense.amountMinor),
    total,
    total_without_tax: total,
    reference_number: expense.referenceNumber,
    ...parties(org, expense),
    status: 'nonbillable',
    created_time: booksTime(expense.createdAt, org.timeZone),
    last_modified_time: booksTime(expense.modifiedAt, org.timeZone),
    exchange_rate: Number(expense.exchangeRate),
    mileage_unit: 'mile',
    mileage_type: 'non_mileage',
    expense_type: 'non_mileage',
  };
}

function journalTotal(journal: Journal): number {
  return journal.lines.reduce(
    (sum, line) => sum + (line.side === 'debit' ? line.amountMinor : 0),
    0,
  );
}

export function journalView(org: BooksOrg, journal: Journal): Json {
  const currency = currencyOf(org, journal.currencyId);
  const { own, base } = amountsOf(org, journal);
  const total = journalTotal(journal);
  return {
    ...blank({
      empty: `reversal_date journal_template_name journal_number_prefix project_id project_name
        custom_fields submitted_date submitted_by submitted_by_name submitted_by_email
        submitted_by_photo_url submitter_id approver_id`,
      zero: 'available_receivables_credits available_payables_credits',
      no: 'is_period_end_journal is_scheduled_reversal is_accrual_journal',
      lists: `branch_difference documents taxes imported_transactions invoices_credited
        bills_credited tags approvers_list`,
    }),
    journal_id: journal.id,
    entry_number: journal.number,
    fiscal_year: Number(journal.date.slice(0, 4)),
    reference_number: journal.referenceNumber,
    journal_number_suffix: journal.number,
    notes: journal.notes,
    currency_id: currency.id,
    currency_code: currency.code,
    currency_symbol: currency.symbol,
    exchange_rate: Number(journal.exchangeRate),
    journal_date: journal.date,
    journal_type: 'both',
    status: 'published',
    line_items: journal.lines.map((line, index) => ({
      ...blank({
        empty: `tax_exemption_id tax_exemption_type tax_authority_id tax_id tax_name tax_percentage
          project_name project_id`,
        lists: 'line_item_taxes tags',
      }),
      line_id: line.id,
      account_id: line.accountId,
      account_name: org.accounts.get(line.accountId)?.name ?? '',
      customer_id: line.customerId,
      customer_name: org.contacts.get(line.customerId)?.name ?? '',
      item_order: index + 1,
      description: line.description,
      debit_or_credit: line.side,
      tax_type: 'tax',
      amount: own(line.amountMinor),
      bcy_amount: base(line.amountMinor),
    })),
    line_item_total: own(total),
    total: own(total),
    bcy_total: base(total),
    price_precision: currency.precision,
    created_time: booksTime(journal.createdAt, org.timeZone),
    last_modified_time: booksTime(journal.modifiedAt, org.timeZone),
    comments: journal.comments.map((comment) => ({
      comment_id: comment.id,
      comment_type: 'system',
      commented_by_id: comment.by,
      commented_by: userName(comment.by),
      description: comment.description,
      date: orgDate(comment.at, org.timeZone),
      operation_type: comment.operation,
      transaction_type: 'journal',
    })),
  };
}

export function journalRow(org: BooksOrg, journal: Journal): Json {
  const { own, base } = amountsOf(org, journal);
  const total = journalTotal(journal);
  return {
    journal_id: journal.id,
    journal_date: journal.date,
    entry_number: journal.number,
    reference_number: journal.referenceNumber,
    currency_id: journal.currencyId,
    status: 'published',
    notes: journal.notes,
    journal_type: 'both',
    entity_type: 'journal',
    total: own(total),
    bcy_total: base(total),
    tags: [],
    last_modified_time: booksTime(journal.modifiedAt, org.timeZone),
    created_by_id: journal.createdBy,
    created_by_name: userName(journal.createdBy),
  };
}
