// The export holds every row of the installation, readable, page by page, and no secret.
import { describe, expect, it } from 'vitest';
import { exportInstallation } from '../../../../functions/core/steps/lifecycle/export-installation.ts';
import { schema } from '../../../../functions/core/store/schema.ts';
import { tablesOfInstallations } from '../../../../functions/core/work/installation-rows.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { ADMIN, SECRETS, wholeCompany } from './whole-company.ts';

async function exported(company: Awaited<ReturnType<typeof wholeCompany>>) {
  const pages: string[] = [];
  for (let after: string | undefined; pages.length < 1_000; ) {
    const page = await exportInstallation(company.ports, INSTALLATION, ADMIN, { after });
    if (!page.ok) throw new Error(page.problem.code);
    pages.push(page.value.lines);
    after = page.value.next;
    if (after === undefined) break;
  }
  const lines = pages.join('').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as { table: string; row: Record<string, unknown> });
}

describe('an export', () => {
  it('has every row of every table once, whatever number there is', async () => {
    const company = await wholeCompany();
    for (let number = 0; number < 250; number += 1) await company.world.announce(`p${number}`);
    await company.store.insert('Links', {
      link_key: 'other|customer|x',
      installation: 'other',
      kind: 'customer',
    });
    const rows = await exported(company);
    expect(rows.filter(({ table }) => table === 'Inbox')).toHaveLength(250);
    expect(new Set(rows.map(({ row }) => JSON.stringify(row))).size).toBe(rows.length);
    expect(rows.filter(({ row }) => row.installation === 'other')).toEqual([]);
    expect(rows[0]?.table).toBe('Installations');
    expect(rows.map(({ table }) => table)).toContain('Audit');
  });

  it('has bodies in plain text and neither secrets nor leases', async () => {
    const company = await wholeCompany();
    await company.world.announce('p1');
    const rows = await exported(company);
    expect(rows.find(({ table }) => table === 'Inbox')?.row).toMatchObject({ body: '{}' });
    const text = JSON.stringify(rows);
    for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret);
    expect(text).not.toContain('v2.');
    expect(text).not.toContain('lease_token');
  });

  it('is for administrators, and starts where a page has ended only', async () => {
    const { ports } = await wholeCompany();
    const viewer = { ...ADMIN, role: 'viewer' } as const;
    expect((await exportInstallation(ports, INSTALLATION, viewer, {})).ok).toBe(false);
    const wrong = { after: 'Tokens|x' };
    expect(await exportInstallation(ports, INSTALLATION, ADMIN, wrong)).toMatchObject({
      problem: { code: 'invalid-request' },
    });
  });
});

describe('every table', () => {
  it('belongs to installations, so that export and erasure forget none', () => {
    const others = Object.keys(schema).filter(
      (table) => !tablesOfInstallations.includes(table as never),
    );
    expect(others).toEqual(['Installations']);
  });
});
