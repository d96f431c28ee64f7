// The refund's model: validation, one intent per decision, and every kind of answer.
import { signal } from '@preact/signals';
import { beforeEach, expect, test } from 'vitest';
import type { MovementReply, PaymentView } from '../../../functions/core/contract/panel.ts';
import { refundRequest } from '../../../functions/core/contract/panel.ts';
import type { HostOutcome } from '../../../widget/hosts/host.ts';
import { createApiClient } from '../../../widget/panel/api-client.ts';
import { MAY_BE_ON_ITS_WAY_MS } from '../../../widget/panel/ask-again.ts';
import { keptIntents } from '../../../widget/panel/kept-intents.ts';
import { createRefundModel, type RefundModel } from '../../../widget/panel/refund-model.ts';
import {
  type FakeHost,
  type FakeTiming,
  fakeHost,
  fakeTiming,
  memoryStorage,
  ok,
  settled,
} from '../fake-host.ts';
import { NOW, paymentView, withRefund } from '../payments.ts';

let host: FakeHost;
let timing: FakeTiming;
let storage: ReturnType<typeof memoryStorage>;
let randomByte: number;

beforeEach(() => {
  host = fakeHost();
  timing = fakeTiming();
  storage = memoryStorage();
  randomByte = 0;
});

/** A model as a fresh frame makes it: the storage outlives it. */
function freshModel(payment: PaymentView = paymentView(), locale = 'en-US'): RefundModel {
  const current = signal(payment);
  return createRefundModel({
    payment: current,
    locale,
    api: createApiClient(host),
    intents: keptIntents(storage),
    timing,
    randomBytes: (count) => new Uint8Array(count).fill(++randomByte),
    openRecord: () => undefined,
    onReply: (reply) => {
      current.value = reply.payment;
    },
  });
}

function answered(state: string, problem?: MovementReply['problem']) {
  return (_: string, body: unknown): HostOutcome<unknown> => {
    const { intentId, amountMinor } = body as { intentId: string; amountMinor: number };
    const entry = problem === undefined ? {} : { problem };
    const payment = withRefund(paymentView(), { amountMinor, state, intentId, ...entry });
    return ok({ now: NOW, intentId, state, payment, ...entry });
  };
}

async function confirmForty(model: RefundModel): Promise<void> {
  model.open();
  model.typeAmount('40');
  model.typeReason('Goods returned');
  model.review();
  await model.confirm();
}

function intentIds(): unknown[] {
  return host.requests.map(({ body }) => (body as { intentId: string }).intentId);
}

test('the form offers all that is left, in the reader’s notation', () => {
  const model = freshModel(paymentView(), 'de-DE');
  model.open();
  expect(model.amountText.value).toBe('90,00');
  expect(model.amount.value).toEqual({ ok: true, amountMinor: 9_000 });
});

test('nothing is confirmed without a valid amount and a reason', () => {
  const model = freshModel();
  model.open();
  model.review();
  expect(model.step.value.kind).toBe('form');
  expect(model.showFaults.value).toBe(true);
  model.typeReason('   ');
  model.review();
  expect(model.step.value.kind).toBe('form');
  model.typeReason('Goods returned');
  model.typeAmount('90.01');
  model.review();
  expect(model.step.value.kind).toBe('form');
  model.typeAmount('90.00');
  model.review();
  expect(model.step.value).toEqual({
    kind: 'confirm',
    amountMinor: 9_000,
    reason: 'Goods returned',
  });
});

test('the request is what the contract asks for', async () => {
  host.answer = answered('succeeded');
  await confirmForty(freshModel());
  expect(host.requests).toHaveLength(1);
  expect(refundRequest.safeParse(host.requests[0]?.body).success).toBe(true);
  expect(host.requests[0]?.body).toEqual({
    intentId: expect.any(String),
    paymentKey: paymentView().key,
    amountMinor: 4_000,
    currency: 'USD',
    reason: 'Goods returned',
  });
});

test('a second click on the confirmation is no second refund', async () => {
  host.answer = answered('succeeded');
  const model = freshModel();
  model.open();
  model.typeReason('Goods returned');
  model.review();
  await Promise.all([model.confirm(), model.confirm(), model.confirm()]);
  expect(host.requests).toHaveLength(1);
});

test('two decisions are two refunds', async () => {
  host.answer = answered('declined');
  const model = freshModel();
  await confirmForty(model);
  await confirmForty(model);
  expect(new Set(intentIds()).size).toBe(2);
});

