// The doctor finds nothing in a company that is well, and names each fault that the stand-ins are told to have.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DoctorCheckName } from '../../../functions/core/contract/doctor.ts';
import { isProblemCode } from '../../../functions/core/contract/problems.ts';
import type { MerchantId } from '../../../functions/core/domain/ids.ts';
import {
  findMerchant,
  saveMerchantRecord,
} from '../../../functions/core/steps/connect/merchant-record.ts';
import { callDoctor, mendFault } from '../../../functions/core/steps/doctor/doctor-steps.ts';
import { examineAtNight } from '../../../functions/core/steps/doctor/nightly.ts';
import { openAlarms } from '../../../functions/core/work/alarms.ts';
import { agent, INSTALLATION, liveMerchant } from './open-company.ts';

import {
  armed,
  booksCall,
  by,
  changed,
  changedMerchant,
  clearingId,
  company,
  DAY_MS,
  keyId,
  look,
  lookAt,
  merchantId,
  openWellCompany,
  refreshToken,
  releaseWebhook,
  secret,
  shopCall,
  timerRuns,
  writeRow,
} from './well-company.ts';

beforeAll(openWellCompany);
afterAll(() => company.close());

beforeEach(async () => {
  company.clock.advance(61_000);
  await timerRuns();
});

test('a company that is well has no fault, and only an administrator may ask', async () => {
  const checks = await look();
  expect(checks.filter(({ state }) => state === 'fault' || state === 'unknown')).toEqual([]);
  const good = checks.filter(({ state }) => state === 'good').map(({ name }) => name);
  expect(good).toEqual(
    expect.arrayContaining(['sign-in', 'scopes', 'organizations', 'gateway-key', 'webhook']),
  );
  expect(await callDoctor(company.ports, INSTALLATION, agent)).toMatchObject({
    problem: { code: 'not-allowed' },
  });
});

interface Case {
  readonly fault: string;
  readonly check: DoctorCheckName;
  readonly code: string;
  readonly arrange: () => Promise<(() => Promise<unknown>) | undefined>;
}

const cases: readonly Case[] = [
  {
    fault: 'Zoho granted less than is needed',
    check: 'scopes',
    code: 'zoho-scopes-missing',
    arrange: () =>
      changed(({ settings }) => ({
        settings: { ...settings, zoho: { ...settings.zoho, scopes: ['ZohoBooks.contacts.READ'] } },
      })),
  },
  {
    fault: 'the connected user is no longer in the organization',
    check: 'organizations',
    code: 'zoho-organization-wrong',
    arrange: () =>
      changed(({ settings }) => ({
        settings: { ...settings, zoho: { ...settings.zoho, crmOrgId: '999' } },
      })),
  },
  {
    fault: 'the settings count on more calls than the plan has',
    check: 'plan',
    code: 'plan-calls-fewer',
    arrange: () =>
      changed(({ settings }) => {
        const limits = { finance: { perDay: 50_000 }, crm: undefined, desk: undefined };
        return { settings: { ...settings, zoho: { ...settings.zoho, limits } } };
      }),
  },
  {
    fault: 'the gateway no longer takes the secret',
    check: 'gateway-key',
    code: 'gateway-credentials',
    arrange: () =>
      changedMerchant(({ secrets }) => ({
        secrets: { ...secrets, secret: Buffer.alloc(32, 5).toString('base64') },
      })),
  },
  {
    fault: 'the key is one of the other environment',
    check: 'gateway-key',
    code: 'gateway-environment-wrong',
    arrange: async () => {
      const foreign = { keyId: liveMerchant.keyId, secret: liveMerchant.secret, webhookKeys: [] };
      const live = { merchantId: liveMerchant.merchantId, secrets: foreign };
      const known = await findMerchant(company.ports, INSTALLATION, merchantId);
      if (known === undefined) throw new Error('no merchant');
      await saveMerchantRecord(company.ports, INSTALLATION, { ...known, ...live });
      return async () => {
        const { store } = company.ports;
        const key = `${INSTALLATION}|${liveMerchant.merchantId}`;
        const row = await store.find('Merchants', 'merchant_key', key);
        await store.delete('Merchants', row?.ROWID ?? '');
      };
    },
  },
  {
    fault: 'our clock is five minutes late',
    check: 'clock',
    code: 'clock-off',
    arrange: async () => {
      armed('sandbox', 'clock-ahead', 9);
      return async () => armed('sandbox', 'clock-ahead', 0);
    },
  },
  {
    fault: 'an account was deactivated in the books',
    check: 'accounts',
    code: 'account-inactive',
    arrange: async () => {
      const id = await clearingId();
      await booksCall(`bankaccounts/${id}/inactive`);
      return () => booksCall(`bankaccounts/${id}/active`);
    },
  },
  {
    fault: 'an account was deleted',
    check: 'accounts',
    code: 'account-gone',
    arrange: () =>
      changedMerchant(({ settings }) => ({
        settings: { ...settings, clearingAccounts: { USD: '460000000000099' } },
      })),
  },
  {
    fault: 'an account has another currency than the payments',
    check: 'accounts',
    code: 'account-currency-wrong',
    arrange: async () => {
      const USD = await clearingId();
      return changedMerchant(({ settings }) => ({
        settings: { ...settings, currencies: ['EUR'], clearingAccounts: { EUR: USD } },
      }));
    },
  },
  {
    fault: 'a currency has no account',
    check: 'accounts',
    code: 'account-missing',
    arrange: () =>
      changedMerchant(({ settings }) => ({ settings: { ...settings, clearingAccounts: {} } })),
  },
  {
    fault: 'a custom field was deleted',
    check: 'fields',
    code: 'zoho-field-missing',
    arrange: async () => {
      armed('api', 'custom-fields-gone');
      return undefined;
    },
  },
  {
    fault: 'the platform does not let the sender send',
    check: 'mail',
    code: 'mail-sender-unverified',
    arrange: async () => {
      company.verifySender(false);
      return async () => company.verifySender(true);
    },
  },
  {
    fault: 'the upgrade of the stored rows does not get on',
    check: 'data-version',
    code: 'data-version-old',
    arrange: async () => {
      const since = company.clock.now() - 2 * DAY_MS;
      await writeRow({ data_version: 1, upgrade: JSON.stringify({ since }) });
      return () => writeRow({ data_version: 2 });
    },
  },
  {
    fault: 'the gateway reviews the address for longer',
    check: 'webhook',
    code: 'webhook-in-review',
    arrange: async () => {
      armed('sandbox', 'webhook-review');
      return releaseWebhook;
    },
  },
  {
    fault: 'the gateway refuses the address',
    check: 'webhook',
    code: 'webhook-blocked',
    arrange: async () => {
      armed('sandbox', 'webhook-block');
      return releaseWebhook;
    },
  },
];

