// Takes the accounts that somebody has chosen or agreed to: makes what is missing, and writes the ids down.
import type {
  AccountChoice,
  AccountProposal,
  AccountsRequest,
  SetupView,
} from '../../contract/setup.ts';
import { type CardFee, isNoFee } from '../../domain/fee.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import type { BooksSetup, NewAccount } from '../../ports/setup.ts';
import { staffWords } from '../../texts/staff-words.ts';
import { changeInstallation, type InstallationRecord } from './installation-record.ts';
import type { ChosenAccount } from './installation-settings.ts';
import { languageOf } from './installation-settings.ts';
import { findMerchant, saveMerchantRecord } from './merchant-record.ts';
import { chosenAccount, proposalsOf } from './propose-accounts.ts';
import { auditSetup, openBooks, openForSetup, type SetupPorts } from './setup-ports.ts';
import { showSetup } from './show-setup.ts';

interface ChosenClearing {
  readonly merchantId: string;
  readonly currency: string;
  readonly account: ChosenAccount;
  /** What was said before stays when absent. */
  readonly cardFee?: CardFee | undefined;
}

/** Again with the same choices it makes nothing: what was made is found by its name. */
export async function chooseAccounts(
  ports: SetupPorts,
  installation: InstallationId,
  actor: Actor,
  request: AccountsRequest,
): Promise<Result<SetupView>> {
  const record = await openForSetup(ports, installation, actor);
  if (!record.ok) return record;
  if (record.value.revision !== request.revision) {
    return refused(problem('settings-changed', 'fix-input'));
  }
  if (!hasFeeAccount(request, record.value)) {
    return refused(problem('fee-account-missing', 'fix-input'));
  }
  const books = openBooks(ports, installation, record.value);
  if (!books.ok) return books;
  const proposals = await proposalsOf(ports, installation, record.value, books.value);
  if (!proposals.ok) return proposals;

  const { notices } = await staffWords(languageOf(record.value.settings));
  const clearing: ChosenClearing[] = [];
  for (const { merchantId, currency, account, cardFee } of request.clearing) {
    const proposed = proposals.value.clearing.find(
      (one) => one.merchantId === merchantId && one.currency === currency,
    );
    const taken = await take(books.value, proposed, account, {
      description: notices.clearingAccount(merchantId),
      kind: 'bank',
      currency,
    });
    if (!taken.ok) return taken;
    clearing.push({ merchantId, currency, account: taken.value, cardFee });
  }
  const fee = await takeExpense(books.value, proposals.value.fee, request.fee, 'expense');
  if (!fee.ok) return fee;
  const asked = request.dispute;
  const dispute = await takeExpense(books.value, proposals.value.dispute, asked, 'other_expense');
  if (!dispute.ok) return dispute;

  const saved = await changeInstallation(
    ports,
    installation,
    ({ settings }) => ({
      settings: {
        ...settings,
        accounts: {
          ...settings.accounts,
          ...(fee.value === undefined ? {} : { fee: fee.value }),
          ...(dispute.value === undefined ? {} : { dispute: dispute.value }),
        },
      },
    }),
    request.revision,
  );
  if (!saved.ok) return saved;
  await saveClearing(ports, installation, clearing);
  const detail = Object.fromEntries(
    clearing.flatMap(({ merchantId, currency, account, cardFee }) => [
      [`${merchantId} ${currency}`, account.id],
      ...(cardFee === undefined
        ? []
        : [[`${merchantId} ${currency} fee`, `${cardFee.basisPoints} bp + ${cardFee.fixedMinor}`]]),
    ]),
  );
  await auditSetup(ports, installation, actor, 'connection.accounts', detail);
  return showSetup(ports, installation, actor);
}

/** A fee that is booked with the payment needs the account that it is booked to. */
function hasFeeAccount(request: AccountsRequest, { settings }: InstallationRecord): boolean {
  const isUsed = request.clearing.some(({ cardFee }) => cardFee && !isNoFee(cardFee));
  return !isUsed || request.fee !== undefined || settings.accounts?.fee !== undefined;
}

async function takeExpense(
  books: BooksSetup,
  proposed: AccountProposal,
  choice: AccountChoice | undefined,
  kind: 'expense' | 'other_expense',
): Promise<Result<ChosenAccount | undefined>> {
  if (choice === undefined) return ok(undefined);
  const description = 'Of the card gateway (Tallybridge)';
  return take(books, proposed, choice, { description, kind, currency: '' });
}

async function take(
  books: BooksSetup,
  proposed: AccountProposal | undefined,
  choice: AccountChoice,
  making: Omit<NewAccount, 'name'>,
): Promise<Result<ChosenAccount>> {
  if (proposed === undefined) return refused(unfit('its merchant id and currency'));
  if ('id' in choice) {
    const found = proposed.choices.find(({ id }) => id === choice.id);
    return found === undefined ? refused(unfit(choice.id)) : ok(found);
  }
  // An earlier try, or somebody else, has made it.
  const there = proposed.choices.find(({ name }) => name === proposed.wouldCreate);
  if (there !== undefined) return ok(there);
  const made = await books.createAccount({ ...making, name: proposed.wouldCreate });
  return made.ok ? ok(chosenAccount(made.value)) : made;
}

async function saveClearing(
  ports: SetupPorts,
  installation: InstallationId,
  chosen: readonly ChosenClearing[],
): Promise<void> {
  for (const [merchantId, own] of Map.groupBy(chosen, (one) => one.merchantId)) {
    const merchant = await findMerchant(ports, installation, merchantId);
    if (merchant === undefined) continue;
    const { settings } = merchant;
    const part = (of: 'id' | 'name') =>
      Object.fromEntries(own.map(({ currency, account }) => [currency, account[of]]));
    await saveMerchantRecord(ports, installation, {
      ...merchant,
      settings: {
        ...settings,
        clearingAccounts: { ...settings.clearingAccounts, ...part('id') },
        clearingNames: { ...settings.clearingNames, ...part('name') },
        fees: feesAfter(settings.fees, own),
      },
    });
  }
}

/** Without those that were set to nothing. */
function feesAfter(
  before: Readonly<Record<string, CardFee>> = {},
  chosen: readonly ChosenClearing[],
): Readonly<Record<string, CardFee>> {
  const said = chosen.flatMap(({ currency, cardFee }) =>
    cardFee === undefined ? [] : [[currency, cardFee] as const],
  );
  const all: Record<string, CardFee> = { ...before, ...Object.fromEntries(said) };
  return Object.fromEntries(Object.entries(all).filter(([, fee]) => !isNoFee(fee)));
}

function unfit(account: string) {
  return problem('account-unfit', 'fix-input', { account });
}
