// Proposes source fields for a target field: ranked, with a confidence and a reason in words, or says that none fits.
import { type Decisions, historyOf } from './decisions.ts';
import type { SuggestionField } from './field-profile.ts';
import { likeness } from './likeness.ts';
import { reasonFor } from './reason.ts';

interface Proposal {
  readonly source: SuggestionField;
  /** 0 to 1. */
  readonly confidence: number;
  /** One or two plain sentences. */
  readonly reason: string;
}

export type Suggestion =
  | { readonly kind: 'proposals'; readonly proposals: readonly Proposal[] }
  | { readonly kind: 'no-match'; readonly reason: string };

/** Under this nothing is proposed; tuned on the tuning half of the written field pairs only. */
const CONFIDENCE_MIN = 0.55;
const SHOWN_MAX = 5;

/**
 * Ranked source fields for one target field. Names, types, sample values and this installation's earlier decisions
 * count; nothing is read or sent, the same input gives the same answer.
 */
export function suggest(
  target: SuggestionField,
  sources: readonly SuggestionField[],
  decisions: Decisions = {},
): Suggestion {
  const history = historyOf(decisions, target);
  const ranked = sources
    .map((source, index) => {
      const like = likeness(target, source);
      return { source, index, like, confidence: history.adjust(source, like.score) };
    })
    .filter((each) => each.confidence >= CONFIDENCE_MIN)
    .sort((one, other) => other.confidence - one.confidence || one.index - other.index)
    .slice(0, SHOWN_MAX);
  if (ranked.length === 0) {
    return { kind: 'no-match', reason: `No source field means the same as “${target.label}”.` };
  }
  return {
    kind: 'proposals',
    proposals: ranked.map(({ source, like, confidence }) => ({
      source,
      confidence: Math.min(1, Math.round(confidence * 100) / 100),
      reason: reasonFor(target, source, like, history.said(source)),
    })),
  };
}
