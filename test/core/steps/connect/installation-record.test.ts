// Two administrators at the same time: nobody's change is lost without a word, and a save that stopped half way blocks nobody for long.
import { beforeEach, expect, test } from 'vitest';
import type { InstallationId } from '../../../../functions/core/domain/ids.ts';
import {
  changeInstallation,
  readInstallation,
} from '../../../../functions/core/steps/connect/installation-record.ts';
import { createMemoryStore } from '../../../../functions/core/store/memory-store.ts';

const INSTALLATION = 'inst-1' as InstallationId;
let now: number;
let ports: Parameters<typeof changeInstallation>[0];

beforeEach(() => {
  now = 1_000_000;
  const seal = (_: string, plain: string) => Buffer.from(plain).toString('base64');
  const open = (_: string, sealed: string) => Buffer.from(sealed, 'base64').toString();
  ports = { store: createMemoryStore(), clock: { now: () => now }, secrets: { seal, open } };
});

const rename = (name: string, revision?: string) =>
  changeInstallation(ports, INSTALLATION, () => ({ name }), revision);

test('a change on what was seen is taken, one on what has changed since is refused', async () => {
  expect(await readInstallation(ports, INSTALLATION)).toMatchObject({ state: 'new', revision: '' });
  const first = await rename('Acme', '');
  if (!first.ok) throw new Error(first.problem.code);
  expect((await rename('Acme Ltd', first.value.revision)).ok).toBe(true);
  expect(await rename('Acme Inc', first.value.revision)).toMatchObject({
    problem: { code: 'settings-changed' },
  });
  expect((await readInstallation(ports, INSTALLATION)).name).toBe('Acme Ltd');
});

test('of two that begin at the same time one is refused, and the other is whole', async () => {
  await rename('Acme');
  const zone = (timeZone: string) =>
    changeInstallation(ports, INSTALLATION, ({ settings }) => ({
      settings: { ...settings, timeZone },
    }));
  const mail = () =>
    changeInstallation(ports, INSTALLATION, ({ settings }) => ({
      settings: { ...settings, mailSender: 'a@example.com' },
    }));
  const outcomes = await Promise.all([zone('UTC'), mail(), zone('Asia/Tokyo')]);
  const taken = outcomes.filter(({ ok }) => ok);
  expect(taken).toHaveLength(1);
  const { settings } = await readInstallation(ports, INSTALLATION);
  expect(taken[0]).toMatchObject({ value: { settings } });
});

test('a save that stopped half way keeps others out for a minute only', async () => {
  await rename('Acme');
  const { store } = ports;
  const row = await store.find('Installations', 'installation_key', INSTALLATION);
  await store.update('Installations', row?.ROWID ?? '', { revision: `saving.${now}.abc` });
  expect(await rename('Acme Ltd')).toMatchObject({ problem: { code: 'settings-being-saved' } });
  now += 60_000;
  expect((await rename('Acme Ltd')).ok).toBe(true);
  expect((await readInstallation(ports, INSTALLATION)).name).toBe('Acme Ltd');
});

test('a row of an older version, without a revision, is changed as any other', async () => {
  const columns = { state: 'active', settings: '{"timeZone":"UTC"}' };
  await ports.store.insert('Installations', { installation_key: INSTALLATION, ...columns });
  const changed = await rename('Acme', '');
  expect(changed).toMatchObject({
    ok: true,
    value: { state: 'active', settings: { timeZone: 'UTC' } },
  });
  expect((await readInstallation(ports, INSTALLATION)).revision).not.toBe('');
});
