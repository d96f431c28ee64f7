// German: what the shipped flows and mappings write for people.
import type { ShippedText } from '../en/shipped.ts';

export const shippedTexts: Readonly<Record<ShippedText, string>> = {
  invoice: 'Rechnung {$read.number}',
  'invoice-by-hand':
    'Die Rechnung {$read.number} über {$read.total} wurde von Hand geschrieben; {$read.balance} sind offen, und keine Kartenzahlung ist mit ihr verknüpft.',
  'case-rejected':
    'Die Zahlung wurde nicht angenommen; ihr Stand ist jetzt: {$payment.state}. Die Bestellung {$payment.reference} darf nicht versandt werden.',
  'case-accepted':
    'Die Zahlung wurde angenommen; ihr Stand ist jetzt: {$payment.state}. Die Bestellung {$payment.reference} geht weiter.',
  'card-declined':
    'Eine Karte wurde abgelehnt: {$read.amount}, Bestellung {$payment.reference}.\n{$read.customerName}, {$read.card}. Grund: {$read.reason}.\nTransaktion {$payment.gatewayId} von {$payment.merchantId}.',
  'given-up':
    '{$read.card} wird für {$read.amount} nicht noch einmal versucht: {$read.why} {$read.advice} Von der Rechnung sind {$invoice.balance} offen.',
  'given-up-order': 'wird nicht noch einmal versucht. {$read.why}',
  'given-up-release':
    'wird nicht noch einmal versucht. {$read.why} Geben Sie die Bestellung frei, wenn sie anders bezahlt wurde',
  settlement:
    'Die Abrechnung {$settlement.id} ist von Cybersource eingetroffen. Vergleichen Sie sie mit dem Verrechnungskonto in Books.',
  'tried-again':
    '{$read.card} wurde für {$read.amount} abgelehnt: {$read.reason}. Es wurde nichts belastet. Dieselbe Karte wird am {$read.nextTryOn} noch einmal versucht; bis dahin ist nichts zu tun. Cybersource-Transaktion {$read.gatewayId}.',
  'not-tried-again':
    '{$read.card} wurde für {$read.amount} abgelehnt: {$read.reason}. Es wurde nichts belastet, und nichts wird von selbst noch einmal versucht. {$read.advice} Cybersource-Transaktion {$read.gatewayId}.',
  'tried-again-order': '{$read.reason}; nächster Versuch am {$read.nextTryOn}',
  'dispute-subject':
    'Anfechtung: {$read.amount} für die Bestellung {$read.reference}, Antwort bis {$read.respondBy}',
  dispute:
    'Die Bank hat {$read.amount} zurückgeholt. Antworten Sie bis {$read.respondBy}, sonst ist das Geld verloren.\nGrund: {$read.reason}\nEinzureichen: {$read.evidence}.\nKunde: {$payment.customerName}\nKarte: {$payment.card}\nRechnung: {$read.invoiceNumber}\nTransaktion: {$read.gatewayId} von {$read.merchantId}\nAntworten Sie im Business Center oder bei Ihrem Zahlungsabwickler.',
  'dispute-unknown-payer':
    'Die Bank hat {$read.amount} zurückgeholt. Antworten Sie bis {$read.respondBy}, sonst ist das Geld verloren.\nGrund: {$read.reason}\nEinzureichen: {$read.evidence}.\nRechnung: {$read.invoiceNumber}\nTransaktion: {$read.gatewayId} von {$read.merchantId}\nAntworten Sie im Business Center oder bei Ihrem Zahlungsabwickler.',
  'refund-note': 'Erstattung von {currency} {amount} auf die Karte der Zahlung {payment}',
  'case-subject': 'Zahlung in Prüfung: Bestellung {number}, {currency} {amount}',
  case: 'Cybersource hält diese Zahlung zur Prüfung zurück; die Bestellung wartet auf die Entscheidung.\nWarum: {reasons}.\nAusgelöste Regeln: {rules}.\nBetrugspunkte (0 bis 99, höher ist riskanter): {score}.\nTransaktion {id} von {merchant}.\nEntscheiden Sie im Business Center; dieses Ticket schließt sich dann von selbst.',
  'settlement-line': '{kind} in der Abrechnung {batch}, Bestellung {number}',
  'paid-by': 'Bestellung {number} bezahlt mit {card} ..{lastFour}, Autorisierungscode {approval}',
  'no-number': 'ohne Nummer',
  'no-reason': 'es wurde kein Grund genannt',
  none: 'keine',
  'no-score': 'nicht bewertet',
};
