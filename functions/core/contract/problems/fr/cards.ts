// French sentences of problems: cards, and the money that we ask for.

import type { Words } from '../../words.ts';
import type { cardsProblems as english } from '../cards.ts';

export const cardsProblems: Words<typeof english> = {
  'card-confirmation-needed': {
    sentence: 'La banque veut que le titulaire confirme ce paiement.',
    next: 'Rien n’a été débité. Laissez le client payer sur la page de carte, avec une carte sans confirmation si elle est encore demandée.',
  },
  'charge-over-balance': {
    sentence: 'Seuls {left} de la facture {number} sont dus ; {asked} étaient demandés.',
    next: 'Demandez {left} ou moins.',
  },
  'charge-beyond-limit': {
    sentence: 'Vous ne pouvez pas débiter seul autant d’une carte enregistrée. {why}',
    next: 'Demandez l’approbation : {by}, ou envoyez plutôt un lien au client.',
  },
  'request-rejected': {
    sentence: '{name} a rejeté ce débit : « {reason} ».',
    next: 'Rien n’a été débité. Envoyez un lien au client, ou demandez moins.',
  },
  'request-expired': {
    sentence: 'Personne n’a décidé à temps de ce débit.',
    next: 'Rien n’a été débité. Redemandez si c’est encore voulu.',
  },
  'invoice-settled': {
    sentence: 'Plus rien n’est dû de la facture {number}.',
    next: 'Rien n’a été débité à l’instant. Aucun paiement n’est nécessaire.',
  },
  'invoice-being-paid': {
    sentence: 'Un autre paiement de la facture {number} est en cours, ou pas encore comptabilisé.',
    next: 'Rien n’a été débité à l’instant. Réessayez dans quelques minutes, s’il reste alors quelque chose de dû.',
  },
  'no-saved-card': {
    sentence: 'Le client n’a accepté aucune carte enregistrée.',
    next: 'Demandez par lien : le client peut y conserver la carte.',
  },
  'saved-card-removed': {
    sentence: 'La carte enregistrée a été supprimée.',
    next: 'Rien n’a été débité. Envoyez un lien au client, pour payer avec une autre carte.',
  },
  'tries-ended': {
    sentence: '{name} a mis fin aux essais avec cette carte.',
    next: 'Rien n’a été débité. Envoyez un lien au client si le montant reste dû.',
  },
  'payer-not-confirmed': {
    sentence: 'La banque n’a pas pu confirmer que la carte est celle du client.',
    next: 'Rien n’a été débité. Utilisez une autre carte.',
  },
  'card-saves-exhausted': {
    sentence: 'Une carte a été demandée {count} fois à ce client en un jour.',
    next: 'Attendez demain, ou utilisez un des liens ouverts.',
  },
  'invoice-not-open': {
    sentence: 'Rien de la facture {number} ne peut être payé : elle est {status}.',
    next: 'Envoyez d’abord un brouillon ; une facture payée ou annulée n’a pas besoin de paiement.',
  },
  'customer-not-in-books': {
    sentence: 'Zoho Books n’a aucun client, ou plusieurs, à l’adresse {email}.',
    next: 'Créez le client dans Zoho Books, ou ouvrez-y le bon et demandez depuis sa fiche.',
  },
  'account-not-in-books': {
    sentence: 'Zoho Books n’a aucun client, ou plusieurs, pour ce compte.',
    next: 'Liez un client de Zoho Books au compte, ou ouvrez-y le bon et demandez depuis sa fiche.',
  },
  'deal-without-customer': {
    sentence: 'Cette affaire n’a ni contact ni compte.',
    next: 'Indiquez le contact dans l’affaire, puis demandez à nouveau.',
  },
  'currency-not-connected': {
    sentence: 'Aucun compte marchand n’accepte {currency}.',
    next: 'Connectez-en un sur la page des réglages, ou demandez dans une autre devise.',
  },
  'link-unknown': {
    sentence: 'Ce lien de paiement n’est pas connu.',
    next: 'Vérifiez que toute l’adresse a été copiée, ou demandez un nouveau lien.',
  },
  'link-used': {
    sentence: 'Ce lien de paiement ne peut plus être utilisé.',
    next: 'Rien n’a été débité à l’instant. Demandez un nouveau lien.',
  },
  'card-declined': {
    sentence: 'La carte a été refusée ({reason}).',
    next: 'Rien n’a été débité. Utilisez une autre carte, ou réessayez plus tard si la banque le permet.',
  },
  'card-entry-invalid': {
    sentence: 'Les données de la carte n’ont pas pu être utilisées.',
    next: 'Rien n’a été débité. Saisissez de nouveau la carte.',
  },
  'card-in-use': {
    sentence: 'La carte sert encore ailleurs, comme carte par défaut ou pour un abonnement.',
    next: 'Mettez d’abord une autre carte par défaut.',
  },
};