test.each(['succeeded', 'declined', 'failed', 'unknown', 'sent', 'needs-inspection'])(
  'the answer %s ends the refund and is not asked for again after a reload',
  async (state) => {
    host.answer = answered(state);
    const model = freshModel();
    await confirmForty(model);
    expect(model.step.value).toMatchObject({ kind: 'answered', entry: { state } });
    const reloaded = freshModel();
    expect(reloaded.step.value.kind).toBe('closed');
    expect(host.requests).toHaveLength(1);
  },
);

test('an answer whose timeline lacks the refund still says what became of it', async () => {
  host.answer = (_, body) => {
    const { intentId } = body as { intentId: string };
    const problem = { code: 'outcome-unknown', message: 'We do not know.', next: 'Wait.' };
    return ok({ now: NOW, intentId, state: 'unknown', problem, payment: paymentView() });
  };
  const model = freshModel();
  await confirmForty(model);
  expect(model.step.value).toMatchObject({
    kind: 'answered',
    entry: { state: 'unknown', problem: { code: 'outcome-unknown' } },
  });
});

test('a refusal frees the form again, with its problem', async () => {
  const problem = { code: 'refund-over-limit', message: 'Only USD 10.00.', next: 'Enter less.' };
  host.answer = () => ok({ error: problem });
  const model = freshModel();
  await confirmForty(model);
  expect(model.step.value).toMatchObject({ kind: 'refused', problem });
  model.backToForm();
  expect(model.step.value.kind).toBe('form');
  expect(model.amountText.value).toBe('40');
});

test.each([
  ['no answer', { ok: false, why: 'time-out', detail: 'late' } as const],
  ['a broken server', ok({ error: { code: 'internal-error', message: '', next: '' } })],
  ['a broken store', ok({ error: { code: 'store-unavailable', message: '', next: '' } })],
])('after %s the same intent is asked for again', async (_, failure) => {
  host.answer = () => failure;
  const model = freshModel();
  await confirmForty(model);
  expect(model.step.value.kind).toBe('unanswered');
  host.answer = answered('succeeded');
  await model.askAgain();
  expect(model.step.value.kind).toBe('answered');
  expect(new Set(intentIds()).size).toBe(1);
});

test('a frame that is reloaded in the middle asks for the same intent by itself', async () => {
  host.answer = () => new Promise(() => {});
  void confirmForty(freshModel());
  await settled();
  await timing.advance(5_000);
  host.answer = answered('succeeded');
  const reloaded = freshModel();
  expect(reloaded.step.value.kind).toBe('sending');
  await settled();
  expect(reloaded.step.value.kind).toBe('answered');
  expect(host.requests).toHaveLength(2);
  expect(new Set(intentIds()).size).toBe(1);
});

test('a kept intent that the timeline knows is answered', async () => {
  host.answer = () => new Promise(() => {});
  void confirmForty(freshModel());
  await settled();
  const intentId = String(intentIds()[0]);
  const reloaded = freshModel(withRefund(paymentView(), { amountMinor: 4_000, intentId }));
  expect(reloaded.step.value.kind).toBe('closed');
  expect(host.requests).toHaveLength(1);
});

test('a kept intent too old to be on its way, and unknown to the server, is given up', async () => {
  host.answer = () => new Promise(() => {});
  void confirmForty(freshModel());
  await settled();
  await timing.advance(MAY_BE_ON_ITS_WAY_MS + 1);
  const reloaded = freshModel();
  expect(reloaded.step.value.kind).toBe('closed');
  expect(host.requests).toHaveLength(1);
});

test('a browser that denies storage refunds all the same', async () => {
  storage = {
    getItem: () => {
      throw new Error('denied');
    },
    setItem: () => {
      throw new Error('denied');
    },
    removeItem: () => {
      throw new Error('denied');
    },
  };
  host.answer = answered('succeeded');
  const model = freshModel();
  await confirmForty(model);
  expect(model.step.value.kind).toBe('answered');
});

test('a later reading of the payment shows in the answer', async () => {
  const payment = signal(paymentView());
  host.answer = answered('unknown');
  const model = createRefundModel({
    payment,
    locale: 'en-US',
    api: createApiClient(host),
    intents: keptIntents(storage),
    timing,
    randomBytes: (count) => new Uint8Array(count),
    openRecord: () => undefined,
    onReply: (reply) => {
      payment.value = reply.payment;
    },
  });
  await confirmForty(model);
  expect(model.step.value).toMatchObject({ kind: 'answered', entry: { state: 'unknown' } });
  const intentId = String(intentIds()[0]);
  payment.value = withRefund(paymentView(), { amountMinor: 4_000, intentId });
  expect(model.step.value).toMatchObject({ kind: 'answered', entry: { state: 'succeeded' } });
});
