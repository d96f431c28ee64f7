// The parts of the settings page beside the set-up, in a real browser: rules, people, audit, secrets and data.
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NOW } from '../payments.ts';
import { sidewaysScroll } from './panel-walk.ts';
import { answersOf, ERASE, refusal } from './settings-answers.ts';
import { policyDocument } from './settings-policy.ts';
import { type ApiCall, openStage, type Stage } from './widget-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const views = [
  { name: 'narrow', width: 320, height: 1700 },
  { name: 'wide-dark', width: 1280, height: 1500, dark: true },
  { name: 'middle-rtl', width: 560, height: 1600, direction: 'rtl' as const },
];

/** The title of each part, and something that is only there once it was read. */
const parts = {
  Rules: ['Rules for money', /Refunds by agents: more than USD 500\.00/],
  People: ['People', /B\. Agent/],
  Audit: ['Audit', /A\. Admin replaced a secret/],
  Secrets: ['Secrets', /Key id 08c94330/],
  Data: ['Uninstall', /Type the name of the company: Acme Trading/],
} as const;
type PartName = keyof typeof parts;

async function openPart(widget: Frame, name: PartName): Promise<void> {
  const [title, sign] = parts[name];
  await widget.getByRole('navigation').getByRole('button', { name }).press('Enter');
  await widget.getByRole('heading', { name: title, exact: true }).waitFor();
  await widget.getByText(sign).first().waitFor();
}

async function openSettings(
  answer: (call: ApiCall) => unknown = answersOf(),
  width = 700,
): Promise<{ readonly page: Page; readonly widget: Frame }> {
  stage.answer = answer;
  const opened = await stage.open({ width, height: 1500, file: 'settings.html' });
  await opened.widget.getByRole('navigation').waitFor();
  return opened;
}

const sent = (path: string) => stage.calls.filter((call) => call.path === path);

test.each(views)('every part opens by keyboard and reads well: $name', async (view) => {
  stage.answer = answersOf();
  const { page, widget } = await stage.open({ ...view, file: 'settings.html' });
  await widget.getByRole('navigation').waitFor();
  for (const name of Object.keys(parts) as PartName[]) {
    await openPart(widget, name);
    const place = widget.getByRole('button', { name, exact: true });
    expect(await place.getAttribute('aria-current')).toBe('page');
    // Rules do not change with the width; the wide one is the dark one.
    if (view.direction === undefined) expect(await stage.faults(widget), name).toEqual([]);
    expect(await sidewaysScroll(widget), name).toBe(0);
    await stage.picture(page, `settings-${name.toLowerCase()}-${view.name}`);
  }
  await page.close();
});

test('a rule is changed in a form, tried on the last month and published with a reason', async () => {
  const { page, widget } = await openSettings();
  await openPart(widget, 'Rules');
  await widget.getByRole('button', { name: /^Change: Refunds by agents: more than/ }).click();
  const amounts = widget.getByLabel('Up to', { exact: true });
  expect(await amounts.inputValue()).toBe('USD 500.00\nJPY 75000');
  await amounts.fill('USD 200\nJPY lots');
  await widget.getByRole('button', { name: 'Keep in the draft' }).first().click();
  await widget.getByText('“JPY lots” is no amount.').waitFor();
  await stage.picture(page, 'settings-rule-form');
  expect(await stage.faults(widget)).toEqual([]);
  await amounts.fill('USD 200');
  await widget.getByRole('button', { name: 'Keep in the draft' }).first().click();
  await widget.getByText('Your draft').waitFor();
  expect(sent('/documents/policy/movements/draft')[0]?.body).toMatchObject({
    seen: '',
    body: { rules: [{ kind: 'amount', upToMinor: { USD: 20_000 } }, { kind: 'age' }] },
  });
  await widget.getByText(/Changed: Refunds by agents/).waitFor();
  await widget.getByRole('button', { name: 'Try it on the last month' }).click();
  await widget
    .getByText('Of 42 refunds 3 would have needed approval and 1 would have been forbidden.')
    .waitFor();
  await widget.getByText('The figures as a table').click();
  await widget.getByText('Refund by refund').click();
  expect(await widget.getByRole('row').allTextContents()).toEqual([
    'OutcomeRefunds',
    'Allowed38',
    'Needs approval3',
    'Forbidden1',
  ]);
  expect(await stage.faults(widget)).toEqual([]);
  await stage.picture(page, 'settings-dry-run');
  const publish = widget.getByRole('button', { name: 'Publish' });
  expect(await publish.isDisabled()).toBe(true);
  await widget.getByLabel('Why, for the history').fill('Fewer large refunds');
  await publish.click();
  await widget.getByText('Version 1002 holds from now on.').waitFor();
  expect(sent('/documents/policy/movements/publish')[0]?.body).toEqual({
    note: 'Fewer large refunds',
    seen: 'd1',
    version: 1001,
  });
  await page.close();
});

