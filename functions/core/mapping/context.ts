// What a mapping is applied in: the target's fields, tables, rates, and what people answered.
import type { CatalogField, FieldCatalog } from './catalog-field.ts';
import type { LookupTable } from './lookup-table.ts';
import type { RateAsk } from './transform.ts';
import type { Scalar } from './value.ts';

export interface MappingContext {
  /** The target's fields as the connected organization has them now. */
  readonly target: FieldCatalog;
  /** The sources' fields, for the words of messages. */
  readonly sources: readonly FieldCatalog[];
  /** IANA name: the organization's own. */
  readonly timeZone: string;
  /** Shared tables by name. */
  readonly tables?: ReadonlyMap<string, LookupTable>;
  /** Rates that are known; see `mapWithRates` for those that must be fetched first. */
  readonly rate?: (ask: RateAsk) => string | undefined;
  /** What people answered to earlier asks, by target path. */
  readonly answers?: Readonly<Record<string, Scalar>>;
  /** The company's language; English when absent. */
  readonly words?: MappingWords;
}

/** What a mapping writes for people, in one language. */
export interface MappingWords {
  /** A text of a shipped mapping; undefined for all other texts, which stay as they were written. */
  shipped(text: string): string | undefined;
  /** A value as it stands in such a text. */
  within(value: string): string;
  /** What a reason code is called. */
  reason(code: string): string;
}

const indexes = new WeakMap<FieldCatalog, ReadonlyMap<string, CatalogField>>();

/** A catalog's field by its path, indexed when first asked for. */
export function fieldAt(catalog: FieldCatalog, path: string): CatalogField | undefined {
  let index = indexes.get(catalog);
  if (index === undefined) {
    index = new Map(catalog.fields.map((field) => [field.path, field]));
    indexes.set(catalog, index);
  }
  return index.get(path);
}

/** The field that a source path (`payment.cardLast4`) means. */
export function sourceField(
  sources: readonly FieldCatalog[],
  path: string,
): CatalogField | undefined {
  const dot = path.indexOf('.');
  const catalog = sources.find(({ object }) => object === path.slice(0, dot));
  return catalog && fieldAt(catalog, path.slice(dot + 1));
}

/** A field's name for people: its label, or its path where no catalog knows it. */
export function sourceLabel(sources: readonly FieldCatalog[], path: string): string {
  return sourceField(sources, path)?.label ?? path;
}

export function targetLabel(target: FieldCatalog | undefined, path: string): string {
  return (target && fieldAt(target, path)?.label) ?? path;
}
