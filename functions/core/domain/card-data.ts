// No card number, security code or track data passes: found in whatever form, masked where it may stay, refused elsewhere.

import { readingsOf, tokenReadings, wholeReadings } from './card-data-decode.ts';
import { type CardDataKind, scanForCardData } from './card-data-scan.ts';
import { survey } from './card-data-survey.ts';
import { type Problem, problem } from './problem.ts';

/** What was found and in which field; never the digits. */
export interface CardFinding {
  readonly kind: CardDataKind;
  /** The name that stands before it, or where the text belongs; `` when unknown. */
  readonly field: string;
}

declare const brand: unique symbol;
/** A text that {@link maskCardData} has looked through. */
export type CardFreeText = string & { readonly [brand]: 'CardFreeText' };

/** Encodings in encodings; more than any product of ours nests. */
const DEPTH_MAX = 3;
const REMOVED = '[card data removed]';
/** The shortest number that anybody issues, and half of it for what is encoded. */
const LENGTH_MIN = 7;

/** The first card data in a text: plain, in groups, over neighbouring fields, escaped, encoded. */
export function findCardData(text: string, depth = 0): CardFinding | undefined {
  if (text.length < LENGTH_MIN) return undefined;
  const seen = survey(text);
  const [place] = scanForCardData(text, seen);
  if (place !== undefined) return { kind: place.kind, field: harmless(place.field) };
  if (depth === DEPTH_MAX) return undefined;
  for (const { text: read } of readingsOf(text, seen)) {
    const found = findCardData(read, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The text with every digit of card data blotted out in its place; what cannot be blotted out safely is removed whole. */
export function maskCardData(text: string): CardFreeText {
  if (findCardData(text) === undefined) return text as CardFreeText;
  const plain = blot(text);
  const tokens = tokenReadings(plain, survey(plain)).flatMap(({ text: read, span }) =>
    span === undefined || findCardData(read, 1) === undefined ? [] : [span],
  );
  let masked = [...new Map(tokens.map((span) => [span[0], span])).values()]
    .sort((a, b) => b[0] - a[0])
    .reduce((rest, [start, end]) => rest.slice(0, start) + REMOVED + rest.slice(end), plain);
  // Escaped or in another script: the reading takes the text's place.
  for (let turn = 0; turn < DEPTH_MAX && findCardData(masked) !== undefined; turn += 1) {
    const read = wholeReadings(masked, survey(masked)).find(
      (one) => findCardData(one.text) !== undefined,
    );
    if (read === undefined) break;
    masked = blot(read.text);
  }
  return (findCardData(masked) === undefined ? masked : REMOVED) as CardFreeText;
}

/** What stands in a name's place may be digits too. */
function harmless(field: string): string {
  return /\d{5}/.test(field) ? '' : field;
}

/** A number that stands bare in JSON stays one, so that the rest can still be read. */
function blot(text: string): string {
  const places = scanForCardData(text, survey(text));
  const spans = places.flatMap((place) => place.spans).sort((a, b) => b[0] - a[0]);
  return spans.reduce((rest, [start, end]) => {
    const isBare = /[:,[]\s*$/.test(rest.slice(Math.max(0, start - 8), start));
    const blotted =
      isBare && /^\s*[,}\]]/.test(rest.slice(end, end + 8))
        ? '0'
        : rest.slice(start, end).replace(/\d/g, '*');
    return rest.slice(0, start) + blotted + rest.slice(end);
  }, text);
}

/** Something was not written, as it held card data; `problem` says where and what to do. */
export class CardDataRefused extends Error {
  override readonly name = 'CardDataRefused';
  readonly problem: Problem;
  constructor(found: CardFinding, where: string) {
    super(`card data in ${where}`);
    this.problem = cardDataProblem(found, where);
  }
}

/** @param where what was about to be written, in words: `the request to the shop`. */
export function cardDataProblem({ field }: CardFinding, where: string): Problem {
  return problem('card-data-found', 'fix-input', { field: field || 'a text', where });
}

/** What an error says of card data; by its name, as parts of a function that are loaded later have classes of their own. */
export function cardDataProblemOf(error: unknown): Problem | undefined {
  const isOurs = error instanceof Error && error.name === 'CardDataRefused' && 'problem' in error;
  return isOurs ? (error.problem as Problem) : undefined;
}

/** @throws CardDataRefused when the text holds card data. */
export function refuseCardData(text: string, where: string): void {
  const found = findCardData(text);
  if (found !== undefined) throw new CardDataRefused(found, where);
}
