// The panel's model: what it shows, when it reads again, and how it treats answers that come late.
import { beforeEach, expect, test } from 'vitest';
import type { PanelReply } from '../../../functions/core/contract/panel.ts';
import type { HostOutcome } from '../../../widget/hosts/host.ts';
import { openPanel } from '../../../widget/panel/opening.ts';
import { createPanelModel, type PanelModel } from '../../../widget/panel/panel-model.ts';
import { panelParts } from '../../../widget/panel/panel-parts.ts';
import {
  type FakeHost,
  type FakeTiming,
  fakeHost,
  fakeTiming,
  INVOICE,
  memoryStorage,
  ok,
  settled,
} from '../fake-host.ts';
import { NOW, panelReply, paymentView, withRefund } from '../payments.ts';

let host: FakeHost;
let timing: FakeTiming;
let model: PanelModel;
const parts = panelParts(async () => undefined);
await parts.payment.load();

beforeEach(() => {
  host = fakeHost();
  timing = fakeTiming();
  model = createPanelModel({
    host,
    timing,
    randomBytes: (count) => new Uint8Array(count).fill(7),
    storage: memoryStorage(),
    parts,
  });
});

test('it asks once for the open record and shows its only payment', async () => {
  host.answer = () => ok(panelReply());
  await model.start();
  expect(host.requests).toEqual([
    { method: 'POST', path: '/panel', body: { host: 'books', record: INVOICE } },
  ]);
  expect(model.view.value.kind).toBe('ready');
  expect(model.payment.value?.key).toBe(paymentView().key);
  expect(model.refund.value?.step.value.kind).toBe('closed');
});

test('of several payments none is shown until one is picked', async () => {
  const other = paymentView({ key: 'inst|acme_jpy|2' });
  host.answer = () => ok(panelReply([paymentView(), other]));
  await model.start();
  expect(model.payment.value).toBeUndefined();
  model.select(other.key);
  expect(model.payment.value?.key).toBe(other.key);
  model.select(undefined);
  expect(model.payment.value).toBeUndefined();
});

test('without a record it asks nothing and says so', async () => {
  host.record = undefined;
  await model.start();
  expect(model.view.value.kind).toBe('no-record');
  expect(host.requests).toHaveLength(0);
});

test('a host that does not answer can be tried again', async () => {
  host.context = { ok: false, why: 'time-out', detail: 'no answer within 10 s' };
  await model.start();
  expect(model.view.value).toMatchObject({ kind: 'unreachable', failure: { why: 'time-out' } });
  host.context = ok({ locale: 'en', theme: 'auto' });
  host.answer = () => ok(panelReply());
  await model.retry();
  expect(model.view.value.kind).toBe('ready');
});

test('a refusal of the API is shown with its problem', async () => {
  const problem = { code: 'session-expired', message: 'Expired.', next: 'Reload.' };
  host.answer = () => ok({ error: problem });
  await model.start();
  expect(model.view.value).toEqual({ kind: 'refused', problem });
});

test('an answer that is none of ours counts as unreachable', async () => {
  host.answer = () => ok({ html: '<h1>Gateway timeout</h1>' });
  await model.start();
  expect(model.view.value).toMatchObject({ kind: 'unreachable' });
});

test('an answer for a record that is no longer open is dropped', async () => {
  const answers: ((outcome: HostOutcome<PanelReply>) => void)[] = [];
  host.answer = () => new Promise((resolve) => answers.push(resolve));
  const started = model.start();
  await settled();
  host.openRecord({ kind: 'invoice', id: '2' });
  await settled();
  answers[1]?.(ok(panelReply([paymentView({ key: 'second' })])));
  answers[0]?.(ok(panelReply([paymentView({ key: 'first' })])));
  await started;
  expect(model.payment.value?.key).toBe('second');
});

test('an answer that was asked for before the model was there is taken over, and asked for once', async () => {
  host.answer = () => ok(panelReply());
  const opening = openPanel(host);
  await opening.asked;
  expect(host.requests).toHaveLength(1);
  await model.start(opening);
  expect(model.payment.value?.key).toBe(paymentView().key);
  expect(host.requests).toHaveLength(1);
  host.openRecord({ kind: 'invoice', id: '2' });
  await settled();
  expect(host.requests).toHaveLength(2);
});

test('a record that is opened before the model is there is the one that is shown', async () => {
  host.answer = (_, body) => ok(panelReply([paymentView({ key: JSON.stringify(body) })]));
  const opening = openPanel(host);
  const second = { kind: 'invoice', id: '2' } as const;
  host.openRecord(second);
  await opening.asked;
  await model.start(opening);
  const shown = JSON.stringify({ host: 'books', record: second });
  expect(model.payment.value?.key).toBe(shown);
});

