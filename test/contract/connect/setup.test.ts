// A company is set up from nothing, step by step, against the stand-ins of all sides.
import { execFileSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MerchantRequest, SetupView } from '../../../functions/core/contract/setup.ts';
import type { Result } from '../../../functions/core/domain/result.ts';
import {
  checkFields,
  chooseAccounts,
  chooseOrganizations,
  listOrganizations,
  makeFinanceSecret,
  proposeAccounts,
  removeMerchant,
  saveChannels,
  saveHooksUrl,
  saveLanguage,
  saveMerchant,
  saveRoleMap,
  showSetup,
  subscribeWebhooks,
  tryMovement,
} from '../../../functions/core/steps/connect/setup-steps.ts';
import {
  admin,
  agent,
  INSTALLATION,
  liveMerchant,
  type OpenCompany,
  openCompany,
  organization,
  sandboxMerchant,
} from './open-company.ts';

const MINUTE_MS = 60_000;
let company: OpenCompany;
beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());
// One administrator does not do all of it within the minute that Zoho counts calls by.
beforeEach(() => company.clock.advance(MINUTE_MS));

const by = () => [company.ports, INSTALLATION, admin] as const;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

const setup = async () => value(await showSetup(...by()));
const stateOf = ({ steps }: SetupView, id: string) => steps.find((one) => one.id === id)?.state;

/** The merchant id as it is shown once this fee was said of its dollars. */
async function feesAfter(
  cardFee: { readonly basisPoints: number; readonly fixedMinor: number } | undefined,
  revision: string,
) {
  const account = { create: true } as const;
  const clearing = [{ merchantId, currency: 'USD', account, cardFee }];
  const view = value(await chooseAccounts(...by(), { revision, clearing }));
  return { fees: view.merchants[0]?.fees, revision: view.revision };
}

const { merchantId, keyId, secret } = sandboxMerchant;
const key = { kind: 'shared-secret', keyId, secret } as const;
const merchant: MerchantRequest = {
  merchantId,
  environment: 'sandbox',
  key,
  currencies: ['USD'],
};

