// Spanish texts: how a ticket finds its payment.
import type { PanelLanguage } from '../language.ts';

export const ticket: PanelLanguage['ticket'] = {
  title: 'Este ticket',
  which: '¿De qué pago trata este ticket?',
  whichNext: 'Elíjalo, mírelo y recuérdelo para el ticket.',
  fits: (reasons) => `Coincide por: ${reasons}`,
  reasons: {
    order: 'número de pedido',
    invoice: 'número de factura',
    number: 'un número del texto',
    card: 'últimos cuatro dígitos',
    amount: 'importe',
    date: 'fecha',
    mail: 'correo de quien escribe',
  },
  none: {
    title: 'No se encontró ningún pago para este ticket',
    searched: 'Se buscó:',
    nothing: 'El ticket no nombra pedido, factura, tarjeta ni correo que se pueda buscar.',
    next: 'Escriba el número de pedido o de factura en el asunto o en un campo del ticket y busque de nuevo.',
    again: 'Buscar de nuevo',
  },
  searched: {
    numbers: 'Pedido o factura',
    lastFours: 'Tarjeta terminada en',
    amounts: 'Importe',
    dates: 'Fecha',
    email: 'Pagado por',
  },
  remember: 'Recordar para este ticket',
  remembered: 'Alguien eligió este pago para el ticket.',
  forget: 'Buscar otros',
  busy: 'Un momento…',
  unsure: 'No sabemos si quedó recordado. Inténtelo de nuevo: nada ocurre dos veces.',
};
