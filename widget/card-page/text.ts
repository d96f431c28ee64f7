// Every text of the card page, by language; English is the shape that the others must have.

export interface CardPageText {
  readonly title: string;
  readonly titleSave: string;
  readonly forInvoice: (reference: string, company: string) => string;
  readonly forCompany: (company: string) => string;
  /** Above the list of several. */
  readonly forInvoices: (company: string) => string;
  readonly loading: string;
  readonly cardNumber: string;
  readonly securityCode: string;
  readonly expiry: string;
  readonly expiryHint: string;
  readonly expiryWrong: string;
  readonly numberWrong: string;
  readonly codeWrong: string;
  readonly yours: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
  readonly missing: (field: string) => string;
  readonly keepCard: (company: string) => string;
  readonly pay: (amount: string) => string;
  readonly save: string;
  readonly paying: string;
  readonly safe: string;
  readonly triesLeft: (tries: number) => string;
  readonly paidTitle: string;
  readonly paid: (amount: string, card: string) => string;
  readonly savedTitle: string;
  readonly saved: (card: string) => string;
  readonly reviewTitle: string;
  readonly review: (company: string) => string;
  readonly underWayTitle: string;
  readonly underWay: string;
  readonly overTitle: string;
  readonly over: (company: string) => string;
  readonly settledTitle: string;
  readonly settled: (company: string) => string;
  /** Title of the frame that shows the bank's page. */
  readonly bank: string;
  readonly confirmFirst: string;
  readonly unknownTitle: string;
  readonly unknown: string;
  readonly offlineTitle: string;
  readonly offline: string;
  readonly fieldsFailed: string;
  readonly again: string;
  /** What the customer reads about a problem, by its code; `otherwise` for all others. */
  readonly problems: Readonly<
    Record<
      | 'card-declined'
      | 'card-entry-invalid'
      | 'card-confirmation-needed'
      | 'payer-not-confirmed'
      | 'invoice-being-paid'
      | 'never-sent'
      | 'too-many-tries'
      | 'otherwise',
      string
    >
  >;
}

export const english: CardPageText = {
  title: 'Pay by card',
  titleSave: 'Add your card',
  forInvoice: (reference, company) => `Invoice ${reference} of ${company}`,
  forCompany: (company) => `For ${company}`,
  forInvoices: (company) => `Invoices of ${company}`,
  loading: 'Opening the secure card fields…',
  cardNumber: 'Card number',
  securityCode: 'Security code',
  expiry: 'Expires (MM/YY)',
  expiryHint: 'MM/YY',
  expiryWrong: 'Enter month and year as on the card, like 08/29.',
  numberWrong: 'Check the card number.',
  codeWrong: 'Check the security code, three or four digits.',
  yours: 'Name and address on the card’s account',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  line1: 'Street and number',
  line2: 'More (optional)',
  city: 'City',
  region: 'State or region',
  postalCode: 'Postal code',
  country: 'Country',
  missing: (field) => `${field} is missing.`,
  keepCard: (company) => `Keep this card for later payments to ${company}`,
  pay: (amount) => `Pay ${amount}`,
  save: 'Save card',
  paying: 'Asking your bank…',
  safe: 'Your card number goes straight to the payment service. We never see or keep it.',
  triesLeft: (tries) =>
    tries === 1 ? 'You can try once more.' : `You can try ${tries} more times.`,
  paidTitle: 'Thank you, it is paid',
  paid: (amount, card) => `${amount} from ${card}. You can close this page.`,
  savedTitle: 'Your card is saved',
  saved: (card) => `${card}, nothing was charged. You can close this page.`,
  reviewTitle: 'Your payment is being checked',
  review: (company) => `Please do not pay again: ${company} tells you how it ends.`,
  underWayTitle: 'We are waiting for your bank’s answer',
  underWay: 'Please do not pay again. This page shows the answer as soon as it is there.',
  overTitle: 'This link can no longer be used',
  over: (company) =>
    `Nothing is charged any more. Ask ${company} for a new link if you still want to pay.`,
  settledTitle: 'This invoice is paid already',
  settled: (company) =>
    `Nothing was charged just now, and nothing is left to pay to ${company} here.`,
  bank: 'Confirm with your bank',
  confirmFirst:
    'Your bank wants you to confirm this payment. Nothing was charged yet. Enter the card again: your bank then asks you here.',
  unknownTitle: 'This link is not known',
  unknown: 'Check that the whole address was copied, or ask for a new link.',
  offlineTitle: 'We could not be reached',
  offline: 'Nothing was charged just now. Check your connection and try again.',
  fieldsFailed: 'The secure card fields did not open. Nothing was charged.',
  again: 'Try again',
  problems: {
    'card-declined':
      'Your bank declined the card. Nothing was charged. Use another card or ask your bank.',
    'card-entry-invalid':
      'The card details could not be used. Nothing was charged. Enter the card again.',
    'card-confirmation-needed':
      'Your bank wants you to confirm, which is not possible with this card here. Use another card.',
    'payer-not-confirmed':
      'Your bank could not confirm that the card is yours. Nothing was charged. Use another card.',
    'invoice-being-paid':
      'Another payment of this invoice is under way. Nothing was charged just now. Try again in a few minutes if it is still open then.',
    'never-sent': 'The last try did not reach your bank. Nothing was charged. Try again.',
    'too-many-tries': 'Too many tries. Wait ten minutes and try again.',
    otherwise: 'It did not work. Nothing was charged. Try again, or ask for a new link.',
  },
};
