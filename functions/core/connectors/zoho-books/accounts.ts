// Accounts of the books: those that hold money on its way, and those that fees and disputes are booked to.
import * as z from 'zod/mini';
import { ok, type Result } from '../../domain/result.ts';
import type { BooksAccount, NewAccount } from '../../ports/setup.ts';
import { callFor } from '../zoho-http/finance-api.ts';
import { present } from '../zoho-http/read-json.ts';
import type { BooksApi } from './books-api.ts';
import { currencyId } from './currencies.ts';

const row = z.object({
  account_id: z.string(),
  account_name: z.string(),
  account_type: z.string(),
  is_active: z.optional(z.boolean()),
  currency_code: z.optional(z.string()),
});
type AccountRow = z.infer<typeof row>;

/** More accounts than this are no list to choose from. */
const PER_PAGE = '200';

/** The bank accounts, each in its currency. */
export function bankAccounts(api: BooksApi): Promise<Result<readonly BooksAccount[]>> {
  return list(api, 'bankaccounts', 'The list of bank accounts');
}

export async function expenseAccounts(api: BooksApi): Promise<Result<readonly BooksAccount[]>> {
  const all = await list(api, 'chartofaccounts', 'The chart of accounts');
  if (!all.ok) return all;
  return ok(all.value.filter(({ type }) => type === 'expense' || type === 'other_expense'));
}

async function list(
  api: BooksApi,
  path: 'bankaccounts' | 'chartofaccounts',
  what: string,
): Promise<Result<readonly BooksAccount[]>> {
  const call = {
    operation: `list-${path}`,
    method: 'GET',
    path: [path],
    query: { per_page: PER_PAGE },
    what,
  } as const;
  const rows = await callFor(api, call, path, z.array(row));
  return rows.ok ? ok(rows.value.map(accountOf)) : rows;
}

/** Bank accounts have screens of their own in Books, so they are made there; the rest in the chart of accounts. */
export async function createAccount(
  api: BooksApi,
  { name, description, kind, currency }: NewAccount,
): Promise<Result<BooksAccount>> {
  const isBank = kind === 'bank';
  const inBooks = isBank ? await currencyId(api, currency) : undefined;
  if (inBooks?.ok === false) return inBooks;
  const made = await callFor(
    api,
    {
      operation: 'create-account',
      method: 'POST',
      path: [isBank ? 'bankaccounts' : 'chartofaccounts'],
      body: {
        account_name: name,
        account_type: kind,
        description,
        currency_id: inBooks?.value,
      },
      what: 'The account',
    },
    isBank ? 'bankaccount' : 'chart_of_account',
    row,
  );
  return made.ok ? ok(accountOf(made.value)) : made;
}

function accountOf(found: AccountRow): BooksAccount {
  const currency = present(found.currency_code);
  return {
    id: found.account_id,
    name: found.account_name,
    type: found.account_type,
    isActive: found.is_active ?? true,
    ...(currency === undefined ? {} : { currency }),
  };
}
