// French texts: what will be written in Zoho Books.
import type { PanelLanguage } from '../language.ts';

export const booksPreview: PanelLanguage['booksPreview'] = {
  loading: 'Interrogation de Zoho Books…',
  failed: 'Zoho Books n’a pas pu être interrogé. Ce que vous faites ici n’en dépend pas.',
  records: {
    'customer-payment': 'Paiement du client',
    'write-off': 'Passage en perte',
    'credit-note': 'Avoir',
    'credit-note-refund': 'Remboursement de l’avoir',
    'payment-refund': 'Remboursement du paiement',
    'payment-removed': 'Paiement du client supprimé',
    'write-off-cancelled': 'Passage en perte annulé',
    'payment-lowered': 'Paiement du client réduit',
  },
  record: (kind, amount, invoices) =>
    invoices === '' ? `${kind}, ${amount}` : `${kind}, ${amount}, facture ${invoices}`,
  accounts: {
    clearing: 'Compte d’attente',
    receivables: 'Créances clients',
    'customer-credit': 'Crédit du client',
    'sales-and-tax': 'Ventes et taxes',
    'write-off': 'Passages en perte',
    'gateway-fees': 'Frais de la passerelle',
  },
  account: 'Compte',
  debit: 'Débit',
  credit: 'Crédit',
  undo: {
    'customer-payment':
      'Pour défaire : supprimer le paiement du client ; ses factures sont de nouveau ouvertes.',
    'write-off': 'Pour défaire : annuler le passage en perte de la facture.',
    'credit-note': 'Pour défaire : annuler l’avoir.',
    'credit-note-refund': 'Pour défaire : supprimer le remboursement de l’avoir.',
    'payment-refund': 'Pour défaire : supprimer le remboursement du paiement du client.',
    'payment-removed': 'Pour défaire : enregistrer de nouveau le paiement du client.',
    'write-off-cancelled': 'Pour défaire : passer de nouveau le reste de la facture en perte.',
    'payment-lowered':
      'Pour annuler : augmenter de nouveau le paiement du client du montant annulé.',
  },
  notes: {
    'nothing-moves': 'Rien : aucun argent ne bouge, il n’y a donc rien à comptabiliser.',
    'when-all-is-captured':
      'Rien pour l’instant : tout est comptabilisé en un paiement une fois le reste capturé ou libéré.',
    'after-the-payment':
      'Le paiement lui-même est en route vers Zoho Books. Ce que vous faites maintenant sera comptabilisé après lui.',
    'not-in-books': 'Rien : ce paiement n’est pas dans Zoho Books.',
    'no-invoice':
      'Il n’y a pas de facture sur laquelle faire un avoir. Le remboursement s’arrêtera avec une note pour votre administrateur.',
  },
};
