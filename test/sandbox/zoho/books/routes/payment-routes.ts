// Routes of customer payments; only Books refunds their excess.
import { precisionOf } from '../currencies.ts';
import { notFound } from '../envelope.ts';
import type { FinanceCall, FinanceRouter } from '../finance-router.ts';
import { listAnswer } from '../list-page.ts';
import { paymentRow, paymentView } from '../payment-view.ts';
import {
  createPayment,
  deletePayment,
  paymentOf,
  refundPayment,
  updatePayment,
} from '../payments.ts';
import { paymentRefundView } from '../refunds.ts';
import { upsert } from '../upsert.ts';

const GROUP = 'customerpayments';
const CREATED = 'The payment from the customer has been recorded';
const UPDATED = 'The details of the payment received from the customer have been updated';

export function paymentRoutes(router: FinanceRouter): void {
  router.get('/customerpayments', GROUP, listPayments);
  router.post('/customerpayments', GROUP, async (call) => {
    const payment = createPayment(call.org, await call.body(), call.by);
    return createdAnswer(call, payment.id);
  });
  if (router.product === 'books') booksOnly(router);
  router.get('/customerpayments/:id', GROUP, ({ org, param }) => ({
    body: { payment: paymentView(org, paymentOf(org, param('id'))) },
  }));
  router.put('/customerpayments/:id', GROUP, async (call) => {
    const payment = updatePayment(call.org, call.param('id'), await call.body());
    return { message: UPDATED, body: { payment: paymentView(call.org, payment) } };
  });
  router.delete('/customerpayments/:id', GROUP, ({ org, param }) => {
    deletePayment(org, param('id'));
    return { message: 'The payment has been deleted.' };
  });
}

function createdAnswer({ org }: FinanceCall, id: string) {
  return {
    message: CREATED,
    body: { payment: paymentView(org, paymentOf(org, id)) },
    created: { resource: 'customerpayments', id },
  };
}

function booksOnly(router: FinanceRouter): void {
  router.put('/customerpayments', GROUP, async (call) => {
    const { org, by } = call;
    const { record, isNew } = await upsert(call, {
      module: 'customerpayments',
      resource: 'Payment',
      collection: org.payments,
      create: (body) => createPayment(org, body, by),
      update: (id, body) => updatePayment(org, id, body),
    });
    if (isNew) return createdAnswer(call, record.id);
    return { message: UPDATED, body: { payment: paymentView(org, record) } };
  });
  router.get('/customerpayments/:id/refunds', GROUP, (call) => {
    const payment = paymentOf(call.org, call.param('id'));
    return {
      body: {
        payment_refunds: payment.refunds.map((one) => paymentRefundView(call.org, one, payment)),
        page_context: { page: 1, per_page: 200, has_more_page: false, report_name: 'Refunds' },
      },
    };
  });
  router.post('/customerpayments/:id/refunds', GROUP, async (call) => {
    const [payment, refund] = refundPayment(call.org, call.param('id'), await call.body());
    return {
      message: 'The refund information for this payment has been saved.',
      body: { payment_refunds: [paymentRefundView(call.org, refund, payment)] },
      created: { resource: `customerpayments/${payment.id}/refunds`, id: refund.id },
    };
  });
  router.get('/customerpayments/:id/refunds/:refund', GROUP, ({ org, param }) => {
    const payment = paymentOf(org, param('id'));
    const refund = payment.refunds.find((one) => one.id === param('refund'));
    if (refund === undefined) throw notFound('Refund');
    return { body: { payment_refunds: [paymentRefundView(org, refund, payment)] } };
  });
  router.delete('/customerpayments/:id/refunds/:refund', GROUP, ({ org, param }) => {
    const payment = paymentOf(org, param('id'));
    const refunds = payment.refunds.filter((one) => one.id !== param('refund'));
    if (refunds.length === payment.refunds.length) throw notFound('Refund');
    org.save(org.payments, { ...payment, refunds });
    return { message: 'The refund has been successfully deleted.' };
  });
}

function listPayments(call: FinanceCall) {
  const { org } = call;
  return listAnswer(call, {
    key: 'customerpayments',
    records: org.payments.list(),
    row: (payment) => paymentRow(org, payment),
    reportName: 'Payments Received',
    sortColumn: 'date',
    sortOrder: 'D',
    appliedFilter: 'PaymentMode.All',
    module: 'customerpayments',
    exact: { customer_id: (payment) => payment.customerId },
    texts: {
      customer_name: (payment) => org.contacts.get(payment.customerId)?.name ?? '',
      reference_number: (payment) => payment.referenceNumber,
      payment_mode: (payment) => payment.mode,
      notes: (payment) => payment.description,
    },
    // The documented filter is the date itself; `date_start` and `date_end` are not known here.
    dates: { date: (payment) => payment.date },
    amounts: { amount: (payment) => [payment.amountMinor, precisionOf(org, payment)] },
    search: (payment) => [
      payment.number,
      payment.referenceNumber,
      payment.description,
      org.contacts.get(payment.customerId)?.name ?? '',
    ],
  });
}
