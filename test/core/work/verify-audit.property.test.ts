// The offline verifier names the row of any single change, removal, insertion or swap in any chain.
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InstallationId } from '../../../functions/core/domain/ids.ts';
import { exportAudit } from '../../../functions/core/steps/audit/export-audit.ts';
import { createMemoryStore } from '../../../functions/core/store/memory-store.ts';
import { appendAudit } from '../../../functions/core/work/audit.ts';

interface Verdict {
  readonly ok: boolean;
  readonly row?: number;
  readonly message: string;
}
const file = new URL('../../../functions/verify-audit.mjs', import.meta.url).href;
const { verifyAudit } = (await import(file)) as {
  verifyAudit: (text: string, earlier?: string) => Verdict;
};

type Line = Record<string, string | number>;
interface Chain {
  readonly header: Record<string, unknown>;
  readonly rows: readonly Line[];
}

const admin = { userId: 'admin-1', name: 'An Admin', role: 'admin' } as const;
const words = fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), {
  minLength: 2,
  maxLength: 12,
});
const tries = { numRuns: 60 };

/** A chain as the product writes and exports it, one row for each text. */
async function chainOf(texts: readonly string[], installation = 'inst-1') {
  const store = createMemoryStore();
  let now = 1_795_000_000_000;
  const clock = { now: () => (now += 1_000) };
  const append = async (more: readonly string[]) => {
    for (const text of more) {
      await appendAudit(
        { store, clock },
        {
          installation: installation as InstallationId,
          actorId: 'user-1',
          actorName: text,
          action: 'refund.requested',
          subject: text,
          detail: { reason: text },
        },
      );
    }
  };
  await append(texts);
  const exported = async (after = 0) => {
    const id = installation as InstallationId;
    const text = await exportAudit({ store, clock }, id, admin, { after });
    if (!text.ok) throw new Error(text.problem.code);
    return text.value;
  };
  return { append, exported };
}

function read(text: string): Chain {
  const [header, ...rows] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  return { header: header ?? {}, rows };
}

const write = ({ header, rows }: Chain): string =>
  [header, ...rows].map((line) => `${JSON.stringify(line)}\n`).join('');

/** As somebody does who knows the format. */
function rehashed(row: Line): Line {
  const { hash: _, ...columns } = row;
  const hash = createHash('sha256').update(JSON.stringify(columns)).digest('hex');
  return { ...columns, hash };
}

const at = (rows: readonly Line[], index: number): Line => rows[index] ?? {};
/** Of this many rows, which one: from 0. */
const placeOf = (rows: readonly Line[], seed: number) => seed % rows.length;

const columns = fc.constantFrom(
  'actor_id',
  'actor_name',
  'action',
  'subject',
  'detail',
  'once_key',
);
const seed = fc.nat(1_000);

