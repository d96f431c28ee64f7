// French texts: how a ticket finds its payment.
import type { PanelLanguage } from '../language.ts';

export const ticket: PanelLanguage['ticket'] = {
  title: 'Ce ticket',
  which: 'De quel paiement s’agit-il dans ce ticket ?',
  whichNext: 'Choisissez-le, regardez-le et retenez-le pour le ticket.',
  fits: (reasons) => `Correspond par : ${reasons}`,
  reasons: {
    order: 'numéro de commande',
    invoice: 'numéro de facture',
    number: 'un numéro du texte',
    card: 'quatre derniers chiffres',
    amount: 'montant',
    date: 'date',
    mail: 'adresse e-mail de l’auteur',
  },
  none: {
    title: 'Aucun paiement trouvé pour ce ticket',
    searched: 'Recherché :',
    nothing:
      'Le ticket ne nomme ni commande, ni facture, ni carte, ni adresse e-mail à rechercher.',
    next: 'Écrivez le numéro de commande ou de facture dans l’objet ou un champ du ticket, puis cherchez de nouveau.',
    again: 'Chercher de nouveau',
  },
  searched: {
    numbers: 'Commande ou facture',
    lastFours: 'Carte finissant par',
    amounts: 'Montant',
    dates: 'Date',
    email: 'Payé par',
  },
  remember: 'Retenir pour ce ticket',
  remembered: 'Quelqu’un a choisi ce paiement pour le ticket.',
  forget: 'En chercher d’autres',
  busy: 'Un instant…',
  unsure: 'Nous ne savons pas si c’est retenu. Réessayez : rien ne se fait deux fois.',
};
