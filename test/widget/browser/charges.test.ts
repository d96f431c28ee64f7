// Payment links and saved cards of the built panel in a real browser: asked, shown once, followed, cancelled, tidied.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  CardView,
  ChargeStartReply,
  ChargesReply,
  ChargeView,
} from '../../../functions/core/contract/charges.ts';
import { NOW, panelReply, paymentView } from '../payments.ts';
import { sidewaysScroll, tabTo } from './panel-walk.ts';
import { type ApiCall, openStage, type Stage } from './widget-stage.ts';

const MINUTE_MS = 60_000;
const INVOICE = { invoiceId: '460000000012345' };
const LINK = `https://pay.example/server/api/pay#${'A'.repeat(43)}`;

const visa: CardView = {
  key: 'inst|acme_usd|pi-1',
  brand: 'visa',
  lastFour: '1111',
  expiry: '2031-12',
  isDefault: true,
};
const amex: CardView = {
  key: 'inst|acme_usd|pi-2',
  brand: 'amex',
  lastFour: '0005',
  expiry: '2026-12',
  nickname: 'Travel',
  isDefault: false,
};

let stage: Stage;
let charges: ChargeView[];
let cards: CardView[];
let start: ChargeStartReply | { readonly error: object };
let asked: (call: ApiCall) => object | undefined;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

function charge(changes: Partial<ChargeView> = {}): ChargeView {
  return {
    intentId: '01K0000000000000000000000A',
    state: 'asked',
    purpose: 'sale',
    by: 'link',
    amount: { minor: 10_000, currency: 'USD' },
    askedBy: 'Accounts Clerk',
    askedAt: NOW - 5 * MINUTE_MS,
    expiresAt: NOW + 3 * 24 * 60 * MINUTE_MS,
    ...changes,
  };
}

/** An invoice with nothing paid, and what is asked for it. */
function playInvoice(charging: object = INVOICE, payments = panelReply([]).payments): void {
  charges = [];
  cards = [];
  start = {
    now: NOW,
    ...('invoiceId' in charging
      ? { invoice: { number: 'INV-000017', open: { minor: 10_000, currency: 'USD' } } }
      : {}),
    invoicesMax: 10,
    customer: { id: '460000000026049', name: 'Some Buyer', email: 'buyer@example.com' },
    currency: 'USD',
    cards: [visa],
    policy: [
      {
        aboveMinor: 5_000,
        beyond: 'approver',
        why: { code: 'policy-amount', message: 'It is above USD 50.00.', next: '' },
      },
    ],
  };
  asked = () => undefined;
  stage.answer = (call) => {
    switch (call.path) {
      case '/panel':
        return { ...panelReply(payments), charging };
      case '/charges/list':
        return { now: NOW, mayCharge: true, charges, cards } satisfies ChargesReply;
      case '/charges/start':
        return start;
      default:
        return asked(call);
    }
  };
}

const calls = (path: string) => stage.calls.filter((call) => call.path === path);

