// Routes of accounts, bank accounts and bank transactions: Books only.
import { accountDetail, accountRecord, accountRow } from '../account-view.ts';
import {
  createAccount,
  createBankAccount,
  deleteAccount,
  isBankAccount,
  setActive,
  updateAccount,
} from '../accounts.ts';
import { bankAccountRow, bankAccountView } from '../bank-account-view.ts';
import { found } from '../books-org.ts';
import { precisionOf } from '../currencies.ts';
import type { FinanceCall, FinanceRouter } from '../finance-router.ts';
import { listAnswer } from '../list-page.ts';
import { createTransaction, transactionView } from '../movements.ts';

const UPDATED = 'The details of the account have been updated.';
const DELETED = 'The account has been deleted.';

export function ledgerRoutes(router: FinanceRouter): void {
  accountRoutes(router);
  bankRoutes(router);
}

function accountRoutes(router: FinanceRouter): void {
  activityRoutes(router, 'chartofaccounts', 'accountants');
  activityRoutes(router, 'bankaccounts', 'banking');
  router.get('/chartofaccounts', 'accountants', (call) =>
    // No filter by name here: clients search the list themselves.
    listAnswer(call, {
      key: 'chartofaccounts',
      records: call.org.accounts.list(),
      row: (account) => accountRow(call.org, account),
      reportName: 'Chart of Accounts',
      sortColumn: 'account_name',
      sortOrder: 'A',
      appliedFilter: 'AccountType.All',
      context: { custom_fields: [] },
    }),
  );
  router.post('/chartofaccounts', 'accountants', async (call) => {
    const account = createAccount(call.org, await call.body(), call.by);
    return {
      message: 'The account has been created.',
      body: { chart_of_account: accountDetail(call.org, account) },
      created: { resource: 'chartofaccountdetails', id: account.id },
    };
  });
  router.get('/chartofaccounts/:id', 'accountants', ({ org, param }) => ({
    body: { chart_of_account: accountRecord(org, found(org.accounts, param('id'), 'Account')) },
  }));
  router.put('/chartofaccounts/:id', 'accountants', async (call) => {
    const account = updateAccount(call.org, call.param('id'), await call.body());
    return { message: UPDATED, body: { chart_of_account: accountDetail(call.org, account) } };
  });
  router.delete('/chartofaccounts/:id', 'accountants', ({ org, param }) => {
    deleteAccount(org, param('id'));
    return { message: DELETED };
  });
}

/** `POST /bankaccounts/{id}/inactive` and `/active`. */
function activityRoutes(router: FinanceRouter, path: string, group: string): void {
  for (const [word, isActive] of [
    ['active', true],
    ['inactive', false],
  ] as const) {
    router.post(`/${path}/:id/${word}`, group, ({ org, param }) => {
      setActive(org, param('id'), isActive);
      return { message: `The account has been marked as ${word}.` };
    });
  }
}

function bankRoutes(router: FinanceRouter): void {
  router.get('/bankaccounts', 'banking', (call) =>
    listAnswer(call, {
      key: 'bankaccounts',
      records: call.org.accounts.list().filter(isBankAccount),
      row: (account) => bankAccountRow(call.org, account),
      reportName: 'Bank Accounts',
      sortColumn: 'account_name',
      sortOrder: 'A',
      appliedFilter: 'Status.All',
      texts: { account_name: (account) => account.name },
    }),
  );
  router.post('/bankaccounts', 'banking', async (call) => {
    const account = createBankAccount(call.org, await call.body(), call.by);
    return {
      message: 'The bank account has been created.',
      body: { bankaccount: bankAccountView(call.org, account) },
      created: { resource: 'bankaccounts', id: account.id },
    };
  });
  router.get('/bankaccounts/:id', 'banking', ({ org, param }) => ({
    body: { bankaccount: bankAccountView(org, found(org.accounts, param('id'), 'Account')) },
  }));
  router.put('/bankaccounts/:id', 'banking', async (call) => {
    const account = updateAccount(call.org, call.param('id'), await call.body());
    return { message: UPDATED, body: { bankaccount: bankAccountView(call.org, account) } };
  });
  router.delete('/bankaccounts/:id', 'banking', ({ org, param }) => {
    deleteAccount(org, param('id'));
    return { message: DELETED };
  });
  router.get('/banktransactions', 'banking', listTransactions);
  router.post('/banktransactions', 'banking', async (call) => {
    const move = createTransaction(call.org, await call.body(), call.by);
    return {
      message: 'The transaction has been recorded.',
      body: { banktransaction: transactionView(call.org, move) },
      created: { resource: 'banktransactions', id: move.id },
    };
  });
  router.get('/banktransactions/:id', 'banking', ({ org, param }) => {
    const move = found(org.bankTransactions, param('id'), 'Transaction');
    return { body: { banktransaction: transactionView(org, move) } };
  });
  router.delete('/banktransactions/:id', 'banking', ({ org, param }) => {
    org.bankTransactions.delete(found(org.bankTransactions, param('id'), 'Transaction').id);
    return { message: 'The transaction has been deleted.' };
  });
}

function listTransactions(call: FinanceCall) {
  const { org, query } = call;
  const account = query.account_id;
  return listAnswer(call, {
    key: 'banktransactions',
    records: org.bankTransactions
      .list()
      .filter(
        (move) =>
          account === undefined || move.fromAccountId === account || move.toAccountId === account,
      ),
    row: (move) => transactionView(org, move),
    reportName: 'Bank Transactions',
    sortColumn: 'date',
    sortOrder: 'D',
    appliedFilter: 'Status.All',
    exact: { transaction_type: (move) => move.type },
    texts: { reference_number: (move) => move.referenceNumber },
    dates: { date: (move) => move.date },
    amounts: { amount: (move) => [move.amountMinor, precisionOf(org, move)] },
    search: (move) => [move.referenceNumber, move.description],
  });
}
