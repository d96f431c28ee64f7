// An administrator on the settings page inside Books: steps that are done, the doctor, and a test payment through the real functions.
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults } from '../axe.ts';
import { openStage, picture, type Stage, signInAs, widgetOf } from './stage.ts';

let stage: Stage;
let page: Page;
let widget: Frame;

beforeAll(async () => {
  stage = await openStage();
  page = await stage.browser.newPage({ viewport: { width: 1280, height: 1400 } });
  const { pages } = await stage.sandbox.description();
  await page.goto(pages.settings);
  await signInAs(page, 'admin');
  widget = await widgetOf(page);
});
afterAll(() => stage?.close());

test('a company that the command line connected shows how far it is', async () => {
  await widget.getByText(/of 8 steps are done/).waitFor();
  await widget.getByText('larkfield_usd').waitFor();
  expect(await axeFaults(widget)).toEqual([]);
});

test('a test payment is made and released', async () => {
  await widget.getByRole('button', { name: /7\. Test payment/ }).click();
  await widget.getByRole('button', { name: 'Test larkfield_usd' }).click();
  await widget.getByText(/It works: the payment was authorized and released again/).waitFor();
});

test('the doctor looks at every side and says in words what is missing', async () => {
  await widget.getByRole('button', { name: 'Check everything' }).click();
  await widget.getByText(/faults? (was|were) found|Everything is in order/).waitFor();
  const goodOf = (name: string) =>
    widget.locator('.check', { hasText: name }).getByText('Good', { exact: true }).waitFor();
  for (const name of ['Sign-in with Zoho', 'Keys of the gateway', 'Custom fields', 'Timer']) {
    await goodOf(name);
  }
  expect(await axeFaults(widget)).toEqual([]);
  await picture(page, 'settings-doctor');
});
