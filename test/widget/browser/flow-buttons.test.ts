// Flow buttons of the built panel in a real browser: loaded only where there are any, pressed by keyboard, told in words.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { panelReply, paymentView } from '../payments.ts';
import { sidewaysScroll, tabTo } from './panel-walk.ts';
import { openStage, type Stage } from './widget-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const button = {
  flow: 'check-customer',
  title: 'Check the customer',
  payments: [paymentView().key],
};

const scripts = (urls: readonly string[]) => urls.filter((url) => url.includes('flow-buttons'));

test('a payment that no flow fits loads no buttons', async () => {
  const others = { ...button, payments: ['inst|acme_usd|other'] };
  stage.answer = () => ({ ...panelReply(), buttons: [others] });
  const { page, widget } = await stage.open({});
  await widget.waitForSelector('h1');
  const loaded = await widget.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  expect(scripts(loaded)).toEqual([]);
  expect(await widget.getByRole('button', { name: button.title }).count()).toBe(0);
  await page.close();
});

test('a button starts its flow by keyboard, once, and tells how it went', async () => {
  let run: object = { state: 'working' };
  stage.answer = ({ path }) => {
    if (path === '/panel') return { ...panelReply(), buttons: [button] };
    return path === '/flows/start'
      ? { state: 'started', flow: { id: button.flow, title: button.title } }
      : { run };
  };
  const { page, widget } = await stage.open({});
  const pressed = widget.getByRole('button', { name: button.title });
  await pressed.waitFor();
  expect(await stage.faults(widget)).toEqual([]);
  expect(await sidewaysScroll(widget)).toBe(0);
  await widget.locator('body').focus();
  await tabTo(page, widget, button.title);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await widget.getByText('At work…').waitFor();
  run = { state: 'done', results: [{ label: 'ticket', value: '#101' }] };
  await widget.getByText('Done.').waitFor();
  await widget.getByText('#101').waitFor();
  await stage.picture(page, 'flow-button-done');
  expect(await stage.faults(widget)).toEqual([]);
  const starts = stage.calls.filter(({ path }) => path === '/flows/start');
  expect(starts).toMatchObject([
    { body: { flow: button.flow, paymentKey: paymentView().key, intentId: expect.any(String) } },
  ]);
  await page.close();
});

test('a refusal and a failure are told in words', async () => {
  const error = {
    code: 'not-allowed',
    message: 'Your role (viewer) does not allow this.',
    next: 'Ask an administrator.',
  };
  let start: object = { error };
  stage.answer = ({ path }) => {
    if (path === '/panel') return { ...panelReply(), buttons: [button] };
    if (path === '/flows/start') return start;
    const problem = { code: 'zoho-busy', message: 'Zoho Books is busy.', next: 'We try again.' };
    return { run: { state: 'failed', problem } };
  };
  const { page, widget } = await stage.open({});
  const pressed = widget.getByRole('button', { name: button.title });
  await pressed.click();
  await widget.getByText('does not allow this').waitFor();
  start = { state: 'started', flow: { id: button.flow, title: button.title } };
  await pressed.click();
  await widget.getByText('It has stopped. Zoho Books is busy.').waitFor();
  await page.close();
});
