// The card page in German.
import { offerText } from '../page-language.ts';
import type { CardPageText } from '../text.ts';

export const text: CardPageText = {
  title: 'Mit Karte zahlen',
  titleSave: 'Karte hinzufügen',
  forInvoice: (reference, company) => `Rechnung ${reference} von ${company}`,
  forCompany: (company) => `Für ${company}`,
  forInvoices: (company) => `Rechnungen von ${company}`,
  loading: 'Die sicheren Kartenfelder werden geöffnet …',
  cardNumber: 'Kartennummer',
  securityCode: 'Prüfziffer',
  expiry: 'Gültig bis (MM/JJ)',
  expiryHint: 'MM/JJ',
  expiryWrong: 'Geben Sie Monat und Jahr wie auf der Karte ein, etwa 08/29.',
  numberWrong: 'Prüfen Sie die Kartennummer.',
  codeWrong: 'Prüfen Sie die drei- oder vierstellige Prüfziffer.',
  yours: 'Name und Adresse des Kartenkontos',
  firstName: 'Vorname',
  lastName: 'Nachname',
  email: 'E-Mail',
  line1: 'Straße und Hausnummer',
  line2: 'Zusatz (freiwillig)',
  city: 'Ort',
  region: 'Bundesland oder Region',
  postalCode: 'Postleitzahl',
  country: 'Land',
  missing: (field) => `Es fehlt: ${field}.`,
  keepCard: (company) => `Diese Karte für spätere Zahlungen an ${company} speichern`,
  pay: (amount) => `${amount} zahlen`,
  save: 'Karte speichern',
  paying: 'Ihre Bank wird gefragt …',
  safe: 'Ihre Kartennummer geht direkt an den Zahlungsdienst. Wir sehen und speichern sie nie.',
  triesLeft: (tries) =>
    tries === 1 ? 'Sie haben noch einen Versuch.' : `Sie haben noch ${tries} Versuche.`,
  paidTitle: 'Danke, es ist bezahlt',
  paid: (amount, card) => `${amount} von ${card}. Sie können diese Seite schließen.`,
  savedTitle: 'Ihre Karte ist gespeichert',
  saved: (card) => `${card}, es wurde nichts belastet. Sie können diese Seite schließen.`,
  reviewTitle: 'Ihre Zahlung wird geprüft',
  review: (company) =>
    `Bitte zahlen Sie nicht noch einmal: ${company} teilt Ihnen den Ausgang mit.`,
  underWayTitle: 'Wir warten auf die Antwort Ihrer Bank',
  underWay: 'Bitte zahlen Sie nicht noch einmal. Diese Seite zeigt die Antwort, sobald sie da ist.',
  overTitle: 'Dieser Link gilt nicht mehr',
  over: (company) =>
    `Es wird nichts mehr belastet. Bitten Sie ${company} um einen neuen Link, wenn Sie noch zahlen möchten.`,
  settledTitle: 'Diese Rechnung ist schon bezahlt',
  settled: (company) =>
    `Es wurde jetzt nichts belastet, und an ${company} ist hier nichts mehr zu zahlen.`,
  bank: 'Bei Ihrer Bank bestätigen',
  confirmFirst:
    'Ihre Bank möchte, dass Sie diese Zahlung bestätigen. Noch wurde nichts belastet. Geben Sie die Karte erneut ein: Dann fragt Ihre Bank Sie hier.',
  unknownTitle: 'Dieser Link ist nicht bekannt',
  unknown: 'Prüfen Sie, ob die ganze Adresse kopiert wurde, oder bitten Sie um einen neuen Link.',
  offlineTitle: 'Wir waren nicht zu erreichen',
  offline: 'Es wurde eben nichts belastet. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  fieldsFailed: 'Die sicheren Kartenfelder haben sich nicht geöffnet. Es wurde nichts belastet.',
  again: 'Erneut versuchen',
  problems: {
    'card-declined':
      'Ihre Bank hat die Karte abgelehnt. Es wurde nichts belastet. Nehmen Sie eine andere Karte oder fragen Sie Ihre Bank.',
    'card-entry-invalid':
      'Die Kartendaten waren nicht zu verwenden. Es wurde nichts belastet. Geben Sie die Karte erneut ein.',
    'card-confirmation-needed':
      'Ihre Bank verlangt eine Bestätigung, die mit dieser Karte hier nicht möglich ist. Nehmen Sie eine andere Karte.',
    'payer-not-confirmed':
      'Ihre Bank konnte nicht bestätigen, dass die Karte Ihnen gehört. Es wurde nichts belastet. Nehmen Sie eine andere Karte.',
    'invoice-being-paid':
      'Eine andere Zahlung dieser Rechnung läuft gerade. Es wurde jetzt nichts belastet. Versuchen Sie es in einigen Minuten erneut, falls dann noch etwas offen ist.',
    'never-sent':
      'Der letzte Versuch hat Ihre Bank nicht erreicht. Es wurde nichts belastet. Versuchen Sie es erneut.',
    'too-many-tries': 'Zu viele Versuche. Warten Sie zehn Minuten und versuchen Sie es erneut.',
    otherwise:
      'Es hat nicht geklappt. Es wurde nichts belastet. Versuchen Sie es erneut oder bitten Sie um einen neuen Link.',
  },
};

offerText(text);
