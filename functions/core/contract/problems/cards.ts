// Problems about cards, and the money that we ask for: each code's English sentence and what to do next.
import type { ProblemText } from './problem-text.ts';

export const cardsProblems = {
  'card-confirmation-needed': {
    sentence: 'The bank wants the cardholder to confirm this payment.',
    next: 'Nothing was charged. Let the customer pay on the card page, with a card that needs no confirmation if it asks again.',
  },
  'charge-over-balance': {
    sentence: 'Only {left} of invoice {number} is open; {asked} was asked for.',
    next: 'Ask for {left} or less.',
  },
  'charge-beyond-limit': {
    sentence: 'You may not charge that much of a saved card alone. {why}',
    next: 'Ask for approval by {by}, or send the customer a link instead.',
  },
  'request-rejected': {
    sentence: '{name} has rejected this charge: “{reason}”.',
    next: 'Nothing was charged. Send the customer a link, or ask for less.',
  },
  'request-expired': {
    sentence: 'Nobody has decided about this charge in time.',
    next: 'Nothing was charged. Ask again if it is still wanted.',
  },
  'invoice-settled': {
    sentence: 'Nothing of invoice {number} is open any more.',
    next: 'Nothing was charged just now. No payment is needed.',
  },
  'invoice-being-paid': {
    sentence: 'Another payment of invoice {number} is under way, or is not in the books yet.',
    next: 'Nothing was charged just now. Try again in a few minutes, if something is still open then.',
  },
  'no-saved-card': {
    sentence: 'The customer has agreed to no saved card.',
    next: 'Ask by a link: the customer may keep the card there.',
  },
  'saved-card-removed': {
    sentence: 'The saved card was removed.',
    next: 'Nothing was charged. Send the customer a link, to pay with another card.',
  },
  'tries-ended': {
    sentence: '{name} has ended the tries of this card.',
    next: 'Nothing was charged. Send the customer a link if the money is still due.',
  },
  'payer-not-confirmed': {
    sentence: 'The bank could not confirm that the card is the customer’s.',
    next: 'Nothing was charged. Use another card.',
  },
  'card-saves-exhausted': {
    sentence: 'This customer was asked for a card {count} times within a day.',
    next: 'Wait until tomorrow, or use one of the links that are open.',
  },
  'invoice-not-open': {
    sentence: 'Nothing of invoice {number} can be paid: it is {status}.',
    next: 'Send a draft first; a paid or void invoice needs no payment.',
  },
  'customer-not-in-books': {
    sentence: 'Zoho Books has no customer, or several, with the address {email}.',
    next: 'Create the customer in Zoho Books, or open the right one there and ask from it.',
  },
  'account-not-in-books': {
    sentence: 'Zoho Books has no customer, or several, of this account.',
    next: 'Link one customer in Zoho Books to the account, or open the right one there and ask from it.',
  },
  'deal-without-customer': {
    sentence: 'This deal has no contact and no account.',
    next: 'Name the contact in the deal, then ask again.',
  },
  'currency-not-connected': {
    sentence: 'No merchant account takes {currency}.',
    next: 'Connect one on the settings page, or ask in another currency.',
  },
  'link-unknown': {
    sentence: 'This payment link is not known.',
    next: 'Check that the whole address was copied, or ask for a new link.',
  },
  'link-used': {
    sentence: 'This payment link can no longer be used.',
    next: 'Nothing was charged just now. Ask for a new link.',
  },
  'card-declined': {
    sentence: 'The card was declined ({reason}).',
    next: 'Nothing was charged. Use another card, or try again later if the bank allows it.',
  },
  'card-entry-invalid': {
    sentence: 'The card details could not be used.',
    next: 'Nothing was charged. Enter the card again.',
  },
  'card-in-use': {
    sentence: 'The card is still used elsewhere, as the default card or by a subscription.',
    next: 'Make another card the default one first.',
  },
} as const satisfies Record<string, ProblemText>;
