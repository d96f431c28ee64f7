// Reads dotted paths out of source records and puts mapped values back together into one record.
import { isMoney, type MappingValue } from './value.ts';

/** `payment.billing.city`: the source's name, then its fields; `order.lines[].sku` is one field of each row. */
export const PATH =
  /^(?!.*(?:__proto__|prototype|constructor))[A-Za-z_$][\w$-]*(?:\.[\w$-]+)*(?:\[\](?:\.[\w$-]+)+)?$/;

/** A path taken apart: the steps to a value, or to a list and on from each of its rows. */
export interface PathSteps {
  readonly steps: readonly string[];
  readonly inRow?: readonly string[];
}

export function pathSteps(path: string): PathSteps {
  const [before = path, after] = path.split('[].');
  const steps = before.split('.');
  return after === undefined ? { steps } : { steps, inRow: after.split('.') };
}

/** How many rows stand at the list of a path that has one; undefined for other paths. */
export function rowCount(sources: Sources, { steps, inRow }: PathSteps): number | undefined {
  if (inRow === undefined) return undefined;
  const rows = follow(sources, steps);
  return Array.isArray(rows) ? rows.length : 0;
}

export type Sources = Readonly<Record<string, unknown>>;

/**
 * What stands at the path; undefined where it ends early, at null, or at what no mapping can carry. Through a list
 * it is the field of one row, or of all rows when none is named.
 */
export function readPath(
  sources: Sources,
  { steps, inRow }: PathSteps,
  row?: number,
): MappingValue | undefined {
  const at = follow(sources, steps);
  if (inRow === undefined) return carried(at);
  if (!Array.isArray(at)) return undefined;
  const rows: readonly unknown[] = at;
  if (row !== undefined) return carried(follow(rows[row], inRow));
  return rows.flatMap((one) => carried(follow(one, inRow)) ?? []);
}

function follow(from: unknown, steps: readonly string[]): unknown {
  let at = from;
  for (const step of steps) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return at;
}

const DEPTH_MAX = 5;

/** A copy without nulls, so that nothing changes the source through it. */
function carried(value: unknown, depth = 0): MappingValue | undefined {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'object' || value === null || depth > DEPTH_MAX) return undefined;
  if (isMoney(value)) return { minor: value.minor, currency: value.currency };
  if (Array.isArray(value)) return value.flatMap((one) => carried(one, depth + 1) ?? []);
  const kept = Object.entries(value).flatMap(([key, one]) => {
    const inner = key === '__proto__' ? undefined : carried(one, depth + 1);
    return inner === undefined ? [] : [[key, inner] as const];
  });
  return Object.fromEntries(kept);
}

/** `{ 'billing.city': 'Oslo', 'lines[0].sku': 'A' }` becomes `{ billing: { city: 'Oslo' }, lines: [{ sku: 'A' }] }`. */
export function nestValues(
  values: Readonly<Record<string, MappingValue>>,
): Readonly<Record<string, unknown>> {
  const record: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(values)) {
    const steps = path.split(/\.|(?=\[)/);
    const last = steps.pop() ?? path;
    let at: Record<string, unknown> = record;
    for (const [index, step] of steps.entries()) {
      const isRows = (steps[index + 1] ?? last).startsWith('[');
      const key = step.replace(/[[\]]/g, '');
      if (typeof at[key] !== 'object' || at[key] === null) at[key] = isRows ? [] : {};
      at = at[key] as Record<string, unknown>;
    }
    at[last] = typeof value === 'object' ? structuredClone(value) : value;
  }
  return record;
}
