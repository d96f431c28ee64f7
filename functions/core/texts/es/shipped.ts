// Spanish: what the shipped flows and mappings write for people.
import type { ShippedText } from '../en/shipped.ts';

export const shippedTexts: Readonly<Record<ShippedText, string>> = {
  invoice: 'Factura {$read.number}',
  'invoice-by-hand':
    'La factura {$read.number} por {$read.total} se emitió a mano; quedan {$read.balance} pendientes y no hay ningún pago con tarjeta vinculado a ella.',
  'case-rejected':
    'El pago no fue aceptado; su estado es ahora: {$payment.state}. El pedido {$payment.reference} no debe enviarse.',
  'case-accepted':
    'El pago fue aceptado; su estado es ahora: {$payment.state}. El pedido {$payment.reference} sigue adelante.',
  'card-declined':
    'Se rechazó una tarjeta: {$read.amount}, pedido {$payment.reference}.\n{$read.customerName}, {$read.card}. Motivo: {$read.reason}.\nTransacción {$payment.gatewayId} de {$payment.merchantId}.',
  'given-up':
    '{$read.card} no se vuelve a intentar por {$read.amount}: {$read.why} {$read.advice} De la factura quedan {$invoice.balance} pendientes.',
  'given-up-order': 'no se vuelve a intentar. {$read.why}',
  'given-up-release':
    'no se vuelve a intentar. {$read.why} Libere el pedido si se pagó de otro modo',
  settlement:
    'Ha llegado la liquidación {$settlement.id} de Cybersource. Compárela con la cuenta puente en Books.',
  'tried-again':
    '{$read.card} fue rechazada por {$read.amount}: {$read.reason}. No se cobró nada. La misma tarjeta se vuelve a intentar el {$read.nextTryOn}; hasta entonces no hay que hacer nada. Transacción de Cybersource {$read.gatewayId}.',
  'not-tried-again':
    '{$read.card} fue rechazada por {$read.amount}: {$read.reason}. No se cobró nada y nada se vuelve a intentar por sí solo. {$read.advice} Transacción de Cybersource {$read.gatewayId}.',
  'tried-again-order': '{$read.reason}; se vuelve a intentar el {$read.nextTryOn}',
  'dispute-subject':
    'Disputa: {$read.amount} del pedido {$read.reference}, responder antes del {$read.respondBy}',
  dispute:
    'El banco ha retirado {$read.amount}. Responda antes del {$read.respondBy} o el dinero se pierde.\nMotivo: {$read.reason}\nQué enviar: {$read.evidence}.\nCliente: {$payment.customerName}\nTarjeta: {$payment.card}\nFactura: {$read.invoiceNumber}\nTransacción: {$read.gatewayId} de {$read.merchantId}\nResponda en el Business Center o ante su procesador.',
  'dispute-unknown-payer':
    'El banco ha retirado {$read.amount}. Responda antes del {$read.respondBy} o el dinero se pierde.\nMotivo: {$read.reason}\nQué enviar: {$read.evidence}.\nFactura: {$read.invoiceNumber}\nTransacción: {$read.gatewayId} de {$read.merchantId}\nResponda en el Business Center o ante su procesador.',
  'refund-note': 'Reembolso de {currency} {amount} a la tarjeta del pago {payment}',
  'case-subject': 'Pago retenido para revisión: pedido {number}, {currency} {amount}',
  case: 'Cybersource retiene este pago para revisión; el pedido espera la decisión.\nPor qué se retiene: {reasons}.\nReglas activadas: {rules}.\nPuntuación de fraude (de 0 a 99; cuanto más alta, más riesgo): {score}.\nTransacción {id} de {merchant}.\nDecida en el Business Center; este ticket se cierra entonces por sí solo.',
  'settlement-line': '{kind} en el lote de liquidación {batch}, pedido {number}',
  'paid-by': 'Pedido {number} pagado con {card} ..{lastFour}, código de aprobación {approval}',
  'no-number': 'sin número',
  'no-reason': 'no se indicó ningún motivo',
  none: 'ninguno',
  'no-score': 'sin puntuación',
};
