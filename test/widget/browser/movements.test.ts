// Capture, release and void in the built panel: what is offered first, by keyboard, unanswered, reloaded, in words.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OfferView, PaymentView } from '../../../functions/core/contract/panel.ts';
import { NOW, panelReply, paymentView } from '../payments.ts';
import { focused, movement, nothingCaptured, sidewaysScroll, tabTo } from './panel-walk.ts';
import { type ApiCall, openStage, type Stage } from './widget-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const possible = (action: OfferView['action'], isRecommended: boolean, maxMinor: number) =>
  ({ action, isPossible: true, isRecommended, maxMinor, targets: [], cautions: [] }) as const;

const no = (action: OfferView['action'], message: string): OfferView => ({
  action,
  isPossible: false,
  why: { code: 'cannot-nothing-captured', message, next: 'Capture it, or release it.' },
});

const nothing = 'Nothing of the USD 120.00 is captured.';

function authorized(): PaymentView {
  return paymentView({
    state: 'authorized',
    limits: nothingCaptured(),
    timeline: [{ kind: 'payment', state: 'authorized', at: NOW - 60_000 }],
    offers: [
      { ...possible('capture', true, 12_000), cautions: ['authorization-may-have-lapsed'] },
      possible('reverse', false, 12_000),
      no('void', nothing),
      no('refund', nothing),
    ],
  });
}

function captured(): PaymentView {
  const targets = [
    { gatewayId: 'c1', amountMinor: 4_000 },
    { gatewayId: 'c2', amountMinor: 8_000 },
  ];
  return paymentView({
    state: 'captured',
    offers: [{ ...possible('void', true, 8_000), targets }, possible('refund', false, 12_000)],
  });
}

function withMovement(payment: PaymentView, { body }: ApiCall, state: string): PaymentView {
  const entry = {
    kind: 'capture',
    state,
    amount: { minor: Number(body.amountMinor), currency: 'USD' },
    at: NOW,
    intentId: String(body.intentId),
  } as const;
  return { ...payment, timeline: [...payment.timeline, entry] };
}

const views = [
  { name: 'narrow-light', width: 320, height: 1180, dark: false },
  { name: 'narrow-dark', width: 320, height: 1180, dark: true },
  { name: 'wide-light', width: 1280, height: 760, dark: false },
];

test.each(views)(
  'axe finds nothing in the offers, the form and the confirmation: $name',
  async (view) => {
    stage.answer = () => panelReply([authorized()]);
    const { page, widget } = await stage.open(view);
    await widget.getByText('More', { exact: true }).click();
    await widget.getByText(nothing).first().waitFor();
    await stage.picture(page, `offers-${view.name}`);
    expect(await stage.faults(widget)).toEqual([]);
    expect(await sidewaysScroll(widget)).toBe(0);

    await widget.getByRole('button', { name: 'Capture…' }).click();
    await widget.getByLabel('Amount').fill('400');
    await stage.picture(page, `capture-form-${view.name}`);
    expect(await stage.faults(widget)).toEqual([]);
    await widget.getByLabel('Amount').fill('40');
    await widget.getByRole('button', { name: 'Next' }).click();
    const title = 'Capture USD 40.00 of USD 120.00 from Visa ..1111?';
    await widget.getByRole('heading', { name: title }).waitFor();
    await stage.picture(page, `capture-confirm-${view.name}`);
    expect(await stage.faults(widget)).toEqual([]);
    await page.close();
  },
);

test('a capture is made by keyboard only, and nothing is sent before it is confirmed', async () => {
  const before = authorized();
  stage.answer = ({ path, body }) =>
    path === '/panel'
      ? panelReply([before])
      : movement(body, 'succeeded', withMovement(before, { path, body }, 'succeeded'));
  const { page, widget } = await stage.open({});
  await widget.waitForSelector('h1');
  await widget.getByRole('button', { name: 'Capture…' }).waitFor();
  await widget.locator('body').focus();
  await tabTo(page, widget, 'Capture…');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(widget)).toBe('move-amount');
  await page.keyboard.type('40');
  await page.keyboard.press('Enter');
  await expect
    .poll(() => focused(widget))
    .toBe('Capture USD 40.00 of USD 120.00 from Visa ..1111?');
  expect(stage.calls.map(({ path }) => path)).not.toContain('/movements');
  await tabTo(page, widget, 'Yes, capture USD 40.00');
  await page.keyboard.press('Enter');
  await widget.getByText('USD 40.00 is captured from Visa ..1111.').waitFor();
  expect(stage.calls.find(({ path }) => path === '/movements')?.body).toMatchObject({
    action: 'capture',
    amountMinor: 4_000,
    currency: 'USD',
    paymentKey: before.key,
  });
  await page.close();
});

