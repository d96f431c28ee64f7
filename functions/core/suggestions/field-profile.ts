// What a field means, read from its path, its label and the record that it belongs to.
import type { CatalogField } from '../mapping/catalog-field.ts';
import { type Atom, type Concept, meaningOf, PHRASE_MAX, splitName } from './lexicon.ts';
import { type ValueShape, valueShape } from './value-shape.ts';

/** A field and, where known, the record that it belongs to. */
export type SuggestionField = CatalogField & {
  readonly object?: string;
  readonly product?: string;
};

/** One reading of a field: what its name says (`own`) and what its surroundings say (`context`). */
export interface Reading {
  readonly own: readonly Atom[];
  readonly context: readonly Atom[];
  /** The name needed its record: it is the record's own id, number, date. */
  readonly ofRecord?: true;
}

export type Side = 'billing' | 'shipping' | 'mailing' | 'other';

/** All that is compared of a field. */
export interface FieldProfile {
  readonly readings: readonly Reading[];
  /** `undefined` when the name does not say. */
  readonly side: Side | undefined;
  /** True for a field of an order's or document's lines. */
  readonly onLine: boolean;
  readonly shape: ValueShape;
  /** Normalized samples, for overlap. */
  readonly samples: ReadonlySet<string>;
}

interface Word {
  readonly text: string;
  readonly own: boolean;
}

const profiles = new WeakMap<SuggestionField, FieldProfile>();

/** The field's profile; computed once per field object, which must not be changed afterwards. */
export function profileOf(field: SuggestionField): FieldProfile {
  const known = profiles.get(field);
  if (known !== undefined) return known;
  const profile = readProfile(field);
  profiles.set(field, profile);
  return profile;
}

function readProfile(field: SuggestionField): FieldProfile {
  const steps = field.path.split('.');
  const name = words(steps.at(-1) ?? '', true);
  const label = words(field.label, true);
  const record = words(`${field.product ?? ''} ${field.object ?? ''}`, false);
  const above = words(steps.slice(0, -1).join('.'), false);
  // `order.number` is the order's own number, as `number` is.
  const parents = above.every((word) => record.some(({ text }) => text === word.text)) ? [] : above;
  const readings = [readName(name, parents, record), readName(label, [], record)];
  return {
    readings: readings.filter((each) => each.own.length > 0),
    side: sideOf(readings),
    onLine: isOnLine(field),
    shape: valueShape(field),
    samples: new Set((field.samples ?? []).map((sample) => sample.trim().toLowerCase())),
  };
}

/** The record is asked only where the name alone says too little: an order's `number` is an order number. */
function readName(
  name: readonly Word[],
  parents: readonly Word[],
  record: readonly Word[],
): Reading {
  const alone = reading([...parents, ...name]);
  if (parents.length > 0 || saysWhat(alone.own)) return promote(alone);
  const withRecord = reading([...record, ...name]);
  const meant = withRecord.own.some((atom) => atom.class === 'value');
  return meant ? { ...withRecord, ofRecord: true } : promote(alone);
}

function saysWhat(atoms: readonly Atom[]): boolean {
  return atoms.some((atom) => atom.class === 'value' || atom.class === 'word');
}

const LINE_WORDS = new Set(['line', 'item', 'product']);
const OTHER_LINES = new Set(['tax', 'shipping', 'fee', 'coupon']);

/** `line_items[].name` and "Line: name" are on an order's line; `tax_lines[].label` is not. */
function isOnLine(field: SuggestionField): boolean {
  const [list = '', inRow] = field.path.split('[]');
  if (inRow === undefined) return /^line\b/i.test(field.label) && !field.path.includes('.');
  const named = splitName(list.split('.').at(-1) ?? '');
  return named.some((word) => LINE_WORDS.has(word)) && !named.some((word) => OTHER_LINES.has(word));
}

function words(text: string, own: boolean): Word[] {
  return splitName(text).map((word) => ({ text: word, own }));
}

/** From the end, where a name's head stands, longest phrase first; one that reaches into the own name is its own. */
function reading(all: readonly Word[]): Reading {
  const own: Atom[] = [];
  const context: Atom[] = [];
  let end = all.length;
  while (end > 0) {
    const { atoms, from } = lastPhrase(all, end);
    const mine = all[end - 1]?.own === true;
    for (const atom of atoms) {
      const list = mine && atom.concept !== 'line' ? own : context;
      if (!list.some((other) => other.concept === atom.concept)) list.unshift(atom);
    }
    end = from;
  }
  return own.length > 0 ? { own, context } : { own: context, context: own };
}

function lastPhrase(all: readonly Word[], end: number): { atoms: readonly Atom[]; from: number } {
  for (let from = Math.max(0, end - PHRASE_MAX); from < end; from += 1) {
    const phrase = all
      .slice(from, end)
      .map((word) => word.text)
      .join(' ');
    const atoms = meaningOf(phrase);
    if (atoms !== undefined) return { atoms, from };
  }
  return { atoms: [{ concept: all[end - 1]?.text ?? '', class: 'word' }], from: end - 1 };
}

/** `score.result` is a score: where the name itself says only a sort, the nearest step above says the rest. */
function promote(found: Reading): Reading {
  if (saysWhat(found.own) || found.own.length === 0) return found;
  const nearest = found.context.findLast((atom) => atom.class !== 'side' && atom.class !== 'kind');
  return nearest === undefined
    ? found
    : { own: [...found.own, nearest], context: found.context.filter((atom) => atom !== nearest) };
}

function sideOf(readings: readonly Reading[]): Side | undefined {
  for (const each of readings) {
    const atom = [...each.own, ...each.context].findLast((one) => one.class === 'side');
    if (atom !== undefined) return atom.concept as Side;
  }
  return undefined;
}

/** A short name of the field's meaning, alike for fields that say the same: what history is kept under. */
export function meaningKey(field: SuggestionField): string {
  const concepts = profileOf(field).readings.flatMap((each) =>
    each.own.map((atom) => atom.concept),
  );
  return [...new Set<Concept>(concepts)].sort().join('+');
}
