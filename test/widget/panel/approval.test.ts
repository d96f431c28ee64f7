// Policy and approvals in the panel: the verdict before the click, asking, deciding, and a part that could not be loaded.

import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { PaymentView, RequestView } from '../../../functions/core/contract/panel.ts';
import { createApiClient } from '../../../widget/panel/api-client.ts';
import { isUnderWay } from '../../../widget/panel/follow-up.ts';
import { keptIntents } from '../../../widget/panel/kept-intents.ts';
import { lazyPart } from '../../../widget/panel/lazy-part.ts';
import { verdictOf } from '../../../widget/panel/policy-verdict.ts';
import { createRefundModel } from '../../../widget/panel/refund-model.ts';
import { createRequestsModel } from '../../../widget/panel/requests-model.ts';
import { fakeHost, fakeTiming, INVOICE, memoryStorage, ok } from '../fake-host.ts';
import { NOW, paymentView } from '../payments.ts';

const why = { code: 'policy-amount', message: 'It is above USD 50.00.', next: 'Have it approved.' };
const bounded = paymentView({
  policy: [
    { aboveMinor: 5_000, beyond: 'approver', why },
    { aboveMinor: 8_000, beyond: 'forbidden', why: { ...why, code: 'policy-per-day' } },
  ],
});

function request(changes: Partial<RequestView> = {}): RequestView {
  return {
    key: 'inst|refund.request|01K|decision',
    intentId: '01K',
    state: 'open',
    amount: { minor: 6_000, currency: 'USD' },
    reason: 'Damaged',
    requestedBy: 'Ann',
    own: false,
    mayDecide: true,
    by: 'approver',
    why: [why],
    since: NOW,
    expiresAt: NOW + 1_000,
    ...changes,
  };
}

function open(payment: PaymentView = bounded, storage = memoryStorage()) {
  const host = fakeHost();
  const shown = signal(payment);
  const model = createRefundModel({
    payment: shown,
    locale: 'en-US',
    api: createApiClient(host),
    intents: keptIntents(storage),
    timing: fakeTiming(),
    randomBytes: (count) => new Uint8Array(count),
    openRecord: () => ({ host: 'books', record: INVOICE }),
    onReply: (reply) => {
      shown.value = reply.payment;
    },
  });
  return { host, model, storage };
}

test.each([
  [5_000, undefined],
  [5_001, 'approver'],
  [8_001, 'forbidden'],
])('the verdict on %i is %s', (amountMinor, beyond) => {
  expect(verdictOf(bounded, amountMinor)?.beyond).toBe(beyond);
});

test('what needs approval is asked for, with the record that is open, and kept until it is answered', async () => {
  const { host, model, storage } = open();
  host.answer = (_, body) => {
    const { intentId } = body as { intentId: string };
    const payment = { ...bounded, requests: [request({ intentId, own: true })] };
    return ok({ now: NOW, key: 'k', payment });
  };
  model.open();
  model.typeAmount('60');
  model.typeReason('Damaged');
  expect(model.verdict.value?.beyond).toBe('approver');
  model.review();
  await model.confirm();
  expect(host.requests.map(({ path }) => path)).toEqual(['/approvals/request']);
  expect(host.requests[0]?.body).toMatchObject({ amountMinor: 6_000, askedAt: { host: 'books' } });
  expect(model.step.value.kind).toBe('asked');
  expect(keptIntents(storage).find(bounded.key)).toBeUndefined();
});

test('an unanswered request is asked again as one after a reload', async () => {
  const { host, model, storage } = open();
  model.open();
  model.typeAmount('60');
  model.typeReason('Damaged');
  model.review();
  await model.confirm();
  expect(model.step.value.kind).toBe('unanswered');
  const again = open(bounded, storage);
  expect(again.host.requests.map(({ path }) => path)).toEqual(['/approvals/request']);
  const idOf = (one: { body?: unknown } | undefined) =>
    (one?.body as { intentId: string } | undefined)?.intentId;
  expect(idOf(again.host.requests[0])).toBe(idOf(host.requests[0]));
});

test('what is forbidden is not sent', () => {
  const { model } = open();
  model.open();
  model.typeAmount('81');
  model.typeReason('Damaged');
  model.review();
  expect(model.step.value.kind).toBe('form');
});

test('a decision needs a reason, is sent once, and brings the payment as it is then', async () => {
  const host = fakeHost();
  const replies: PaymentView[] = [];
  const requests = createRequestsModel(createApiClient(host), ({ payment }) =>
    replies.push(payment),
  );
  host.answer = () => ok({ now: NOW, key: 'k', decision: 'approved', payment: bounded });
  requests.begin(request(), 'approved');
  await requests.confirm();
  expect(requests.deciding.value?.isReasonMissing).toBe(true);
  requests.typeReason('Looked at it');
  await Promise.all([requests.confirm(), requests.confirm()]);
  expect(host.requests).toEqual([
    {
      method: 'POST',
      path: '/approvals/decide',
      body: { key: request().key, decision: 'approved', reason: 'Looked at it' },
    },
  ]);
  expect(replies).toEqual([bounded]);
  expect(requests.deciding.value).toBeUndefined();
});

test('a refused decision stays open with its reason', async () => {
  const host = fakeHost();
  const requests = createRequestsModel(createApiClient(host), () => {});
  host.answer = () => ok({ error: { ...why, code: 'approval-over' } });
  requests.begin(request(), 'rejected');
  requests.typeReason('No');
  await requests.confirm();
  expect(requests.deciding.value).toMatchObject({ reason: 'No', fault: { code: 'approval-over' } });
});

test('a request is followed until it is decided and sent', () => {
  const quiet = paymentView({ timeline: [] });
  expect(isUnderWay([{ ...quiet, requests: [request()] }])).toBe(true);
  expect(isUnderWay([{ ...quiet, requests: [request({ state: 'approved' })] }])).toBe(true);
  expect(isUnderWay([{ ...quiet, requests: [request({ state: 'rejected' })] }])).toBe(false);
});

test('a part that could not be loaded is fetched anew, once at a time', async () => {
  const attempts: number[] = [];
  const part = lazyPart(async (attempt) => {
    attempts.push(attempt);
    if (attempt === 0) throw new Error('offline');
    return 'there';
  });
  await Promise.all([part.load(), part.load()]);
  expect(part.state.value.kind).toBe('failed');
  expect(await part.load()).toBe('there');
  await part.load();
  expect(attempts).toEqual([0, 1]);
});
