// English texts of what happened to a payment and of its fraud check; they are loaded with them.
import { spoken } from './spoken.ts';

const movementStates: Readonly<Record<string, string>> = {
  intended: 'About to be sent',
  sent: 'On its way',
  unknown: 'Outcome unknown',
  succeeded: 'Done',
  declined: 'Declined',
  failed: 'Failed',
  'needs-inspection': 'Needs a look',
  voided: 'Voided',
};

/** Where a dispute's state means something else than a movement's. */
const disputeStates: Readonly<Record<string, string>> = {
  succeeded: 'Money withdrawn',
  voided: 'Money returned',
};

const movementKinds: Readonly<Record<string, string>> = {
  payment: 'Payment',
  capture: 'Capture',
  refund: 'Refund',
  void: 'Void',
  reversal: 'Release',
  dispute: 'Dispute',
};

/** Decision Manager's factor codes. */
const factors: Readonly<Record<string, string>> = {
  A: 'The address changed unusually often.',
  B: 'The card’s bank or earlier authorizations are risky.',
  C: 'The buyer used many card numbers.',
  D: 'The e-mail address is risky.',
  E: 'The buyer is on your positive list.',
  F: 'The order matches your negative list.',
  G: 'Address, phone and network are in different places.',
  H: 'The name changed unusually often.',
  I: 'The network does not fit the billing details.',
  N: 'Names or addresses contain nonsense.',
  O: 'Names or addresses contain obscenities.',
  P: 'One identity is used with many others.',
  Q: 'The phone number does not fit the address.',
  R: 'Amount, items or delivery are risky.',
  T: 'It was ordered at an unusual hour.',
  U: 'The address could not be verified.',
  V: 'Card, address or network were used many times lately.',
  W: 'The address resembles a suspect one.',
  Y: 'Billing and delivery address differ, as with a gift.',
  Z: 'A value was not valid.',
};

export const enStory = {
  movementStates,
  disputeStates,
  movementKinds,

  limits: {
    left: (amount: string) => `${amount} can go back`,
    nothingLeft: 'Nothing can go back',
    parts: {
      refunded: 'Refunded',
      pending: 'On its way back',
      unknown: 'Outcome unknown',
      disputed: 'Disputed',
      left: 'Can go back',
    },
    of: (amount: string) => `of ${amount} captured`,
  },

  recheck: {
    button: 'Recheck now',
    busy: 'Asking the gateway…',
    since: (age: string) => `Sent ${age}.`,
    next: (when: string) => `We ask again ${when}.`,
  },

  timeline: {
    title: 'What happened',
    of: (kind: string, amount: string) => `${kind} of ${amount}`,
    by: (name: string) => `by ${name}`,
    booked: (document: string) => `Booked: ${document}`,
    waiting: 'Being booked…',
    notBooked: 'Not booked.',
  },

  fraud: {
    title: 'Fraud check',
    score: (score: string) => `Score ${score} of 99`,
    bands: {
      low: { label: 'Low risk', meaning: 'Little speaks against this payment.' },
      medium: { label: 'Medium risk', meaning: 'Worth a look before you ship.' },
      high: { label: 'High risk', meaning: 'Check the customer before you ship.' },
    },
    noScore: 'The gateway made no score.',
    factors,
    unknownFactor: (code: string) => `Factor code ${code}: look it up in the Business Center.`,
    profile: (name: string) => `Decided by profile ${name}`,
    rule: (name: string, decision: string) => `Rule “${name}” ${decision}`,
    decisions: {
      ACCEPT: 'accepted it',
      REVIEW: 'asked for a review',
      REJECT: 'rejected it',
      IGNORE: 'only watched',
    } as Readonly<Record<string, string>>,
  },
};

export const storyTexts = spoken('story', enStory);
