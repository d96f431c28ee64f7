// Routes of credit notes.

import { appliedView, creditNoteRow, creditNoteView } from '../credit-note-view.ts';
import {
  applyToInvoices,
  createNote,
  deleteNote,
  deleteNoteRefund,
  noteOf,
  refundNote,
  removeFromInvoice,
  setNoteStatus,
  updateNote,
} from '../credit-notes.ts';
import { precisionOf } from '../currencies.ts';
import { creditBalance, creditNoteStatus } from '../document-balances.ts';
import type { FinanceCall, FinanceRouter } from '../finance-router.ts';
import { commentView } from '../invoice-view.ts';
import { listAnswer } from '../list-page.ts';
import { creditNoteRefundView } from '../refunds.ts';
import { upsert } from '../upsert.ts';

const GROUP = 'creditnotes';
const CREATED = 'The credit note has been created.';
const UPDATED = 'The credit note has been updated.';

function options({ query }: FinanceCall) {
  return {
    invoiceId: query.invoice_id ?? '',
    ignoreAutoNumber: query.ignore_auto_number_generation === 'true',
  };
}

export function noteRoutes(router: FinanceRouter): void {
  router.get('/creditnotes', GROUP, listNotes);
  router.post('/creditnotes', GROUP, async (call) => {
    const note = createNote(call.org, await call.body(), call.by, options(call));
    return createdAnswer(call, note.id);
  });
  if (router.product === 'books') upsertRoute(router);
  refundRoutes(router);
  router.get('/creditnotes/:id', GROUP, ({ org, param }) => ({
    body: { creditnote: creditNoteView(org, noteOf(org, param('id'))) },
  }));
  router.put('/creditnotes/:id', GROUP, async (call) => {
    const note = updateNote(call.org, call.param('id'), await call.body());
    return { message: UPDATED, body: { creditnote: creditNoteView(call.org, note) } };
  });
  router.delete('/creditnotes/:id', GROUP, ({ org, param }) => {
    deleteNote(org, param('id'));
    return { message: 'The credit note has been deleted.' };
  });
  for (const status of ['open', 'void', 'draft'] as const) {
    router.post(`/creditnotes/:id/status/${status}`, GROUP, ({ org, param }) => {
      setNoteStatus(org, param('id'), status);
      return { message: `The status of the credit note has been changed to ${status}.` };
    });
  }
  invoiceRoutes(router);
}

function createdAnswer({ org }: FinanceCall, id: string) {
  return {
    message: CREATED,
    body: { creditnote: creditNoteView(org, noteOf(org, id)) },
    created: { resource: 'creditnotes', id },
  };
}

function upsertRoute(router: FinanceRouter): void {
  router.put('/creditnotes', GROUP, async (call) => {
    const { org, by } = call;
    const { record, isNew } = await upsert(call, {
      module: 'creditnotes',
      resource: 'Credit note',
      collection: org.creditNotes,
      create: (body) => createNote(org, body, by, options(call)),
      update: (id, body) => updateNote(org, id, body),
    });
    if (isNew) return createdAnswer(call, record.id);
    return { message: UPDATED, body: { creditnote: creditNoteView(org, record) } };
  });
}

function invoiceRoutes(router: FinanceRouter): void {
  router.get('/creditnotes/:id/invoices', GROUP, ({ org, param }) => ({
    body: { invoices_credited: appliedView(org, noteOf(org, param('id'))) },
  }));
  router.post('/creditnotes/:id/invoices', GROUP, async (call) => {
    const note = applyToInvoices(call.org, call.param('id'), await call.body());
    return {
      message: 'Credits have been applied to the invoice(s).',
      body: { apply_to_invoices: { invoices: appliedView(call.org, note) } },
      created: { resource: 'creditnotes', id: note.id },
    };
  });
  router.delete('/creditnotes/:id/invoices/:row', GROUP, ({ org, param }) => {
    removeFromInvoice(org, param('id'), param('row'));
    return { message: 'Credits applied to an invoice have been deleted.' };
  });
  router.get('/creditnotes/:id/comments', GROUP, ({ org, param }) => {
    const note = noteOf(org, param('id'));
    const keys = { creditnote_id: note.id };
    return { body: { comments: note.comments.map((one) => commentView(org, one, keys)) } };
  });
}

/** A note's refund answers one object, where a payment's answers a list. */
function refundRoutes(router: FinanceRouter): void {
  router.get('/creditnotes/refunds', GROUP, ({ org, query }) => {
    const customer = query.customer_id;
    const notes = org.creditNotes
      .list()
      .filter((note) => customer === undefined || note.customerId === customer);
    return {
      body: {
        creditnote_refunds: notes.flatMap((note) =>
          note.refunds.map((refund) => creditNoteRefundView(org, refund, note)),
        ),
        page_context: { page: 1, per_page: 200, has_more_page: false, report_name: 'Refunds' },
      },
    };
  });
  router.get('/creditnotes/:id/refunds', GROUP, ({ org, param }) => {
    const note = noteOf(org, param('id'));
    return {
      body: {
        creditnote_refunds: note.refunds.map((one) => creditNoteRefundView(org, one, note)),
        page_context: { page: 1, per_page: 200, has_more_page: false, report_name: 'Refunds' },
      },
    };
  });
  router.post('/creditnotes/:id/refunds', GROUP, async (call) => {
    const [note, refund] = refundNote(call.org, call.param('id'), await call.body());
    return {
      message: 'The refund information for this credit note has been saved.',
      body: { creditnote_refund: creditNoteRefundView(call.org, refund, note) },
      created: { resource: `creditnotes/${note.id}/refunds`, id: refund.id },
    };
  });
  router.delete('/creditnotes/:id/refunds/:refund', GROUP, ({ org, param }) => {
    deleteNoteRefund(org, param('id'), param('refund'));
    return { message: 'The refund has been successfully deleted.' };
  });
}

function listNotes(call: FinanceCall) {
  const { org } = call;
  return listAnswer(call, {
    key: 'creditnotes',
    records: org.creditNotes.list(),
    row: (note) => creditNoteRow(org, note),
    reportName: 'Credit Notes',
    sortColumn: 'created_time',
    sortOrder: 'D',
    appliedFilter: 'Status.All',
    module: 'creditnotes',
    exact: { customer_id: (note) => note.customerId },
    texts: {
      creditnote_number: (note) => note.number,
      reference_number: (note) => note.referenceNumber,
      customer_name: (note) => org.contacts.get(note.customerId)?.name ?? '',
    },
    dates: { date: (note) => note.date },
    amounts: {
      total: (note) => [note.totals.totalMinor, precisionOf(org, note)],
      balance: (note) => [creditBalance(note), precisionOf(org, note)],
    },
    search: (note) => [
      note.number,
      note.referenceNumber,
      org.contacts.get(note.customerId)?.name ?? '',
    ],
    status: creditNoteStatus,
  });
}
