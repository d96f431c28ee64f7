// French texts: the panel itself.
import { facts } from '../../../functions/core/contract/problems/fr/facts.ts';
import type { PanelLanguage } from '../language.ts';

export const panel: PanelLanguage['panel'] = {
  loading: 'Lecture du paiement…',
  retry: 'Réessayer',
  back: 'Retour',
  support: 'Pour l’assistance',
  unknownReason: (code) => `code ${code}, à rechercher dans le Business Center`,
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
  otherBrand: 'Carte',
  card: (brand, lastFour) => `${brand} ..${lastFour}`,
  noCard: 'la carte',
  expires: (date) => `Expire ${date}`,
  roles: {
    viewer: 'observateur',
    agent: 'agent',
    approver: 'approbateur',
    admin: 'administrateur',
  },
  facts,
  paymentStates: {
    created: { label: 'Commencé', meaning: 'Pas encore payé. La passerelle n’a pas décidé.' },
    'needs-inspection': {
      label: 'À vérifier',
      meaning:
        'Nous ne connaissons pas cette réponse de la passerelle. Recherchez le paiement dans le Business Center.',
    },
    'pending-review': {
      label: 'En examen',
      meaning:
        'Pas encore payé. L’argent est réservé jusqu’à ce que quelqu’un accepte ou refuse le paiement.',
    },
    authorized: {
      label: 'Autorisé',
      meaning: 'Pas encore payé. L’argent est réservé et attend d’être capturé.',
    },
    'partially-captured': {
      label: 'Payé en partie',
      meaning: 'Seule une partie de l’argent réservé a été capturée.',
    },
    captured: { label: 'Payé', meaning: 'Capturé, pas encore réglé sur votre compte bancaire.' },
    settled: { label: 'Payé', meaning: 'Capturé et réglé.' },
    disputed: {
      label: 'Contesté',
      meaning:
        'Le titulaire de la carte le conteste. L’argent contesté ne peut pas être remboursé.',
    },
    won: { label: 'Payé', meaning: 'Il a été contesté, et tranché en votre faveur.' },
    lost: {
      label: 'Litige perdu',
      meaning: 'Tranché en faveur du titulaire : l’argent est reparti.',
    },
    declined: { label: 'Refusé', meaning: 'Pas payé. Aucun argent n’a bougé.' },
    reversed: { label: 'Libéré', meaning: 'Pas payé. L’argent réservé a été libéré.' },
    expired: { label: 'Expiré', meaning: 'Pas payé. La réservation a expiré.' },
    voided: { label: 'Annulé', meaning: 'Pas payé. Il a été annulé avant le règlement.' },
  },
  unknownState: (state) => ({
    label: 'À vérifier',
    meaning: `L’état « ${state} » est nouveau pour ce panneau. Recherchez le paiement dans le Business Center.`,
  }),
  fullyRefunded: { label: 'Remboursé', meaning: 'Tout est retourné sur la carte.' },
  partlyRefunded: {
    label: 'Remboursé en partie',
    meaning: 'Payé, et une partie est retournée sur la carte.',
  },
  why: (reason) => `Motif : ${reason}.`,
  order: (reference) => `Commande ${reference}`,
  invoice: (number) => `Facture ${number}`,
  noRecord: {
    title: 'Aucun enregistrement ouvert',
    next: 'Ouvrez une facture, un client, une affaire ou un ticket pour voir ici ses paiements par carte.',
  },
  noPayment: {
    title: 'Pas encore de paiement par carte',
    next: 'Dès qu’on aura payé par carte, le paiement apparaîtra ici de lui-même.',
  },
  unreachable: {
    title: 'Le panneau n’a pas pu être chargé',
    'time-out': 'Zoho n’a pas répondu à temps.',
    failed: 'Zoho n’a pas pu transmettre notre question.',
    unauthorized: 'Vous n’avez pas autorisé la connexion à Tallybridge.',
    next: 'Si cela persiste, demandez à un administrateur de vérifier la page des réglages.',
  },
  unauthorized: {
    title: 'Connectez Tallybridge à votre compte',
    next: 'Cliquez sur « Autoriser » dans la fenêtre ouverte par Zoho, donnez votre accord, puis réessayez ici. Si aucune ne s’est ouverte, vous trouverez la connexion sous « Connexions » dans les réglages de Zoho.',
  },
  payments: {
    title: (_count, written) => `${written} paiements par carte`,
    back: 'Tous les paiements',
  },
  refundAccepted: 'Remboursement accepté',
  charging: 'Liens de paiement et cartes',
  part: { failed: 'Cette partie du panneau n’a pas pu être chargée.', busy: 'Chargement…' },
};