test('a void names what it takes back, wants a reason, and goes out once however often the frame is reloaded', async () => {
  const before = captured();
  const sent: ApiCall['body'][] = [];
  let release = () => {};
  stage.answer = async ({ path, body }) => {
    if (path === '/panel') return panelReply([before]);
    sent.push(body);
    if (sent.length === 1) await new Promise<void>((resolve) => (release = resolve));
    return movement(body, 'succeeded', withMovement(before, { path, body }, 'succeeded'));
  };
  const { page, widget } = await stage.open({});
  await widget.getByRole('button', { name: 'Void USD 40.00…' }).click();
  await widget.getByRole('button', { name: 'Next' }).click();
  await widget.getByText('Say in a few words why.').waitFor();
  await widget.getByLabel('Reason').fill('Ordered twice');
  await widget.getByRole('button', { name: 'Next' }).click();
  await widget.getByRole('button', { name: 'Yes, void USD 40.00' }).click();
  await widget.getByText('Asking the gateway…').waitFor();
  await widget.goto(widget.url());
  await widget.getByText('USD 40.00 is not taken from Visa ..1111.').waitFor();
  release();
  expect(new Set(sent.map(({ intentId }) => intentId)).size).toBe(1);
  expect(sent[0]).toMatchObject({ action: 'void', targetId: 'c1', reason: 'Ordered twice' });
  await page.close();
});

const capturedBooks = {
  records: [
    {
      kind: 'customer-payment',
      amount: { minor: 12_000, currency: 'USD' },
      invoices: ['INV-000123'],
      entries: [
        {
          account: 'clearing',
          accountName: 'Cybersource Clearing USD',
          side: 'debit',
          amount: { minor: 12_000, currency: 'USD' },
        },
        { account: 'receivables', side: 'credit', amount: { minor: 12_000, currency: 'USD' } },
      ],
      inverse: 'Delete the customer payment; its invoices are open again.',
    },
  ],
};

test.each(views.slice(1))(
  'what a capture will write in the books is told before it is made: $name',
  async (view) => {
    stage.answer = ({ path }) => (path === '/panel' ? panelReply([authorized()]) : capturedBooks);
    const { page, widget } = await stage.open(view);
    await widget.getByRole('button', { name: 'Capture…' }).click();
    await widget.getByRole('button', { name: 'Next' }).click();
    expect(stage.calls.map(({ path }) => path)).not.toContain('/books/preview');
    await widget.getByText('What will be written in Books').click();
    await widget.getByText('Customer payment, USD 120.00, invoice INV-000123').waitFor();
    await widget.getByText('To undo: delete the customer payment').waitFor();
    await stage.picture(page, `capture-in-books-${view.name}`);
    expect(await stage.faults(widget)).toEqual([]);
    expect(await sidewaysScroll(widget)).toBe(0);
    await page.close();
  },
);

test('books that are slow or silent keep nobody from capturing', async () => {
  const before = authorized();
  let release = () => {};
  stage.answer = async ({ path, body }) => {
    if (path === '/panel') return panelReply([before]);
    if (path !== '/books/preview') {
      return movement(body, 'succeeded', withMovement(before, { path, body }, 'succeeded'));
    }
    await new Promise<void>((resolve) => (release = resolve));
    return undefined;
  };
  const { page, widget } = await stage.open({});
  await widget.getByRole('button', { name: 'Capture…' }).click();
  await widget.getByRole('button', { name: 'Next' }).click();
  await widget.getByText('What will be written in Books').click();
  await widget.getByText('Asking Zoho Books…').waitFor();
  expect(await widget.getByRole('button', { name: 'Yes, capture USD 120.00' }).isEnabled()).toBe(
    true,
  );
  await expect.poll(() => stage.calls.map(({ path }) => path)).toContain('/books/preview');
  release();
  await widget.getByText('Zoho Books could not be asked just now.', { exact: false }).waitFor();
  await stage.picture(page, 'books-silent');
  await widget.getByRole('button', { name: 'Yes, capture USD 120.00' }).click();
  await widget.getByText('USD 120.00 is captured from Visa ..1111.').waitFor();
  await page.close();
});

test('a movement that is not answered is asked about by itself once the browser is online again', async () => {
  const before = authorized();
  const sent: ApiCall['body'][] = [];
  stage.answer = ({ path, body }) => {
    if (path === '/panel') return panelReply([before]);
    sent.push(body);
    if (sent.length === 1) return undefined;
    return movement(body, 'succeeded', withMovement(before, { path, body }, 'succeeded'));
  };
  const { page, widget } = await stage.open({ ownNetwork: true });
  await widget.getByRole('button', { name: 'Capture…' }).click();
  await widget.getByRole('button', { name: 'Next' }).click();
  await widget.getByRole('button', { name: 'Yes, capture USD 120.00' }).click();
  await widget.getByText('No answer yet').waitFor();
  await widget.getByText('We also ask again by ourselves', { exact: false }).waitFor();
  await stage.picture(page, 'capture-unanswered');
  expect(await stage.faults(widget)).toEqual([]);
  await page.context().setOffline(true);
  await widget.waitForFunction(() => !navigator.onLine);
  await page.context().setOffline(false);
  await widget.getByText('USD 120.00 is captured from Visa ..1111.').waitFor();
  expect(new Set(sent.map(({ intentId }) => intentId)).size).toBe(1);
  expect(sent).toHaveLength(2);
  await page.close();
});
