// Problems about who asks, and what we could not take in: each code's English sentence and what to do next.
import type { ProblemText } from './problem-text.ts';

export const whoAsksProblems = {
  'not-signed-in': {
    sentence: 'We could not tell who you are.',
    next: 'Reload the page. If it stays, ask an administrator to reconnect Tallybridge.',
  },
  'session-expired': {
    sentence: 'Your sign-in has expired.',
    next: 'Reload the page to sign in again.',
  },
  'not-allowed': {
    sentence: 'Your role ({role}) does not allow this.',
    next: 'Ask an administrator for the right to do it, or ask a colleague who has it.',
  },
  'not-connected': {
    sentence: 'Tallybridge is not connected for this organization.',
    next: 'An administrator finishes the set-up on the settings page.',
  },
  'access-revoked': {
    sentence: 'An administrator has ended your access to Tallybridge.',
    next: 'Ask an administrator of your company if you think that this is wrong.',
  },
  'leaving-unconfirmed': {
    sentence: 'The name does not match.',
    next: 'Type the company’s name as it stands on the settings page: {company}.',
  },
  'leaving-money-open': {
    sentence: 'The outcome of {count} movements is not known yet.',
    next: 'Wait until it is. If you leave all the same, look them up in the Business Center.',
  },
  'uninstall-announced': {
    sentence: 'Tallybridge was uninstalled in {product}. It leaves your company on {date}.',
    next: 'If the other products go on using it, say on the settings page that it stays.',
  },
  'last-admin': {
    sentence: 'This is the last administrator.',
    next: 'Make somebody else an administrator first.',
  },
  'too-many-tries': {
    sentence: 'There were too many failed tries from your network.',
    next: 'Wait a quarter of an hour, then try again.',
  },
  'invalid-request': {
    sentence: 'The request was not understood: {field} {detail}.',
    next: 'Reload the page and try again.',
  },
  'not-found': {
    sentence: '{what} was not found.',
    next: 'It may have been deleted. Reload the page.',
  },
  'internal-error': {
    sentence: 'Something went wrong on our side.',
    next: 'Nothing was lost. Try again in a minute; the reference is {reference}.',
  },
  'store-unavailable': {
    sentence: 'Our storage did not answer.',
    next: 'Try again in a minute. Money that is on its way is not forgotten.',
  },
  'card-data-found': {
    sentence: 'Nothing was written: {where} has card data in “{field}”.',
    next: 'Remove the card number or security code where it comes from, then try again or replay. Nobody may keep one in a note.',
  },
  'card-data-received': {
    sentence:
      '{source} sent card data in “{field}”. It was blotted out before anything was stored.',
    next: 'Remove the card number or security code there, and tell who typed it that it belongs into the card fields only.',
  },
  'audit-broken': {
    sentence: 'The audit chain is not whole: row {row} of {last} {what}.',
    next: 'Export the audit and check it against an earlier export: node verify-audit.mjs export.jsonl earlier.jsonl.',
  },
} as const satisfies Record<string, ProblemText>;
