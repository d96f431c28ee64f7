// Payment links of the built panel in a real browser: asked, shown once, followed, cancelled.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChargeStartReply } from '../../../functions/core/contract/charges.ts';
import { NOW, panelReply, paymentView } from '../payments.ts';
import { ChargePlay, charge, INVOICE } from './charge-play.ts';
import { sidewaysScroll, tabTo } from './panel-walk.ts';
import { openStage, type Stage } from './widget-stage.ts';

const LINK = `https://pay.example/server/api/pay#${'A'.repeat(43)}`;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('a link is asked for by keyboard, shown once, and its payment shows by itself', async () => {
  const play = new ChargePlay(stage);
  play.asked = () => {
    play.charges = [charge()];
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
  play.charges = [
    charge({
      state: 'paid',
      card: { brand: 'visa', lastFour: '1111' },
      paymentKey: paymentView().key,
    }),
  ];
  await widget.getByText('Paid', { exact: true }).waitFor();
  expect(play.calls('/charges')).toMatchObject([
    { body: { purpose: 'sale', amountMinor: 10_000, currency: 'USD', ...INVOICE } },
  ]);
  expect(play.calls('/panel').length).toBeGreaterThan(1);
  await page.close();
});

test('of a customer, open invoices are ticked, and one link is made for their sum', async () => {
  const play = new ChargePlay(stage, { customerId: '460000000026049' });
  const open = (id: string, minor: number) => ({
    ...{ id, number: `INV-${id}` },
    open: { minor, currency: 'USD' },
  });
  const more = Array.from({ length: 100 }, (_, index) => open(String(100 + index), 500));
  const invoices = [open('17', 1_000), open('18', 2_500), ...more];
  play.start = { ...(play.start as ChargeStartReply), invoices };
  play.asked = () => ({ now: NOW, charge: charge(), link: LINK });
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
  const list = await widget.locator('.long-list').boundingBox();
  expect(list?.height).toBeLessThan(300);
  await stage.picture(page, 'charge-several-320');
  await widget.getByRole('button', { name: 'Make a link for USD 35.00' }).click();
  await widget.getByText('The link is ready').waitFor();
  expect(play.calls('/charges')).toMatchObject([
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

test('a request without an answer is asked about again, never made twice', async () => {
  const play = new ChargePlay(stage);
  const { page, widget } = await stage.open({});
  await widget.getByRole('button', { name: 'Ask for payment…' }).click();
  await widget.getByLabel('Reason').fill('Phone order');
  await widget.getByRole('button', { name: 'Make a link for USD 100.00' }).click();
  await widget.getByText('No answer came').waitFor();
  play.asked = () => ({ now: NOW, charge: charge() });
  await widget.getByRole('button', { name: 'Try again' }).click();
  await widget.getByText('its link can’t be shown again').waitFor();
  const intents = new Set(play.calls('/charges').map(({ body }) => body.intentId));
  expect(play.calls('/charges')).toHaveLength(2);
  expect(intents.size).toBe(1);
  await page.close();
});

test('an open link is cancelled; a refusal is told in words', async () => {
  const play = new ChargePlay(stage);
  play.charges = [charge()];
  play.asked = () => {
    play.charges = [charge({ state: 'cancelled' })];
    return { now: NOW, charge: charge({ state: 'cancelled' }) };
  };
  const { page, widget } = await stage.open({ direction: 'rtl' });
  await widget.getByText('Asked for by Accounts Clerk 5 minutes ago.').waitFor();
  expect(await sidewaysScroll(widget)).toBe(0);
  await stage.picture(page, 'charge-open-rtl-320');
  await widget.getByRole('button', { name: 'Cancel the link' }).click();
  await widget.getByText('Cancelled', { exact: true }).waitFor();
  const error = { code: 'invoice-not-open', message: 'It is paid.', next: 'Nothing to do.' };
  play.start = { error };
  await widget.getByRole('button', { name: 'Ask for payment…' }).click();
  await widget.getByText('It is paid. Nothing to do.').waitFor();
  await page.close();
});

test('of a CRM account that no customer in Books belongs to, the form says so in words', async () => {
  const play = new ChargePlay(stage, { crmAccountId: '20234695000' });
  const error = { code: 'account-not-in-books', message: 'Nobody in Books.', next: 'Link one.' };
  play.start = { error };
  const { page, widget } = await stage.open({});
  await widget.getByRole('button', { name: 'Ask for a card…' }).click();
  await widget.getByText('Nobody in Books. Link one.').waitFor();
  expect(play.calls('/charges/start')).toMatchObject([{ body: { crmAccountId: '20234695000' } }]);
  await page.close();
});

test('a paid invoice loads nothing of it before it is wanted', async () => {
  const play = new ChargePlay(stage, INVOICE, panelReply().payments);
  const { page, widget } = await stage.open({});
  const opener = widget.getByRole('button', { name: 'Payment links and cards' });
  await opener.waitFor();
  const gap = await opener.evaluate((button) => {
    const above = button.previousElementSibling?.getBoundingClientRect().bottom ?? 0;
    return button.getBoundingClientRect().top - above;
  });
  expect(gap).toBeGreaterThanOrEqual(20);
  expect(play.calls('/charges/list')).toEqual([]);
  await opener.scrollIntoViewIfNeeded();
  await stage.picture(page, 'charge-opener-320');
  await opener.click();
  await widget.getByText('No payment was asked for yet.').waitFor();
  expect(await stage.faults(widget)).toEqual([]);
  await page.close();
});
