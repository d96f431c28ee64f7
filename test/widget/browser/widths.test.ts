// Every state of the panel at four widths, light and dark: nothing scrolls sideways, nothing is cut off or covered, all can be pressed.
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PanelReply, PaymentView } from '../../../functions/core/contract/panel.ts';
import { NOW, panelReply, paymentView } from '../payments.ts';
import { figures } from './customer-view.ts';
import { layoutFaults, unpressable } from './page-layout.ts';
import { movement, nothingCaptured, refund, unknownRefund } from './panel-walk.ts';
import { type ApiCall, openStage, type Stage } from './widget-stage.ts';

const widths = [320, 480, 768, 1280];
const HEIGHT = 900;
const USD = 'USD';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

interface Scene {
  readonly name: string;
  readonly panel: PanelReply | object | undefined;
  /** Other answers by path. */
  readonly answers?: Readonly<Record<string, (call: ApiCall) => object>>;
  readonly walk: (widget: Frame) => Promise<void>;
}

const authorized: PaymentView = paymentView({
  state: 'authorized',
  limits: nothingCaptured(),
  timeline: [{ kind: 'payment', state: 'authorized', at: NOW - 60_000 }],
  offers: [
    {
      action: 'capture',
      isPossible: true,
      isRecommended: true,
      maxMinor: 12_000,
      targets: [],
      cautions: ['authorization-may-have-lapsed'],
    },
    ...(['void', 'refund'] as const).map((action) => ({
      action,
      isPossible: false as const,
      why: {
        code: 'cannot-nothing-captured',
        message: 'Nothing of the USD 120.00 is captured.',
        next: 'Capture it, or release it.',
      },
    })),
  ],
});

const preview = {
  records: [
    {
      kind: 'customer-payment',
      amount: { minor: 12_000, currency: USD },
      invoices: ['INV-000123', 'INV-000124'],
      entries: [
        {
          account: 'clearing',
          accountName: 'Cybersource Clearing USD (Larkfield Coffee Supply, Portland)',
          side: 'debit',
          amount: { minor: 12_000, currency: USD },
        },
        { account: 'receivables', side: 'credit', amount: { minor: 12_000, currency: USD } },
      ],
      inverse: 'Delete the customer payment; its invoices are open again.',
    },
  ],
};

const review = paymentView({
  state: 'pending-review',
  errorReason: 'DECISION_PROFILE_REVIEW',
  limits: nothingCaptured(),
  offers: [],
  fraud: {
    score: 84,
    factorCodes: ['F', 'G', 'V', '?'],
    rules: [{ name: 'A long name that an administrator has given to a rule', decision: 'REVIEW' }],
  },
});

const second = paymentView({
  key: 'inst|acme_usd|7000000000000000000002',
  reference: '1043',
  amount: { minor: 4_990, currency: USD },
});
const customer = { host: 'crm', record: { kind: 'contact', id: '5001' } } as const;
const card = { key: 'c1', brand: 'visa', lastFour: '1111', expiry: '2031-12', isDefault: true };

const charging = {
  '/charges/list': () => ({
    now: NOW,
    mayCharge: true,
    charges: ['asked', 'retrying', 'paid'].map((state, index) => ({
      intentId: `01K000000000000000000000${index}A`,
      state,
      purpose: 'sale',
      by: state === 'asked' ? 'link' : 'card',
      amount: { minor: 10_000, currency: USD },
      askedBy: 'Accounts Clerk of the night shift',
      askedAt: NOW - 300_000,
      tries: 2,
      ...(state === 'asked' ? { expiresAt: NOW + 86_400_000 } : {}),
      ...(state === 'retrying' ? { nextTryAt: NOW + 86_400_000 } : {}),
    })),
    cards: [card, { ...card, key: 'c2', nickname: 'The card for travel', isDefault: false }],
  }),
  '/charges/start': () => ({
    now: NOW,
    invoice: { number: 'INV-000017', open: { minor: 10_000, currency: USD } },
    customer: { id: '1', name: 'Some Buyer', email: 'a.buyer.with.a.long.name@example.com' },
    currency: USD,
    cards: [card],
    policy: [],
  }),
};

