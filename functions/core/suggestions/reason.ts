// Says in plain words why a source field was proposed.
import type { Said } from './decisions.ts';
import { profileOf, type SuggestionField } from './field-profile.ts';
import { type Likeness, type Meeting, meetingsOf } from './likeness.ts';

const HISTORY: Readonly<Record<NonNullable<Said>, string>> = {
  'accepted-same': 'You chose this pair before.',
  'accepted-alike': 'You chose a pair like this before.',
  'rejected-same': 'You turned this pair down before.',
  'rejected-alike': 'You turned a pair like this down before.',
};

/** Under this two types are worth a remark. */
const FIT_REMARK = 0.9;

/** One to four short sentences: what the names share, what the samples show, what was decided before. */
export function reasonFor(
  target: SuggestionField,
  source: SuggestionField,
  like: Likeness,
  said: Said,
): string {
  const sentences = [
    ...(said === undefined ? [] : [HISTORY[said]]),
    ...nameSentences(target, source, meetingsOf(like)),
    ...(like.sampleAgreement > 0 ? ['Their samples share values.'] : []),
    ...(like.shapeFit < FIT_REMARK
      ? [`The types differ: ${inWords(source.type)} into ${inWords(target.type)}.`]
      : []),
  ];
  return sentences.join(' ');
}

function nameSentences(
  target: SuggestionField,
  source: SuggestionField,
  meetings: readonly Meeting[],
): string[] {
  const best = meetings.toSorted((one, other) => rank(other) - rank(one))[0];
  if (best === undefined) return [];
  const goal = inWords(best.target.concept);
  const from = inWords(best.source.concept);
  if (best.target.class === 'word') return [`Both names say “${goal}”.`];
  if (goal !== from) return [`What is called ${from} often goes into ${goal}.`];
  const side = profileOf(target).side;
  const shared = side !== undefined && side === profileOf(source).side && side !== goal;
  return [`Both are the ${shared ? `${side} ` : ''}${goal}.`];
}

/** A value that both name says more than an owner that both name. */
function rank(meeting: Meeting): number {
  return (
    meeting.weight +
    (meeting.target.class === 'value' ? 2 : meeting.target.class === 'word' ? 1 : 0)
  );
}

/** Meanings whose short name would not read well. */
const WORDING: ReadonlyMap<string, string> = new Map([
  ['address-line-1', 'first address line'],
  ['address-line-2', 'second address line'],
  ['card-last-four', 'last four digits of the card'],
  ['created', 'date of creation'],
  ['email', 'e-mail address'],
  ['line', 'line items'],
  ['modified', 'date of the last change'],
  ['region', 'state or region'],
  ['website', 'web link'],
]);

function inWords(name: string): string {
  return WORDING.get(name) ?? name.replaceAll('-', ' ');
}
