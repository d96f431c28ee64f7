// German texts: a customer at a glance.
import type { PanelLanguage } from '../language.ts';

export const customer: PanelLanguage['customer'] = {
  title: 'Dieser Kunde',
  loading: 'Die Zahlungen werden zusammengezählt …',
  failed: 'Die Zahlen des Kunden konnten nicht gelesen werden.',
  paid: (amount) => `${amount} bezahlt`,
  refunded: 'Ging zurück',
  disputed: 'Angefochten',
  payments: 'Mit Karte bezahlt',
  times: (_count, written) => `${written}-mal`,
  last: 'Letzte Zahlung',
  first: 'Erste Zahlung',
  declined: 'Abgelehnt',
  disputes: 'Anfechtungen',
  openDisputes: (_count, written) => `${written} offen`,
  lostDisputes: (_count, written) => `${written} verloren`,
  risk: 'Risiko der letzten Zahlungen',
  risks: { low: 'Gering', medium: 'Mittel', high: 'Hoch' },
  recentOnly: 'Nur die letzten 100 Zahlungen sind gezählt.',
  months: (currency) => `Bezahlt je Monat, ${currency}`,
  asTable: 'Als Tabelle',
  month: 'Monat',
  amount: 'Bezahlt',
  count: 'Zahlungen',
  cards: 'Hinterlegte Karten',
  noCards: 'Keine Karte hinterlegt.',
  standard: 'zuerst benutzt',
  subscriptions: 'Abonnements',
  subscriptionStates: {
    pending: 'beginnt später',
    active: 'aktiv',
    failed: 'gescheitert',
    completed: 'abgeschlossen',
    delinquent: 'mit einer Zahlung im Rückstand',
    suspended: 'ausgesetzt',
    cancelled: 'gekündigt',
  },
  every: (count, unit) => every(count, unit),
  nextCharge: (date) => `Nächste Belastung ${date}`,
  notAll: 'Das Gateway hat mehr Abonnements, als durchgesehen wurden.',
  unread: 'Die Abonnements konnten nicht gelesen werden.',
  expires: (date) => `gültig bis ${date}`,
  expiresSoon: (date) => `läuft bald ab, ${date}`,
  columns: { date: 'Datum', what: 'Wofür', amount: 'Betrag', state: 'Stand', card: 'Karte' },
  expired: (date) => `abgelaufen ${date}`,
};

const units = {
  day: ['jeden Tag', 'Tage'],
  week: ['jede Woche', 'Wochen'],
  month: ['jeden Monat', 'Monate'],
  year: ['jedes Jahr', 'Jahre'],
} as const;

function every(count: number, unit: keyof typeof units): string {
  const [single, plural] = units[unit];
  return count === 1 ? single : `alle ${count} ${plural}`;
}
