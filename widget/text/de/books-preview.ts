// German texts: what will be written in Zoho Books.
import type { PanelLanguage } from '../language.ts';

export const booksPreview: PanelLanguage['booksPreview'] = {
  loading: 'Zoho Books wird gefragt …',
  failed: 'Zoho Books war gerade nicht zu erreichen. Was Sie hier tun, hängt nicht davon ab.',
  records: {
    'customer-payment': 'Kundenzahlung',
    'write-off': 'Ausbuchung',
    'credit-note': 'Gutschrift',
    'credit-note-refund': 'Erstattung der Gutschrift',
    'payment-refund': 'Erstattung der Zahlung',
    'payment-removed': 'Kundenzahlung gelöscht',
    'write-off-cancelled': 'Ausbuchung aufgehoben',
    'payment-lowered': 'Kundenzahlung herabgesetzt',
  },
  record: (kind, amount, invoices) =>
    invoices === '' ? `${kind}, ${amount}` : `${kind}, ${amount}, Rechnung ${invoices}`,
  accounts: {
    clearing: 'Verrechnungskonto',
    receivables: 'Forderungen',
    'customer-credit': 'Kundenguthaben',
    'sales-and-tax': 'Umsatz und Steuer',
    'write-off': 'Ausbuchungen',
    'gateway-fees': 'Gebühren des Gateways',
  },
  account: 'Konto',
  debit: 'Soll',
  credit: 'Haben',
  undo: {
    'customer-payment':
      'Rückgängig: die Kundenzahlung löschen; ihre Rechnungen sind dann wieder offen.',
    'write-off': 'Rückgängig: die Ausbuchung der Rechnung aufheben.',
    'credit-note': 'Rückgängig: die Gutschrift stornieren.',
    'credit-note-refund': 'Rückgängig: die Erstattung der Gutschrift löschen.',
    'payment-refund': 'Rückgängig: die Erstattung der Kundenzahlung löschen.',
    'payment-removed': 'Rückgängig: die Kundenzahlung wieder erfassen.',
    'write-off-cancelled': 'Rückgängig: den Rest der Rechnung wieder ausbuchen.',
    'payment-lowered': 'Rückgängig: die Kundenzahlung um das Stornierte wieder erhöhen.',
  },
  notes: {
    'nothing-moves': 'Nichts: Es fließt kein Geld, also gibt es nichts zu buchen.',
    'when-all-is-captured':
      'Noch nichts: Gebucht wird in einer Zahlung, sobald der Rest eingezogen oder freigegeben ist.',
    'after-the-payment':
      'Die Zahlung selbst ist auf dem Weg nach Zoho Books. Was Sie jetzt tun, wird danach gebucht.',
    'not-in-books': 'Nichts: Diese Zahlung ist nicht in Zoho Books.',
    'no-invoice':
      'Es gibt keine Rechnung, zu der gutgeschrieben werden kann. Die Erstattung hält mit einem Hinweis für Ihren Administrator an.',
  },
};
