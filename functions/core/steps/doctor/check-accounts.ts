// Are the clearing, fee and dispute accounts still in the books, open, and in the right currency?
import { type Problem, problem } from '../../domain/problem.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { BooksAccount } from '../../ports/setup.ts';
import type { Check, Fault, Patient } from './check.ts';

export const checkAccounts: Check = {
  name: 'accounts',
  appliesTo: ({ books, merchants }) => books.ok && merchants.length > 0,
  async examine(patient) {
    if (!patient.books.ok) return patient.books;
    const banks = await patient.books.value.bankAccounts();
    if (!banks.ok) return banks;
    const expenses = await expensesOf(patient);
    if (!expenses.ok) return expenses;
    return ok([...clearingFaults(patient, banks.value), ...expenses.value]);
  },
};

function clearingFaults({ merchants }: Patient, banks: readonly BooksAccount[]): Fault[] {
  return merchants.flatMap(({ record: { merchantId, settings } }) =>
    settings.currencies.flatMap((currency) => {
      const id = settings.clearingAccounts[currency];
      const account = `${settings.clearingNames?.[currency] ?? 'Clearing'} (${merchantId})`;
      const subject = `${merchantId} ${currency}`;
      const found =
        id === undefined
          ? problem('account-missing', 'fix-setup', { merchant: merchantId, currency })
          : judge(
              banks.find((one) => one.id === id),
              account,
              currency,
            );
      return found === undefined ? [] : [{ subject, problem: found }];
    }),
  );
}

/** Nothing is asked while none is chosen. */
async function expensesOf({ books, record }: Patient): Promise<Result<Fault[]>> {
  const chosen = Object.entries(record.settings.accounts ?? {});
  if (!books.ok || chosen.length === 0) return ok([]);
  const all = await books.value.expenseAccounts();
  if (!all.ok) return all;
  return ok(
    chosen.flatMap(([kind, { id, name }]) => {
      const found = judge(
        all.value.find((one) => one.id === id),
        name,
      );
      return found === undefined ? [] : [{ subject: kind, problem: found }];
    }),
  );
}

function judge(
  there: BooksAccount | undefined,
  account: string,
  currency?: string,
): Problem | undefined {
  if (there === undefined) return problem('account-gone', 'fix-setup', { account });
  if (!there.isActive) return problem('account-inactive', 'fix-setup', { account });
  if (currency === undefined || there.currency === undefined || there.currency === currency) {
    return undefined;
  }
  const facts = { account, currency, theirs: there.currency };
  return problem('account-currency-wrong', 'fix-setup', facts);
}
