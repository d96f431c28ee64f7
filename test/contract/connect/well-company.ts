import type { DoctorCheckName } from '../../../functions/core/contract/doctor.ts';
import type { Patch } from '../../../functions/core/ports/store.ts';
import {
  changeInstallation,
  type InstallationRecord,
  readInstallation,
} from '../../../functions/core/steps/connect/installation-record.ts';
import {
  findMerchant,
  type MerchantRecord,
  saveMerchantRecord,
} from '../../../functions/core/steps/connect/merchant-record.ts';
import {
  chooseAccounts,
  chooseOrganizations,
  saveHooksUrl,
  saveMerchant,
  showSetup,
  subscribeWebhooks,
} from '../../../functions/core/steps/connect/setup-steps.ts';
import { callDoctor } from '../../../functions/core/steps/doctor/doctor-steps.ts';
import { moveCursor, readCursors } from '../../../functions/core/work/cursors.ts';
import {
  admin,
  INSTALLATION,
  type OpenCompany,
  openCompany,
  organization,
  sandboxMerchant,
} from './open-company.ts';

export const { merchantId, keyId, secret } = sandboxMerchant;
export const DAY_MS = 86_400_000;
export let company: OpenCompany;
export let refreshToken: string;
export const by = () => [company.ports, INSTALLATION, admin] as const;

/** Sets a company up until nothing is missing. */
export async function openWellCompany(): Promise<void> {
  company = await openCompany();
  refreshToken = await company.signIn();
  const revision = async () => {
    const view = await showSetup(...by());
    return view.ok ? view.value.revision : '';
  };
  await chooseOrganizations(...by(), { ...organization, revision: await revision() });
  const key = { kind: 'shared-secret', keyId, secret } as const;
  await saveMerchant(...by(), {
    merchantId,
    environment: 'sandbox',
    key,
    currencies: ['USD'],
  });
  await saveHooksUrl(...by(), { revision: await revision(), hooksUrl: company.hooks.url });
  await subscribeWebhooks(...by(), { merchantId });
  const create = { create: true } as const;
  await chooseAccounts(...by(), {
    revision: await revision(),
    clearing: [{ merchantId, currency: 'USD', account: create }],
    fee: create,
    dispute: create,
  });
  const shop = { consumerKey: 'ck_test', consumerSecret: 'cs_test', webhookSecret: 's' };
  await changeInstallation(company.ports, INSTALLATION, ({ settings, secrets }) => ({
    settings: { ...settings, shop: { url: company.shop.url }, mailSender: 'billing@example.com' },
    secrets: { ...secrets, shop },
  }));
  await shopCall('POST', '/webhooks', {
    topic: 'order.updated',
    delivery_url: `${company.shop.url}/hooks/woocommerce/${INSTALLATION}`,
    secret: 's',
  });
  await timerRuns();
}

export async function timerRuns(): Promise<void> {
  const { store, clock } = company.ports;
  const name = `transactions|${merchantId}`;
  const known = (await readCursors(store, INSTALLATION, [name])).get(name);
  await moveCursor(company.ports, INSTALLATION, name, known, clock.now());
}

export async function shopCall(method: string, path: string, body: object): Promise<void> {
  const response = await fetch(`${company.shop.url}/wp-json/wc/v3${path}`, {
    method,
    headers: {
      authorization: `Basic ${btoa('ck_test:cs_test')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
}

/** What an administrator of the books does there. */
export async function booksCall(path: string, method = 'POST'): Promise<void> {
  const token = company.zoho.accessToken('admin@example.com', ['ZohoBooks.fullaccess.all']);
  const query = `organization_id=${organization.booksOrganizationId}`;
  const response = await fetch(`${company.zoho.api.url}/books/v3/${path}?${query}`, {
    method,
    headers: { authorization: `Zoho-oauthtoken ${token}` },
  });
  if (!response.ok) throw new Error(await response.text());
}

/** Changes settings behind everybody's back; gives what puts them back. */
export async function changed(
  change: (record: InstallationRecord) => Partial<Pick<InstallationRecord, 'settings' | 'secrets'>>,
): Promise<() => Promise<unknown>> {
  const { settings, secrets } = await readInstallation(company.ports, INSTALLATION);
  await changeInstallation(company.ports, INSTALLATION, change);
  return () => changeInstallation(company.ports, INSTALLATION, () => ({ settings, secrets }));
}

export async function changedMerchant(
  change: (record: MerchantRecord) => Partial<MerchantRecord>,
): Promise<() => Promise<unknown>> {
  const known = await findMerchant(company.ports, INSTALLATION, merchantId);
  if (known === undefined) throw new Error('no merchant');
  await saveMerchantRecord(company.ports, INSTALLATION, { ...known, ...change(known) });
  return () => saveMerchantRecord(company.ports, INSTALLATION, known);
}

export async function clearingId(): Promise<string> {
  const merchant = await findMerchant(company.ports, INSTALLATION, merchantId);
  return merchant?.settings.clearingAccounts.USD ?? '';
}

export async function look() {
  const reply = await callDoctor(...by());
  if (!reply.ok) throw new Error(reply.problem.code);
  return reply.value.checks;
}

export async function lookAt(name: DoctorCheckName) {
  return (await look()).find((one) => one.name === name);
}

export const armed = (of: 'sandbox' | 'api', name: string, times = 1) => {
  const standIn = of === 'sandbox' ? company.sandbox : company.zoho.api;
  standIn.faults.switches.set(name, times);
};

export async function releaseWebhook(): Promise<void> {
  company.sandbox.approveReview(company.sandbox.subscriptions[0]?.webhookId ?? '');
  await company.sandbox.idle();
}

export async function writeRow(columns: Patch<'Installations'>): Promise<void> {
  const { store } = company.ports;
  const row = await store.find('Installations', 'installation_key', INSTALLATION);
  await store.update('Installations', row?.ROWID ?? '', columns);
}