describe('the verifier', () => {
  it('finds every chain whole that the product has written', async () => {
    await fc.assert(
      fc.asyncProperty(words, async (texts) => {
        const chain = await chainOf(texts);
        const first = await chain.exported();
        expect(verifyAudit(first)).toMatchObject({ ok: true });
        await chain.append(texts);
        expect(verifyAudit(await chain.exported(), first)).toMatchObject({ ok: true });
        const { header } = read(first);
        const { number, hash } = header.head as { number: number; hash: string };
        const rest = await chain.exported(number);
        expect(verifyAudit(rest, `${number}:${hash}`)).toMatchObject({ ok: true });
      }),
      tries,
    );
  });

  it('names a row of which any column was changed, whether its hash was made anew or not', async () => {
    await fc.assert(
      fc.asyncProperty(words, seed, columns, fc.boolean(), async (texts, which, column, clever) => {
        const chain = read(await (await chainOf(texts)).exported());
        const index = placeOf(chain.rows, which);
        const forged = { ...at(chain.rows, index), [column]: `${at(chain.rows, index)[column]}x` };
        const rows = chain.rows.with(index, clever ? rehashed(forged) : forged);
        const verdict = verifyAudit(write({ ...chain, rows }));
        expect(verdict).toMatchObject({ ok: false, row: index + 1 });
        expect(verdict.message).toContain(`Row ${index + 1} was changed`);
      }),
      tries,
    );
  });

  it('names a row that was removed, also the last, also when the header was changed with it', async () => {
    await fc.assert(
      fc.asyncProperty(words, seed, fc.boolean(), async (texts, which, clever) => {
        const text = await (await chainOf(texts)).exported();
        const chain = read(text);
        const index = placeOf(chain.rows, which);
        const rows = chain.rows.toSpliced(index, 1);
        const last = rows.at(-1);
        const isLast = index === rows.length;
        const head = isLast && last ? { number: rows.length, hash: last.hash } : chain.header.head;
        const header = clever ? { ...chain.header, count: rows.length, head } : chain.header;
        const verdict = verifyAudit(write({ header, rows }), clever ? text : undefined);
        expect(verdict).toMatchObject({ ok: false, row: index + 1 });
        expect(verdict.message).toContain(`Row ${index + 1} was removed`);
      }),
      tries,
    );
  });

  it('names a row that was put in: a copy, a made-up one, one of another chain', async () => {
    const foreign = read(await (await chainOf(['a', 'b', 'c'], 'inst-2')).exported()).rows;
    await fc.assert(
      fc.asyncProperty(words, seed, seed, fc.nat(3), async (texts, which, other, kind) => {
        const chain = read(await (await chainOf(texts)).exported());
        const index = placeOf(chain.rows, which);
        const made = { ...at(chain.rows, index), subject: 'made up', once_key: 'made-up' };
        const put = [
          at(chain.rows, placeOf(chain.rows, other)),
          made,
          rehashed(made),
          at(foreign, other % foreign.length),
        ][kind] as Line;
        const verdict = verifyAudit(write({ ...chain, rows: chain.rows.toSpliced(index, 0, put) }));
        expect(verdict.ok).toBe(false);
        expect(verdict.message).toContain('was inserted');
        // A copy of the very row that stands there is found where it repeats it.
        const isTwin = kind === 0 && placeOf(chain.rows, other) === index;
        expect(verdict.row).toBe(isTwin ? verdict.row : index + 1);
        expect(Math.abs((verdict.row ?? 0) - (index + 1))).toBeLessThanOrEqual(1);
      }),
      tries,
    );
  });

  it('names the first of two rows that were swapped', async () => {
    await fc.assert(
      fc.asyncProperty(words, seed, seed, async (texts, one, two) => {
        const chain = read(await (await chainOf(texts)).exported());
        const [low = 0, high = 0] = [placeOf(chain.rows, one), placeOf(chain.rows, two)].sort(
          (a, b) => a - b,
        );
        fc.pre(low !== high);
        const rows = chain.rows.with(low, at(chain.rows, high)).with(high, at(chain.rows, low));
        const verdict = verifyAudit(write({ ...chain, rows }));
        expect(verdict).toMatchObject({ ok: false, row: low + 1 });
        expect(verdict.message).toContain('stands in the wrong place');
      }),
      tries,
    );
  });

  it('names the first row of another chain that was mixed in', async () => {
    await fc.assert(
      fc.asyncProperty(words, words, seed, async (texts, others, which) => {
        const chain = read(await (await chainOf(texts)).exported());
        const other = read(await (await chainOf(others, 'inst-2')).exported());
        const index = placeOf(chain.rows, which);
        const rows = [...chain.rows.slice(0, index), ...other.rows];
        const verdict = verifyAudit(write({ ...chain, rows }));
        expect(verdict).toMatchObject({ ok: false, row: index + 1 });
        expect(verdict.message).toContain('another installation');
      }),
      tries,
    );
  });

  it('tells by an earlier export, and by a noted place, that history was written anew', async () => {
    await fc.assert(
      fc.asyncProperty(words, seed, async (texts, which) => {
        const earlier = await (await chainOf(texts)).exported();
        const chain = read(earlier);
        const index = placeOf(chain.rows, which);
        let previous = index === 0 ? '' : at(chain.rows, index - 1).hash;
        const rows = chain.rows.map((row, place) => {
          if (place < index) return row;
          const forged = place === index ? { ...row, actor_name: 'Somebody Else' } : row;
          const made = rehashed({ ...forged, previous_hash: previous ?? '' });
          previous = made.hash;
          return made;
        });
        const head = { number: rows.length, hash: at(rows, rows.length - 1).hash };
        const anew = write({ header: { ...chain.header, head }, rows });
        expect(verifyAudit(anew)).toMatchObject({ ok: true });
        expect(verifyAudit(anew, earlier)).toMatchObject({ ok: false, row: index + 1 });
        const noted = chain.header.head as { number: number; hash: string };
        expect(verifyAudit(anew, `${noted.number}:${noted.hash}`)).toMatchObject({ ok: false });
      }),
      tries,
    );
  });
});
