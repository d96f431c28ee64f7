// The table transform: statuses, payment methods, tax rates and the like, value by value.
import * as z from 'zod/mini';
import { type LookupTable, type TableEntries, tableEntries } from '../lookup-table.ts';
import { fieldShape, isSingle, type Shape, shapeWords } from '../shape.ts';
import {
  declareTransform,
  given,
  type Transform,
  type TransformStep,
  unmappable,
  wrongType,
} from '../transform.ts';
import { type Scalar, shown, textOf } from '../value.ts';

const parameters = () => ({
  /** Written here, or the name of a shared table. */
  entries: z.optional(tableEntries()),
  shared: z.optional(z.string()),
  otherwise: z.optional(z.union([z.string(), z.number(), z.boolean()])),
  /** `Visa`, `VISA` and `visa` are one key. */
  anyCase: z.optional(z.boolean()),
});
type Parameters = z.infer<z.ZodMiniObject<ReturnType<typeof parameters>>>;
type Tables = ReadonlyMap<string, LookupTable>;

export type TableStep = TransformStep & Parameters;

/** A step of a document whose schema says that it is a table. */
export function isTableStep(step: TransformStep): step is TableStep {
  return step.use === 'table';
}

/** What a table step says for every key, and for the rest. */
export function tableOf(
  p: Parameters,
  tables: Tables,
): { readonly entries: TableEntries; readonly otherwise: Scalar | undefined } | undefined {
  const shared = p.shared === undefined ? undefined : tables.get(p.shared);
  const entries = p.entries ?? shared?.entries;
  return entries && { entries, otherwise: p.otherwise ?? shared?.otherwise };
}

const folded = new WeakMap<TableEntries, Map<string, Scalar>>();

function anyCaseEntry(entries: TableEntries, key: string): Scalar | undefined {
  let index = folded.get(entries);
  if (index === undefined) {
    index = new Map(Object.entries(entries).map(([from, to]) => [from.toLowerCase(), to]));
    folded.set(entries, index);
  }
  return index.get(key.toLowerCase());
}

const SHOWN_ENTRIES = 3;

function words(p: Parameters): string {
  const entries = Object.entries(p.entries ?? {});
  const first = entries.slice(0, SHOWN_ENTRIES).map(([from, to]) => `${from} -> ${to}`);
  const listed = [...first, ...(entries.length > SHOWN_ENTRIES ? ['...'] : [])].join(', ');
  const table = p.shared === undefined ? `by table (${listed})` : `by the table “${p.shared}”`;
  return p.otherwise === undefined ? table : `${table}, otherwise ${p.otherwise}`;
}

function shape(input: Shape, p: Parameters, tables: Tables): Shape | { misfit: string } {
  if (!isSingle(input)) return { misfit: `needs one value, not ${shapeWords(input)}` };
  const table = tableOf(p, tables);
  const values = table === undefined ? [] : Object.values(table.entries);
  if (table?.otherwise !== undefined) values.push(table.otherwise);
  if (values.every((value) => typeof value === 'number')) return fieldShape('number');
  if (values.every((value) => typeof value === 'boolean')) return fieldShape('boolean');
  const texts = [...new Set(values.map(String))];
  return {
    kind: 'field',
    type: 'choice',
    choices: texts.map((value) => ({ value, label: value })),
  };
}

function fault(p: Parameters, tables: Tables): string | undefined {
  if ((p.entries === undefined) === (p.shared === undefined)) {
    return 'A table is either written in the rule or named, not both or neither';
  }
  if (p.shared !== undefined && !tables.has(p.shared)) return `There is no table “${p.shared}”`;
  const table = tableOf(p, tables);
  return Object.keys(table?.entries ?? {}).length === 0 ? 'The table has no entries' : undefined;
}

const table = declareTransform(parameters, {
  name: 'table',
  sentence: 'Looks the value up in a table, e.g. captured -> Paid, authorized -> Open.',
  words,
  shape,
  fault,
  loses: (p) =>
    reversed(p) === undefined ? 'the difference between values that become the same' : undefined,
  apply: (value, p, context) => {
    const key = value === undefined ? undefined : textOf(value);
    if (key === undefined) return wrongType(`${shown(value ?? '')} is no single value`);
    const found = tableOf(p, context.tables);
    if (found === undefined) return unmappable(`the table ${p.shared ?? ''} is missing`);
    const entry = Object.hasOwn(found.entries, key)
      ? found.entries[key]
      : p.anyCase === true
        ? anyCaseEntry(found.entries, key)
        : undefined;
    const answer = entry ?? found.otherwise;
    return answer === undefined
      ? unmappable(`the table has no entry for “${shown(key)}”`)
      : given(answer);
  },
  inverse: (p) => {
    const entries = reversed(p);
    return entries && { use: 'table', entries };
  },
});

/** The table the other way round; undefined where two keys have one value, or any others may come. */
function reversed(p: Parameters): TableEntries | undefined {
  if (p.entries === undefined || p.otherwise !== undefined || p.anyCase === true) return undefined;
  const pairs = Object.entries(p.entries);
  const entries = Object.fromEntries(pairs.map(([from, to]) => [String(to), from]));
  const texts = pairs.every(([, to]) => typeof to === 'string');
  return texts && Object.keys(entries).length === pairs.length ? entries : undefined;
}

export const tableTransforms: readonly Transform[] = [table];