test('a change of the same record keeps an open form', async () => {
  host.answer = () => ok(panelReply());
  await model.start();
  model.refund.value?.open();
  host.openRecord(INVOICE);
  await settled();
  expect(host.requests).toHaveLength(2);
  expect(model.refund.value?.step.value.kind).toBe('form');
});

test('a booking that waits is followed with growing pauses until it is done', async () => {
  const waiting = withRefund(paymentView(), {
    amountMinor: 4_000,
    intentId: '01K0000000000000000000000C',
    booked: { kind: 'waiting' },
  });
  let reply = panelReply([waiting]);
  host.answer = () => ok(reply);
  await model.start();
  await timing.advance(1_900);
  expect(host.requests).toHaveLength(1);
  await timing.advance(200);
  expect(host.requests).toHaveLength(2);
  await timing.advance(5_000);
  expect(host.requests).toHaveLength(3);
  reply = panelReply([paymentView()]);
  await timing.advance(10_000);
  expect(host.requests).toHaveLength(4);
  await timing.advance(600_000);
  expect(host.requests).toHaveLength(4);
});

test('following gives up after its last pause', async () => {
  const sent = withRefund(paymentView(), { amountMinor: 4_000, state: 'sent' });
  host.answer = () => ok(panelReply([sent]));
  await model.start();
  await timing.advance(3_600_000);
  expect(host.requests).toHaveLength(9);
});

test('a quiet reading that fails changes nothing on the screen', async () => {
  const sent = withRefund(paymentView(), { amountMinor: 4_000, state: 'sent' });
  host.answer = () => ok(panelReply([sent]));
  await model.start();
  host.answer = () => ({ ok: false, why: 'failed', detail: 'gone' });
  await timing.advance(8_000);
  expect(host.requests.length).toBeGreaterThan(1);
  expect(model.view.value.kind).toBe('ready');
});

test('a recheck takes over what the gateway says now', async () => {
  const intentId = '01K0000000000000000000000D';
  const before = paymentView();
  const unknown = withRefund(before, { amountMinor: 4_000, state: 'unknown', intentId });
  const after = withRefund(before, { amountMinor: 4_000, intentId });
  host.answer = (path) =>
    ok(
      path === '/panel'
        ? panelReply([unknown])
        : { now: NOW, intentId, state: 'succeeded', payment: after },
    );
  await model.start();
  expect(model.payment.value?.limits.unknownMinor).toBe(4_000);
  await Promise.all([model.recheck(intentId), model.recheck(intentId)]);
  expect(host.requests.filter(({ path }) => path === '/movements/recheck')).toEqual([
    { method: 'POST', path: '/movements/recheck', body: { intentId, paymentKey: before.key } },
  ]);
  expect(model.payment.value?.limits).toMatchObject({ unknownMinor: 0, refundedMinor: 7_000 });
});

test('a recheck that fails says why, beside its movement', async () => {
  const intentId = '01K0000000000000000000000D';
  host.answer = () => ok(panelReply());
  await model.start();
  host.answer = () => ({ ok: false, why: 'time-out', detail: 'no answer' });
  await model.recheck(intentId);
  expect(model.recheckFault.value).toMatchObject({ intentId, cause: { why: 'time-out' } });
  expect(model.rechecking.value).toBeUndefined();
});

test('ages run on the server’s clock', async () => {
  host.answer = () => ok({ ...panelReply(), now: NOW + 3_600_000 });
  await model.start();
  await timing.advance(60_000);
  expect(model.serverNow.value).toBe(NOW + 3_660_000);
});

test('a disposed model listens to nothing and asks nothing', async () => {
  host.answer = () => ok(panelReply());
  await model.start();
  model.dispose();
  host.openRecord({ kind: 'invoice', id: '2' });
  await timing.advance(600_000);
  expect(host.requests).toHaveLength(1);
});

test('a payment that was just made is looked for until the books say whose it is, and shown', async () => {
  host.answer = () => ok(panelReply([]));
  await model.start();
  await model.awaitPayment();
  await timing.advance(2_000);
  expect(model.payment.value).toBeUndefined();
  host.answer = () => ok(panelReply());
  await timing.advance(5_000);
  expect(model.payment.value?.key).toBe(paymentView().key);
  const readings = host.requests.length;
  await timing.advance(300_000);
  expect(host.requests).toHaveLength(readings);
});
