// Rows of every older version become what the present code looks for, in bites, beside older code that still writes.
import { describe, expect, it } from 'vitest';
import { createSecrets } from '../../../../functions/core/connectors/system/sealed-secrets.ts';
import type { InstallationId } from '../../../../functions/core/domain/ids.ts';
import { readInstallation } from '../../../../functions/core/steps/connect/installation-record.ts';
import { upgradeInstallation } from '../../../../functions/core/steps/lifecycle/upgrade-installation.ts';
import { announceStalePayments } from '../../../../functions/core/steps/poll-transactions.ts';
import { createDoorKeyReader } from '../../../../functions/core/steps/read-door-keys.ts';
import { createMemoryStore } from '../../../../functions/core/store/memory-store.ts';
import { DATA_VERSION } from '../../../../functions/core/work/data-version.ts';
import { NEVER_MS, selectDue } from '../../../../functions/core/work/lease.ts';
import { createWorld } from '../world.ts';
import { olderVersions, putKeptRows } from './kept-rows.ts';

const INSTALLATION = 'larkfield' as InstallationId;
const HALF_HOUR_MS = 30 * 60_000;
const always = () => true;

async function older(version: (typeof olderVersions)[number]) {
  const store = createMemoryStore();
  const masterKey = await putKeptRows(store, version);
  const { ports, advance } = createWorld({ store });
  const [payment] = await store.select('Payments', {
    where: [],
    orderBy: ['refreshed_at', 'desc'],
  });
  advance((payment?.refreshed_at ?? 0) - ports.clock.now() + 3_600_000);
  const secrets = createSecrets(masterKey);
  const row = async () => {
    const found = await store.find('Installations', 'installation_key', INSTALLATION);
    if (found === undefined) throw new Error('the installation is there');
    return found;
  };
  const all = { ...ports, secrets };
  const turn = async (isTimeLeft: () => boolean = always) =>
    upgradeInstallation(all, await row(), isTimeLeft);
  return { store, ports: all, advance, row, turn, masterKey };
}

/** Lets a turn go on for so many looks at the clock. */
function after(looks: number): () => boolean {
  let left = looks;
  return () => left-- > 0;
}

describe.each(olderVersions)('rows of %s', (version) => {
  it('are what the present code looks for, once it is certain that no older code writes', async () => {
    const { store, turn, row, advance } = await older(version);
    expect(await turn()).toBe(false);
    expect((await row()).data_version).toBeUndefined();
    expect(await turn()).toBe(false);
    advance(HALF_HOUR_MS);
    expect(await turn()).toBe(true);
    expect(await row()).toMatchObject({
      data_version: DATA_VERSION,
      books_organization: '746103825',
      crm_organization: '800214397',
      desk_organization: '802337145',
      zoho_host: '127.0.0.1:7604',
    });
    const payments = await store.select('Payments', { where: [] });
    expect(payments).toHaveLength(14);
    expect(payments.filter((one) => one.reread_at === undefined)).toEqual([]);
    const planned = payments.filter((one) => one.reread_at !== NEVER_MS);
    expect(new Set(planned.map(({ state }) => state))).toEqual(
      new Set(['authorized', 'captured', 'pending-review']),
    );
  });

  it('have payments that are read again as they would have been', async () => {
    const { store, ports, turn } = await older(version);
    await announceStalePayments(ports);
    const announced = { where: [['event_type', '=', 'transaction.stale']] } as const;
    expect(await store.select('Inbox', announced)).toEqual([]);
    await turn();
    const due = await store.select('Payments', {
      where: [['reread_at', '<=', ports.clock.now() + 40 * 24 * 3_600_000]],
    });
    expect(due.length).toBeGreaterThan(0);
  });

  it('have secrets that open before, in between and afterwards', async () => {
    const { ports, turn, row } = await older(version);
    const before = await readInstallation(ports, INSTALLATION);
    expect(before.secrets.zohoRefreshToken).toMatch(/^1000\./);
    const door = await createDoorKeyReader(ports)(INSTALLATION);
    expect(door?.gateway).toHaveLength(3);
    await turn();
    expect((await row()).secrets).toMatch(/^v2\./);
    expect((await readInstallation(ports, INSTALLATION)).secrets).toEqual(before.secrets);
    expect(await createDoorKeyReader(ports)(INSTALLATION)).toEqual(door);
  });

  it('that older code writes after the first turn are found by the last', async () => {
    const { store, turn, advance } = await older(version);
    await turn();
    const [one] = await store.select('Payments', { where: [] });
    const { ROWID: _, reread_at: __, ...columns } = one ?? { ROWID: '' };
    const late = { ...columns, payment_key: 'larkfield|larkfield_usd|1' } as never;
    await store.insert('Payments', late);
    advance(HALF_HOUR_MS);
    expect(await turn()).toBe(true);
    const found = await store.find('Payments', 'payment_key', 'larkfield|larkfield_usd|1');
    expect(found?.reread_at).toBeDefined();
  });

  it('go on from any moment at which a turn was cut off', async () => {
    const whole = await older(version);
    for (let looks = 0; looks < 3; looks += 1) await whole.turn(after(looks));
    whole.advance(HALF_HOUR_MS);
    await whole.turn();
    whole.advance(HALF_HOUR_MS);
    expect(await whole.turn()).toBe(true);
    expect(await whole.turn()).toBe(true);
  });

  it('that are finished are no work, whatever time the older version left in them', async () => {
    const { store, ports } = await older(version);
    const over = ['done', 'dead', 'skipped'];
    for (const table of ['Inbox', 'Runs'] as const) {
      const due = await selectDue(ports, table, 50);
      expect(due.filter(({ state }) => over.includes(state))).toEqual([]);
      const finished = await store.select(table, { where: [['state', 'in', over]] });
      expect(finished.length).toBeGreaterThan(0);
      expect(finished.every((row) => row.due_at === NEVER_MS)).toBe(true);
    }
  });
});
