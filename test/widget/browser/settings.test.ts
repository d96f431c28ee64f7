// The settings page in a real browser: steps by keyboard, words for every state, at any width.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DoctorReply } from '../../../functions/core/contract/doctor.ts';
import type {
  AccountsReply,
  FieldsReply,
  OrganizationsReply,
  SetupStep,
  SetupView,
} from '../../../functions/core/contract/setup.ts';
import { NOW } from '../payments.ts';
import { setup } from '../setup-view.ts';
import { sidewaysScroll } from './panel-walk.ts';
import { type ApiCall, openStage, type Stage } from './widget-stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const views = [
  { name: 'narrow', width: 320, height: 1600 },
  { name: 'wide', width: 1280, height: 1500 },
  { name: 'narrow-dark', width: 320, height: 1600, dark: true },
  { name: 'middle-rtl', width: 560, height: 1500, direction: 'rtl' as const },
];

const account = (name: string) => ({
  wouldCreate: name,
  choices: [{ id: '46001', name: 'Other' }],
});
const accounts: AccountsReply = {
  clearing: [{ merchantId: 'acme_usd', currency: 'USD', ...account('Cybersource Clearing USD') }],
  fee: account('Cybersource Fees'),
  dispute: account('Cybersource Disputes'),
};
const fields: FieldsReply = {
  checkedAt: NOW,
  fields: [
    {
      product: 'books',
      apiName: 'cf_tallybridge_customer',
      label: 'Tallybridge Customer',
      module: 'Customers and Vendors',
      state: 'missing',
    },
    {
      product: 'books',
      apiName: 'cf_tallybridge_invoice',
      label: 'Tallybridge Invoice',
      module: 'Invoices',
      state: 'there',
    },
  ],
};
const organizations: OrganizationsReply = {
  products: {
    books: { choices: [{ id: '10234695', name: 'Acme Trading' }] },
    crm: { choices: [{ id: '20234695', name: 'Acme Trading' }] },
    desk: {
      choices: [],
      problem: {
        code: 'zoho-plan-missing',
        message: 'Your plan of Zoho Desk does not include what we need.',
        next: 'Change the plan.',
      },
    },
  },
};
const doctor: DoctorReply = {
  checkedAt: NOW,
  checks: [
    { name: 'sign-in', state: 'good', faults: [] },
    {
      name: 'webhook',
      state: 'fault',
      faults: [
        {
          subject: 'acme_usd',
          canMend: true,
          problem: {
            code: 'webhook-suspended',
            message: 'The gateway has stopped the webhook of merchant acme_usd (SUSPENDED).',
            next: 'Press “Mend it” to switch it on. What was missed is found by asking.',
          },
        },
      ],
    },
    {
      name: 'fields',
      state: 'unknown',
      faults: [],
      problem: { code: 'zoho-unavailable', message: 'Zoho Books did not answer.', next: '' },
    },
    { name: 'shop-webhook', state: 'skipped', faults: [] },
  ],
};
const refusal = {
  error: {
    code: 'gateway-environment-wrong',
    message: 'The key of merchant acme_eur belongs to the live environment, not to sandbox.',
    next: 'Choose the right environment.',
  },
};

function answers(view: SetupView): (call: ApiCall) => unknown {
  const replies: Readonly<Record<string, unknown>> = {
    '/setup': view,
    '/setup/accounts': accounts,
    '/setup/fields': fields,
    '/setup/organizations': organizations,
    '/setup/merchants': refusal,
    '/setup/door-secret': { door: { secret: 'a'.repeat(48), path: '/hooks/books/inst' } },
    '/setup/test': {
      test: { outcome: 'passed', detail: 'TALLYBRIDGE-TEST-1 AUTHORIZED REVERSED' },
    },
    '/doctor': doctor,
    '/doctor/mend': {
      checkedAt: NOW,
      checks: [{ name: 'webhook', state: 'good', faults: [] }],
    },
  };
  return ({ path }) => replies[path];
}

const titles: Readonly<Record<SetupStep, RegExp>> = {
  'sign-in': /1\. Sign in/,
  organizations: /2\. Org/,
  merchants: /3\. Cyb/,
  webhooks: /4\. Ann/,
  accounts: /5\. Acc/,
  fields: /6\. Cus/,
  test: /7\. Test/,
  doors: /8\. Web/,
};

