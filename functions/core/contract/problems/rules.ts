// Problems about rules and approvals: each code's English sentence and what to do next.
import type { ProblemText } from './problem-text.ts';

export const rulesProblems = {
  'approval-own': {
    sentence: 'You asked for this yourself, so somebody else must decide.',
    next: 'Ask a colleague who may approve.',
  },
  'approval-over': {
    sentence: 'This was decided before: {decision}.',
    next: 'Reload the page. If it must be done all the same, start it again.',
  },
  'approval-needed': {
    sentence: 'This needs approval by {by}. {why}',
    next: 'Ask for approval, or change what you want to move.',
  },
  'approval-not-needed': {
    sentence: 'This needs no approval: you may do it yourself.',
    next: 'Go back and do it without asking.',
  },
  'approval-not-yours': {
    sentence: 'Somebody else has asked for this.',
    next: 'Only who has asked can withdraw it.',
  },
  'policy-forbids': {
    sentence: 'The rules of your company forbid this. {why}',
    next: 'Change what you want to move, or ask an administrator.',
  },
  'policy-amount': {
    sentence: 'It is above {limit}, the limit for one movement.',
    next: 'Enter {limit} or less, or have it approved.',
  },
  'policy-per-day': {
    sentence: 'It is above {limit} a day: {left} of it is left today.',
    next: 'Enter {left} or less, or have it approved.',
  },
  'policy-per-payment': {
    sentence: 'It is above {limit} of one payment: {moved} went back before.',
    next: 'Enter {left} or less, or have it approved.',
  },
  'policy-no-limit': {
    sentence: 'No amount in {currency} may be moved alone.',
    next: 'Have it approved, or ask an administrator for a limit in {currency}.',
  },
  'policy-age': {
    sentence: 'The payment is {days} days old; the limit is {limit} days.',
    next: 'Have it approved.',
  },
  'policy-currency': {
    sentence: '{currency} is none of the currencies that may be moved: {among}.',
    next: 'Ask an administrator.',
  },
  'policy-risk': {
    sentence: 'The fraud check sees a {band} risk.',
    next: 'Have it approved.',
  },
  'policy-dispute': {
    sentence: 'A dispute over this payment is open.',
    next: 'Have it approved, or wait for the end of the dispute.',
  },
  'policy-other-card': {
    sentence: 'The money would go to another card than it came from.',
    next: 'Refund to the card that was paid with.',
  },
  'policy-reason': {
    sentence: 'The reason must have at least {lengthMin} characters.',
    next: 'Say in a few more words why.',
  },
} as const satisfies Record<string, ProblemText>;
