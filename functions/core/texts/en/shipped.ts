// The texts that the shipped flows and mappings write for people, each as its document has it.

export const shippedTexts = {
  invoice: 'Invoice {$read.number}',
  'invoice-by-hand':
    'Invoice {$read.number} over {$read.total} was written by hand; {$read.balance} is open and no card payment is linked to it.',
  'case-rejected':
    'The payment was not accepted: it is {$payment.state} now. The order {$payment.reference} is not to be shipped.',
  'case-accepted':
    'The payment was accepted: it is {$payment.state} now. The order {$payment.reference} goes on.',
  'card-declined':
    'A card was declined: {$read.amount}, order {$payment.reference}.\n{$read.customerName}, {$read.card}. Why: {$read.reason}.\nTransaction {$payment.gatewayId} of {$payment.merchantId}.',
  'given-up':
    '{$read.card} is not tried again for {$read.amount}: {$read.why} {$read.advice} {$invoice.balance} of the invoice is open.',
  'given-up-order': 'not tried again. {$read.why}',
  'given-up-release': 'not tried again. {$read.why} Release the order if it was paid otherwise',
  settlement:
    'The settlement {$settlement.id} has arrived from Cybersource. Compare it with the clearing account in Books.',
  'tried-again':
    '{$read.card} was declined for {$read.amount}: {$read.reason}. Nothing was charged. The same card is tried again on {$read.nextTryOn}; nothing needs to be done until then. Cybersource transaction {$read.gatewayId}.',
  'not-tried-again':
    '{$read.card} was declined for {$read.amount}: {$read.reason}. Nothing was charged, and nothing is tried again by itself. {$read.advice} Cybersource transaction {$read.gatewayId}.',
  'tried-again-order': '{$read.reason}; tried again on {$read.nextTryOn}',
  'dispute-subject':
    'Dispute: {$read.amount} for order {$read.reference}, answer by {$read.respondBy}',
  dispute:
    'The bank has taken {$read.amount} back. Answer by {$read.respondBy}, or the money is lost.\nWhy: {$read.reason}\nWhat to send: {$read.evidence}.\nCustomer: {$payment.customerName}\nCard: {$payment.card}\nInvoice: {$read.invoiceNumber}\nTransaction: {$read.gatewayId} of {$read.merchantId}\nAnswer in the Business Center or at your processor.',
  'dispute-unknown-payer':
    'The bank has taken {$read.amount} back. Answer by {$read.respondBy}, or the money is lost.\nWhy: {$read.reason}\nWhat to send: {$read.evidence}.\nInvoice: {$read.invoiceNumber}\nTransaction: {$read.gatewayId} of {$read.merchantId}\nAnswer in the Business Center or at your processor.',
  'refund-note': 'Refund of {currency} {amount} to the card of payment {payment}',
  'case-subject': 'Payment held for review: order {number}, {currency} {amount}',
  case: 'Cybersource holds this payment for review; the order waits for the decision.\nWhy it is held: {reasons}.\nRules that fired: {rules}.\nFraud score (0 to 99, higher is riskier): {score}.\nTransaction {id} of {merchant}.\nDecide on it in the Business Center; this ticket closes by itself then.',
  'settlement-line': '{kind} in settlement batch {batch}, order {number}',
  'paid-by': 'Order {number} paid by {card} ..{lastFour}, approval code {approval}',
  'no-number': 'without a number',
  'no-reason': 'no reason was given',
  none: 'none',
  'no-score': 'not scored',
} as const;

export type ShippedText = keyof typeof shippedTexts;

/** By the document's text. */
export const shippedNames: ReadonlyMap<string, ShippedText> = new Map(
  Object.entries(shippedTexts).map(([name, text]) => [text, name as ShippedText]),
);