test.each(views)('every step opens in place and reads well: $name', async (view) => {
  stage.answer = answers(setup);
  const { page, widget } = await stage.open({ ...view, file: 'settings.html' });
  await widget.getByRole('heading', { name: 'Tallybridge settings' }).waitFor();
  await widget.getByText('3 of 8 steps are done').waitFor();
  for (const [step, title] of Object.entries(titles)) {
    const head = widget.getByRole('button', { name: title });
    if ((await head.getAttribute('aria-expanded')) === 'false') await head.press('Enter');
    const load = widget.getByRole('button', { name: /Propose|Show my|Check the fields/ });
    if ((await load.count()) > 0) await load.first().click();
    await widget.getByRole('button', { name: 'One moment…' }).waitFor({ state: 'detached' });
    // Rules and colours do not change with the width.
    if (view.name.startsWith('narrow')) expect(await stage.faults(widget), step).toEqual([]);
    expect(await sidewaysScroll(widget), step).toBe(0);
    await stage.picture(page, `settings-${step}-${view.name}`);
  }
  await page.close();
});

test('waiting states are told honestly, and what is missing is told exactly', async () => {
  stage.answer = answers(setup);
  const { page, widget } = await stage.open({ width: 480, file: 'settings.html' });
  await widget.getByRole('button', { name: titles.webhooks }).click();
  await widget.getByText(/reviews our address: one to two business days/).waitFor();
  await widget.getByRole('button', { name: titles.fields }).click();
  await widget.getByRole('button', { name: 'Check the fields' }).click();
  await widget.getByText('Label “Tallybridge Customer”').waitFor();
  await widget.getByText(/Customers and Vendors › Field Customization/).waitFor();
  await page.close();
});

test('a key that is refused stays in the form with the reason, and is never sent in an address', async () => {
  stage.answer = answers(setup);
  const { page, widget } = await stage.open({ width: 480, file: 'settings.html' });
  await widget.getByRole('button', { name: titles.merchants }).click();
  await widget.getByLabel('Merchant id', { exact: true }).fill('acme_eur');
  await widget.getByLabel('Key id').fill('key-1');
  await widget.getByLabel('Shared secret (base64)').fill('c2VjcmV0LXNlY3JldC1zZWNyZXQ=');
  await widget.getByLabel('Currencies, separated by spaces').fill('eur, gbp');
  await widget.getByRole('button', { name: 'Try the key and save' }).click();
  await widget.getByText('belongs to the live environment').waitFor();
  expect(await widget.getByLabel('Merchant id', { exact: true }).inputValue()).toBe('acme_eur');
  const sent = stage.calls.find(({ path }) => path === '/setup/merchants');
  expect(sent?.body).toEqual({
    merchantId: 'acme_eur',
    environment: 'sandbox',
    key: { kind: 'shared-secret', keyId: 'key-1', secret: 'c2VjcmV0LXNlY3JldC1zZWNyZXQ=' },
    currencies: ['EUR', 'GBP'],
    processor: 'unknown',
  });
  await stage.picture(page, 'settings-refused-key');
  expect(await stage.faults(widget)).toEqual([]);
  await page.close();
});

test('who settles the cards is changed without the key, and a fee by contract is sent in whole units', async () => {
  const others = answers(setup);
  const isSave = ({ body }: ApiCall) => Object.keys(body as object).length > 0;
  stage.answer = (call) => (isSave(call) ? setup : others(call));
  const { page, widget } = await stage.open({ width: 320, file: 'settings.html' });
  const sent = (path: string) =>
    stage.calls.findLast((call) => call.path === path && isSave(call))?.body;
  await widget.getByRole('button', { name: titles.merchants }).click();
  await widget.getByText('Processor: Not known').waitFor();
  await widget.getByRole('button', { name: 'Change acme_usd' }).click();
  expect(await widget.getByLabel('Currencies, separated by spaces').inputValue()).toBe('USD');
  await widget.getByText('Leave the key empty to keep the one that is there.').waitFor();
  await widget.getByLabel('Processor').selectOption('other');
  await widget.getByText(/offered for 60 days after the authorization, and refused/).waitFor();
  expect(await stage.faults(widget)).toEqual([]);
  await stage.picture(page, 'settings-processor-320');
  await widget.getByRole('button', { name: 'Try the key and save' }).click();
  const merchant = { merchantId: 'acme_usd', environment: 'sandbox', currencies: ['USD'] };
  await expect.poll(() => sent('/setup/merchants')).toEqual({ ...merchant, processor: 'other' });

  await widget.getByRole('button', { name: titles.accounts }).click();
  await widget.getByRole('button', { name: 'Propose accounts' }).click();
  const fee = widget.getByRole('group', { name: 'Fee USD, acme_usd' });
  await fee.getByLabel('Percent').fill('2,955');
  await widget.getByRole('button', { name: 'Use these accounts' }).click();
  await fee.getByText(/at most two decimals/).waitFor();
  expect(sent('/setup/accounts')).toBeUndefined();
  await fee.getByLabel('Percent').fill('2.9');
  await fee.getByLabel('USD for each').fill('0.30');
  expect(await stage.faults(widget)).toEqual([]);
  expect(await sidewaysScroll(widget)).toBe(0);
  await stage.picture(page, 'settings-fees-320');
  await widget.getByRole('button', { name: 'Use these accounts' }).click();
  await expect
    .poll(() => sent('/setup/accounts'))
    .toMatchObject({ clearing: [{ cardFee: { basisPoints: 290, fixedMinor: 30 } }] });
  await page.close();
});

