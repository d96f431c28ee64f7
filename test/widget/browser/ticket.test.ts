// A ticket in the built panel: why payments fit, the agent's pick by keyboard, and what was looked for in vain.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TicketView } from '../../../functions/core/contract/ticket.ts';
import { panelReply, paymentView } from '../payments.ts';
import { sidewaysScroll, tabTo } from './panel-walk.ts';
import { openStage, type Stage } from './widget-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const first = paymentView();
const second = paymentView({
  key: 'inst|acme_usd|7000000000000000000002',
  reference: '1043',
  amount: { minor: 4_990, currency: 'USD' },
});
const ticket: TicketView = {
  id: '19000001',
  reasons: { [first.key]: ['mail', 'amount'], [second.key]: ['mail'] },
  searched: { numbers: [], lastFours: [], amounts: ['$120.00'], dates: [], email: 'a@example.com' },
  mayPick: true,
};

test('several payments fit: the agent reads why, picks one by keyboard, and it is remembered', async () => {
  let picked: string | undefined;
  stage.answer = ({ path, body }) => {
    if (path === '/tickets/pick') {
      picked = body.paymentKey as string | undefined;
      return { ticket: { id: ticket.id, ...(picked ? { picked } : {}) } };
    }
    return picked === undefined
      ? { ...panelReply([first, second]), ticket }
      : { ...panelReply([first]), ticket: { ...ticket, picked, likely: picked, reasons: {} } };
  };
  const { page, widget } = await stage.open({});
  await widget.getByText('Which payment is this ticket about?').waitFor();
  await widget.getByText('Fits by the writer’s e-mail address, amount').waitFor();
  expect(await stage.faults(widget)).toEqual([]);
  expect(await sidewaysScroll(widget)).toBe(0);
  await stage.picture(page, 'ticket-several');
  await widget.getByRole('button', { name: 'USD 120.00' }).click();
  await widget.getByRole('button', { name: 'Remember for this ticket' }).waitFor();
  await widget.locator('body').focus();
  await tabTo(page, widget, 'Remember for this ticket');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await widget.getByText('Somebody has picked this payment').waitFor();
  expect(await stage.faults(widget)).toEqual([]);
  await stage.picture(page, 'ticket-picked');
  const picks = stage.calls.filter(({ path }) => path === '/tickets/pick');
  expect(picks.map(({ body }) => body)).toEqual([{ ticketId: ticket.id, paymentKey: first.key }]);
  await widget.getByRole('button', { name: 'Look for others' }).click();
  await widget.getByText('Which payment is this ticket about?').waitFor();
  await page.close();
});

test('the payment that a ticket can only mean is opened at once', async () => {
  const named = { ...ticket, likely: second.key, reasons: { [second.key]: ['order'] } };
  stage.answer = () => ({ ...panelReply([second, first]), ticket: { ...named, mayPick: false } });
  const { page, widget } = await stage.open({ width: 320, dark: true });
  await widget.getByText('Fits by order number').waitFor();
  expect(await widget.locator('h1').textContent()).toBe('USD 49.90');
  expect(await widget.getByRole('button', { name: 'Remember for this ticket' }).count()).toBe(0);
  await stage.picture(page, 'ticket-likely-dark');
  await page.close();
});

test('none found: it says what was looked for, and looks again', async () => {
  const searched = { ...ticket.searched, numbers: ['4711', 'INV-99'] };
  stage.answer = () => ({ ...panelReply([]), ticket: { ...ticket, reasons: {}, searched } });
  const { page, widget } = await stage.open({});
  await widget.getByText('No payment found for this ticket').waitFor();
  await widget.getByText('4711, INV-99').waitFor();
  expect(await stage.faults(widget)).toEqual([]);
  expect(await sidewaysScroll(widget)).toBe(0);
  await stage.picture(page, 'ticket-none');
  await widget.getByRole('button', { name: 'Look again' }).click();
  await widget.getByText('4711, INV-99').waitFor();
  expect(stage.calls.filter(({ path }) => path === '/panel')).toHaveLength(2);
  await page.close();
});

test('a refusal and a lost answer are told in words', async () => {
  let reply: object | undefined = {
    error: { code: 'not-allowed', message: 'Your role does not allow this.', next: 'Ask.' },
  };
  stage.answer = ({ path }) =>
    path === '/tickets/pick' ? reply : { ...panelReply([first]), ticket };
  const { page, widget } = await stage.open({});
  const remember = widget.getByRole('button', { name: 'Remember for this ticket' });
  await remember.click();
  await widget.getByText('Your role does not allow this.').waitFor();
  reply = undefined;
  await remember.click();
  await widget.getByText('We could not tell whether it was remembered.').waitFor();
  await page.close();
});
