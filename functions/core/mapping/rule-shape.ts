// Follows a rule from its source fields to its target fields and tells what kind of value arrives.
import type { CatalogField, FieldCatalog } from './catalog-field.ts';
import { sourceField } from './context.ts';
import type { MappingRule, MappingSource } from './document.ts';
import type { LookupTable } from './lookup-table.ts';
import { fieldShape, type Shape } from './shape.ts';
import type { TransformStep } from './transform.ts';
import { transformOf } from './transforms/all.ts';

/** Something about a step that is worth saying. */
interface StepRemark {
  readonly kind: 'parameters' | 'misfit' | 'loss';
  readonly step: TransformStep;
  readonly words: string;
}

export interface ShapedRule {
  /** Undefined where a step doesn't fit: nothing is known from there on. */
  readonly shape: Shape | undefined;
  readonly remarks: readonly StepRemark[];
}

interface Catalogs {
  readonly sources: readonly FieldCatalog[];
  readonly tables: ReadonlyMap<string, LookupTable>;
}

/** The shape of a rule's value after all its steps. */
export function shapeRule(rule: MappingRule, catalogs: Catalogs): ShapedRule {
  const remarks: StepRemark[] = [];
  const byRow = rule.to.some(({ path }) => path.includes('[]'));
  const inputs = rule.from.map((source) => {
    const field = sourceField(catalogs.sources, source.path);
    const start = field && sourceShape(source, field, byRow, catalogs.sources);
    return { source, shape: start && follow(start, source.through ?? [], catalogs, remarks) };
  });
  const known = inputs.flatMap(({ source, shape }) => (shape ? [{ source, shape }] : []));
  if (known.length < inputs.length) return { shape: undefined, remarks };
  const shape = follow(gathered(known), rule.through ?? [], catalogs, remarks);
  return { shape, remarks };
}

function sourceShape(
  source: MappingSource,
  field: CatalogField,
  byRow: boolean,
  sources: readonly FieldCatalog[],
): Shape {
  const one = shapeOfField(
    field,
    sources.find(({ object }) => source.path.startsWith(`${object}.`)),
  );
  return source.path.includes('[]') && !byRow ? { kind: 'list', of: [one] } : one;
}

function shapeOfField(field: CatalogField, catalog: FieldCatalog | undefined): Shape {
  const bare = field.type === 'amount' && catalog?.product !== 'canonical';
  return {
    ...fieldShape(field.type),
    ...(field.choices === undefined ? {} : { choices: field.choices }),
    ...(field.lengthMax === undefined ? {} : { lengthMax: field.lengthMax }),
    ...(bare ? { withoutCurrency: true as const } : {}),
  };
}

function gathered(inputs: readonly { source: MappingSource; shape: Shape }[]): Shape {
  const [only] = inputs;
  if (only === undefined) return { kind: 'nothing' };
  if (inputs.some(({ source }) => source.part !== undefined)) {
    const parts = inputs.flatMap(({ source, shape }) =>
      source.part === undefined ? [] : [[source.part, shape] as const],
    );
    return { kind: 'parts', parts: Object.fromEntries(parts) };
  }
  return inputs.length === 1 ? only.shape : { kind: 'list', of: inputs.map(({ shape }) => shape) };
}

function follow(
  start: Shape,
  steps: readonly TransformStep[],
  { tables }: Catalogs,
  remarks: StepRemark[],
): Shape | undefined {
  let shape = start;
  for (const step of steps) {
    const transform = transformOf(step.use);
    const fault = transform.fault?.(step, tables);
    if (fault !== undefined) remarks.push({ kind: 'parameters', step, words: fault });
    const next = transform.shape(shape, step, tables);
    if ('misfit' in next) {
      remarks.push({ kind: 'misfit', step, words: next.misfit });
      return undefined;
    }
    const loss = transform.loses?.(step);
    if (loss !== undefined) remarks.push({ kind: 'loss', step, words: loss });
    shape = next;
  }
  return shape;
}
