// What people of this installation accepted or rejected before, and what it says about a new proposal.
import { meaningKey, type SuggestionField } from './field-profile.ts';

/** A pair that a person decided on; the fields as they were, or at least path, label and type. */
interface DecidedPair {
  readonly target: SuggestionField;
  readonly source: SuggestionField;
}

/** The latest verdict of each pair; a pair stands in one list only. */
export interface Decisions {
  readonly accepted?: readonly DecidedPair[];
  readonly rejected?: readonly DecidedPair[];
}

/** `same`: this very pair; `alike`: fields of the same meaning elsewhere. */
export type Said =
  | 'accepted-same'
  | 'accepted-alike'
  | 'rejected-same'
  | 'rejected-alike'
  | undefined;

export interface History {
  /** The confidence with what was decided before. */
  adjust(source: SuggestionField, score: number): number;
  said(source: SuggestionField): Said;
}

/** The earlier decisions that concern `target`. */
export function historyOf(decisions: Decisions, target: SuggestionField): History {
  const accepted = verdictsFor(decisions.accepted ?? [], target);
  const rejected = verdictsFor(decisions.rejected ?? [], target);
  const none = accepted.empty && rejected.empty;
  const said = (source: SuggestionField): Said => {
    if (none) return undefined;
    const place = placeOf(source);
    if (accepted.places.has(place)) return 'accepted-same';
    if (rejected.places.has(place)) return 'rejected-same';
    const meaning = meaningKey(source);
    if (accepted.meanings.has(meaning)) return 'accepted-alike';
    return rejected.meanings.has(meaning) ? 'rejected-alike' : undefined;
  };
  return { said, adjust: (source, score) => weigh(said(source), score) };
}

function weigh(said: Said, score: number): number {
  switch (said) {
    case 'accepted-same':
      return Math.max(score, 0.97);
    case 'accepted-alike':
      return score + (1 - score) * 0.5;
    case 'rejected-same':
      return score * 0.3;
    case 'rejected-alike':
      return score * 0.75;
    default:
      return score;
  }
}

interface Verdicts {
  /** Sources decided for this very target. */
  readonly places: ReadonlySet<string>;
  /** Meanings of sources decided for targets of the same meaning. */
  readonly meanings: ReadonlySet<string>;
  readonly empty: boolean;
}

function verdictsFor(pairs: readonly DecidedPair[], target: SuggestionField): Verdicts {
  if (pairs.length === 0) return { places: new Set(), meanings: new Set(), empty: true };
  const place = placeOf(target);
  const meaning = meaningKey(target);
  const same = pairs.filter((pair) => placeOf(pair.target) === place);
  const alike = pairs.filter((pair) => meaningKey(pair.target) === meaning);
  return {
    places: new Set(same.map((pair) => placeOf(pair.source))),
    meanings: new Set(alike.map((pair) => meaningKey(pair.source))),
    empty: same.length === 0 && alike.length === 0,
  };
}

function placeOf(field: SuggestionField): string {
  return `${field.product ?? ''}/${field.object ?? ''}/${field.path}`;
}
