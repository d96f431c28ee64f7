// Routes of expenses and journals: Books only.
import { found } from '../books-org.ts';
import { precisionOf } from '../currencies.ts';
import type { FinanceCall, FinanceRouter } from '../finance-router.ts';
import { createJournal, updateJournal } from '../journals.ts';
import { listAnswer } from '../list-page.ts';
import { expenseRow, expenseView, journalRow, journalView } from '../movement-views.ts';
import { createExpense, updateExpense } from '../movements.ts';
import { upsert } from '../upsert.ts';

export function movementRoutes(router: FinanceRouter): void {
  expenseRoutes(router);
  journalRoutes(router);
}

function expenseRoutes(router: FinanceRouter): void {
  const created = (call: FinanceCall, id: string) => ({
    message: 'The expense has been recorded.',
    body: { expense: expenseView(call.org, found(call.org.expenses, id, 'Expense')) },
    created: { resource: 'expenses', id },
  });
  router.get('/expenses', 'expenses', listExpenses);
  router.post('/expenses', 'expenses', async (call) =>
    created(call, createExpense(call.org, await call.body(), call.by).id),
  );
  router.put('/expenses', 'expenses', async (call) => {
    const { org, by } = call;
    const { record, isNew } = await upsert(call, {
      module: 'expenses',
      resource: 'Expense',
      collection: org.expenses,
      create: (body) => createExpense(org, body, by),
      update: (id, body) => updateExpense(org, id, body),
    });
    if (isNew) return created(call, record.id);
    return {
      message: 'Expense information has been updated.',
      body: { expense: expenseView(org, record) },
    };
  });
  router.get('/expenses/:id', 'expenses', ({ org, param }) => ({
    body: { expense: expenseView(org, found(org.expenses, param('id'), 'Expense')) },
  }));
  router.put('/expenses/:id', 'expenses', async (call) => {
    const expense = updateExpense(call.org, call.param('id'), await call.body());
    return {
      message: 'Expense information has been updated.',
      body: { expense: expenseView(call.org, expense) },
    };
  });
  router.delete('/expenses/:id', 'expenses', ({ org, param }) => {
    org.expenses.delete(found(org.expenses, param('id'), 'Expense').id);
    return { message: 'The expense has been deleted.' };
  });
}

function listExpenses(call: FinanceCall) {
  const { org } = call;
  return listAnswer(call, {
    key: 'expenses',
    records: org.expenses.list(),
    row: (expense) => expenseRow(org, expense),
    reportName: 'Expenses',
    sortColumn: 'created_time',
    sortOrder: 'D',
    appliedFilter: 'Status.All',
    context: { custom_fields: [] },
    exact: {
      paid_through_account_id: (expense) => expense.paidThroughAccountId,
      account_id: (expense) => expense.accountId,
      customer_id: (expense) => expense.customerId,
    },
    texts: {
      reference_number: (expense) => expense.referenceNumber,
      description: (expense) => expense.description,
    },
    dates: { date: (expense) => expense.date },
    amounts: { amount: (expense) => [expense.amountMinor, precisionOf(org, expense)] },
    search: (expense) => [expense.referenceNumber, expense.description],
  });
}

function journalRoutes(router: FinanceRouter): void {
  router.get('/journals', 'accountants', (call) =>
    listAnswer(call, {
      key: 'journals',
      records: call.org.journals.list(),
      row: (journal) => journalRow(call.org, journal),
      reportName: 'Manual Journals',
      sortColumn: 'journal_date',
      sortOrder: 'D',
      appliedFilter: 'JournalDate.All',
      context: { custom_fields: [] },
      texts: {
        reference_number: (journal) => journal.referenceNumber,
        entry_number: (journal) => journal.number,
        notes: (journal) => journal.notes,
      },
      dates: { journal_date: (journal) => journal.date, date: (journal) => journal.date },
    }),
  );
  router.post('/journals', 'accountants', async (call) => {
    const journal = createJournal(call.org, await call.body(), call.by);
    return {
      message: 'The journal entry has been created.',
      body: { journal: journalView(call.org, journal) },
      created: { resource: 'journals', id: journal.id },
    };
  });
  router.get('/journals/:id', 'accountants', ({ org, param }) => ({
    body: { journal: journalView(org, found(org.journals, param('id'), 'Journal')) },
  }));
  router.put('/journals/:id', 'accountants', async (call) => {
    const journal = updateJournal(call.org, call.param('id'), await call.body(), call.by);
    return {
      message: 'The journal entry has been updated.',
      body: { journal: journalView(call.org, journal) },
    };
  });
  router.delete('/journals/:id', 'accountants', ({ org, param }) => {
    org.journals.delete(found(org.journals, param('id'), 'Journal').id);
    return { message: 'The selected journal entry has been deleted.' };
  });
}
