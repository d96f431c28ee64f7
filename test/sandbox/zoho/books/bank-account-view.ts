// How Books answers bank accounts: the created one, and the shorter rows of the list.
import { balances } from './account-view.ts';
import { blank, type Json } from './blank.ts';
import type { BooksOrg } from './books-org.ts';
import { currencyOf } from './currencies.ts';
import type { Account } from './documents.ts';

const consent = () => ({ consent_info: { consent_remaining_days: '', is_consent_expired: '' } });

function head(org: BooksOrg, account: Account): Json {
  const currency = currencyOf(org, account.currencyId);
  return {
    account_id: account.id,
    account_name: account.name,
    account_code: account.code,
    currency_id: currency.id,
    currency_code: currency.code,
    account_type: account.type,
    account_sub_type: 'commercial',
    uncategorized_transactions: 0,
    total_unprinted_checks: 0,
    is_active: account.isActive,
    ...balances(org, account),
    bank_name: account.bankName,
    feeds_last_refresh_date: '',
    is_direct_paypal: false,
    mfa_required: false,
  };
}

/** Cash accounts have the short row, bank accounts and cards the long one. */
export function bankAccountRow(org: BooksOrg, account: Account): Json {
  if (account.type === 'cash') return head(org, account);
  return {
    ...head(org, account),
    account_number: masked(account.accountNumber),
    routing_number: account.routingNumber,
    ...blank({
      empty: 'partner_bank_source_formatted partner_bank_source payout_bank_name feed_status',
      no: 'is_primary_account is_paypal_account is_beta_feed',
    }),
    ...consent(),
  };
}

export function bankAccountView(org: BooksOrg, account: Account): Json {
  const currency = currencyOf(org, account.currencyId);
  return {
    ...blank({
      empty: `account_code_prefix generation_number institution_id institution_name
        partner_bank_source_formatted partner_bank_source payout_bank_name migrate_to_partner_bank
        feed_status latest_transaction_date`,
      zero: 'last_import_duplicate_count',
      no: `is_pdf_password_stored is_zlabs_supported is_primary_account is_paypal_account
        can_show_paypal_direct_integ_banner is_feeds_owner is_beta_feed is_rule_update_required`,
      yes: `can_show_in_ze can_access_all_branches can_access_all_locations
        can_access_all_locations_of_bank_account`,
      lists: 'custom_fields',
      objects: 'custom_field_hash',
    }),
    ...head(org, account),
    currency_symbol: currency.symbol,
    price_precision: currency.precision,
    account_number: masked(account.accountNumber),
    routing_number: account.routingNumber,
    description: account.description,
    ...consent(),
    sub_corporate_cards_count: '0',
    is_undeposited_funds: account.placeholder === 'undeposited_funds',
  };
}

/** Only the last four digits are ever answered. */
function masked(accountNumber: string): string {
  return accountNumber === '' ? '' : `xxxx${accountNumber.slice(-4)}`;
}