test('an older version is compared in words, and holds again only after a reason', async () => {
  const { page, widget } = await openSettings();
  await openPart(widget, 'Rules');
  await widget.getByRole('button', { name: 'What has changed? Since version 1' }).click();
  await widget.getByText('Added: Refunds by agents: of a payment older than 90 days').waitFor();
  await widget.getByRole('button', { name: 'Go back to version 1' }).click();
  await stage.picture(page, 'settings-versions');
  expect(await stage.faults(widget)).toEqual([]);
  await widget.getByLabel('Why, for the history').fill('Too strict');
  await widget.getByRole('button', { name: 'Make it hold again' }).click();
  await widget.getByText(/holds from now on/).waitFor();
  expect(sent('/documents/policy/movements/roll-back')[0]?.body).toEqual({
    to: 1,
    note: 'Too strict',
    version: 1001,
  });
  await page.close();
});

test('a request is decided with a reason, one’s own is not; a person’s access ends after a second yes', async () => {
  const { page, widget } = await openSettings();
  await openPart(widget, 'People');
  await widget.getByText('Asked for by B. Agent, 3 hours ago.').waitFor();
  await widget.getByText('You asked for this yourself: somebody else must decide.').waitFor();
  const approve = widget.getByRole('button', { name: /^Approve/ });
  expect(await approve.isDisabled()).toBe(true);
  await widget.getByLabel('Reason of your decision').fill('Damaged on the way');
  await approve.click();
  await widget.getByText('Approved.').waitFor();
  expect(sent('/approvals/decide')[0]?.body).toEqual({
    key: 'inst|approval-1',
    decision: 'approved',
    reason: 'Damaged on the way',
  });
  await widget.getByRole('button', { name: 'End the access of B. Agent' }).click();
  expect(sent('/staff').some(({ body }) => 'access' in body)).toBe(false);
  await widget.getByRole('button', { name: 'End the access', exact: true }).click();
  await widget.getByText('Access ended').waitFor();
  await widget.getByLabel('Role of B. Agent').selectOption('viewer');
  await expect.poll(() => sent('/staff').at(-1)?.body).toEqual({ userId: 'u-2', role: 'viewer' });
  await page.close();
});

