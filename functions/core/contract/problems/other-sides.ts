// Problems about the gateway, Zoho and the shop when they don’t do what we ask: each code's English sentence and what to do next.
import type { ProblemText } from './problem-text.ts';

export const otherSidesProblems = {
  'gateway-distrusted': {
    sentence: 'What the gateway sent for the card fields is not signed by it.',
    next: 'No card was asked for. Check the gateway address on the settings page.',
  },
  'gateway-refused': {
    sentence: 'The gateway refused the request ({reason}).',
    next: 'Nothing moved. Check the amount and the age of the payment.',
  },
  'gateway-credentials': {
    sentence: 'The gateway does not accept our keys for merchant {merchant}.',
    next: 'An administrator checks key, secret and environment on the settings page.',
  },
  'gateway-unavailable': {
    sentence: 'The gateway did not answer.',
    next: 'We try again by ourselves.',
  },
  'gateway-busy': {
    sentence: 'The gateway asks us to slow down.',
    next: 'We try again by ourselves.',
  },
  'merchant-unknown': {
    sentence: 'Merchant {merchant} is not connected.',
    next: 'An administrator adds its keys on the settings page.',
  },
  'zoho-unavailable': {
    sentence: '{product} did not answer.',
    next: 'We try again by ourselves.',
  },
  'zoho-busy': {
    sentence: '{product} has reached its call limit.',
    next: 'We go on by ourselves when {product} allows it.',
  },
  'zoho-blocked': {
    sentence: '{product} takes no calls from us for {minutes} minutes.',
    next: 'All work waits and goes on by itself. If it comes often, ask Zoho for a higher limit.',
  },
  'zoho-calls-low': {
    sentence: 'Less than a tenth of the day’s calls to {product} is left.',
    next: 'The last ones are kept for people, other work waits. Ask Zoho for a higher daily limit.',
  },
  'zoho-plan-missing': {
    sentence: 'Your plan of {product} does not include what we need.',
    next: 'An administrator changes the plan or turns this part off; then it goes on by itself.',
  },
  'zoho-not-used': {
    sentence: 'This company does not use {product}.',
    next: 'An administrator chooses its organization on the settings page, or turns this part off.',
  },
  'zoho-permission-missing': {
    sentence: 'Our connection may not do this in {product}.',
    next: 'An administrator reconnects Zoho and grants what is asked for.',
  },
  'zoho-refused': {
    sentence: '{product} refused the record: {detail}.',
    next: 'Correct it in {product} or in the settings, then replay.',
  },
  'zoho-field-missing': {
    sentence: '{product} has no unique custom field {field}.',
    next: 'An administrator creates the field with "no duplicates", then replays.',
  },
  'shop-unavailable': { sentence: 'The shop did not answer.', next: 'We try again by ourselves.' },
  'shop-refused': {
    sentence: 'The shop refused our request ({detail}).',
    next: 'An administrator checks the shop keys on the settings page.',
  },
} as const satisfies Record<string, ProblemText>;