describe('a company is set up', () => {
  test('nothing is there at first, and only an administrator may look', async () => {
    const view = await setup();
    expect(view).toMatchObject({ state: 'new', signedIn: false, merchants: [], revision: '' });
    expect(stateOf(view, 'sign-in')).toBe('open');
    expect(stateOf(view, 'organizations')).toBe('later');
    expect(await showSetup(company.ports, INSTALLATION, agent)).toMatchObject({
      problem: { code: 'not-allowed' },
    });
    expect(await listOrganizations(...by())).toMatchObject({
      problem: { code: 'zoho-sign-in-needed' },
    });
  });

  test('after the sign-in the organizations are chosen from lists', async () => {
    await company.signIn();
    const { products } = value(await listOrganizations(...by()));
    expect(products.books.choices).toEqual([
      { id: organization.booksOrganizationId, name: 'Northwind Beans & Machines' },
    ]);
    expect(products.crm.choices[0]?.id).toBe(organization.crmOrgId);
    expect(products.desk.choices[0]?.id).toBe(organization.deskOrgId);
    const { revision } = await setup();
    const wrong = { ...organization, booksOrganizationId: '999', revision };
    expect(await chooseOrganizations(...by(), wrong)).toMatchObject({
      problem: { code: 'zoho-organization-wrong' },
    });
    const view = value(await chooseOrganizations(...by(), { ...organization, revision }));
    expect(view.organizations.books?.name).toBe('Northwind Beans & Machines');
    expect(stateOf(view, 'organizations')).toBe('done');
    const row = await company.ports.store.find('Installations', 'installation_key', INSTALLATION);
    expect(row?.books_organization).toBe(organization.booksOrganizationId);
    expect(JSON.parse(row?.settings ?? '{}').timeZone).toBe('America/New_York');
  });

  test('a save on a revision that somebody else has changed is refused', async () => {
    const { revision } = await setup();
    value(await saveRoleMap(...by(), { revision, roles: { timesheetstaff: 'viewer' } }));
    expect(
      await saveRoleMap(...by(), { revision, roles: { timesheetstaff: 'admin' } }),
    ).toMatchObject({ problem: { code: 'settings-changed' } });
    expect((await setup()).roleMap).toEqual({ timesheetstaff: 'viewer' });
  });

  test('a merchant id is saved only when the gateway takes its key, and the key never comes back', async () => {
    const wrongSecret = { ...key, secret: Buffer.alloc(32, 9).toString('base64') };
    expect(await saveMerchant(...by(), { ...merchant, key: wrongSecret })).toMatchObject({
      problem: { code: 'gateway-credentials' },
    });
    const elsewhere: MerchantRequest = {
      ...merchant,
      merchantId: liveMerchant.merchantId,
      key: { kind: 'shared-secret', keyId: liveMerchant.keyId, secret: liveMerchant.secret },
    };
    expect(await saveMerchant(...by(), elsewhere)).toMatchObject({
      problem: { code: 'gateway-environment-wrong', facts: { other: 'live', asked: 'sandbox' } },
    });
    expect((await setup()).merchants).toEqual([]);
    const view = value(await saveMerchant(...by(), merchant));
    expect(view.state).toBe('active');
    expect(view.merchants).toMatchObject([{ merchantId, environment: 'sandbox', keyId }]);
    expect(JSON.stringify(view)).not.toContain(secret);
    expect(await saveMerchant(...by(), { ...elsewhere, environment: 'live' })).toMatchObject({
      problem: { code: 'merchant-environment-mixed' },
    });
  });

  test('a merchant id that is there is changed without its key: who settles its cards, or that nobody knows', async () => {
    const { key: _, ...kept } = merchant;
    const told = value(await saveMerchant(...by(), { ...kept, processor: 'other' }));
    expect(told.merchants).toMatchObject([{ merchantId, keyId, processor: 'other' }]);
    const same = value(await saveMerchant(...by(), kept));
    expect(same.merchants[0]?.processor).toBe('other');
    const unknown = value(await saveMerchant(...by(), { ...kept, processor: 'unknown' }));
    expect(unknown.merchants[0]).toMatchObject({ merchantId, keyId });
    expect(unknown.merchants[0]).not.toHaveProperty('processor');
    const other = await saveMerchant(...by(), { ...kept, merchantId: 'nobody' });
    expect(other).toMatchObject({ problem: { code: 'merchant-key-missing' } });
  });

  test('the webhook waits for its review, is switched on, and is not made twice', async () => {
    expect(await subscribeWebhooks(...by(), { merchantId })).toMatchObject({
      problem: { code: 'setup-step-missing' },
    });
    const { revision } = await setup();
    value(await saveHooksUrl(...by(), { revision, hooksUrl: `${company.hooks.url}/` }));
    company.sandbox.faults.switches.set('webhook-pending-review', 1);
    const waiting = value(await subscribeWebhooks(...by(), { merchantId }));
    expect(stateOf(waiting, 'webhooks')).toBe('waiting');
    expect(waiting.merchants[0]?.webhook?.status).toBe('PENDING_REVIEW');
    const [subscription] = company.sandbox.subscriptions;
    expect(subscription?.webhookUrl).toBe(`${company.hooks.url}/cybersource/${INSTALLATION}`);
    company.sandbox.approveReview(subscription?.webhookId ?? '');
    await company.sandbox.idle();
    const active = value(await subscribeWebhooks(...by(), { merchantId }));
    expect(stateOf(active, 'webhooks')).toBe('done');
    expect(company.sandbox.subscriptions).toHaveLength(1);
  });

  test('accounts are proposed, made once, and found again', async () => {
    const before = value(await proposeAccounts(...by()));
    expect(before.clearing).toMatchObject([
      { merchantId, currency: 'USD', wouldCreate: 'Cybersource Clearing USD' },
    ]);
    const { revision } = await setup();
    const created = { create: true } as const;
    const cardFee = { basisPoints: 290, fixedMinor: 30 };
    const nowhere = {
      revision,
      clearing: [{ merchantId, currency: 'USD', account: created, cardFee }],
    };
    expect(await chooseAccounts(...by(), nowhere)).toMatchObject({
      problem: { code: 'fee-account-missing' },
    });
    const request = {
      clearing: [{ merchantId, currency: 'USD', account: created }],
      fee: created,
      dispute: created,
    };
    const view = value(await chooseAccounts(...by(), { revision, ...request }));
    expect(stateOf(view, 'accounts')).toBe('done');
    expect(view.merchants[0]?.clearing.USD?.name).toBe('Cybersource Clearing USD');
    expect(view.accounts.fee?.name).toBe('Cybersource Fees');
    const again = value(await chooseAccounts(...by(), { revision: view.revision, ...request }));
    expect(again.merchants[0]?.clearing).toEqual(view.merchants[0]?.clearing);
    expect(again.accounts).toEqual(view.accounts);
    // What a contract takes stays until somebody says that it takes nothing.
    const said = await feesAfter(cardFee, again.revision);
    const silent = await feesAfter(undefined, said.revision);
    const none = await feesAfter({ basisPoints: 0, fixedMinor: 0 }, silent.revision);
    expect([said, silent, none].map(({ fees }) => fees)).toEqual([
      { USD: cardFee },
      { USD: cardFee },
      {},
    ]);
    expect(await chooseAccounts(...by(), { revision, ...request })).toMatchObject({
      problem: { code: 'settings-changed' },
    });
  });

  test('custom fields are looked at, and what is missing is named', async () => {
    company.zoho.api.faults.switches.set('custom-fields-gone', 1);
    const found = value(await checkFields(...by()));
    expect(found.fields.filter(({ state }) => state !== 'there')).toEqual([
      {
        product: 'books',
        apiName: 'cf_tallybridge_customer',
        label: 'Tallybridge Customer',
        module: 'Customers and Vendors',
        state: 'missing',
      },
    ]);
    expect(stateOf(await setup(), 'fields')).toBe('trouble');
    value(await checkFields(...by()));
    expect(stateOf(await setup(), 'fields')).toBe('done');
  });

  test('a test payment is authorized and released again', async () => {
    const { test: tried } = value(await tryMovement(...by(), { merchantId }));
    expect(tried.outcome).toBe('passed');
    expect(company.sandbox.overview().map(({ kind, status }) => [kind, status])).toEqual([
      ['payment', 'REVERSED'],
      ['reversal', 'REVERSED'],
    ]);
    expect(stateOf(await setup(), 'test')).toBe('done');
  });

  test('the secret of the door is told once, channels keep their addresses to themselves', async () => {
    const { door } = value(await makeFinanceSecret(...by()));
    expect(door.secret).toMatch(/^[a-z0-9]{48}$/);
    const { revision } = await setup();
    const slack = {
      name: 'team',
      kind: 'slack',
      address: 'https://hooks.example.com/T0/B0/key',
    } as const;
    const mail = { name: 'finance', kind: 'mail', address: 'finance@example.com' } as const;
    const channels = [slack, mail];
    const saved = value(await saveChannels(...by(), { revision, channels, kept: [] }));
    const view = value(
      await saveChannels(...by(), { revision: saved.revision, channels: [], kept: ['team'] }),
    );
    expect(view.channels).toEqual([{ name: 'team', kind: 'slack' }]);
    const text = JSON.stringify(view);
    for (const hidden of [door.secret, 'hooks.example.com/T0']) expect(text).not.toContain(hidden);
    expect(view.steps.every(({ state }) => state === 'done')).toBe(true);
  });

  test('what we write to staff is in the books’ language until another one is chosen', async () => {
    const { revision, language, booksLanguage } = await setup();
    expect([language, booksLanguage]).toEqual(['as-books', 'en']);
    const view = value(await saveLanguage(...by(), { revision, language: 'fr' }));
    expect([view.language, view.booksLanguage]).toEqual(['fr', 'en']);
    const again = { revision: view.revision, language: 'as-books' } as const;
    expect(value(await saveLanguage(...by(), again)).language).toBe('as-books');
  });

  test('every step stands in the audit chain, without a secret', async () => {
    const rows = await company.ports.store.select('Audit', {
      where: [['installation', '=', INSTALLATION]],
    });
    const actions = new Set(rows.map(({ action }) => action));
    const steps = 'organizations merchant webhook accounts test channels language';
    for (const step of steps.split(' ')) {
      expect(actions).toContain(`connection.${step}`);
    }
    expect(JSON.stringify(rows)).not.toContain(secret);
  });
});

