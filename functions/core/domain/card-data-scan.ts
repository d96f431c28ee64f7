// Finds card numbers, security codes and track data in a text as it stands: plain, in groups, or over neighbouring fields.

import { speaksOfCard, surroundingsOf } from './card-data-context.ts';
import {
  couldBeIssued,
  hasCheckDigit,
  isIban,
  isIssued,
  looksLikeZohoId,
} from './card-data-ranges.ts';
import type { Span, Survey } from './card-data-survey.ts';

export type CardDataKind = 'card-number' | 'security-code' | 'track';

/** A place that holds card data; `spans` are the digits, without what stands between them. */
export interface CardPlace {
  readonly kind: CardDataKind;
  readonly field: string;
  readonly spans: readonly Span[];
}

/** How numbers are printed on cards and typed by people. */
const GROUPINGS = new Set(
  '4-4-4-4 4-4-4-4-3 4-6-5 4-6-4 4-4-4-2 4-4-4-3 8-8 6-10 4-12 12-4 6-6-4 6-4-6 4-8-4 5-5-5 5-5-6 3-3-3-3-3 2-2-2-2-2-2-2-2 2-2-2-2-2-2-2 6-13 4-15'.split(
    ' ',
  ),
);
/** Between two values of a record, a list, a form or a table's row: the next name may stand there too. */
const NEXT_VALUE = `\\\\*["']?[\\]}]{0,2}\\s*(?:[,;&|\\t\\r\\n]|\\\\+[nrt])+\\s*[[{]{0,2}\\s*(?:\\\\*["']?[A-Za-z_][\\w.\\-[\\]]{0,40}\\\\*["']?\\s*[:=]\\s*)?\\\\*["']?`;
const over = (lengths: readonly number[]) =>
  `(?<![\\w.])${lengths.map((length) => `(\\d{${length}})(?!\\d)`).join(NEXT_VALUE)}(?![\\w.])`;
