// The built panel in a real browser: looks, keyboard, accessibility, and the way of a refund.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PanelReply } from '../../../functions/core/contract/panel.ts';
import { NOW, panelReply, paymentView, withRefund } from '../payments.ts';
import {
  focused,
  movement,
  nothingCaptured,
  refund,
  refundOf,
  sidewaysScroll,
  tabTo,
  unknownRefund,
} from './panel-walk.ts';
import { type ApiCall, openStage, type Stage } from './widget-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const views = [
  { name: 'narrow-light', width: 320, height: 1180, dark: false },
  { name: 'narrow-dark', width: 320, height: 1180, dark: true },
  { name: 'wide-light', width: 1280, height: 760, dark: false },
  { name: 'wide-dark', width: 1280, height: 760, dark: true },
];

test.each(views)('axe finds nothing in the payment and its refund form: $name', async (view) => {
  stage.answer = () => panelReply([unknownRefund(paymentView())]);
  const { page, widget } = await stage.open(view);
  await widget.waitForSelector('h1');
  await stage.picture(page, `payment-${view.name}`);
  expect(await stage.faults(widget)).toEqual([]);
  expect(await sidewaysScroll(widget)).toBe(0);

  await widget.getByRole('button', { name: 'Refund…' }).click();
  await widget.getByRole('button', { name: 'Goods returned' }).click();
  await widget.getByLabel('Amount').fill('4000');
  await stage.picture(page, `form-${view.name}`);
  expect(await stage.faults(widget)).toEqual([]);

  await widget.getByLabel('Amount').fill('40');
  await widget.getByRole('button', { name: 'Refund USD 40.00 to Visa ..1111' }).click();
  await widget.getByRole('heading', { name: 'Refund USD 40.00 to Visa ..1111?' }).waitFor();
  await stage.picture(page, `confirm-${view.name}`);
  expect(await stage.faults(widget)).toEqual([]);
  await page.close();
});

test('a refund is made by keyboard only and seen being booked, with one request to the first paint', async () => {
  const before = paymentView();
  let readings = 0;
  stage.answer = ({ path, body }) => {
    if (path === '/panel') {
      readings += 1;
      if (readings === 1) return panelReply([before]);
      const booked = { kind: 'done', document: 'CN-00013' } as const;
      return panelReply([refundOf(before, stage.calls[1] as ApiCall, { booked })]);
    }
    const waiting = { booked: { kind: 'waiting' } } as const;
    return movement(body, 'succeeded', refundOf(before, { path, body }, waiting));
  };
  const { page, widget } = await stage.open({});
  await widget.waitForSelector('h1');
  expect(stage.calls.map((call) => call.path)).toEqual(['/panel']);

  await widget.locator('body').focus();
  await tabTo(page, widget, 'Refund…');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(widget)).toBe('refund-amount');
  await page.keyboard.type('40');
  await tabTo(page, widget, 'Goods returned');
  await page.keyboard.press('Space');
  await tabTo(page, widget, 'Refund USD 40.00 to Visa ..1111');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(widget)).toBe('Refund USD 40.00 to Visa ..1111?');
  await tabTo(page, widget, 'Yes, refund USD 40.00');
  await page.keyboard.press('Enter');
  await widget.getByRole('heading', { name: 'Refund accepted' }).waitFor();
  await expect.poll(() => focused(widget)).toBe('Refund accepted');
  expect(stage.calls[1]).toMatchObject({
    path: '/refunds',
    body: {
      intentId: expect.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/),
      paymentKey: before.key,
      amountMinor: 4_000,
      currency: 'USD',
      reason: 'Goods returned',
    },
  });
  await widget.getByText('Booked: CN-00013').first().waitFor();
  await stage.picture(page, 'accepted-narrow-light');
  expect(await stage.faults(widget)).toEqual([]);
  await tabTo(page, widget, 'Done');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(widget)).toBe('Refund…');
  await page.close();
});

test('a frame that is reloaded in the middle of a refund asks about the same refund again', async () => {
  const before = paymentView();
  const sent: unknown[] = [];
  let release = () => {};
  stage.answer = async ({ path, body }) => {
    if (path === '/panel') return panelReply([before]);
    sent.push(body.intentId);
    if (sent.length === 1) await new Promise<void>((resolve) => (release = resolve));
    return movement(body, 'succeeded', refundOf(before, { path, body }));
  };
  const { page, widget } = await stage.open({});
  await refund(widget, '40', 'Paid twice');
  await widget.getByText('Asking the gateway to refund USD 40.00…').waitFor();
  await stage.picture(page, 'sending-narrow-light');
  await widget.goto(widget.url());
  await widget.getByRole('heading', { name: 'Refund accepted' }).waitFor();
  release();
  expect(sent).toHaveLength(2);
  expect(sent[1]).toBe(sent[0]);
  await page.close();
});