describe('a certificate instead of a shared secret', () => {
  const PASSWORD = 'p12-password';

  test('its P12 file is read, tried and sealed, and signs from then on', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'connect-'));
    const at = (name: string) => join(folder, name);
    const subject = `/serialNumber=5312345678901234567890/CN=${merchantId}`;
    const keys = ['-keyout', at('key.pem'), '-out', at('cert.pem'), '-days', '2', '-nodes'];
    const opensslName = 'openssl';
    execFileSync(opensslName, ['req', '-x509', '-newkey', 'rsa:2048', '-subj', subject, ...keys], {
      stdio: 'pipe',
    });
    const files = ['-inkey', at('key.pem'), '-in', at('cert.pem'), '-out', at('key.p12')];
    const lock = ['-passout', `pass:${PASSWORD}`];
    execFileSync(opensslName, ['pkcs12', '-export', ...files, ...lock], { stdio: 'pipe' });
    const file = readFileSync(at('key.p12')).toString('base64');
    const publicKey = createPublicKey(readFileSync(at('cert.pem')));
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    rmSync(folder, { recursive: true });

    const request = (password: string): MerchantRequest => ({
      ...merchant,
      key: { kind: 'certificate', file, password },
    });
    expect(await saveMerchant(...by(), request('wrong'))).toMatchObject({
      problem: { code: 'key-file-unreadable' },
    });
    expect(await saveMerchant(...by(), request(PASSWORD))).toMatchObject({
      problem: { code: 'gateway-credentials' },
    });
    company.sandbox.registerCertificate(merchantId, '5312345678901234567890', pem);
    const view = value(await saveMerchant(...by(), request(PASSWORD)));
    expect(view.merchants).toMatchObject([
      { keyKind: 'certificate', keyId: '5312345678901234567890' },
    ]);
    const { test: tried } = value(await tryMovement(...by(), { merchantId }));
    expect(tried.outcome).toBe('passed');
    const row = await company.ports.store.find(
      'Merchants',
      'merchant_key',
      `${INSTALLATION}|${merchantId}`,
    );
    expect(JSON.stringify([view, row])).not.toContain('PRIVATE KEY');
  });
});

