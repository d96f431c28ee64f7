// German mails to customers.
import type { CustomerTexts } from '../customer-words.ts';

export const customer: CustomerTexts = {
  invoice: (reference) => `Rechnung ${reference}`,
  invoices: (references) => `Rechnungen ${references}`,
  yourCard: 'Ihre Karte',
  unnamedCard: 'Ihrer Karte',
  linkSubject: (company, what) => `${company}: ${what}`,
  pay: (amount, reference) =>
    `Bitte zahlen Sie ${amount} für die Rechnung ${reference} auf dieser Seite:`,
  payInvoices: (amount) => `Bitte zahlen Sie ${amount} auf dieser Seite, für diese Rechnungen:`,
  payWithoutInvoice: (amount) => `Bitte zahlen Sie ${amount} auf dieser Seite:`,
  addCard: 'Bitte hinterlegen Sie Ihre Karte auf dieser Seite:',
  linkIsYours: 'Der Link ist nur für Sie und gilt drei Tage.',
  neverAsked: 'Wir fragen nie am Telefon oder per Mail nach Kartennummern.',
  unpaidSubject: (company, reference) => `${company}: Rechnung ${reference} ist noch nicht bezahlt`,
  card: (brand, lastFour) => `Ihrer ${brand}-Karte mit den Endziffern ${lastFour}`,
  notCharged: (amount, card, reference, why) =>
    `Wir konnten ${amount} für die Rechnung ${reference} nicht von ${card} einziehen: ${why}. Es wurde nichts belastet.`,
  triedAgain: (day) =>
    `Wir versuchen es am ${day} noch einmal mit derselben Karte. Sie brauchen nichts zu tun; um mit einer anderen Karte zu zahlen, antworten Sie auf diese Mail.`,
  notTriedAgain: (amount, card, reference) =>
    `Wir versuchen nicht noch einmal, ${amount} für die Rechnung ${reference} von ${card} einzuziehen. Es wurde nichts belastet.`,
  otherCard: 'Um mit einer anderen Karte zu zahlen, antworten Sie auf diese Mail.',
  causes: {
    expired: 'Die Karte ist abgelaufen',
    'no-money': 'Das Guthaben reichte nicht aus',
    'over-limit': 'Es liegt über dem Limit der Karte',
    'to-be-confirmed': 'Ihre Bank möchte, dass Sie selbst bestätigen',
    unreachable: 'Ihre Bank war nicht erreichbar',
    declined: 'Ihre Bank hat es abgelehnt',
  },
};
