// English mails to customers.
import type { CustomerTexts } from '../customer-words.ts';

export const customer: CustomerTexts = {
  invoice: (reference) => `invoice ${reference}`,
  invoices: (references) => `invoices ${references}`,
  yourCard: 'your card',
  unnamedCard: 'your card',
  linkSubject: (company, what) => `${company}: ${what}`,
  pay: (amount, reference) => `Please pay ${amount} for invoice ${reference} on this page:`,
  payInvoices: (amount) => `Please pay ${amount} on this page, for these invoices:`,
  payWithoutInvoice: (amount) => `Please pay ${amount} on this page:`,
  addCard: 'Please add your card on this page:',
  linkIsYours: 'The link is for you alone and good for three days.',
  neverAsked: 'We never ask for card numbers by phone or mail.',
  unpaidSubject: (company, reference) => `${company}: invoice ${reference} is not paid yet`,
  card: (brand, lastFour) => `your ${brand} card ending in ${lastFour}`,
  notCharged: (amount, card, reference, why) =>
    `We could not charge ${amount} to ${card} for invoice ${reference}: ${why}. Nothing was charged.`,
  triedAgain: (day) =>
    `We try the same card again on ${day}. You need not do anything; to pay with another card, answer this mail.`,
  notTriedAgain: (amount, card, reference) =>
    `We do not try ${card} again for the ${amount} of invoice ${reference}. Nothing was charged.`,
  otherCard: 'To pay with another card, answer this mail.',
  causes: {
    expired: 'the card has expired',
    'no-money': 'there was not enough money for it',
    'over-limit': 'it is above the card’s limit',
    'to-be-confirmed': 'your bank wants you to confirm it yourself',
    unreachable: 'your bank could not be reached',
    declined: 'your bank has declined it',
  },
};
