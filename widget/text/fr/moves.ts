// French texts: captures, releases and voids.
import type { PanelLanguage } from '../language.ts';

export const moves: PanelLanguage['moves'] = {
  words: {
    capture: {
      open: 'Capturer…',
      openOf: (amount) => `Capturer ${amount}…`,
      title: 'Capture',
      confirm: (amount, whole, card) => `Capturer ${amount} sur ${whole} de ${card} ?`,
      means: 'Le client est débité. Jusqu’au départ du lot, on peut encore annuler.',
      yes: (amount) => `Oui, capturer ${amount}`,
      done: (amount, card) => `${amount} sont capturés de ${card}.`,
    },
    reverse: {
      open: 'Libérer…',
      openOf: (amount) => `Libérer ${amount}…`,
      title: 'Libération',
      confirm: (amount, _, card) => `Libérer ${amount} sur ${card} ?`,
      means: 'Rien n’est débité. Plus aucune capture n’est possible ensuite.',
      yes: (amount) => `Oui, libérer ${amount}`,
      done: (amount, card) => `${amount} sur ${card} ne sont plus réservés.`,
    },
    void: {
      open: 'Annuler le paiement…',
      openOf: (amount) => `Annuler ${amount}…`,
      title: 'Annulation',
      confirm: (amount, _, card) => `Annuler la capture de ${amount} de ${card} ?`,
      means: 'Le client n’est pas débité et ne voit aucun remboursement. C’est irréversible.',
      yes: (amount) => `Oui, annuler ${amount}`,
      done: (amount, card) => `${amount} ne sont pas prélevés sur ${card}.`,
    },
    'void-refund': {
      open: 'Rappeler le remboursement…',
      openOf: (amount) => `Rappeler le remboursement de ${amount}…`,
      title: 'Rappel du remboursement',
      confirm: (amount, _, card) => `Rappeler le remboursement de ${amount} sur ${card} ?`,
      means: 'Le client ne le reçoit pas. Ce qui en est déjà comptabilisé est annulé.',
      yes: (amount) => `Oui, rappeler ${amount}`,
      done: (amount, card) => `${amount} ne vont pas sur ${card}.`,
    },
  },
  more: 'Plus',
  refund: 'Remboursement',
  actions: 'Ce qui est possible',
  upTo: (amount) => `Jusqu’à ${amount}`,
  reasonHint: 'Reste dans le journal d’audit',
  reasonOptional: 'Motif (facultatif)',
  next: 'Suivant',
  until: (time) => `Possible jusque vers ${time}.`,
  cautions: {
    'authorization-may-have-lapsed':
      'La banque a peut-être laissé expirer la réservation : elle peut refuser.',
    'late-refund': 'Beaucoup de processeurs n’acceptent plus de remboursement après 60 jours.',
    'dispute-open': 'Un litige est ouvert : ne payez pas le client deux fois.',
  },
  sending: 'Interrogation de la passerelle…',
  accepted: 'Fait',
  underWay: 'En cours',
  ended: (title, state) => `${title} : ${state.toLowerCase()}`,
  refused: 'Rien n’a été fait',
  unknown: {
    title: 'Résultat inconnu',
    body: 'Nous ne savons pas encore si la passerelle l’a fait. Ne réessayez pas.',
  },
  unanswered: {
    title: 'Pas encore de réponse',
    body: 'Nous ne savons pas ce qu’il en est advenu. Redemander ne le fait jamais deux fois.',
  },
};