test.each(cases)('$fault: $check names $code', async ({ check, code, arrange }) => {
  expect(isProblemCode(code)).toBe(true);
  const undo = await arrange();
  const found = await lookAt(check);
  expect(found?.faults.map(({ problem }) => problem.code)).toContain(code);
  for (const { problem } of found?.faults ?? []) {
    expect(`${problem.message} ${problem.next}`).not.toMatch(/[{}–]/);
  }
  await undo?.();
  expect((await lookAt(check))?.faults).toEqual([]);
});

const mendable = [
  {
    fault: 'somebody has deleted the webhook',
    check: 'webhook',
    code: 'webhook-absent',
    arrange: async () => {
      const { setups } = company.ports;
      const key = { keyId, secret };
      const gateway = setups.gateway(setups.place('sandbox'), merchantId as MerchantId, key);
      const [subscription] = company.sandbox.subscriptions;
      await gateway.unsubscribe(subscription?.webhookId ?? '');
    },
  },
  {
    fault: 'the gateway has suspended the webhook',
    check: 'webhook',
    code: 'webhook-suspended',
    arrange: async () => armed('sandbox', 'webhook-suspend'),
  },
  {
    fault: 'our address has changed',
    check: 'webhook',
    code: 'webhook-elsewhere',
    arrange: async () => {
      await changed(({ settings }) => ({
        settings: { ...settings, doors: { hooksUrl: `${company.hooks.url}/new` } },
      }));
    },
  },
  {
    fault: 'the signing key ends soon',
    check: 'signing-key',
    code: 'signing-key-ending',
    arrange: async () => {
      company.clock.advance(340 * DAY_MS);
      await timerRuns();
    },
  },
  {
    fault: 'the shop has switched its webhook off',
    check: 'shop-webhook',
    code: 'shop-webhook-off',
    arrange: () => shopCall('PUT', '/webhooks/1', { status: 'disabled' }),
  },
] as const;

test.each(mendable)('$fault: it is mended at the press of a button', async (one) => {
  await one.arrange();
  const [found] = (await lookAt(one.check))?.faults ?? [];
  expect(found).toMatchObject({ canMend: true, problem: { code: one.code } });
  const mended = await mendFault(...by(), { check: one.check, subject: found?.subject ?? '' });
  expect(mended).toMatchObject({ ok: true, value: { checks: [{ state: 'good' }] } });
});

test('after the address has changed the gateway has one subscription, at the new one', () => {
  expect(company.sandbox.subscriptions.map(({ webhookUrl }) => webhookUrl)).toEqual([
    `${company.hooks.url}/new/cybersource/${INSTALLATION}`,
  ]);
});

test('a side that does not answer is no fault and clears nothing', async () => {
  company.sandbox.faults.arm({ mode: 'cut-before', path: '/notification-subscriptions' });
  expect(await lookAt('webhook')).toMatchObject({
    state: 'unknown',
    problem: { code: 'gateway-unavailable' },
  });
});

test('a timer that stands still and a token that was revoked are found', async () => {
  company.clock.advance(DAY_MS);
  expect(await lookAt('timer')).toMatchObject({
    state: 'fault',
    faults: [{ problem: { code: 'timer-late' } }],
  });
  await fetch(`${company.zoho.accounts.url}/oauth/v2/token/revoke?token=${refreshToken}`, {
    method: 'POST',
  });
  expect(await lookAt('sign-in')).toMatchObject({
    faults: [{ problem: { code: 'zoho-sign-in-needed' } }],
  });
});

test('at night faults open alarms, which close when the fault is gone', async () => {
  const open = async () => {
    const alarms = await openAlarms(company.ports.store, INSTALLATION);
    return alarms.map(({ alarm_key: key }) => key.split('|')[1]).sort();
  };
  company.clock.advance(DAY_MS);
  await examineAtNight(company.ports, INSTALLATION);
  expect(await open()).toEqual(['doctor-sign-in', 'doctor-timer']);
  await company.signIn();
  await timerRuns();
  await examineAtNight(company.ports, INSTALLATION);
  expect(await open()).toEqual([]);
});