test('a refund of unknown outcome stays reserved and can be rechecked', async () => {
  const before = paymentView();
  stage.answer = ({ path, body }) => {
    if (path === '/panel') return panelReply([before]);
    const state = path === '/refunds' ? 'unknown' : 'declined';
    const problem = {
      code: 'refund-declined',
      message: 'The bank declined the refund (EXPIRED_CARD).',
      next: 'Nothing was paid out.',
      facts: { reason: 'EXPIRED_CARD' },
    };
    const changes = state === 'unknown' ? { nextCheckAt: NOW + 120_000 } : { problem };
    const amountMinor = 4_000;
    const intentId = String(body.intentId);
    const after = withRefund(before, { amountMinor, intentId, state, ...changes });
    return movement(body, state, after);
  };
  const { page, widget } = await stage.open({ height: 1180 });
  await refund(widget, '40', 'Paid twice');
  await widget.getByRole('heading', { name: 'Outcome unknown' }).waitFor();
  await stage.picture(page, 'unknown-narrow-light');
  expect(await stage.faults(widget)).toEqual([]);
  await widget.getByRole('button', { name: 'Recheck now' }).click();
  await widget.getByRole('heading', { name: 'Refund declined' }).waitFor();
  await stage.picture(page, 'declined-narrow-light');
  const told = await widget.getByRole('status').first().textContent();
  expect(told).toContain('The bank declined the refund (the card has expired).');
  await page.close();
});

test('a proxy that fails leaves the refund open under its own id', async () => {
  const before = paymentView();
  const sent: unknown[] = [];
  stage.answer = ({ path, body }) => {
    if (path === '/panel') return panelReply([before]);
    sent.push(body.intentId);
    if (sent.length === 1) return undefined;
    return movement(body, 'succeeded', refundOf(before, { path, body }));
  };
  const { page, widget } = await stage.open({});
  await refund(widget, '40', 'Paid twice');
  await widget.getByRole('heading', { name: 'No answer yet' }).waitFor();
  await stage.picture(page, 'unanswered-narrow-light');
  await widget.getByRole('button', { name: 'Ask again' }).click();
  await widget.getByRole('heading', { name: 'Refund accepted' }).waitFor();
  expect(sent[1]).toBe(sent[0]);
  await page.close();
});

const pages: readonly { name: string; reply: PanelReply | undefined | object; shows: string }[] = [
  {
    name: 'viewer',
    reply: panelReply([paymentView()], { role: 'viewer', mayRefund: false, mayRecheck: false }),
    shows: 'As viewer you can see payments but not refund them.',
  },
  { name: 'empty', reply: panelReply([]), shows: 'No card payment yet' },
  { name: 'unreachable', reply: undefined, shows: 'The panel could not be loaded' },
  {
    name: 'signed-out',
    reply: {
      error: {
        code: 'session-expired',
        message: 'Your sign-in has expired.',
        next: 'Reload the page to sign in again.',
      },
    },
    shows: 'Your sign-in has expired.',
  },
  {
    name: 'list',
    reply: panelReply([
      paymentView(),
      paymentView({
        key: 'inst|acme_jpy|2',
        state: 'declined',
        amount: { minor: 980_000, currency: 'JPY' },
        errorReason: 'INSUFFICIENT_FUND',
      }),
    ]),
    shows: '2 card payments',
  },
  {
    name: 'in-review',
    reply: panelReply([
      paymentView({
        state: 'pending-review',
        errorReason: 'DECISION_PROFILE_REVIEW',
        limits: nothingCaptured(),
        timeline: paymentView()
          .timeline.slice(0, 1)
          .map((entry) => ({ ...entry, state: 'pending-review' })),
        fraud: {
          score: 84,
          factorCodes: ['F', 'G', 'V', '?'],
          rules: [{ name: 'High score', decision: 'REVIEW' }],
        },
      }),
    ]),
    shows: 'Reason: a fraud rule wants a review.',
  },
];

test.each(pages)('the panel says what is the case and axe finds nothing: $name', async (one) => {
  stage.answer = () => one.reply;
  const { page, widget } = await stage.open({});
  await widget.getByText(one.shows).waitFor();
  await stage.picture(page, `${one.name}-narrow-light`);
  expect(await stage.faults(widget)).toEqual([]);
  expect(await sidewaysScroll(widget)).toBe(0);
  await page.close();
});

test('a page that reads from right to left fits and is accessible too', async () => {
  stage.answer = () => panelReply([unknownRefund(paymentView())]);
  const { page, widget } = await stage.open({ direction: 'rtl', height: 1180 });
  await widget.waitForSelector('h1');
  await stage.picture(page, 'payment-narrow-rtl');
  expect(await stage.faults(widget)).toEqual([]);
  expect(await sidewaysScroll(widget)).toBe(0);
  await page.close();
});
