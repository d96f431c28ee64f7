// Spanish mails to customers.
import type { CustomerTexts } from '../customer-words.ts';

export const customer: CustomerTexts = {
  invoice: (reference) => `factura ${reference}`,
  invoices: (references) => `facturas ${references}`,
  yourCard: 'su tarjeta',
  unnamedCard: 'su tarjeta',
  linkSubject: (company, what) => `${company}: ${what}`,
  pay: (amount, reference) => `Pague ${amount} de la factura ${reference} en esta página:`,
  payInvoices: (amount) => `Pague ${amount} en esta página, por estas facturas:`,
  payWithoutInvoice: (amount) => `Pague ${amount} en esta página:`,
  addCard: 'Añada su tarjeta en esta página:',
  linkIsYours: 'El enlace es solo para usted y vale tres días.',
  neverAsked: 'Nunca pedimos números de tarjeta por teléfono ni por correo.',
  unpaidSubject: (company, reference) => `${company}: la factura ${reference} aún no está pagada`,
  card: (brand, lastFour) => `su tarjeta ${brand} terminada en ${lastFour}`,
  notCharged: (amount, card, reference, why) =>
    `No pudimos cobrar ${amount} de ${card} por la factura ${reference}: ${why}. No se cobró nada.`,
  triedAgain: (day) =>
    `Volvemos a intentarlo con la misma tarjeta el ${day}. No tiene que hacer nada; para pagar con otra tarjeta, responda a este correo.`,
  notTriedAgain: (amount, card, reference) =>
    `No volvemos a intentar el cobro de ${amount} de ${card} por la factura ${reference}. No se cobró nada.`,
  otherCard: 'Para pagar con otra tarjeta, responda a este correo.',
  causes: {
    expired: 'la tarjeta está caducada',
    'no-money': 'no había fondos suficientes',
    'over-limit': 'supera el límite de la tarjeta',
    'to-be-confirmed': 'su banco quiere que lo confirme usted',
    unreachable: 'no se pudo contactar con su banco',
    declined: 'su banco lo ha rechazado',
  },
};
