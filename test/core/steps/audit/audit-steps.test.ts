// Administrators read the audit chain and take it along; the timer follows it each night.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { intentId } from '../../../../functions/core/domain/ids.ts';
import type { Store } from '../../../../functions/core/ports/store.ts';
import { isAuditCheckDue } from '../../../../functions/core/steps/audit/audit-check-due.ts';
import { checkAudit } from '../../../../functions/core/steps/audit/check-audit.ts';
import {
  exportAudit,
  exportAuditPart,
} from '../../../../functions/core/steps/audit/export-audit.ts';
import { recheckByPerson } from '../../../../functions/core/steps/audit/recheck-movement.ts';
import { showAudit } from '../../../../functions/core/steps/audit/show-audit.ts';
import { openAlarms } from '../../../../functions/core/work/alarms.ts';
import { appendAudit, readAudit, readAuditHead } from '../../../../functions/core/work/audit.ts';
import { readAllCursors } from '../../../../functions/core/work/cursors.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { createWorld, START_MS, type World } from '../world.ts';

const DAY_MS = 24 * 3_600_000;
const admin = { userId: 'admin-1', name: 'An Admin', role: 'admin' } as const;
const verifier = fileURLToPath(new URL('../../../../functions/verify-audit.mjs', import.meta.url));

let world: World;
let store: Store;

beforeEach(() => {
  world = createWorld();
  store = world.ports.store;
});

async function append(count: number, actorId = 'user-1'): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await appendAudit(world.ports, {
      installation: INSTALLATION,
      actorId,
      actorName: 'A Clerk',
      action: 'refund.requested',
      subject: `inst-1|m${index}`,
      detail: { amountMinor: index },
    });
    world.advance(1_000);
  }
}

async function change(number: number, patch: object): Promise<void> {
  const [row] = await readAudit(store, INSTALLATION, { from: number, limit: 1 });
  await store.update('Audit', row?.ROWID ?? '', patch);
}

async function rowAt(number: number) {
  const [row] = await readAudit(store, INSTALLATION, { from: number, limit: 1 });
  if (row === undefined) throw new Error(`no row ${number}`);
  return row;
}

/** As many minutes of the timer as the check wants. */
async function aNight(): Promise<number> {
  let minutes = 0;
  for (; minutes < 20; minutes += 1) {
    const cursors = (await readAllCursors(store, [INSTALLATION])).get(INSTALLATION);
    if (!(await isAuditCheckDue(world.ports, INSTALLATION, cursors))) break;
    await checkAudit(world.ports, INSTALLATION);
  }
  return minutes;
}

describe('reading', () => {
  it('shows the newest 100 first and goes on by number', async () => {
    await append(130);
    const first = await showAudit(world.ports, INSTALLATION, admin, {});
    if (!first.ok) throw new Error(first.problem.code);
    expect(first.value.rows.map((row) => row.number).slice(0, 2)).toEqual([130, 129]);
    expect(first.value).toMatchObject({ next: 31, head: { number: 130 } });
    const second = await showAudit(world.ports, INSTALLATION, admin, { before: 31 });
    expect(second.ok && second.value.rows).toHaveLength(30);
    expect(second.ok && second.value.next).toBeUndefined();
  });

  it('filters by time, by what it is about and by who did it', async () => {
    await append(3);
    await append(2, 'user-2');
    const ask = async (request: object) => {
      const shown = await showAudit(world.ports, INSTALLATION, admin, request);
      return shown.ok ? shown.value.rows.map((row) => row.number) : shown.problem.code;
    };
    expect(await ask({ actor: 'user-2' })).toEqual([5, 4]);
    expect(await ask({ subject: 'inst-1|m0' })).toEqual([4, 1]);
    expect(await ask({ from: START_MS + 1_000, to: START_MS + 3_000 })).toEqual([3, 2]);
  });

  it('is for administrators only, and of their own installation', async () => {
    await append(1);
    const approver = { ...admin, role: 'approver' } as const;
    const shown = await showAudit(world.ports, INSTALLATION, approver, {});
    const taken = await exportAudit(world.ports, INSTALLATION, approver, {});
    expect([shown.ok, taken.ok]).toEqual([false, false]);
    const other = await showAudit(world.ports, 'inst-2' as typeof INSTALLATION, admin, {});
    expect(other.ok && other.value.rows).toEqual([]);
  });
});

