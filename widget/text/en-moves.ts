// English texts of captures, releases and voids; they are loaded with the payment.
import type { MoveAction } from '../panel/move-model.ts';
import { spoken } from './spoken.ts';

interface MoveWords {
  /** On the button that begins it. */
  readonly open: string;
  readonly openOf: (amount: string) => string;
  readonly title: string;
  readonly confirm: (amount: string, whole: string, card: string) => string;
  readonly means: string;
  readonly yes: (amount: string) => string;
  readonly done: (amount: string, card: string) => string;
}

const words: Readonly<Record<MoveAction, MoveWords>> = {
  capture: {
    open: 'Capture…',
    openOf: (amount) => `Capture ${amount}…`,
    title: 'Capture',
    confirm: (amount, whole, card) => `Capture ${amount} of ${whole} from ${card}?`,
    means: 'The customer is charged. Until the batch goes out it can be voided.',
    yes: (amount) => `Yes, capture ${amount}`,
    done: (amount, card) => `${amount} is captured from ${card}.`,
  },
  reverse: {
    open: 'Release…',
    openOf: (amount) => `Release ${amount}…`,
    title: 'Release',
    confirm: (amount, _, card) => `Release ${amount} on ${card}?`,
    means: 'Nothing is charged. It cannot be captured afterwards.',
    yes: (amount) => `Yes, release ${amount}`,
    done: (amount, card) => `${amount} on ${card} is no longer reserved.`,
  },
  void: {
    open: 'Void…',
    openOf: (amount) => `Void ${amount}…`,
    title: 'Void',
    confirm: (amount, _, card) => `Void the capture of ${amount} from ${card}?`,
    means: 'The customer is not charged, and sees no refund. It cannot be taken back.',
    yes: (amount) => `Yes, void ${amount}`,
    done: (amount, card) => `${amount} is not taken from ${card}.`,
  },
  'void-refund': {
    open: 'Call refund back…',
    openOf: (amount) => `Call refund of ${amount} back…`,
    title: 'Call refund back',
    confirm: (amount, _, card) => `Call the refund of ${amount} to ${card} back?`,
    means: 'The customer does not get it. What the books have of it is taken back.',
    yes: (amount) => `Yes, call ${amount} back`,
    done: (amount, card) => `${amount} does not go to ${card}.`,
  },
};

export const enMoves = {
  words,
  more: 'More',
  refund: 'Refund',
  actions: 'What can be done',
  upTo: (amount: string) => `Up to ${amount}`,
  reasonHint: 'Stays in the audit',
  reasonOptional: 'Reason (optional)',
  next: 'Next',
  until: (time: string) => `Possible until about ${time}.`,
  cautions: {
    'authorization-may-have-lapsed': 'The bank may have let the reservation lapse: it may decline.',
    'late-refund': 'Many processors take no refund after 60 days.',
    'dispute-open': 'A dispute is open: do not pay the customer twice.',
  } as const,
  sending: 'Asking the gateway…',
  accepted: 'Done',
  underWay: 'On its way',
  ended: (title: string, state: string) => `${title}: ${state.toLowerCase()}`,
  refused: 'Nothing was done',
  unknown: {
    title: 'Outcome unknown',
    body: 'We do not know yet whether the gateway has done it. Do not try again.',
  },
  unanswered: {
    title: 'No answer yet',
    body: 'We do not know what became of it. Asking again never does it twice.',
  },
};

export const moveTexts = spoken('moves', enMoves);
