// French: what the shipped flows and mappings write for people.
import type { ShippedText } from '../en/shipped.ts';

export const shippedTexts: Readonly<Record<ShippedText, string>> = {
  invoice: 'Facture {$read.number}',
  'invoice-by-hand':
    'La facture {$read.number} de {$read.total} a été saisie à la main ; {$read.balance} restent à payer et aucun paiement par carte n’y est rattaché.',
  'case-rejected':
    'Le paiement n’a pas été accepté ; son état est maintenant : {$payment.state}. La commande {$payment.reference} ne doit pas être expédiée.',
  'case-accepted':
    'Le paiement a été accepté ; son état est maintenant : {$payment.state}. La commande {$payment.reference} suit son cours.',
  'card-declined':
    'Une carte a été refusée : {$read.amount}, commande {$payment.reference}.\n{$read.customerName}, {$read.card}. Motif : {$read.reason}.\nTransaction {$payment.gatewayId} de {$payment.merchantId}.',
  'given-up':
    '{$read.card} n’est plus tentée pour {$read.amount} : {$read.why} {$read.advice} Il reste {$invoice.balance} à payer sur la facture.',
  'given-up-order': 'n’est plus tentée. {$read.why}',
  'given-up-release':
    'n’est plus tentée. {$read.why} Débloquez la commande si elle a été payée autrement',
  settlement:
    'Le règlement {$settlement.id} est arrivé de Cybersource. Comparez-le avec le compte d’attente dans Books.',
  'tried-again':
    '{$read.card} a été refusée pour {$read.amount} : {$read.reason}. Rien n’a été débité. La même carte sera tentée de nouveau le {$read.nextTryOn} ; rien à faire d’ici là. Transaction Cybersource {$read.gatewayId}.',
  'not-tried-again':
    '{$read.card} a été refusée pour {$read.amount} : {$read.reason}. Rien n’a été débité, et rien n’est tenté de nouveau automatiquement. {$read.advice} Transaction Cybersource {$read.gatewayId}.',
  'tried-again-order': '{$read.reason} ; nouvelle tentative le {$read.nextTryOn}',
  'dispute-subject':
    'Litige : {$read.amount} pour la commande {$read.reference}, réponse avant le {$read.respondBy}',
  dispute:
    'La banque a repris {$read.amount}. Répondez avant le {$read.respondBy}, sinon l’argent est perdu.\nMotif : {$read.reason}\nÀ envoyer : {$read.evidence}.\nClient : {$payment.customerName}\nCarte : {$payment.card}\nFacture : {$read.invoiceNumber}\nTransaction : {$read.gatewayId} de {$read.merchantId}\nRépondez dans le Business Center ou auprès de votre processeur.',
  'dispute-unknown-payer':
    'La banque a repris {$read.amount}. Répondez avant le {$read.respondBy}, sinon l’argent est perdu.\nMotif : {$read.reason}\nÀ envoyer : {$read.evidence}.\nFacture : {$read.invoiceNumber}\nTransaction : {$read.gatewayId} de {$read.merchantId}\nRépondez dans le Business Center ou auprès de votre processeur.',
  'refund-note': 'Remboursement de {currency} {amount} sur la carte du paiement {payment}',
  'case-subject': 'Paiement retenu pour vérification : commande {number}, {currency} {amount}',
  case: 'Cybersource retient ce paiement pour vérification ; la commande attend la décision.\nPourquoi : {reasons}.\nRègles déclenchées : {rules}.\nScore de fraude (de 0 à 99, plus il est élevé, plus le risque est grand) : {score}.\nTransaction {id} de {merchant}.\nDécidez dans le Business Center ; ce ticket se fermera alors de lui-même.',
  'settlement-line': '{kind} dans le lot de règlement {batch}, commande {number}',
  'paid-by': 'Commande {number} payée avec {card} ..{lastFour}, code d’autorisation {approval}',
  'no-number': 'sans numéro',
  'no-reason': 'aucun motif n’a été donné',
  none: 'aucun',
  'no-score': 'non évalué',
};