/** Four fields of four digits are a form for cards; two fields need words that say so. */
const overFields = [
  [4, 4, 4, 4, 3],
  [4, 4, 4, 4],
  [4, 6, 5],
  [4, 6, 4],
  [4, 4, 4, 2],
  [8, 8],
  [6, 10],
  [4, 12],
].map((lengths) => ({
  pattern: new RegExp(over(lengths), 'dg'),
  needsWords: lengths.length === 2,
}));
/** ISO/IEC 7813: track 1 begins with `%B`, track 2 has the number, `=`, expiry and service code. */
const TRACK = /%?B\d{12,19}\^[^^\n]{2,26}\^\d{4}[^?\s"]*\??|;\d{12,19}=\d{7,}\??/gi;
const NAMED_CODE =
  /(?<![a-z])(?:card[_ ]?)?(?:cvv2?|cvc2?|cvn2?|csc|security_?code)\\*["']?\s*[:=]\s*\\*["']?(\d{3,4})(?!\d)/dgi;
const CODE_IN_WORDS =
  /\b(?:cvv2?|cvc2?|cvn2?|csc|cid|security ?code|card ?code|prüfziffer|prüfnummer|sicherheitscode)\b[^\d\n]{0,6}(\d{3,4})(?!\d)/dgi;
/** `12/26 123` behind a number. */
const EXPIRY_AND_CODE =
  /^[\s,;|/-]{1,3}(?:0?[1-9]|1[0-2])[\s/-]?(?:20)?\d{2}[\s,;|/-]{1,3}(\d{3,4})(?!\d)/d;

/** All places in the text, in no certain order. Encoded text is for whoever decodes it first. */
export function scanForCardData(text: string, seen: Survey): CardPlace[] {
  const numbers = [
    ...findGrouped(text, seen.regions),
    ...(seen.overFields ? findOverFields(text) : []),
    ...(seen.track ? findTracks(text) : []),
  ];
  const named = seen.code ? findCodes(text, NAMED_CODE) : [];
  if (numbers.length === 0) return named;
  const behind = numbers.flatMap(({ spans }) => findCodeBehind(text, spans.at(-1)?.[1] ?? 0));
  return [...numbers, ...named, ...findCodes(text, CODE_IN_WORDS), ...behind];
}

interface Group {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the group before and this one. */
  readonly gap: string;
}

function findGrouped(text: string, regions: readonly Span[]): CardPlace[] {
  const places: CardPlace[] = [];
  for (const [from, behind] of regions) {
    const region = text.slice(from, behind);
    // Ids are most of what looks like a number.
    const isPlain = /^\d+$/.test(region);
    if (isPlain && !(couldBeIssued(region) && hasCheckDigit(region))) continue;
    const groups = groupsOf(region, from);
    for (let first = 0; first < groups.length; first += 1) {
      const count = cardAt(text, groups, first);
      if (count === 0) continue;
      const own = groups.slice(first, first + count);
      const [start, end] = [own[0]?.start ?? 0, own.at(-1)?.end ?? 0];
      const { field } = surroundingsOf(text, start, end);
      places.push({ kind: 'card-number', field, spans: own.map((one) => [one.start, one.end]) });
      first += count - 1;
    }
  }
  return places;
}

function groupsOf(region: string, offset: number): Group[] {
  let gapFrom = 0;
  return [...region.matchAll(/\d+/g)].map(({ 0: digits, index }) => {
    const gap = region.slice(gapFrom, index);
    gapFrom = index + digits.length;
    return { digits, start: offset + index, end: offset + gapFrom, gap };
  });
}

/** How many groups from here on are one number's; 0 when none begins here. */
function cardAt(text: string, groups: readonly Group[], first: number): number {
  let digits = '';
  let grouping = '';
  let isMixed = false;
  for (let index = first; index < groups.length && digits.length < 19; index += 1) {
    const group = groups[index];
    if (group === undefined) break;
    isMixed ||= index > first + 1 && group.gap !== groups[first + 1]?.gap;
    digits += group.digits;
    grouping += index === first ? `${group.digits.length}` : `-${group.digits.length}`;
    const count = index - first + 1;
    // Small groups need one separator all along: 20.11.26 10:30 is no number.
    const isSmall = grouping.startsWith('2-') || grouping.startsWith('3-');
    const isPrinted =
      count === 1 ||
      (GROUPINGS.has(grouping) && !(isMixed && isSmall)) ||
      (count >= 13 && count === digits.length && !isMixed);
    if (digits.length < 12 || digits.length > 19 || !isPrinted) continue;
    if (isCard(text, digits, groups[first] ?? group, group)) return count;
  }
  return 0;
}

function isCard(text: string, digits: string, from: Group, to: Group): boolean {
  if (!hasCheckDigit(digits) || !couldBeIssued(digits)) return false;
  const isPlain = from === to;
  const [before = '', after = ''] = [text[from.start - 1], text[to.end]];
  if (isPlain ? isInsideToken(text, from) : /[0-9]/.test(before) || /[A-Za-z0-9]/.test(after)) {
    return false;
  }
  // The digits behind a decimal point; a telephone number; an account number.
  if (
    isPlain &&
    (from.gap === '.' || (before === '.' && /\d\.$/.test(text.slice(0, from.start).slice(-2))))
  )
    return false;
  if (before === '+' && digits.length <= 15) return false;
  if (isPartOfIban(text, from.start)) return false;
  const around = surroundingsOf(text, from.start, to.end);
  if (isPlain) {
    if (around.isTokenOfGateway || looksLikeZohoId(digits, around.isNamedAsId)) {
      return !around.isTokenOfGateway && around.speaksOfCard && !around.isNamedAsId;
    }
    if (around.isNamedAsId && digits.length !== 16) return around.speaksOfCard && isIssued(digits);
  }
  return isIssued(digits) || around.speaksOfCard;
}

/** Part of a hash, a key or a mixed id: letters on both sides of other digits. */
function isInsideToken(text: string, { start, end }: Group): boolean {
  const before = /[A-Za-z0-9]*$/.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? '';
  const after = /^[A-Za-z0-9]*/.exec(text.slice(end, end + 40))?.[0] ?? '';
  return /\d/.test(before) || /\d/.test(after);
}

function isPartOfIban(text: string, start: number): boolean {
  const head = /[A-Z]{2}[A-Z0-9 ]{0,22}$/.exec(text.slice(Math.max(0, start - 24), start));
  if (head === null) return false;
  const from = start - head[0].length;
  const run = /^[A-Z0-9 ]*/.exec(text.slice(from, from + 44))?.[0] ?? '';
  return isIban(run.replaceAll(' ', ''));
}

function findOverFields(text: string): CardPlace[] {
  const places: CardPlace[] = [];
  for (const { pattern, needsWords } of overFields) {
    for (const match of text.matchAll(pattern)) {
      const spans = (match.indices ?? []).slice(1).filter((span) => span !== undefined);
      const digits = match.slice(1).join('');
      if (!hasCheckDigit(digits) || !isIssued(digits)) continue;
      const before = text.slice(Math.max(0, match.index - 60), match.index);
      if ((needsWords || isAscending(match.slice(1))) && !speaksOfCard(before)) continue;
      const { field } = surroundingsOf(text, match.index, match.index);
      places.push({ kind: 'card-number', field, spans });
    }
  }
  return places;
}

/** Four accounts or years in their order are a list, unless words say otherwise. */
function isAscending(groups: readonly string[]): boolean {
  return groups.every((group, index) => {
    const before = groups[index - 1] ?? '';
    return index === 0 || (group > before && group.length === before.length);
  });
}

function findTracks(text: string): CardPlace[] {
  return [...text.matchAll(TRACK)].map(({ 0: found, index }) => {
    const end = index + found.length;
    const { field } = surroundingsOf(text, index, end);
    return { kind: 'track', field, spans: [[index, end]] };
  });
}

function findCodes(text: string, pattern: RegExp): CardPlace[] {
  return [...text.matchAll(pattern)].map(({ indices, index }) => {
    const span = indices?.[1] ?? [index, index];
    return { kind: 'security-code', field: surroundingsOf(text, ...span).field, spans: [span] };
  });
}

function findCodeBehind(text: string, end: number): CardPlace[] {
  const span = EXPIRY_AND_CODE.exec(text.slice(end, end + 24))?.indices?.[1];
  if (span === undefined) return [];
  return [{ kind: 'security-code', field: '', spans: [[end + span[0], end + span[1]]] }];
}
