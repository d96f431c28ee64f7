// How good or bad a state is: decides colour and icon, always beside words.
import type { IconName } from './icon.tsx';

export type Tone = 'good' | 'waiting' | 'bad' | 'neutral';

// Everything that is not named here still waits for something: above all states that this version does not know.
const paymentTones: Readonly<Record<string, Tone>> = {
  captured: 'good',
  settled: 'good',
  won: 'good',
  'partially-captured': 'good',
  disputed: 'bad',
  lost: 'bad',
  declined: 'bad',
  reversed: 'neutral',
  expired: 'neutral',
  voided: 'neutral',
};

const movementTones: Readonly<Record<string, Tone>> = {
  succeeded: 'good',
  declined: 'bad',
  failed: 'bad',
  voided: 'neutral',
};

/** Money taken by a dispute is bad news, returned it is good. */
const disputeTones: Readonly<Record<string, Tone>> = { succeeded: 'bad', voided: 'good' };

export function paymentTone(state: string): Tone {
  return paymentTones[state] ?? 'waiting';
}

export function entryTone(kind: string, state: string): Tone {
  if (kind === 'payment') return paymentTone(state);
  return (kind === 'dispute' ? disputeTones : movementTones)[state] ?? 'waiting';
}

export const toneIcon: Readonly<Record<Tone, IconName>> = {
  good: 'check',
  waiting: 'clock',
  bad: 'cross',
  neutral: 'dot',
};