const scenes: readonly Scene[] = [
  {
    name: 'offers',
    panel: panelReply([authorized]),
    async walk(widget) {
      await widget.getByText('More', { exact: true }).click();
      await widget.getByText('Nothing of the USD 120.00').first().waitFor();
    },
  },
  {
    name: 'confirmation',
    panel: panelReply([authorized]),
    answers: { '/books/preview': () => preview },
    async walk(widget) {
      await widget.getByRole('button', { name: 'Capture…' }).click();
      await widget.getByRole('button', { name: 'Next' }).click();
      await widget.getByText('What will be written in Books').click();
      await widget.getByText('To undo:', { exact: false }).waitFor();
    },
  },
  {
    name: 'form-with-fault',
    panel: panelReply([unknownRefund(paymentView())]),
    async walk(widget) {
      await widget.getByRole('button', { name: 'Refund…' }).click();
      await widget.getByLabel('Amount').fill('4000');
      await widget.getByText('can go back.', { exact: false }).first().waitFor();
    },
  },
  {
    name: 'unknown',
    panel: panelReply([paymentView()]),
    answers: {
      '/refunds': ({ body }) => movement(body, 'unknown', unknownRefund(paymentView())),
    },
    async walk(widget) {
      await refund(widget, '15', 'Paid twice');
      await widget.getByText('Outcome unknown').first().waitFor();
    },
  },
  {
    name: 'charges',
    panel: { ...panelReply([]), charging: { invoiceId: '460000000012345' } },
    answers: charging,
    async walk(widget) {
      await widget.getByRole('button', { name: 'Ask for payment…' }).click();
      await widget.getByText('Also mail the link', { exact: false }).waitFor();
    },
  },
  {
    name: 'cards',
    panel: { ...panelReply([]), charging: { customerId: '1' } },
    answers: charging,
    walk: (widget) => widget.getByText('The card for travel').first().waitFor(),
  },
  {
    name: 'customer',
    panel: { ...panelReply([paymentView(), second]), customer },
    answers: { '/customer': () => figures() },
    walk: (widget) => widget.getByText('JPY 4,980 paid').waitFor(),
  },
  {
    name: 'ticket',
    panel: {
      ...panelReply([paymentView(), second]),
      ticket: {
        id: '19000001',
        reasons: { [paymentView().key]: ['mail', 'amount'], [second.key]: ['mail'] },
        searched: {
          numbers: ['1042'],
          lastFours: ['1111'],
          amounts: ['$120.00'],
          dates: [],
          email: 'a.buyer.with.a.long.name@example.com',
        },
        mayPick: true,
      },
    },
    walk: (widget) => widget.getByText('Which payment is this ticket about?').waitFor(),
  },
  {
    name: 'review',
    panel: panelReply([review]),
    walk: (widget) => widget.getByText('a fraud rule wants a review', { exact: false }).waitFor(),
  },
  {
    name: 'unreachable',
    panel: undefined,
    walk: (widget) => widget.getByText('The panel could not be loaded').waitFor(),
  },
  {
    name: 'refused',
    panel: {
      error: {
        code: 'session-expired',
        message: 'Your sign-in has expired.',
        next: 'Reload the page to sign in again.',
      },
    },
    walk: (widget) => widget.getByText('Your sign-in has expired.').waitFor(),
  },
];

test.each(scenes)('it fits at four widths, light and dark: $name', async (scene) => {
  const { name, panel, answers = {}, walk } = scene;
  stage.answer = (call) => (call.path === '/panel' ? panel : answers[call.path]?.(call));
  const { page, widget } = await stage.open({ width: 320, height: HEIGHT });
  await walk(widget);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of widths) {
      await page.setViewportSize({ width, height: HEIGHT });
      const found = [...(await layoutFaults(widget)), ...(await unpressable(widget))];
      expect({ colorScheme, width, found }).toEqual({ colorScheme, width, found: [] });
      const isShown = colorScheme === 'light' ? width === 320 || width === 768 : width === 480;
      if (isShown) await stage.picture(page, `widths/${name}-${width}-${colorScheme}`);
    }
  }
  await page.setViewportSize({ width: 320, height: HEIGHT });
  expect(await stage.faults(widget)).toEqual([]);
  await page.close();
});