test('a link is asked for by keyboard, shown once, and its payment shows by itself', async () => {
  playInvoice();
  asked = () => {
    charges = [charge()];
    return { now: NOW, charge: charge(), link: LINK };
  };
  const { page, widget } = await stage.open({});
  await widget.getByText('No payment was asked for yet.').waitFor();
  expect(await stage.faults(widget)).toEqual([]);
  await widget.locator('body').focus();
  await tabTo(page, widget, 'Ask for payment…');
  await page.keyboard.press('Enter');
  await widget.getByText('USD 100.00 of invoice INV-000017 is open.').waitFor();
  expect(await widget.evaluate(() => document.activeElement?.id)).toBe('charge-amount');
  expect(await stage.faults(widget)).toEqual([]);
  expect(await sidewaysScroll(widget)).toBe(0);
  await stage.picture(page, 'charge-form-320');
  await page.keyboard.press('Enter');
  await widget.getByText('Say in a few words what it is for.').waitFor();
  await widget.getByLabel('Reason').fill('Phone order');
  await page.keyboard.press('Enter');
  await widget.getByText('The link is ready').waitFor();
  expect(await widget.getByLabel('Payment link').inputValue()).toBe(LINK);
  expect(await widget.getByRole('link').getAttribute('href')).toBe(LINK);
  await widget.getByRole('button', { name: 'Copy' }).click();
  await widget.getByText(/Copied|copy it with the keyboard/).waitFor();
  await widget.getByText('Waits for the customer').waitFor();
  await widget.getByText(/We look again in 1 minute/).waitFor();
  expect(await stage.faults(widget)).toEqual([]);
  await stage.picture(page, 'charge-link-320');
  charges = [
    charge({
      state: 'paid',
      card: { brand: 'visa', lastFour: '1111' },
      paymentKey: paymentView().key,
    }),
  ];
  await widget.getByText('Paid', { exact: true }).waitFor();
  expect(calls('/charges')).toMatchObject([
    { body: { purpose: 'sale', amountMinor: 10_000, currency: 'USD', ...INVOICE } },
  ]);
  expect(calls('/panel').length).toBeGreaterThan(1);
  await page.close();
});

test('of a customer, open invoices are ticked, and one link is made for their sum', async () => {
  playInvoice({ customerId: '460000000026049' });
  const open = (id: string, minor: number) => ({
    ...{ id, number: `INV-${id}` },
    open: { minor, currency: 'USD' },
  });
  start = { ...(start as ChargeStartReply), invoices: [open('17', 1_000), open('18', 2_500)] };
  asked = () => ({ now: NOW, charge: charge(), link: LINK });
  const { page, widget } = await stage.open({});
  await widget.getByRole('button', { name: 'Ask for payment…' }).click();
  await widget.getByText('Which invoices').waitFor();
  await widget.getByRole('button', { name: 'Ask for payment…' }).click();
  await widget.getByText('Tick at least one.').waitFor();
  await widget.getByLabel('INV-18: USD 25.00').check();
  await widget.getByLabel('INV-17: USD 10.00').check();
  expect(await widget.getByLabel('Amount').inputValue()).toBe('35.00');
  await widget.getByLabel('Reason').fill('Two orders');
  expect(await stage.faults(widget)).toEqual([]);
  expect(await sidewaysScroll(widget)).toBe(0);
  await stage.picture(page, 'charge-several-320');
  await widget.getByRole('button', { name: 'Make a link for USD 35.00' }).click();
  await widget.getByText('The link is ready').waitFor();
  expect(calls('/charges')).toMatchObject([
    {
      body: {
        purpose: 'sale',
        amountMinor: 3_500,
        // In the order in which they are due.
        invoiceIds: ['17', '18'],
        customerId: '460000000026049',
      },
    },
  ]);
  await page.close();
});

test('a saved card is charged after a second question, within what the person may', async () => {
  playInvoice();
  asked = ({ body }) => ({
    now: NOW,
    charge: charge({
      by: 'saved-card',
      state: 'paid',
      amount: { minor: Number(body.amountMinor), currency: 'USD' },
    }),
  });
  const { page, widget } = await stage.open({ dark: true });
  await widget.getByRole('button', { name: 'Ask for payment…' }).click();
  await widget.getByLabel('Charge Visa ..1111').check();
  await widget.getByText('an approver may charge it').waitFor();
  await widget.getByLabel('Reason').fill('As agreed');
  await widget.getByRole('button', { name: 'Ask for approval' }).waitFor();
  await stage.picture(page, 'charge-beyond-dark-320');
  await widget.getByLabel('Amount').fill('40');
  await widget.getByRole('button', { name: 'Charge USD 40.00 to Visa ..1111' }).click();
  await widget.getByText('Charge USD 40.00 to Visa ..1111 now?').waitFor();
  expect(await stage.faults(widget)).toEqual([]);
  await widget.getByRole('button', { name: 'Yes, charge USD 40.00' }).click();
  await widget.getByText('Paid', { exact: true }).waitFor();
  expect(calls('/charges')).toMatchObject([{ body: { cardKey: visa.key, amountMinor: 4_000 } }]);
  await page.close();
});

