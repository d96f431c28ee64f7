// Drafts and versions in the store: who is quicker wins, a version stays as it is.
import { describe, expect, it } from 'vitest';
import type { InstallationId } from '../../../functions/core/domain/ids.ts';
import { StoreFailure } from '../../../functions/core/ports/store.ts';
import { createMemoryStore, type Interceptor } from '../../../functions/core/store/memory-store.ts';
import {
  allDrafts,
  deleteDraft,
  documentHistory,
  findDraft,
  findVersion,
  fitsIntoRow,
  keepVersion,
  latestDocuments,
  saveDraft,
} from '../../../functions/core/work/documents.ts';
import { START_MS, seededRandom } from '../steps/world.ts';

const installation = 'inst-1' as InstallationId;
const name = { installation, kind: 'flow', id: 'my-flow' } as const;

const content = (note: string, body: object = { id: 'my-flow', note }) => ({
  title: 'My flow',
  body,
  author: { userId: 'u1', name: 'Ann Admin 😀' },
  note,
});

function createPorts(intercept?: Interceptor) {
  return {
    store: createMemoryStore(intercept),
    clock: { now: () => START_MS },
    random: seededRandom(7),
  };
}

async function save(ports: ReturnType<typeof createPorts>, note: string, seen: string) {
  const saved = await saveDraft(ports, name, content(note), seen);
  return typeof saved === 'string' ? saved : saved.revision;
}

describe('a draft', () => {
  it('is found as it was saved last, and only once', async () => {
    const ports = createPorts();
    const first = await save(ports, 'one', '');
    await save(ports, 'two', first);
    expect(await findDraft(ports.store, name)).toMatchObject({
      note: 'two',
      version: 0,
      body: { id: 'my-flow', note: 'two' },
      author: { userId: 'u1', name: 'Ann Admin 😀' },
    });
    expect(await ports.store.select('Documents', { where: [] })).toHaveLength(1);
  });

  it('is saved by one of two who have seen the same revision', async () => {
    const ports = createPorts();
    const seen = await save(ports, 'one', '');
    const both = await Promise.all([save(ports, 'mine', seen), save(ports, 'theirs', seen)]);
    expect(both.filter((one) => one === 'changed')).toHaveLength(1);
    const winner = both.indexOf('changed') === 0 ? 'theirs' : 'mine';
    expect(await findDraft(ports.store, name)).toMatchObject({ note: winner });
  });

  it('is not saved over one that was begun anew after the seen one was dropped', async () => {
    const ports = createPorts();
    const seen = await save(ports, 'old', '');
    await deleteDraft(ports.store, name, seen);
    await save(ports, 'anew', '');
    expect(await save(ports, 'late', seen)).toBe('changed');
    expect(await save(ports, 'first', '')).toBe('changed');
    expect(await findDraft(ports.store, name)).toMatchObject({ note: 'anew' });
  });

  it('is saved when the answer to its own insert was lost', async () => {
    let lost = false;
    const ports = createPorts(async ({ operation }, apply) => {
      const result = apply();
      if (operation !== 'insert' || lost) return result;
      lost = true;
      // As the store adapter answers after a lost answer: the key is there.
      return { kind: 'duplicate' } as typeof result;
    });
    expect(await save(ports, 'one', '')).toMatch(/^1\./);
  });

  it('is the newest one also when its predecessor was not tidied away', async () => {
    let failing = false;
    const ports = createPorts(async ({ operation }, apply) => {
      if (failing && operation === 'delete') throw new StoreFailure('down', 'down');
      return apply();
    });
    const seen = await save(ports, 'one', '');
    failing = true;
    await expect(save(ports, 'two', seen)).rejects.toThrow(StoreFailure);
    failing = false;
    const drafts = await allDrafts(ports.store, installation);
    expect(drafts.map(({ note }) => note)).toEqual(['two']);
    await save(ports, 'three', drafts[0]?.revision ?? '');
    expect(await ports.store.select('Documents', { where: [] })).toHaveLength(1);
  });

  it('is not dropped when a newer one was saved', async () => {
    const ports = createPorts();
    const seen = await save(ports, 'one', '');
    await save(ports, 'two', seen);
    expect(await deleteDraft(ports.store, name, seen)).toBe('changed');
    expect(await findDraft(ports.store, name)).toMatchObject({ note: 'two' });
  });

  it('that is too long for a row is refused', async () => {
    const ports = createPorts();
    // Digits that no compression makes shorter than a row.
    const random = seededRandom(3);
    const noise = Array.from({ length: 40_000 }, () => random.fraction());
    expect(fitsIntoRow({ noise })).toBe(false);
    expect(await saveDraft(ports, name, content('long', { noise }), '')).toBe('too-long');
  });
});

describe('a version', () => {
  it('is the latest until the next one is kept, and stays readable', async () => {
    const ports = createPorts();
    expect(await keepVersion(ports, name, content('one'), 0)).toEqual({ version: 1001 });
    expect(await keepVersion(ports, name, content('two'), 1001, 'off')).toEqual({ version: 1002 });
    expect(await latestDocuments(ports.store, installation)).toMatchObject([
      { version: 1002, state: 'off', body: { note: 'two', version: 1002 } },
    ]);
    expect(await findVersion(ports.store, name, 1001)).toMatchObject({
      state: 'replaced',
      body: { note: 'one', version: 1001 },
    });
    const history = await documentHistory(ports.store, name);
    expect(history.map(({ version }) => version)).toEqual([1002, 1001]);
  });

  it('is kept by one of two who know the same predecessor', async () => {
    const ports = createPorts();
    const both = await Promise.all([
      keepVersion(ports, name, content('mine'), 0),
      keepVersion(ports, name, content('theirs'), 0),
    ]);
    expect(both.filter((one) => one === 'changed')).toHaveLength(1);
    expect(await documentHistory(ports.store, name)).toHaveLength(1);
  });

  it('counts when a crash left its predecessor standing as the latest, too', async () => {
    let failing = false;
    const ports = createPorts(async ({ operation }, apply) => {
      if (failing && operation === 'updateWhere') throw new StoreFailure('down', 'down');
      return apply();
    });
    await keepVersion(ports, name, content('one'), 0);
    failing = true;
    await expect(keepVersion(ports, name, content('two'), 1001)).rejects.toThrow(StoreFailure);
    failing = false;
    expect(await latestDocuments(ports.store, installation)).toMatchObject([{ version: 1002 }]);
  });

  it('is nobody else’s: other installations and drafts are not among the latest', async () => {
    const ports = createPorts();
    await save(ports, 'draft', '');
    const other = { ...name, installation: 'inst-2' as InstallationId };
    await keepVersion(ports, other, content('theirs'), 0);
    expect(await latestDocuments(ports.store, installation)).toEqual([]);
  });
});
