// Spanish texts: captures, releases and voids.
import type { PanelLanguage } from '../language.ts';

export const moves: PanelLanguage['moves'] = {
  words: {
    capture: {
      open: 'Capturar…',
      openOf: (amount) => `Capturar ${amount}…`,
      title: 'Captura',
      confirm: (amount, whole, card) => `¿Capturar ${amount} de ${whole} de ${card}?`,
      means: 'Se cobra al cliente. Hasta que salga el lote se puede anular.',
      yes: (amount) => `Sí, capturar ${amount}`,
      done: (amount, card) => `Se capturaron ${amount} de ${card}.`,
    },
    reverse: {
      open: 'Liberar…',
      openOf: (amount) => `Liberar ${amount}…`,
      title: 'Liberación',
      confirm: (amount, _, card) => `¿Liberar ${amount} en ${card}?`,
      means: 'No se cobra nada. Después ya no se puede capturar.',
      yes: (amount) => `Sí, liberar ${amount}`,
      done: (amount, card) => `${amount} en ${card} ya no están reservados.`,
    },
    void: {
      open: 'Anular…',
      openOf: (amount) => `Anular ${amount}…`,
      title: 'Anulación',
      confirm: (amount, _, card) => `¿Anular la captura de ${amount} de ${card}?`,
      means: 'No se cobra al cliente, y no verá ningún reembolso. No se puede deshacer.',
      yes: (amount) => `Sí, anular ${amount}`,
      done: (amount, card) => `No se cobran ${amount} de ${card}.`,
    },
    'void-refund': {
      open: 'Retirar el reembolso…',
      openOf: (amount) => `Retirar el reembolso de ${amount}…`,
      title: 'Retirada del reembolso',
      confirm: (amount, _, card) => `¿Retirar el reembolso de ${amount} a ${card}?`,
      means: 'El cliente no lo recibe. Lo que ya conste en los libros se deshace.',
      yes: (amount) => `Sí, retirar ${amount}`,
      done: (amount, card) => `${amount} no van a ${card}.`,
    },
  },
  more: 'Más',
  refund: 'Reembolso',
  actions: 'Qué se puede hacer',
  upTo: (amount) => `Hasta ${amount}`,
  reasonHint: 'Queda en la auditoría',
  reasonOptional: 'Motivo (opcional)',
  next: 'Siguiente',
  until: (time) => `Posible hasta aproximadamente ${time}.`,
  cautions: {
    'authorization-may-have-lapsed':
      'Puede que el banco haya dejado caducar la reserva: quizá lo rechace.',
    'late-refund': 'Muchos procesadores no admiten reembolsos pasados 60 días.',
    'dispute-open': 'Hay una disputa abierta: no pague dos veces al cliente.',
  },
  sending: 'Consultando a la pasarela…',
  accepted: 'Hecho',
  underWay: 'En camino',
  ended: (title, state) => `${title}: ${state.toLowerCase()}`,
  refused: 'No se hizo nada',
  unknown: {
    title: 'Resultado desconocido',
    body: 'Aún no sabemos si la pasarela lo hizo. No lo intente de nuevo.',
  },
  unanswered: {
    title: 'Aún sin respuesta',
    body: 'No sabemos en qué quedó. Volver a preguntar nunca lo hace dos veces.',
  },
};