test('a charge beyond the limit is requested, and another person approves it in place', async () => {
  playInvoice();
  const request = {
    key: 'inst|charge.request|01K|decision',
    intentId: '01K0000000000000000000000A',
    state: 'open' as const,
    amount: { minor: 10_000, currency: 'USD' },
    reason: 'As agreed',
    requestedBy: 'Accounts Clerk',
    own: false,
    mayDecide: true,
    by: 'approver' as const,
    why: [{ code: 'policy-amount', message: 'It is above USD 50.00.', next: '' }],
    since: NOW - MINUTE_MS,
    expiresAt: NOW + 60 * MINUTE_MS,
  };
  const requested = charge({
    by: 'saved-card',
    state: 'requested',
    card: { brand: 'visa', lastFour: '1111' },
    request,
  });
  asked = ({ path }) => {
    if (path === '/approvals/decide') {
      charges = [
        charge({ by: 'saved-card', state: 'retrying', tries: 1, nextTryAt: NOW + 86_400_000 }),
      ];
      return { now: NOW, key: request.key, decision: 'approved' };
    }
    charges = [requested];
    return { now: NOW, charge: requested };
  };
  const { page, widget } = await stage.open({});
  await widget.getByRole('button', { name: 'Ask for payment…' }).click();
  await widget.getByLabel('Charge Visa ..1111').check();
  await widget.getByLabel('Reason').fill('As agreed');
  await widget.getByRole('button', { name: 'Ask for approval' }).click();
  await widget.getByText('Charge of USD 100.00').waitFor();
  expect(calls('/charges')).toMatchObject([{ body: { asksApproval: true, retries: true } }]);
  await widget.getByRole('button', { name: 'Done' }).click();
  expect(await stage.faults(widget)).toEqual([]);
  await stage.picture(page, 'charge-requested-320');
  await widget.getByRole('button', { name: 'Approve' }).click();
  await widget.getByLabel('Why?').fill('Checked');
  await widget.getByRole('button', { name: 'Yes, charge USD 100.00' }).click();
  await widget.getByText('Declined for now').waitFor();
  await widget.getByText(/Tried once; next try/).waitFor();
  await stage.picture(page, 'charge-retrying-320');
  asked = () => {
    charges = [charge({ by: 'saved-card', state: 'cancelled' })];
    return { now: NOW, charge: charges[0] };
  };
  await widget.getByRole('button', { name: 'Don’t try again' }).click();
  await widget.getByText('Cancelled', { exact: true }).waitFor();
  await page.close();
});

test('a request without an answer is asked about again, never made twice', async () => {
  playInvoice();
  const { page, widget } = await stage.open({});
  await widget.getByRole('button', { name: 'Ask for payment…' }).click();
  await widget.getByLabel('Reason').fill('Phone order');
  await widget.getByRole('button', { name: 'Make a link for USD 100.00' }).click();
  await widget.getByText('No answer came').waitFor();
  asked = () => ({ now: NOW, charge: charge() });
  await widget.getByRole('button', { name: 'Try again' }).click();
  await widget.getByText('its link can’t be shown again').waitFor();
  const intents = new Set(calls('/charges').map(({ body }) => body.intentId));
  expect(calls('/charges')).toHaveLength(2);
  expect(intents.size).toBe(1);
  await page.close();
});