describe('what is not used any more', () => {
  test('a product without an organization has no id, and its calls are refused before they are sent', async () => {
    const { revision } = await setup();
    const { booksOrganizationId, crmOrgId } = organization;
    const view = value(
      await chooseOrganizations(...by(), { booksOrganizationId, crmOrgId, revision }),
    );
    expect(Object.keys(view.organizations)).toEqual(['books', 'crm']);
    const row = await company.ports.store.find('Installations', 'installation_key', INSTALLATION);
    expect(row?.desk_organization).toBeUndefined();
    expect(Object.keys(JSON.parse(row?.settings ?? '{}').zoho)).not.toContain('deskOrgId');
    const opened = await company.ports.companies.open(INSTALLATION);
    expect(opened.ok && (await opened.value.people.list('desk'))).toMatchObject({
      problem: { code: 'zoho-not-used', facts: { product: 'Zoho Desk' } },
    });
    value(await chooseOrganizations(...by(), { ...organization, revision: view.revision }));
  });

  test('a merchant id of the sandbox goes with its keys and its webhook, and a live one takes its place', async () => {
    value(await saveMerchant(...by(), merchant));
    const live: MerchantRequest = {
      ...merchant,
      merchantId: liveMerchant.merchantId,
      environment: 'live',
      key: { kind: 'shared-secret', keyId: liveMerchant.keyId, secret: liveMerchant.secret },
    };
    expect(await saveMerchant(...by(), live)).toMatchObject({
      problem: { code: 'merchant-environment-mixed' },
    });
    const view = value(await removeMerchant(...by(), { merchantId }));
    expect(view.merchants).toEqual([]);
    expect(company.sandbox.subscriptions).toEqual([]);
    expect(await company.ports.store.select('Merchants', { where: [] })).toEqual([]);
    expect(await removeMerchant(...by(), { merchantId })).toMatchObject({
      problem: { code: 'merchant-unknown' },
    });
    expect(value(await saveMerchant(...by(), live)).merchants).toMatchObject([
      { merchantId: liveMerchant.merchantId, environment: 'live' },
    ]);
  });

  test('a live merchant id stays once it was paid with', async () => {
    const paid = liveMerchant.merchantId;
    const key = `${INSTALLATION}|${paid}|1`;
    const { kind } = await company.ports.store.insert('Payments', {
      payment_key: key,
      installation: INSTALLATION,
      merchant_id: paid,
      gateway_id: '1',
      state: 'settled',
      currency: 'USD',
      version: '1',
    });
    expect(kind).toBe('inserted');
    expect(await removeMerchant(...by(), { merchantId: paid })).toMatchObject({
      problem: { code: 'merchant-in-use', facts: { merchant: paid } },
    });
    expect((await setup()).merchants).toHaveLength(1);
  });
});
