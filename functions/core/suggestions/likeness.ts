// How alike two fields are, and what in them says so.

import {
  type FieldProfile,
  profileOf,
  type Reading,
  type Side,
  type SuggestionField,
} from './field-profile.ts';
import type { Atom, AtomClass, Concept } from './lexicon.ts';
import { relatedTo, wordLikeness } from './relations.ts';
import { contradicts, sampleAgreement, shapeFit } from './value-shape.ts';

/** A piece of the target's meaning and what answers it in the source's, and how well. */
export interface Meeting {
  readonly target: Atom;
  readonly source: Atom;
  readonly weight: number;
}

export interface Likeness {
  /** 0 to 1, a shade above for a record's own id or number. */
  readonly score: number;
  /** The readings that met best; `undefined` when none did. */
  readonly met: readonly [target: Reading, source: Reading] | undefined;
  readonly shapeFit: number;
  readonly sampleAgreement: number;
}

/** How much of a field's meaning a piece of its name carries. */
const WEIGHTS: Readonly<Record<AtomClass, number>> = {
  value: 3,
  word: 2,
  entity: 0.9,
  kind: 1.5,
  light: 0.3,
  side: 0,
};

/** What a record says of itself goes before what it says of others: the order's number before its payment's. */
const OF_RECORD = 0.04;

/** Rows: the target's side; columns: the source's. Billing stands in for what names no side, shipping hardly. */
const SIDE_FIT: Readonly<Record<Side | 'none', Readonly<Record<Side | 'none', number>>>> = {
  none: { none: 1, billing: 0.96, mailing: 0.97, shipping: 0.78, other: 0.6 },
  billing: { none: 0.94, billing: 1, mailing: 0.95, shipping: 0.35, other: 0.35 },
  mailing: { none: 0.97, billing: 0.97, mailing: 1, shipping: 0.6, other: 0.4 },
  shipping: { none: 0.75, billing: 0.35, mailing: 0.5, shipping: 1, other: 0.86 },
  other: { none: 0.55, billing: 0.35, mailing: 0.35, shipping: 0.86, other: 1 },
};

const NOTHING: Likeness = { score: 0, met: undefined, shapeFit: 0, sampleAgreement: 0 };

/** Compares names, types, places and samples; what people decided before is not in it. */
export function likeness(target: SuggestionField, source: SuggestionField): Likeness {
  const one = profileOf(target);
  const other = profileOf(source);
  const names = compareNames(one, other);
  const agreement = sampleAgreement(one.samples, other.samples);
  if (names.met === undefined && agreement <= 0) return NOTHING;
  const fit = shapeFit(one.shape, other.shape) * (misfits(one, other) ? 0.5 : 1);
  const sides = SIDE_FIT[one.side ?? 'none'][other.side ?? 'none'];
  const lines = one.onLine === other.onLine ? 1 : lineFit(names.met);
  const base = names.score * fit * sides * lines;
  const score = base + samplesWorth(agreement, base);
  return {
    score: Math.max(0, score),
    met: names.met,
    shapeFit: fit,
    sampleAgreement: agreement,
  };
}

/** Free text whose samples are no e-mail addresses does not go into an e-mail address. */
function misfits(target: FieldProfile, source: FieldProfile): boolean {
  return source.shape === 'text' && contradicts(target.shape, source.samples);
}

/** Shared samples close much of the gap to certainty, and decide between equals; samples apart cost some of it. */
function samplesWorth(agreement: number, base: number): number {
  return agreement > 0 ? agreement * (0.35 * (1 - base) + 0.05) : agreement * 0.35 * base;
}

/** A quantity or a unit price is of a line even where its name does not say so; a total is another on each level. */
const OF_LINES: ReadonlySet<Concept> = new Set([
  'quantity',
  'unit-price',
  'product-name',
  'product-id',
  'product-code',
  'sku',
  'unit',
]);

function lineFit(met: Likeness['met']): number {
  return met?.[0].own.some((atom) => OF_LINES.has(atom.concept)) ? 0.9 : 0.45;
}

/** The best pair of readings decides, the others may correct it a little: a label can be poor, so can a path. */
function compareNames(one: FieldProfile, other: FieldProfile): Pick<Likeness, 'score' | 'met'> {
  let best = 0;
  let met: Likeness['met'];
  let sum = 0;
  for (const target of one.readings) {
    for (const source of other.readings) {
      const score = compareReadings(target, source);
      sum += score;
      if (score <= best) continue;
      best = score;
      met = [target, source];
    }
  }
  const pairs = one.readings.length * other.readings.length;
  return { score: pairs === 0 ? 0 : 0.75 * best + 0.25 * (sum / pairs), met };
}

function compareReadings(target: Reading, source: Reading): number {
  const there = cover(target, source) * STRANGER ** strangers(target, source);
  if (there === 0) return 0;
  const back = cover(source, target);
  if (back === 0) return 0;
  return 1 / (0.55 / there + 0.45 / back) + (source.ofRecord ? OF_RECORD : 0);
}

/** A target that says more than the source, "Emergency phone", is likely to mean another thing. */
const STRANGER = 0.7;

function strangers(target: Reading, source: Reading): number {
  let count = 0;
  for (const atom of target.own) {
    const telling = atom.class === 'word' || atom.class === 'value';
    if (telling && answer(atom, source) === 0) count += 1;
  }
  return count;
}

/** How much of what `one` says is also said by `other`, its surroundings included. */
function cover(one: Reading, other: Reading): number {
  let total = 0;
  let met = 0;
  for (const atom of one.own) {
    const weight = WEIGHTS[atom.class];
    if (weight === 0) continue;
    total += weight;
    met += weight * answer(atom, other);
  }
  return total === 0 ? 0 : met / total;
}

/** What only the surroundings say counts a little less. */
const NEARBY = 0.9;

function answer(target: Atom, other: Reading): number {
  const own = closest(target, other.own);
  return own === 1 ? 1 : Math.max(own, closest(target, other.context) * NEARBY);
}

function closest(target: Atom, atoms: readonly Atom[]): number {
  const related = relatedTo(target.concept);
  let best = 0;
  for (const atom of atoms) best = Math.max(best, meet(target, atom, related));
  return best;
}

/** 1 for the same, less for what takes its place or is spelled alike, 0 for what has nothing to do with it. */
function meet(one: Atom, other: Atom, related: ReturnType<typeof relatedTo>): number {
  if (one.concept === other.concept) return 1;
  if (one.class !== 'word' || other.class !== 'word') return related?.get(other.concept) ?? 0;
  return wordLikeness(one.concept, other.concept);
}

/** What met in the best readings, in the target's order. */
export function meetingsOf(like: Likeness): readonly Meeting[] {
  if (like.met === undefined) return [];
  const [reading, other] = like.met;
  return reading.own.flatMap((target) => {
    const weight = answer(target, other);
    const related = relatedTo(target.concept);
    const source = [...other.own, ...other.context].find(
      (atom) => weight > 0 && meet(target, atom, related) >= weight,
    );
    return source === undefined ? [] : { target, source, weight };
  });
}
