// German notices to staff.
import type { Words } from '../../contract/words.ts';
import type { notices as english } from '../en/notices.ts';

export const notices: Words<typeof english> = {
  roles: {
    viewer: 'Betrachter',
    agent: 'Sachbearbeiter',
    approver: 'Freigeber',
    admin: 'Administrator',
  },
  request: {
    refund: (amount) => `Erstattung von ${amount}`,
    charge: (amount) => `Belastung einer gespeicherten Karte mit ${amount}`,
    title: { refund: 'Erstattung', charge: 'Belastung' },
    asked: (name, what) => `${name} bittet um Freigabe: ${what}.`,
    reason: (reason) => `Begründung: „${reason}“.`,
    decides: {
      approver: (until) => `Ein Freigeber entscheidet im Panel von Tallybridge, bis ${until}.`,
      admin: (until) => `Ein Administrator entscheidet im Panel von Tallybridge, bis ${until}.`,
    },
    approved: (by, what, name) => `${by} hat freigegeben, worum ${name} gebeten hat: ${what}.`,
    onItsWay: 'Es ist unterwegs.',
    notSent: (why) => `Es wurde nicht gesendet: ${why}`,
    rejected: (by, what, name) => `${by} hat abgelehnt, worum ${name} gebeten hat: ${what}.`,
    withdrawn: (name, what) => `${name} hat die Bitte zurückgezogen: ${what}.`,
    expired: (what, name) =>
      `Niemand hat rechtzeitig entschieden, worum ${name} gebeten hat: ${what}.`,
    nothingMoved: 'Es hat sich nichts bewegt.',
  },
  question: {
    subject: 'Sie werden um eine Entscheidung gebeten',
    asked: (name, ask) => `${name} fragt: ${ask}`,
    aFlow: 'Ein Ablauf',
  },
  anchor: {
    subject: (company) => `Prüfanker von ${company}`,
    text: (row, hash) => `Zeile ${row} der Prüfkette hat den Hash ${hash}.`,
    keep: (command) =>
      `Heben Sie diese Mail auf: Mit ihr beweist ${command}, dass bis zu dieser Zeile später nichts geändert wurde.`,
  },
  mailTest: {
    subject: 'Tallybridge: Probe',
    text: 'Der Doktor von Tallybridge hat geprüft, ob Mails gesendet werden können. Es ist nichts zu tun.',
  },
  caseSubject: (reference) => `Zahlung in Prüfung: ${reference}`,
  transaction: (id, merchant) => `Transaktion ${id} von ${merchant}`,
  refundAtGateway: (id) => `Cybersource-Erstattung ${id}`,
  clearingAccount: (merchant) =>
    `Kartengeld des Händlers ${merchant} auf dem Weg zur Bank (Tallybridge)`,
  books: {
    tax: 'Steuer',
    otherTax: 'Übrige Steuer und Rundung',
    refundOfInvoice: (number) => `Erstattung zur Rechnung ${number}`,
    refundedLine: (number, reason) => `Erstattung zu ${number}: ${reason}`,
    someCard: 'Cybersource-Karte',
    forInvoice: (card, number) => `${card}, Rechnung ${number}`,
  },
  unknownCustomer: 'Unbekannter Kunde',
  refundedAtGateway: 'am Gateway erstattet',
  card: (brand, lastFour) => `Die ${brand}-Karte mit den Endziffern ${lastFour}`,
  cardAmong: (brand, lastFour) => `${brand} mit den Endziffern ${lastFour}`,
  unnamedCard: 'Die Karte',
  noReason: 'es wurde kein Grund genannt',
  unknownReason: (code) => `Grund ${code}`,
  noRule: 'keine',
  score: (score, band) => `${score}, ${band}`,
  risk: { low: 'niedrig', medium: 'mittel', high: 'hoch' },
  notNamed: 'nicht genannt',
  advice: {
    never:
      'Versuchen Sie diese Karte nicht noch einmal. Bitten Sie den Kunden um einen anderen Zahlungsweg.',
    'other-card': 'Senden Sie einen neuen Link: Der Kunde braucht eine andere Karte.',
    'correct-card': 'Senden Sie einen neuen Link, damit der Kunde die Karte neu eingibt.',
    confirm: 'Senden Sie einen neuen Link: Der Kunde muss die Zahlung bei der Bank bestätigen.',
    later:
      'Versuchen Sie es an einem anderen Tag, oder senden Sie einen neuen Link für eine andere Karte.',
    soon: 'Versuchen Sie es später noch einmal: Gegen die Karte liegt nichts vor.',
    look: 'Sehen Sie sich die Transaktion an, bevor etwas noch einmal versucht wird.',
  },
  states: {
    created: 'begonnen',
    'needs-inspection': 'zu prüfen',
    'pending-review': 'in Prüfung',
    authorized: 'autorisiert',
    'partially-captured': 'teilweise eingezogen',
    captured: 'eingezogen',
    settled: 'abgerechnet',
    disputed: 'angefochten',
    won: 'zurückgewonnen',
    lost: 'verloren',
    declined: 'abgelehnt',
    reversed: 'freigegeben',
    expired: 'abgelaufen',
    voided: 'storniert',
  },
};