describe('taking it along', () => {
  it('comes in smaller files for the settings page, which carry each other on', async () => {
    await append(2_010);
    const first = await exportAuditPart(world.ports, INSTALLATION, admin, { as: 'json' });
    expect(first.ok && first.value.export.next).toBe(2_000);
    const after = { as: 'json', after: 2_000 } as const;
    const second = await exportAuditPart(world.ports, INSTALLATION, admin, after);
    if (!first.ok || !second.ok) throw new Error('not exported');
    expect(second.value.export.next).toBeUndefined();
    const [one, two] = [first, second].map(({ value }) =>
      JSON.parse(value.export.text.split('\n')[0] ?? ''),
    );
    expect([one.count, one.more]).toEqual([2_000, true]);
    // The first export is itself a row.
    expect([two.after.number, two.after.hash, two.count]).toEqual([2_000, one.head.hash, 11]);
  });

  it('gives what the verifier finds whole, in pieces that carry each other on, and is itself in the chain', async () => {
    await append(620);
    const first = await exportAudit(world.ports, INSTALLATION, admin, {});
    const second = await exportAudit(world.ports, INSTALLATION, admin, { after: 620 });
    if (!first.ok || !second.ok) throw new Error('not exported');
    const header = JSON.parse(second.value.split('\n')[0] ?? '');
    expect(header).toMatchObject({ count: 1, previousExport: { number: 620 } });
    expect(JSON.parse(second.value.split('\n')[1] ?? '')).toMatchObject({
      action: 'audit.exported',
      actor_id: 'admin-1',
    });
    const folder = mkdtempSync(join(tmpdir(), 'audit-'));
    try {
      const [one, two] = [join(folder, 'one.jsonl'), join(folder, 'two.jsonl')];
      writeFileSync(one, first.value);
      writeFileSync(two, second.value);
      const run = (...files: string[]) =>
        execFileSync(process.execPath, [verifier, ...files], { encoding: 'utf8', stdio: 'pipe' });
      expect(run(one)).toContain('rows 1 to 620');
      expect(run(two, one)).toContain('rows 621 to 621');
      writeFileSync(two, first.value.replace('"amountMinor\\":7}', '"amountMinor\\":8}'));
      expect(() => run(two)).toThrow(expect.objectContaining({ status: 1 }));
      expect(() => run(join(folder, 'none.jsonl'))).toThrow(expect.objectContaining({ status: 2 }));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('tells when the row to carry on from is not there', async () => {
    const taken = await exportAudit(world.ports, INSTALLATION, admin, { after: 5 });
    expect(taken).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });
});

describe('each night', () => {
  it('follows the chain in bites, notes its end, and rests for a day', async () => {
    await append(1_600);
    expect(await aNight()).toBe(2);
    const shown = await showAudit(world.ports, INSTALLATION, admin, {});
    expect(shown.ok && shown.value.checked?.number).toBe(1_600);
    expect(await openAlarms(store, INSTALLATION)).toEqual([]);
    world.advance(DAY_MS - 1);
    expect(await aNight()).toBe(0);
    world.advance(1);
    expect(await aNight()).toBe(2);
  });

  it.each([
    ['changed', 'was changed', () => change(310, { actor_name: 'Somebody Else' })],
    ['removed', 'is missing', async () => store.delete('Audit', (await rowAt(310)).ROWID)],
    [
      'given another place',
      'does not follow',
      async () => {
        const { ROWID, hash: _, ...columns } = await rowAt(310);
        const forged = { ...columns, previous_hash: 'f'.repeat(64) };
        const { hashOf } = await import('../../../../functions/core/work/audit-chain.ts');
        await store.update('Audit', ROWID, {
          previous_hash: forged.previous_hash,
          hash: hashOf({ ...forged, ROWID, hash: '' }),
        });
      },
    ],
  ])('raises an alarm that names the row that was %s', async (_, words, spoil) => {
    await append(320);
    await spoil();
    await aNight();
    const [alarm] = await openAlarms(store, INSTALLATION);
    expect(JSON.parse(alarm?.problem ?? '{}')).toMatchObject({
      code: 'audit-broken',
      facts: { row: '310', what: expect.stringContaining(words) },
    });
  });

  it('tells by the end that it noted when the end was cut off', async () => {
    await append(10);
    await aNight();
    world.advance(DAY_MS);
    for (const number of [9, 10]) await store.delete('Audit', (await rowAt(number)).ROWID);
    await aNight();
    const [alarm] = await openAlarms(store, INSTALLATION);
    expect(JSON.parse(alarm?.problem ?? '{}')).toMatchObject({ facts: { row: '9' } });
  });
});

describe('a person who looks at a movement again', () => {
  it('is in the chain with what it has changed', async () => {
    const intent = intentId(START_MS, new Uint8Array(16));
    const key = `${INSTALLATION}|${intent}`;
    await store.insert('Movements', {
      movement_key: key,
      slot: 'inst-1|mid_usd|p1|1',
      payment_key: 'inst-1|mid_usd|p1',
      kind: 'refund',
      state: 'intended',
      amount_minor: 100,
      currency: 'USD',
      installation: INSTALLATION,
    });
    const request = { intentId: intent, paymentKey: 'inst-1|mid_usd|p1' };
    const looked = await recheckByPerson(world.ports, world.company, admin, request);
    expect(looked.ok).toBe(true);
    const { number } = await readAuditHead(store, INSTALLATION);
    const row = await rowAt(number);
    expect(row).toMatchObject({ action: 'movement.rechecked', actor_id: 'admin-1', subject: key });
    expect(JSON.parse(row.detail ?? '')).toMatchObject({
      state: { before: 'intended', after: 'intended' },
    });
  });
});
