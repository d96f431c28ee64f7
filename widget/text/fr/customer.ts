// French texts: a customer at a glance.
import type { PanelLanguage } from '../language.ts';

export const customer: PanelLanguage['customer'] = {
  title: 'Ce client',
  loading: 'Addition des paiements…',
  failed: 'Les chiffres du client n’ont pas pu être lus.',
  paid: (amount) => `${amount} payés`,
  refunded: 'Rendu',
  disputed: 'Contesté',
  payments: 'Payé par carte',
  times: (_count, written) => `${written} fois`,
  last: 'Dernier paiement',
  first: 'Premier paiement',
  declined: 'Refusés',
  disputes: 'Litiges',
  openDisputes: (count, written) => (count < 2 ? `${written} ouvert` : `${written} ouverts`),
  lostDisputes: (count, written) => (count < 2 ? `${written} perdu` : `${written} perdus`),
  risk: 'Risque des derniers paiements',
  risks: { low: 'Faible', medium: 'Moyen', high: 'Élevé' },
  recentOnly: 'Seuls les 100 derniers paiements sont comptés.',
  months: (currency) => `Payé par mois, ${currency}`,
  asTable: 'En tableau',
  month: 'Mois',
  amount: 'Payé',
  count: 'Paiements',
  cards: 'Cartes enregistrées',
  noCards: 'Aucune carte enregistrée.',
  standard: 'utilisée en premier',
  subscriptions: 'Abonnements',
  subscriptionStates: {
    pending: 'commence plus tard',
    active: 'actif',
    failed: 'échoué',
    completed: 'terminé',
    delinquent: 'en retard d’un paiement',
    suspended: 'suspendu',
    cancelled: 'résilié',
  },
  every: (count, unit) => {
    const [each, plural] = units[unit];
    return count === 1 ? each : `tous les ${count} ${plural}`;
  },
  nextCharge: (date) => `Prochain débit ${date}`,
  notAll: 'La passerelle a plus d’abonnements que nous n’en avons parcouru.',
  unread: 'Les abonnements n’ont pas pu être lus.',
  expires: (date) => `expire ${date}`,
  expiresSoon: (date) => `expire bientôt, ${date}`,
  columns: { date: 'Date', what: 'Objet', amount: 'Montant', state: 'État', card: 'Carte' },
  expired: (date) => `expirée ${date}`,
};

const units = {
  day: ['chaque jour', 'jours'],
  week: ['chaque semaine', 'semaines'],
  month: ['chaque mois', 'mois'],
  year: ['chaque année', 'ans'],
} as const;
