// Routes of invoices.
import { precisionOf } from '../currencies.ts';
import { invoiceBalance, invoiceStatus } from '../document-balances.ts';
import type { FinanceCall, FinanceRouter } from '../finance-router.ts';
import { applyCredits, unapplyPayment } from '../invoice-credits.ts';
import {
  commentView,
  invoiceCredits,
  invoicePayments,
  invoiceRow,
  invoiceView,
} from '../invoice-view.ts';
import {
  addComment,
  cancelWriteOff,
  createInvoice,
  deleteInvoice,
  invoiceOf,
  markDraft,
  markSent,
  updateInvoice,
  voidInvoice,
  writeOff,
} from '../invoices.ts';
import { listAnswer } from '../list-page.ts';
import { invoiceFromOrder } from '../sales-orders.ts';
import { upsert } from '../upsert.ts';

const GROUP = 'invoices';
const CREATED = 'The invoice has been created.';
const UPDATED = 'Invoice information has been updated.';

function options({ query }: FinanceCall) {
  return {
    send: query.send === 'true',
    ignoreAutoNumber: query.ignore_auto_number_generation === 'true',
  };
}

export function invoiceRoutes(router: FinanceRouter): void {
  router.get('/invoices', GROUP, listInvoices);
  router.post('/invoices', GROUP, async (call) => {
    const invoice = createInvoice(call.org, await call.body(), call.by, options(call));
    return createdAnswer(call, invoice.id);
  });
  router.post('/invoices/fromsalesorder', GROUP, (call) => {
    const invoice = invoiceFromOrder(call.org, call.query.salesorder_id ?? '', call.by);
    return createdAnswer(call, invoice.id);
  });
  if (router.product === 'books') upsertRoute(router);
  router.get('/invoices/:id', GROUP, ({ org, param }) => ({
    body: { invoice: invoiceView(org, invoiceOf(org, param('id')), true) },
  }));
  router.put('/invoices/:id', GROUP, async (call) => {
    const invoice = updateInvoice(call.org, call.param('id'), await call.body());
    return { message: UPDATED, body: { invoice: invoiceView(call.org, invoice) } };
  });
  router.delete('/invoices/:id', GROUP, ({ org, param }) => {
    deleteInvoice(org, param('id'));
    return { message: 'The invoice has been deleted.' };
  });
  statusRoutes(router);
  creditRoutes(router);
  commentRoutes(router);
}

function createdAnswer({ org }: FinanceCall, id: string) {
  return {
    message: CREATED,
    body: { invoice: invoiceView(org, invoiceOf(org, id)) },
    created: { resource: 'invoices', id },
  };
}

function upsertRoute(router: FinanceRouter): void {
  router.put('/invoices', GROUP, async (call) => {
    const { org, by } = call;
    const { record, isNew } = await upsert(call, {
      module: 'invoices',
      resource: 'Invoice',
      collection: org.invoices,
      create: (body) => createInvoice(org, body, by, options(call)),
      update: (id, body) => updateInvoice(org, id, body),
    });
    if (isNew) return createdAnswer(call, record.id);
    return { message: UPDATED, body: { invoice: invoiceView(org, record) } };
  });
}

function statusRoutes(router: FinanceRouter): void {
  router.post('/invoices/:id/status/sent', GROUP, ({ org, param }) => {
    markSent(org, param('id'));
    return { message: 'Invoice status has been changed to Sent.' };
  });
  router.post('/invoices/:id/status/void', GROUP, ({ org, param }) => {
    voidInvoice(org, param('id'));
    return { message: 'Invoice status has been changed to Void.' };
  });
  router.post('/invoices/:id/status/draft', GROUP, ({ org, param }) => {
    markDraft(org, param('id'));
    return { message: 'Invoice status has been changed to Draft.' };
  });
  router.post('/invoices/:id/email', GROUP, ({ org, param }) => {
    const isFirst = !invoiceOf(org, param('id')).isEmailed;
    markSent(org, param('id'), true);
    return { message: 'Your invoice has been sent.', body: { is_first_email: isFirst } };
  });
  router.post('/invoices/:id/writeoff', GROUP, ({ org, param }) => {
    writeOff(org, param('id'));
    return { message: 'Invoice has been written off.' };
  });
  router.post('/invoices/:id/writeoff/cancel', GROUP, ({ org, param }) => {
    cancelWriteOff(org, param('id'));
    return { message: 'The writeoff done for this invoice has been cancelled.' };
  });
}

function creditRoutes(router: FinanceRouter): void {
  router.post('/invoices/:id/credits', GROUP, async (call) => {
    const invoice = invoiceOf(call.org, call.param('id'));
    applyCredits(call.org, invoice, await call.body());
    return { message: 'Credits have been applied to the invoice(s).' };
  });
  router.get('/invoices/:id/creditsapplied', GROUP, ({ org, param }) => ({
    body: { credits: invoiceCredits(org, invoiceOf(org, param('id'))) },
  }));
  router.get('/invoices/:id/payments', GROUP, ({ org, param }) => ({
    body: { payments: invoicePayments(org, invoiceOf(org, param('id'))) },
  }));
  router.delete('/invoices/:id/payments/:row', GROUP, ({ org, param }) => {
    unapplyPayment(org, invoiceOf(org, param('id')).id, param('row'));
    return { message: 'The payment has been deleted.' };
  });
}

function commentRoutes(router: FinanceRouter): void {
  router.get('/invoices/:id/comments', GROUP, ({ org, param }) => {
    const invoice = invoiceOf(org, param('id'));
    const keys = { invoice_id: invoice.id };
    return { body: { comments: invoice.comments.map((one) => commentView(org, one, keys)) } };
  });
  router.post('/invoices/:id/comments', GROUP, async (call) => {
    const { org, param, by } = call;
    const comment = addComment(org, param('id'), await call.body(), by);
    return {
      message: 'Comments added.',
      body: { comment: commentView(org, comment, { invoice_id: param('id') }) },
      created: { resource: `invoices/${param('id')}/comments`, id: comment.id },
    };
  });
}

function listInvoices(call: FinanceCall) {
  const { org } = call;
  const today = org.today();
  return listAnswer(call, {
    key: 'invoices',
    records: org.invoices.list(),
    row: (invoice) => invoiceRow(org, invoice),
    reportName: 'Invoices',
    sortColumn: 'created_time',
    sortOrder: 'D',
    appliedFilter: 'Status.All',
    module: 'invoices',
    context: { seller_app_sales_channels: '' },
    exact: {
      customer_id: (invoice) => invoice.customerId,
      zcrm_potential_id: (invoice) => invoice.zcrmPotentialId,
    },
    texts: {
      invoice_number: (invoice) => invoice.number,
      reference_number: (invoice) => invoice.referenceNumber,
      customer_name: (invoice) => org.contacts.get(invoice.customerId)?.name ?? '',
    },
    dates: { date: (invoice) => invoice.date, due_date: (invoice) => invoice.dueDate },
    amounts: {
      total: (invoice) => [invoice.totals.totalMinor, precisionOf(org, invoice)],
      balance: (invoice) => [invoiceBalance(invoice), precisionOf(org, invoice)],
    },
    search: (invoice) => [
      invoice.number,
      invoice.referenceNumber,
      org.contacts.get(invoice.customerId)?.name ?? '',
    ],
    status: (invoice) => invoiceStatus(invoice, today),
  });
}
