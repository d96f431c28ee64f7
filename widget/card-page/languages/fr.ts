// The card page in French.
import { offerText } from '../page-language.ts';
import type { CardPageText } from '../text.ts';

export const text: CardPageText = {
  title: 'Payer par carte',
  titleSave: 'Ajouter votre carte',
  forInvoice: (reference, company) => `Facture ${reference} de ${company}`,
  forCompany: (company) => `Pour ${company}`,
  forInvoices: (company) => `Factures de ${company}`,
  loading: 'Ouverture des champs de carte sécurisés…',
  cardNumber: 'Numéro de carte',
  securityCode: 'Code de sécurité',
  expiry: 'Expire (MM/AA)',
  expiryHint: 'MM/AA',
  expiryWrong: 'Saisissez le mois et l’année comme sur la carte, par exemple 08/29.',
  numberWrong: 'Vérifiez le numéro de carte.',
  codeWrong: 'Vérifiez le code de sécurité à trois ou quatre chiffres.',
  yours: 'Nom et adresse du compte de la carte',
  firstName: 'Prénom',
  lastName: 'Nom',
  email: 'E-mail',
  line1: 'Rue et numéro',
  line2: 'Complément (facultatif)',
  city: 'Ville',
  region: 'État ou région',
  postalCode: 'Code postal',
  country: 'Pays',
  missing: (field) => `Il manque : ${field}.`,
  keepCard: (company) => `Conserver cette carte pour de futurs paiements à ${company}`,
  pay: (amount) => `Payer ${amount}`,
  save: 'Enregistrer la carte',
  paying: 'Interrogation de votre banque…',
  safe: 'Votre numéro de carte va directement au service de paiement. Nous ne le voyons ni ne le gardons jamais.',
  triesLeft: (tries) =>
    tries === 1 ? 'Il vous reste un essai.' : `Il vous reste ${tries} essais.`,
  paidTitle: 'Merci, c’est payé',
  paid: (amount, card) => `${amount} de ${card}. Vous pouvez fermer cette page.`,
  savedTitle: 'Votre carte est enregistrée',
  saved: (card) => `${card}, rien n’a été débité. Vous pouvez fermer cette page.`,
  reviewTitle: 'Votre paiement est en cours de vérification',
  review: (company) => `Ne payez pas de nouveau : ${company} vous dira le résultat.`,
  underWayTitle: 'Nous attendons la réponse de votre banque',
  underWay: 'Ne payez pas de nouveau. Cette page montrera la réponse dès qu’elle sera là.',
  overTitle: 'Ce lien ne peut plus être utilisé',
  over: (company) =>
    `Plus rien n’est débité. Demandez un nouveau lien à ${company} si vous voulez encore payer.`,
  settledTitle: 'Cette facture est déjà payée',
  settled: (company) =>
    `Rien n’a été débité à l’instant, et il ne reste ici rien à payer à ${company}.`,
  bank: 'Confirmer auprès de votre banque',
  confirmFirst:
    'Votre banque veut que vous confirmiez ce paiement. Rien n’a encore été débité. Saisissez de nouveau la carte : votre banque vous interrogera ici.',
  unknownTitle: 'Ce lien n’est pas connu',
  unknown: 'Vérifiez que toute l’adresse a été copiée, ou demandez un nouveau lien.',
  offlineTitle: 'Nous étions injoignables',
  offline: 'Rien n’a été débité à l’instant. Vérifiez votre connexion et réessayez.',
  fieldsFailed: 'Les champs de carte sécurisés ne se sont pas ouverts. Rien n’a été débité.',
  again: 'Réessayer',
  problems: {
    'card-declined':
      'Votre banque a refusé la carte. Rien n’a été débité. Utilisez une autre carte ou demandez à votre banque.',
    'card-entry-invalid':
      'Les données de la carte n’ont pas pu être utilisées. Rien n’a été débité. Saisissez de nouveau la carte.',
    'card-confirmation-needed':
      'Votre banque demande une confirmation qui n’est pas possible ici avec cette carte. Utilisez une autre carte.',
    'payer-not-confirmed':
      'Votre banque n’a pas pu confirmer que la carte est à vous. Rien n’a été débité. Utilisez une autre carte.',
    'invoice-being-paid':
      'Un autre paiement de cette facture est en cours. Rien n’a été débité à l’instant. Réessayez dans quelques minutes s’il reste alors quelque chose à payer.',
    'never-sent': 'Le dernier essai n’a pas atteint votre banque. Rien n’a été débité. Réessayez.',
    'too-many-tries': 'Trop d’essais. Attendez dix minutes et réessayez.',
    otherwise: 'Cela n’a pas marché. Rien n’a été débité. Réessayez ou demandez un nouveau lien.',
  },
};

offerText(text);