test('the audit is filtered, tells before and after, and is taken along in parts', async () => {
  const { page, widget } = await openSettings();
  await openPart(widget, 'Audit');
  await widget.getByText('found it whole up to no. 240').waitFor();
  await widget.getByText('Show only').click();
  await widget.getByLabel('Done by').selectOption('u-2');
  await widget.getByLabel('What', { exact: true }).selectOption('staff.role');
  await widget.getByRole('button', { name: 'Show', exact: true }).click();
  await expect.poll(() => stage.queries('/audit').at(-1)).toBe('actor=u-2&action=staff.role');
  await widget.getByRole('button', { name: 'Show older ones' }).click();
  await widget.getByText('A. Admin chose the organizations').waitFor();
  await widget.getByText('Details').nth(1).click();
  await widget.getByText('name: was Acme, now Acme Trading').waitFor();
  await widget.getByRole('button', { name: 'Export', exact: true }).click();
  await widget.getByText('Part 1 is ready.').waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    widget.getByRole('link', { name: 'Save audit-1.jsonl' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('audit-1.jsonl');
  await widget.getByRole('button', { name: 'Export the next part' }).click();
  await widget.getByText('Part 2 is ready.').waitFor();
  expect(stage.queries('/audit/export')).toEqual(['as=json', 'as=json&after=2000']);
  expect(await stage.faults(widget)).toEqual([]);
  await stage.picture(page, 'settings-audit-open');
  await page.close();
});

test('a secret is replaced after saying for how long the old one is believed, and is not shown', async () => {
  const { page, widget } = await openSettings();
  await openPart(widget, 'Secrets');
  await widget.getByText(/The one before is believed until/).waitFor();
  await widget.getByRole('button', { name: 'Replace: Secret of the shop’s webhooks' }).click();
  const secret = widget.getByLabel('New secret');
  expect(await secret.getAttribute('type')).toBe('password');
  await secret.fill('another-secret');
  await widget.getByLabel('The old one stays believed').selectOption('0');
  await stage.picture(page, 'settings-replace-secret');
  expect(await stage.faults(widget)).toEqual([]);
  await widget.getByRole('button', { name: 'Replace it now' }).click();
  await widget.getByText(/the old one is worth nothing any more/).waitFor();
  expect(sent('/secrets/rotate')[0]?.body).toEqual({
    kind: 'shop-webhook',
    secret: 'another-secret',
    overlapHours: 0,
  });
  await page.close();
});

test('everything is exported page by page, and a customer is erased after the address was typed twice', async () => {
  const { page, widget } = await openSettings();
  await openPart(widget, 'Data');
  await widget.getByRole('button', { name: 'Export everything' }).click();
  await widget.getByText('3 rows are ready.').waitFor();
  await widget.getByLabel('Mail address of the customer').fill('nobody');
  await widget.getByRole('button', { name: 'Look what is there' }).click();
  await widget.getByText('Enter a mail address.').waitFor();
  await widget.getByLabel('Mail address of the customer').fill(ERASE);
  await widget.getByRole('button', { name: 'Look what is there' }).click();
  await widget.getByText('Found: 2 payments, and 7 other rows').waitFor();
  expect(sent('/people/erase')).toEqual([]);
  const erase = widget.getByRole('button', { name: 'Erase for good' });
  await widget.getByLabel('Number of the request').fill('GDPR-7');
  await widget.getByLabel('Type the mail address once more').fill('somebody@example.com');
  expect(await erase.isDisabled()).toBe(true);
  await widget.getByLabel('Type the mail address once more').fill(ERASE);
  await stage.picture(page, 'settings-erase');
  expect(await stage.faults(widget)).toEqual([]);
  await erase.click();
  await widget.getByText('the payer of 2 payments and 7 other rows were erased').waitFor();
  await page.close();
});

test('leaving wants the name, tells of money that is open, and shows how far it is until it is done', async () => {
  const { page, widget } = await openSettings();
  await openPart(widget, 'Data');
  const leave = widget.getByRole('button', { name: 'Uninstall now' });
  expect(await leave.isDisabled()).toBe(true);
  await widget.getByLabel('Type the name of the company: Acme Trading').fill('Acme Trading');
  await leave.click();
  await widget.getByText('The outcome of 1 movements is not known yet.').waitFor();
  await widget.getByLabel('Leave although the outcome of some money is not known yet').check();
  await leave.click();
  await widget.getByText('2 of 6 are done').waitFor();
  await stage.picture(page, 'settings-leaving');
  expect(await stage.faults(widget)).toEqual([]);
  await widget.getByRole('button', { name: 'Look again' }).click();
  await widget.getByText(/We have done what we can/).waitFor();
  await widget.getByText('To be done by you').waitFor();
  await stage.picture(page, 'settings-left');
  await widget.getByRole('button', { name: 'The company stays' }).click();
  await leave.waitFor();
  await page.close();
});

test('a part that is refused says why and can be read again; what was typed elsewhere stays', async () => {
  let isRefused = true;
  const good = answersOf();
  const { page, widget } = await openSettings((call) =>
    isRefused && call.path === '/secrets' ? refusal : good(call),
  );
  await widget.getByRole('button', { name: 'Data', exact: true }).click();
  await widget.getByLabel('Mail address of the customer').fill(ERASE);
  await widget.getByRole('button', { name: 'Secrets', exact: true }).click();
  await widget.getByText('Your role (agent) does not allow this.').waitFor();
  await stage.picture(page, 'settings-refused');
  isRefused = false;
  await widget.getByRole('button', { name: 'Load again' }).click();
  await widget.getByText(/Key id 08c94330/).waitFor();
  await widget.getByRole('button', { name: 'Data', exact: true }).click();
  expect(await widget.getByLabel('Mail address of the customer').inputValue()).toBe(ERASE);
  await page.close();
});

test('a merchant id goes after a second yes', async () => {
  const { page, widget } = await openSettings();
  await widget.getByRole('button', { name: /3\. Cyb/ }).click();
  await widget.getByRole('button', { name: 'Remove acme_usd' }).click();
  expect(sent('/setup/merchants/remove')).toEqual([]);
  await widget.getByText('The keys of acme_usd are deleted').waitFor();
  await widget.getByRole('button', { name: 'Remove acme_usd' }).click();
  await expect
    .poll(() => sent('/setup/merchants/remove')[0]?.body)
    .toEqual({ merchantId: 'acme_usd' });
  await page.close();
});

test('empty lists say so', async () => {
  const none = answersOf({
    '/staff': { people: [] },
    '/approvals': { now: NOW, approvals: [] },
    '/audit': { now: NOW, head: { number: 0, hash: '' }, rows: [] },
    '/secrets': { now: NOW, secrets: [], masterKeyId: 'k1', sealed: 0, left: 0 },
    '/documents/policy/movements': policyDocument({ rules: [] }),
  });
  const { page, widget } = await openSettings(none);
  for (const [part, said] of [
    ['Rules', 'There is no rule'],
    ['People', 'Nobody has signed in yet.'],
    ['People', 'Nothing waits.'],
    ['Audit', 'Nothing fits.'],
    ['Secrets', 'No secret is held'],
  ] as const) {
    await widget.getByRole('button', { name: part, exact: true }).click();
    await widget.getByText(said).waitFor();
  }
  await page.close();
});
