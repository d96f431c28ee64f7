// Reads the written field pairs and counts how often the suggestions find them.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { findStaticCatalog } from '../../../functions/core/catalogs/static-catalogs.ts';
import type {
  CatalogField,
  CatalogProduct,
} from '../../../functions/core/mapping/catalog-field.ts';
import type { SuggestionField } from '../../../functions/core/suggestions/field-profile.ts';
import { suggest } from '../../../functions/core/suggestions/suggest.ts';

const ownField = z.object({
  path: z.string(),
  label: z.string(),
  type: z.custom<CatalogField['type']>((value) => typeof value === 'string'),
  custom: z.optional(z.literal(true)),
});
/** A path of the target's standard catalog, or a field that an organization added. */
const fieldShape = z.union([z.string(), ownField]);

const fileShape = z.object({
  /** Where the pairs come from. */
  source: z.string().check(z.minLength(1)),
  from: z.string(),
  to: z.string(),
  /** The source's fields where it has no standard catalog. */
  fromFields: z.optional(z.array(z.string())),
  /** Each of `sources` is right. */
  pairs: z.array(
    z.object({ target: fieldShape, sources: z.array(z.string()).check(z.minLength(1)) }),
  ),
  /** Targets for which the source has nothing. */
  none: z.array(fieldShape),
});

export interface PairFile {
  readonly name: string;
  readonly sources: readonly SuggestionField[];
  readonly pairs: readonly {
    readonly target: SuggestionField;
    readonly right: readonly string[];
  }[];
  readonly none: readonly SuggestionField[];
}

/** All files of one half. Throws when a file names a field that its catalog does not have. */
export function readPairs(half: 'tuning' | 'measured'): readonly PairFile[] {
  const folder = fileURLToPath(new URL(`../../fixtures/field-pairs/${half}/`, import.meta.url));
  return readdirSync(folder)
    .toSorted()
    .map((name) => readFile(name, JSON.parse(readFileSync(`${folder}${name}`, 'utf8'))));
}

function readFile(name: string, json: unknown): PairFile {
  const file = fileShape.parse(json);
  const sources =
    file.fromFields?.map((path) => plainField(path, file.from)) ?? fieldsOf(file.from);
  const known = new Set(sources.map((field) => field.path));
  const target = (field: z.infer<typeof fieldShape>) => targetField(name, file.to, field);
  for (const path of file.pairs.flatMap((pair) => pair.sources)) {
    if (!known.has(path)) throw new RangeError(`${name}: ${file.from} has no field ${path}`);
  }
  return {
    name,
    sources,
    pairs: file.pairs.map((pair) => ({ target: target(pair.target), right: pair.sources })),
    none: file.none.map(target),
  };
}

function targetField(name: string, to: string, field: z.infer<typeof fieldShape>): SuggestionField {
  const { product, object } = recordOf(to);
  if (typeof field !== 'string') {
    const { custom, ...rest } = field;
    return { ...rest, ...(custom ? { custom } : {}), product, object };
  }
  const found = fieldsOf(to).find((one) => one.path === field);
  if (found === undefined) throw new RangeError(`${name}: ${to} has no field ${field}`);
  return found;
}

function plainField(path: string, record: string): SuggestionField {
  return { path, label: path, type: 'text', ...recordOf(record) };
}

function recordOf(record: string) {
  const [product = '', object = ''] = record.split('/');
  return { product, object };
}

/** The standard catalog of `product/object` as suggestion fields; empty when there is none. */
export function fieldsOf(record: string): readonly SuggestionField[] {
  const { product, object } = recordOf(record);
  const catalog = findStaticCatalog(product as CatalogProduct, object);
  return (catalog?.fields ?? []).map((field) => ({ ...field, product, object }));
}

export interface Score {
  readonly pairs: number;
  readonly none: number;
  /** Shares, 0 to 1. */
  readonly first: number;
  readonly amongThree: number;
  readonly noneSaid: number;
}

export function scoreOf(files: readonly PairFile[]): Score {
  const places = files.flatMap((file) =>
    file.pairs.map(({ target, right }) => {
      const found = suggest(target, file.sources);
      const proposals = found.kind === 'proposals' ? found.proposals : [];
      return proposals.findIndex((proposal) => right.includes(proposal.source.path));
    }),
  );
  const none = files.flatMap((file) =>
    file.none.map((target) => suggest(target, file.sources).kind === 'no-match'),
  );
  return {
    pairs: places.length,
    none: none.length,
    first: places.filter((place) => place === 0).length / places.length,
    amongThree: places.filter((place) => place >= 0 && place < 3).length / places.length,
    noneSaid: none.filter((said) => said).length / none.length,
  };
}