test('3-D Secure and the language for staff are chosen by keyboard, each saved by itself', async () => {
  const others = answers(setup);
  stage.answer = (call) =>
    call.path === '/setup/card-page' ? { ...setup, confirmsPayers: 'always' } : others(call);
  const { page, widget } = await stage.open({ width: 320, height: 900, file: 'settings.html' });
  await widget.getByRole('button', { name: titles.doors }).click();
  const choice = widget.getByLabel('3-D Secure');
  expect(await choice.inputValue()).toBe('off');
  await choice.selectOption('When the bank asks for it');
  await choice.selectOption('Always');
  await choice.scrollIntoViewIfNeeded();
  expect(await stage.faults(widget)).toEqual([]);
  expect(await sidewaysScroll(widget)).toBe(0);
  await stage.picture(page, 'settings-3-d-secure-320');
  await widget.getByRole('button', { name: 'Save the card page' }).press('Enter');
  const saves = () => stage.calls.filter(({ path }) => path === '/setup/card-page');
  await expect.poll(() => saves().length).toBe(1);
  await widget.getByRole('button', { name: 'Save the card page' }).waitFor();
  expect(saves()).toMatchObject([{ body: { revision: setup.revision, confirmsPayers: 'always' } }]);
  expect(await choice.inputValue()).toBe('always');
  const language = widget.getByLabel('Language of mails and notes');
  expect(await language.locator('option').allTextContents()).toEqual([
    'As in Zoho Books (Deutsch)',
    'English',
    'Deutsch',
    'Español',
    'Français',
    '日本語',
    'العربية',
  ]);
  await language.selectOption('Français');
  await widget.getByRole('button', { name: 'Save the language' }).press('Enter');
  const chosen = () => stage.calls.filter(({ path }) => path === '/setup/language');
  await expect.poll(() => chosen().length).toBe(1);
  expect(chosen()).toMatchObject([{ body: { revision: setup.revision, language: 'fr' } }]);
  expect(await stage.faults(widget)).toEqual([]);
  await page.close();
});

test('a secret is shown once, with a button that copies it', async () => {
  stage.answer = answers(setup);
  const { page, widget } = await stage.open({ width: 480, file: 'settings.html' });
  await widget.getByRole('button', { name: titles.doors }).click();
  await widget.getByRole('button', { name: 'Make a secret' }).click();
  const secret = widget.getByLabel('Secret: copy it now, it is shown this once', { exact: true });
  expect(await secret.inputValue()).toBe('a'.repeat(48));
  const address = await widget.getByLabel('Address for the webhook', { exact: true }).inputValue();
  expect(address).toMatch(/^https:\/\/.+\/server\/hooks\/books\/inst$/);
  await widget.getByRole('button', { name: titles.doors }).click();
  await widget.getByRole('button', { name: titles.doors }).click();
  expect(await secret.count()).toBe(0);
  await page.close();
});

test.each(views)('the doctor names each fault and mends it: $name', async (view) => {
  stage.answer = answers(setup);
  const { page, widget } = await stage.open({ ...view, file: 'settings.html' });
  await widget.getByRole('button', { name: 'Check everything' }).click();
  await widget.getByText('One fault was found. One check could not look.').waitFor();
  await widget.getByText('Zoho Books did not answer.').waitFor();
  expect(await stage.faults(widget)).toEqual([]);
  expect(await sidewaysScroll(widget)).toBe(0);
  await stage.picture(page, `settings-doctor-${view.name}`);
  await widget.getByRole('button', { name: /^Mend it/ }).click();
  await widget.getByText('No fault was found. One check could not look.').waitFor();
  expect(stage.calls.find(({ path }) => path === '/doctor/mend')?.body).toEqual({
    check: 'webhook',
    subject: 'acme_usd',
  });
  await page.close();
});
