// Approvals in the built panel: the verdict before the click, asking, deciding in place, and a part that does not load.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PaymentView, RequestView } from '../../../functions/core/contract/panel.ts';
import { NOW, panelReply, paymentView } from '../payments.ts';
import { sidewaysScroll, tabTo } from './panel-walk.ts';
import { openStage, type Stage } from './widget-stage.ts';

const HOUR_MS = 3_600_000;
const why = {
  code: 'policy-amount',
  message: 'It is above USD 50.00, the limit for one movement.',
  next: 'Enter USD 50.00 or less, or have it approved.',
};
const bounded = paymentView({
  policy: [{ aboveMinor: 5_000, beyond: 'approver', why }],
});

function requested(changes: Partial<RequestView>): PaymentView {
  const request: RequestView = {
    key: 'inst|refund.request|01K|decision',
    intentId: '01K',
    state: 'open',
    amount: { minor: 6_000, currency: 'USD' },
    reason: 'Arrived broken',
    requestedBy: 'Ann Agent',
    own: true,
    mayDecide: false,
    by: 'approver',
    why: [why],
    since: NOW - HOUR_MS,
    expiresAt: NOW + 71 * HOUR_MS,
    ...changes,
  };
  return { ...bounded, requests: [request] };
}

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('an agent sees that approval is needed before the click, asks, and finds the request after a reload', async () => {
  let shown = bounded;
  stage.answer = ({ path, body }) => {
    if (path === '/panel') return panelReply([shown]);
    shown = requested({ intentId: String(body.intentId) });
    return { now: NOW, key: 'k', payment: shown };
  };
  const { page, widget } = await stage.open({ width: 320, height: 1180 });
  await widget.getByRole('button', { name: 'Refund…' }).click();
  await widget.getByLabel('Amount').fill('50');
  expect(await widget.getByText('Needs approval').count()).toBe(0);
  await widget.getByLabel('Amount').fill('60');
  await widget.getByText('Needs approval by an approver.').waitFor();
  await widget.getByText(/It is above USD 50.00/).waitFor();
  await widget.getByRole('button', { name: 'Goods returned' }).click();
  await stage.picture(page, 'approval-form');
  expect(await stage.faults(widget)).toEqual([]);
  await widget.getByRole('button', { name: 'Ask for approval…' }).click();
  await widget.getByRole('heading', { name: /Ask an approver to approve/ }).waitFor();
  await stage.picture(page, 'approval-confirm');
  await tabTo(page, widget, 'Ask for approval');
  await page.keyboard.press('Enter');
  await widget.getByRole('heading', { name: 'Waits for approval' }).waitFor();
  await stage.picture(page, 'approval-asked');
  expect(await stage.faults(widget)).toEqual([]);
  expect(stage.calls.map(({ path }) => path)).toEqual(['/panel', '/approvals/request']);
  await page.reload();
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await frame?.getByRole('heading', { name: 'Requests for approval' }).waitFor();
  expect(await frame?.getByRole('button', { name: 'Withdraw' }).count()).toBe(1);
  expect(await frame?.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  await page.close();
});

test.each([
  ['narrow', 320],
  ['wide', 1280],
])('an approver decides in place, by keyboard, with a reason: %s', async (name, width) => {
  let shown = requested({ own: false, mayDecide: true });
  stage.answer = ({ path }) => {
    if (path === '/panel') return panelReply([shown]);
    shown = requested({ state: 'approved', own: false, decidedBy: 'Bo', decisionReason: 'Seen' });
    return { now: NOW, key: 'k', decision: 'approved', payment: shown };
  };
  const { page, widget } = await stage.open({ width, height: 1180 });
  await widget.getByRole('button', { name: 'Approve' }).press('Enter');
  const reason = widget.getByLabel('Why?');
  await reason.waitFor();
  await widget.getByRole('button', { name: 'Yes, refund USD 60.00' }).click();
  await widget.getByText('Say in a few words why.').waitFor();
  await stage.picture(page, `approval-decide-${name}`);
  expect(await stage.faults(widget)).toEqual([]);
  expect(await sidewaysScroll(widget)).toBe(0);
  await reason.fill('Seen');
  await reason.press('Enter');
  await widget.getByText('Approved by Bo: “Seen”').waitFor();
  expect(stage.calls.at(-1)?.path).toMatch(/^\/(approvals\/decide|panel)$/);
  await page.close();
});

test('a part that does not load says so, and is fetched anew', async () => {
  stage.answer = () => panelReply([bounded]);
  const { page } = await stage.open({ width: 320 });
  let isBroken = true;
  await page.route(/payment-part\.js/, (route) => (isBroken ? route.abort() : route.continue()));
  await page.reload();
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await frame?.getByText('This part of the panel could not be loaded.').waitFor();
  expect(await frame?.getByRole('heading', { name: 'USD 120.00' }).count()).toBe(1);
  await stage.picture(page, 'part-failed');
  isBroken = false;
  await frame?.getByRole('button', { name: 'Try again' }).click();
  await frame?.getByRole('button', { name: 'Refund…' }).waitFor();
  await page.close();
});
