// Companies as they are opened: what a warm one costs in round trips, and when it is made anew.
import { describe, expect, it } from 'vitest';
import { createCompanies } from '../../../functions/core/compose/companies.ts';
import type { InstallationId } from '../../../functions/core/domain/ids.ts';
import type { Company } from '../../../functions/core/ports/company.ts';
import { createMemoryStore } from '../../../functions/core/store/memory-store.ts';
import { answered } from '../connectors/transport/scripted-transport.ts';
import { seededRandom } from '../steps/world.ts';

const INSTALLATION = 'inst-1' as InstallationId;
const MINUTE_MS = 60_000;

async function setUp(limits?: object) {
  const time = { ms: 1_795_000_000_000 };
  const trips: string[] = [];
  const store = createMemoryStore(async ({ operation, table }, apply) => {
    trips.push(`${operation} ${table}`);
    return apply();
  });
  const settings = {
    timeZone: 'America/New_York',
    gateway: { url: 'https://gateway.test', host: 'gateway.test', authentication: 'jwt' },
    zoho: {
      accountsUrl: 'https://accounts.zoho.eu',
      apiUrl: 'https://www.zohoapis.eu',
      deskUrl: 'https://desk.zoho.eu',
      clientId: 'client',
      booksOrganizationId: '1',
      crmOrgId: '2',
      deskOrgId: '3',
      ...(limits === undefined ? {} : { limits }),
    },
  };
  const row = {
    installation_key: INSTALLATION,
    state: 'active',
    settings: JSON.stringify(settings),
    secrets: JSON.stringify({ zohoClientSecret: 's', zohoRefreshToken: 'r' }),
  };
  await store.insert('Installations', row);
  const sent: string[] = [];
  const companies = createCompanies({
    store,
    clock: { now: () => time.ms },
    random: seededRandom(9),
    secrets: { seal: (_, plain) => plain, open: (_, sealed) => sealed },
    priority: 'live',
    pause: async (ms) => {
      time.ms += ms;
    },
    transport: {
      async send({ url }) {
        sent.push(new URL(url).pathname);
        if (url.includes('/oauth/')) return answered(200, { access_token: 't', expires_in: 3600 });
        return answered(200, { code: 0, items: [] });
      },
    },
  });
  async function open(): Promise<Company> {
    const opened = await companies.open(INSTALLATION);
    if (!opened.ok) throw new Error(opened.problem.code);
    return opened.value;
  }
  /** As many calls to Books as the order of a known customer takes. */
  async function work(company: Company): Promise<void> {
    for (const sku of ['a', 'b', 'c', 'd']) {
      const found = await company.ledger.findItem(sku);
      if (!found.ok) throw new Error(found.problem.code);
    }
  }
  const change = async (patch: object) => {
    const found = await store.find('Installations', 'installation_key', INSTALLATION);
    await store.update('Installations', found?.ROWID ?? '', patch);
  };
  return { time, trips, sent, store, settings, companies, open, work, change };
}

describe('a company', () => {
  it('that is warm costs an order two round trips: its part of the budget', async () => {
    const { time, trips, open, work } = await setUp();
    await work(await open());
    time.ms += 20_000;
    trips.length = 0;
    await work(await open());
    expect(trips).toEqual(['updateWhere Budgets', 'find Budgets']);
  });

  it('is looked at again after a minute, and as nothing has changed keeps its token and its budget', async () => {
    const { time, trips, sent, open, work } = await setUp();
    const company = await open();
    await work(company);
    time.ms += 5 * MINUTE_MS;
    trips.length = 0;
    const again = await open();
    expect(again).toBe(company);
    await work(again);
    expect(trips).toEqual([
      'find Installations',
      'select Merchants',
      'updateWhere Budgets',
      'find Budgets',
    ]);
    expect(sent.filter((path) => path === '/oauth/v2/token')).toHaveLength(1);
  });

  it('is made anew when an administrator has changed it', async () => {
    const { time, open, change } = await setUp();
    const company = await open();
    await change({ name: 'Renamed' });
    expect(await open()).toBe(company);
    time.ms += MINUTE_MS;
    const again = await open();
    expect(again).not.toBe(company);
    expect(again.name).toBe('Renamed');
  });

  it('that was switched off is not opened, and is again when it is switched on', async () => {
    const { time, open, companies, change } = await setUp();
    await open();
    await change({ state: 'paused' });
    time.ms += MINUTE_MS;
    expect(await companies.open(INSTALLATION)).toMatchObject({
      problem: { code: 'not-connected' },
    });
    await change({ state: 'active' });
    expect(await companies.open(INSTALLATION)).toMatchObject({ ok: true });
  });

  it('knows who settles a merchant id’s cards, and what its contract takes of a capture', async () => {
    const { store, settings, open, change } = await setUp();
    const accounts = { fee: { id: '46403', name: 'Card costs' } };
    await change({ settings: JSON.stringify({ ...settings, accounts }) });
    const merchant = {
      currencies: ['USD'],
      clearingAccounts: { USD: '46402' },
      processor: 'other',
      fees: { USD: { basisPoints: 290, fixedMinor: 30 } },
    };
    await store.insert('Merchants', {
      merchant_key: `${INSTALLATION}|mid`,
      installation: INSTALLATION,
      merchant_id: 'mid',
      settings: JSON.stringify(merchant),
      secrets: JSON.stringify({ keyId: 'k', secret: 's', webhookKeys: [] }),
    });
    const { merchants, feeAccount } = await open();
    expect(merchants).toEqual([{ merchantId: 'mid', ...merchant }]);
    expect(feeAccount).toEqual(accounts.fee);
  });

  it('keeps to the limits that its settings name', async () => {
    const { open } = await setUp({ finance: { perDay: 20 } });
    const { ledger } = await open();
    let made = 0;
    while ((await ledger.findItem('a')).ok) made += 1;
    expect(made).toBe(19);
  });
});
