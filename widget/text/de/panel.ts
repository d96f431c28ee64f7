// German texts: the panel itself.
import { facts } from '../../../functions/core/contract/problems/de/facts.ts';
import type { PanelLanguage } from '../language.ts';

export const panel: PanelLanguage['panel'] = {
  loading: 'Die Zahlung wird gelesen …',
  retry: 'Erneut versuchen',
  back: 'Zurück',
  support: 'Für den Support',
  unknownReason: (code) => `Code ${code}, bitte im Business Center nachschlagen`,
  brands: {
    visa: 'Visa',
    mastercard: 'Mastercard',
    amex: 'American Express',
    discover: 'Discover',
    diners: 'Diners Club',
    jcb: 'JCB',
    maestro: 'Maestro',
    unionpay: 'UnionPay',
  },
  otherBrand: 'Karte',
  card: (brand, lastFour) => `${brand} ..${lastFour}`,
  noCard: 'die Karte',
  expires: (date) => `Gültig bis ${date}`,
  roles: {
    viewer: 'Betrachter',
    agent: 'Sachbearbeiter',
    approver: 'Freigeber',
    admin: 'Administrator',
  },
  facts,
  paymentStates: {
    created: {
      label: 'Begonnen',
      meaning: 'Noch nicht bezahlt. Das Gateway hat noch nicht entschieden.',
    },
    'needs-inspection': {
      label: 'Bitte prüfen',
      meaning:
        'Diese Antwort des Gateways kennen wir nicht. Schlagen Sie die Zahlung im Business Center nach.',
    },
    'pending-review': {
      label: 'In Prüfung',
      meaning:
        'Noch nicht bezahlt. Das Geld ist reserviert, bis jemand die Zahlung annimmt oder ablehnt.',
    },
    authorized: {
      label: 'Autorisiert',
      meaning: 'Noch nicht bezahlt. Das Geld ist reserviert und wartet auf den Einzug.',
    },
    'partially-captured': {
      label: 'Teilweise bezahlt',
      meaning: 'Nur ein Teil des reservierten Geldes wurde eingezogen.',
    },
    captured: {
      label: 'Bezahlt',
      meaning: 'Eingezogen, aber noch nicht mit Ihrer Bank abgerechnet.',
    },
    settled: { label: 'Bezahlt', meaning: 'Eingezogen und abgerechnet.' },
    disputed: {
      label: 'Angefochten',
      meaning: 'Der Karteninhaber ficht sie an. Angefochtenes Geld lässt sich nicht erstatten.',
    },
    won: { label: 'Bezahlt', meaning: 'Sie wurde angefochten und zu Ihren Gunsten entschieden.' },
    lost: {
      label: 'Anfechtung verloren',
      meaning: 'Zugunsten des Karteninhabers entschieden: Das Geld ging zurück.',
    },
    declined: { label: 'Abgelehnt', meaning: 'Nicht bezahlt. Es ist kein Geld geflossen.' },
    reversed: {
      label: 'Freigegeben',
      meaning: 'Nicht bezahlt. Das reservierte Geld wurde freigegeben.',
    },
    expired: { label: 'Abgelaufen', meaning: 'Nicht bezahlt. Die Reservierung ist abgelaufen.' },
    voided: {
      label: 'Storniert',
      meaning: 'Nicht bezahlt. Sie wurde vor der Abrechnung storniert.',
    },
  },
  unknownState: (state) => ({
    label: 'Bitte prüfen',
    meaning: `Der Status „${state}“ ist uns neu. Schlagen Sie die Zahlung im Business Center nach.`,
  }),
  fullyRefunded: { label: 'Erstattet', meaning: 'Der ganze Betrag ging auf die Karte zurück.' },
  partlyRefunded: {
    label: 'Teilweise erstattet',
    meaning: 'Bezahlt, und ein Teil ging auf die Karte zurück.',
  },
  why: (reason) => `Grund: ${reason}.`,
  order: (reference) => `Bestellung ${reference}`,
  invoice: (number) => `Rechnung ${number}`,
  noRecord: {
    title: 'Kein Datensatz geöffnet',
    next: 'Öffnen Sie eine Rechnung, einen Kunden, ein Geschäft oder ein Ticket, um die Kartenzahlungen dazu zu sehen.',
  },
  noPayment: {
    title: 'Noch keine Kartenzahlung',
    next: 'Sobald mit Karte bezahlt wird, erscheint die Zahlung hier von selbst.',
  },
  unreachable: {
    title: 'Die Ansicht konnte nicht geladen werden',
    'time-out': 'Zoho hat nicht rechtzeitig geantwortet.',
    failed: 'Zoho konnte unsere Anfrage nicht weiterleiten.',
    unauthorized: 'Sie haben die Verbindung zu Tallybridge nicht autorisiert.',
    next: 'Wenn es so bleibt, bitten Sie einen Administrator, die Einstellungen zu prüfen.',
  },
  unauthorized: {
    title: 'Verbinden Sie Tallybridge mit Ihrem Konto',
    next: 'Klicken Sie im Fenster, das Zoho geöffnet hat, auf „Autorisieren“, stimmen Sie dort zu und versuchen Sie es dann hier erneut. Hat sich keines geöffnet, finden Sie die Verbindung in den Einstellungen von Zoho unter „Verbindungen“.',
  },
  payments: { title: (_count, written) => `${written} Kartenzahlungen`, back: 'Alle Zahlungen' },
  refundAccepted: 'Erstattung angenommen',
  charging: 'Zahlungslinks und Karten',
  part: { failed: 'Dieser Teil konnte nicht geladen werden.', busy: 'Wird geladen …' },
};
