// Saved cards of the built panel in a real browser: charged within one's limits, by approval beyond them, and tidied.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW } from '../payments.ts';
import { amex, ChargePlay, charge, MINUTE_MS, visa } from './charge-play.ts';
import { sidewaysScroll } from './panel-walk.ts';
import { openStage, type Stage } from './widget-stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('a saved card is charged after a second question, within what the person may', async () => {
  const play = new ChargePlay(stage);
  play.asked = ({ body }) => ({
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
  expect(play.calls('/charges')).toMatchObject([
    { body: { cardKey: visa.key, amountMinor: 4_000 } },
  ]);
  await page.close();
});

test('a charge beyond the limit is requested, and another person approves it in place', async () => {
  const play = new ChargePlay(stage);
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
  play.asked = ({ path }) => {
    if (path === '/approvals/decide') {
      play.charges = [
        charge({ by: 'saved-card', state: 'retrying', tries: 1, nextTryAt: NOW + 86_400_000 }),
      ];
      return { now: NOW, key: request.key, decision: 'approved' };
    }
    play.charges = [requested];
    return { now: NOW, charge: requested };
  };
  const { page, widget } = await stage.open({});
  await widget.getByRole('button', { name: 'Ask for payment…' }).click();
  await widget.getByLabel('Charge Visa ..1111').check();
  await widget.getByLabel('Reason').fill('As agreed');
  await widget.getByRole('button', { name: 'Ask for approval' }).click();
  await widget.getByText('Charge of USD 100.00').waitFor();
  expect(play.calls('/charges')).toMatchObject([{ body: { asksApproval: true, retries: true } }]);
  await widget.getByRole('button', { name: 'Done' }).click();
  expect(await stage.faults(widget)).toEqual([]);
  await stage.picture(page, 'charge-requested-320');
  await widget.getByRole('button', { name: 'Approve' }).click();
  await widget.getByLabel('Why?').fill('Checked');
  await widget.getByRole('button', { name: 'Yes, charge USD 100.00' }).click();
  await widget.getByText('Declined for now').waitFor();
  await widget.getByText(/Tried once; next try/).waitFor();
  await stage.picture(page, 'charge-retrying-320');
  play.asked = () => {
    play.charges = [charge({ by: 'saved-card', state: 'cancelled' })];
    return { now: NOW, charge: play.charges[0] };
  };
  await widget.getByRole('button', { name: 'Don’t try again' }).click();
  await widget.getByText('Cancelled', { exact: true }).waitFor();
  await page.close();
});

test('saved cards of a customer are named, renamed, made default and removed', async () => {
  const play = new ChargePlay(stage, { customerId: '460000000026049' });
  play.cards = [visa, amex];
  play.asked = ({ path, body }) => {
    if (path === '/cards/remove') play.cards = play.cards.filter(({ key }) => key !== body.cardKey);
    if (path === '/cards/rename') {
      play.cards = play.cards.map((one) =>
        one.key === body.cardKey ? { ...one, nickname: String(body.nickname) } : one,
      );
    }
    if (path === '/cards/default') {
      play.cards = play.cards.map((one) => ({ ...one, isDefault: one.key === body.cardKey }));
    }
    return { now: NOW, cards: play.cards };
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
  expect(play.calls('/cards/remove')).toHaveLength(1);
  await page.close();
});
