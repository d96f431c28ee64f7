// Spanish texts: what will be written in Zoho Books.
import type { PanelLanguage } from '../language.ts';

export const booksPreview: PanelLanguage['booksPreview'] = {
  loading: 'Consultando Zoho Books…',
  failed: 'No se pudo consultar Zoho Books en este momento. Lo que haga aquí no depende de ello.',
  records: {
    'customer-payment': 'Pago del cliente',
    'write-off': 'Cancelación de saldo',
    'credit-note': 'Nota de crédito',
    'credit-note-refund': 'Reembolso de la nota de crédito',
    'payment-refund': 'Reembolso del pago',
    'payment-removed': 'Pago del cliente eliminado',
    'write-off-cancelled': 'Cancelación de saldo revertida',
    'payment-lowered': 'Pago del cliente reducido',
  },
  record: (kind, amount, invoices) =>
    invoices === '' ? `${kind}, ${amount}` : `${kind}, ${amount}, factura ${invoices}`,
  accounts: {
    clearing: 'Cuenta puente',
    receivables: 'Cuentas por cobrar',
    'customer-credit': 'Crédito del cliente',
    'sales-and-tax': 'Ventas e impuestos',
    'write-off': 'Saldos cancelados',
    'gateway-fees': 'Comisiones de la pasarela',
  },
  account: 'Cuenta',
  debit: 'Debe',
  credit: 'Haber',
  undo: {
    'customer-payment':
      'Para deshacer: eliminar el pago del cliente; sus facturas vuelven a quedar abiertas.',
    'write-off': 'Para deshacer: revertir la cancelación de saldo de la factura.',
    'credit-note': 'Para deshacer: anular la nota de crédito.',
    'credit-note-refund': 'Para deshacer: eliminar el reembolso de la nota de crédito.',
    'payment-refund': 'Para deshacer: eliminar el reembolso del pago del cliente.',
    'payment-removed': 'Para deshacer: volver a registrar el pago del cliente.',
    'write-off-cancelled': 'Para deshacer: volver a cancelar el saldo restante de la factura.',
    'payment-lowered': 'Para deshacer: volver a aumentar el pago del cliente en lo anulado.',
  },
  notes: {
    'nothing-moves': 'Nada: no se mueve dinero, así que no hay nada que contabilizar.',
    'when-all-is-captured':
      'Aún nada: se contabiliza en un solo pago cuando el resto se haya capturado o liberado.',
    'after-the-payment':
      'El propio pago va camino de Zoho Books. Lo que haga ahora se contabiliza después.',
    'not-in-books': 'Nada: este pago no está en Zoho Books.',
    'no-invoice':
      'No hay factura que abonar. El reembolso se detendrá con una nota para su administrador.',
  },
};
