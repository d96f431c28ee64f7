// Which accounts of the books fit: those that were chosen, those of our names, and the names of those that would be made.
import type { AccountProposal, AccountsReply } from '../../contract/setup.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import type { BooksAccount, BooksSetup } from '../../ports/setup.ts';
import type { InstallationRecord } from './installation-record.ts';
import { type ChosenAccount, merchantSettings, readMerchants } from './installation-settings.ts';
import { openBooks, openForSetup, type SetupPorts } from './setup-ports.ts';

const FEE_NAME = 'Cybersource Fees';
const DISPUTE_NAME = 'Cybersource Disputes';

/** Reads only: nothing is made before somebody has agreed to it. */
export async function proposeAccounts(
  ports: SetupPorts,
  installation: InstallationId,
  actor: Actor,
): Promise<Result<AccountsReply>> {
  const record = await openForSetup(ports, installation, actor);
  if (!record.ok) return record;
  const books = openBooks(ports, installation, record.value);
  if (!books.ok) return books;
  return proposalsOf(ports, installation, record.value, books.value);
}

/** One clearing account for each merchant id and currency; fees and disputes have one each. */
export async function proposalsOf(
  ports: SetupPorts,
  installation: InstallationId,
  { settings }: InstallationRecord,
  books: BooksSetup,
): Promise<Result<AccountsReply>> {
  const [banks, expenses, rows] = await Promise.all([
    books.bankAccounts(),
    books.expenseAccounts(),
    readMerchants(ports.store, installation),
  ]);
  if (!banks.ok) return banks;
  if (!expenses.ok) return expenses;
  const wanted = rows.flatMap((row) => {
    const { currencies, clearingAccounts } = merchantSettings(row);
    return currencies.map((currency) => ({
      merchantId: row.merchant_id,
      currency,
      chosen: clearingAccounts[currency],
    }));
  });
  const clearing = wanted.map(({ merchantId, currency, chosen }) => {
    const isShared = wanted.filter((one) => one.currency === currency).length > 1;
    const name = `Cybersource Clearing ${currency}${isShared ? ` ${merchantId}` : ''}`;
    const fitting = banks.value.filter(
      (one) => one.type === 'bank' && one.isActive && one.currency === currency,
    );
    return { merchantId, currency, ...proposal(fitting, name, chosen) };
  });
  const usable = expenses.value.filter(({ isActive }) => isActive);
  const { fee, dispute } = settings.accounts ?? {};
  return ok({
    clearing,
    fee: proposal(usable, FEE_NAME, fee?.id),
    dispute: proposal(usable, DISPUTE_NAME, dispute?.id),
  });
}

/** Books refuses a second account of the same name in whatever case: found by it, made once. */
function proposal(
  accounts: readonly BooksAccount[],
  name: string,
  chosen: string | undefined,
): AccountProposal {
  const found =
    accounts.find(({ id }) => id === chosen) ??
    accounts.find((one) => one.name.toLowerCase() === name.toLowerCase());
  return {
    wouldCreate: name,
    choices: accounts.map(chosenAccount),
    ...(found === undefined ? {} : { found: chosenAccount(found) }),
  };
}

export function chosenAccount({ id, name }: BooksAccount): ChosenAccount {
  return { id, name };
}