test('an open link is cancelled; a refusal is told in words', async () => {
  playInvoice();
  charges = [charge()];
  asked = () => {
    charges = [charge({ state: 'cancelled' })];
    return { now: NOW, charge: charge({ state: 'cancelled' }) };
  };
  const { page, widget } = await stage.open({ direction: 'rtl' });
  await widget.getByText('Asked for by Accounts Clerk 5 minutes ago.').waitFor();
  expect(await sidewaysScroll(widget)).toBe(0);
  await stage.picture(page, 'charge-open-rtl-320');
  await widget.getByRole('button', { name: 'Cancel the link' }).click();
  await widget.getByText('Cancelled', { exact: true }).waitFor();
  const error = { code: 'invoice-not-open', message: 'It is paid.', next: 'Nothing to do.' };
  start = { error };
  await widget.getByRole('button', { name: 'Ask for payment…' }).click();
  await widget.getByText('It is paid. Nothing to do.').waitFor();
  await page.close();
});

test('of a CRM account that no customer in Books belongs to, the form says so in words', async () => {
  playInvoice({ crmAccountId: '20234695000' });
  const error = { code: 'account-not-in-books', message: 'Nobody in Books.', next: 'Link one.' };
  start = { error };
  const { page, widget } = await stage.open({});
  await widget.getByRole('button', { name: 'Ask for a card…' }).click();
  await widget.getByText('Nobody in Books. Link one.').waitFor();
  expect(calls('/charges/start')).toMatchObject([{ body: { crmAccountId: '20234695000' } }]);
  await page.close();
});

test('saved cards of a customer are named, renamed, made default and removed', async () => {
  playInvoice({ customerId: '460000000026049' });
  cards = [visa, amex];
  asked = ({ path, body }) => {
    if (path === '/cards/remove') cards = cards.filter(({ key }) => key !== body.cardKey);
    if (path === '/cards/rename') {
      cards = cards.map((one) =>
        one.key === body.cardKey ? { ...one, nickname: String(body.nickname) } : one,
      );
    }
    if (path === '/cards/default') {
      cards = cards.map((one) => ({ ...one, isDefault: one.key === body.cardKey }));
    }
    return { now: NOW, cards };
  };
  const { page, widget } = await stage.open({});
  await widget.getByText('Expires soon: 12/2026').waitFor();
  expect(await stage.faults(widget)).toEqual([]);
  expect(await sidewaysScroll(widget)).toBe(0);
  await stage.picture(page, 'saved-cards-320');
  await widget.getByRole('button', { name: 'Rename: Visa ..1111' }).click();
  await widget.getByLabel('Name of the card').fill('Office');
  await page.keyboard.press('Enter');
  await widget.getByText('Office', { exact: true }).waitFor();
  await widget.getByRole('button', { name: 'Make default: American Express' }).click();
  await widget.getByRole('button', { name: 'Make default: Visa' }).waitFor();
  await widget.getByRole('button', { name: 'Remove: Visa' }).click();
  await widget.getByText('can’t be brought back').waitFor();
  expect(await stage.faults(widget)).toEqual([]);
  await widget.getByRole('button', { name: 'Yes, remove it' }).click();
  await widget.getByText('Office', { exact: true }).waitFor({ state: 'detached' });
  expect(calls('/cards/remove')).toHaveLength(1);
  await page.close();
});

test('a paid invoice loads nothing of it before it is wanted', async () => {
  playInvoice(INVOICE, panelReply().payments);
  const { page, widget } = await stage.open({});
  const opener = widget.getByRole('button', { name: 'Payment links and cards' });
  await opener.waitFor();
  const gap = await opener.evaluate((button) => {
    const above = button.previousElementSibling?.getBoundingClientRect().bottom ?? 0;
    return button.getBoundingClientRect().top - above;
  });
  expect(gap).toBeGreaterThanOrEqual(20);
  expect(calls('/charges/list')).toEqual([]);
  await opener.scrollIntoViewIfNeeded();
  await stage.picture(page, 'charge-opener-320');
  await opener.click();
  await widget.getByText('No payment was asked for yet.').waitFor();
  expect(await stage.faults(widget)).toEqual([]);
  await page.close();
});
