// Spanish texts: a refund and its approval.
import type { PanelLanguage } from '../language.ts';

export const refund: PanelLanguage['refund'] = {
  title: 'Reembolso',
  open: 'Reembolsar…',
  notAllowed: (role) =>
    `Como ${role} puede ver los pagos, pero no reembolsarlos. Pídaselo a un agente o administrador.`,
  nothingLeft: {
    uncaptured: 'Nada que reembolsar: no se capturó nada.',
    refunded: 'No queda nada que reembolsar.',
    held: 'Nada que reembolsar ahora: lo que está en camino, sin aclarar o en disputa sigue reservado.',
  },
  amount: 'Importe',
  upTo: (amount) => `Hasta ${amount}`,
  reason: 'Motivo',
  reasonHint: 'Consta en los libros',
  quickReasons: ['Mercancía devuelta', 'Pedido cancelado', 'Pagado dos veces', 'Precio rebajado'],
  button: (amount, card) => `Reembolsar ${amount} a ${card}`,
  cancel: 'Cancelar',
  invalid: {
    empty: 'Introduzca un importe.',
    'not-a-number': (example) => `Escriba el importe como ${example}.`,
    'too-precise': (currency, decimals) =>
      decimals === 0
        ? `${currency} no tiene decimales.`
        : `${currency} tiene ${decimals} decimales.`,
    zero: 'Introduzca más de cero.',
    'over-limit': (amount) => `Solo pueden volver ${amount}.`,
    reason: 'Diga el motivo en pocas palabras.',
  },
  inBooks: 'Qué se escribirá en Books',
  confirm: {
    title: (amount, card) => `¿Reembolsar ${amount} a ${card}?`,
    books: (invoice) => `Books recibe una nota de crédito de ${invoice} con su reembolso.`,
    booksNoInvoice: 'Books recibe el reembolso cuando el pago esté contabilizado.',
    split: (amounts) =>
      `Vuelve en ${amounts.length} reembolsos, uno por captura: ${amounts.join(', ')}.`,
    leaves: (amount) => `Después aún pueden volver ${amount}.`,
    final: 'Hasta que salga el lote se puede retirar; después, ya no.',
    yes: (amount) => `Sí, reembolsar ${amount}`,
  },
  approval: {
    by: { approver: 'un aprobador', admin: 'un administrador' },
    needed: (by) => `Necesita la aprobación de ${by}.`,
    forbidden: 'No permitido.',
    button: 'Pedir aprobación…',
    title: (by, amount) => `¿Pedir a ${by} que apruebe un reembolso de ${amount}?`,
    afterwards: (by) => `Saldrá por sí solo cuando ${by} distinto de usted lo haya aprobado.`,
    heldNot: 'Mientras tanto el importe no se reserva: se comprueba de nuevo entonces.',
    yes: 'Pedir aprobación',
    sending: 'Pidiendo aprobación…',
    asked: {
      title: 'Espera aprobación',
      body: (by, until) =>
        `Aún no se ha movido nada. Saldrá por sí solo cuando ${by} lo haya aprobado, hasta ${until}.`,
    },
  },
  requests: {
    title: 'Solicitudes de aprobación',
    what: (amount) => `Reembolso de ${amount}`,
    states: {
      open: 'Espera aprobación',
      approved: 'Aprobado',
      rejected: 'Rechazado',
      withdrawn: 'Retirado',
      expired: 'Caducado',
    },
    asked: (name, age) => `${name} lo pidió ${age}.`,
    decides: (by, until) => `Decide ${by}, hasta ${until}.`,
    decided: (state, name, reason) =>
      `${state} por ${name}${reason === '' ? '.' : `: «${reason}»`}`,
    notSent: 'Aprobado, pero no enviado.',
    approve: 'Aprobar',
    reject: 'Rechazar',
    withdraw: 'Retirar',
    reason: '¿Por qué?',
    reasonMissing: 'Diga el porqué en pocas palabras.',
    yes: {
      approved: (amount) => `Sí, reembolsar ${amount}`,
      rejected: 'Sí, rechazarlo',
      withdrawn: 'Sí, retirarlo',
    },
    busy: 'Un momento…',
  },
  sending: (amount) => `Pidiendo a la pasarela que reembolse ${amount}…`,
  sendingLong: 'Puede tardar medio minuto. Puede salir: el reembolso continúa.',
  accepted: {
    title: 'Reembolso aceptado',
    body: (amount, card) => `${amount} van camino de ${card}. El banco los mostrará en unos días.`,
  },
  ended: (state) => `Reembolso: ${state.toLowerCase()}`,
  refused: 'No reembolsado',
  unknown: {
    title: 'Resultado desconocido',
    body: (amount) =>
      `Aún no sabemos si volvieron ${amount}. Siguen reservados. No lo intente de nuevo.`,
  },
  underWay: 'Reembolso en camino',
  unanswered: {
    title: 'Aún sin respuesta',
    body: (amount) =>
      `No sabemos qué fue de ${amount}. Volver a preguntar nunca hace un segundo reembolso.`,
    button: 'Preguntar de nuevo',
    byItself: 'También volvemos a preguntar por nuestra cuenta en cuanto vuelva la conexión.',
    offline: 'Este equipo está sin conexión.',
  },
  lines: {
    choose: 'Elegir líneas de la factura…',
    title: (invoice) => `Líneas de la factura ${invoice}`,
    loading: 'Leyendo la factura…',
    failed: 'La factura no se pudo leer ahora. Un reembolso por importe no la necesita.',
    quantity: (name) => `Cantidad de ${name}`,
    of: (left, all) => `quedan ${left} de ${all}`,
    comesTo: (unit) => `${unit} en total`,
    beside: 'Envío y ajustes',
    noName: 'Línea sin nombre',
    none: 'Todas las líneas de esta factura ya se devolvieron.',
    chosen: (count) => (count === 1 ? 'Por una línea' : `Por ${count} líneas`),
  },
  receipts: {
    reference: 'Referencia',
    copy: 'Copiar',
    copyOf: (reference) => `Copiar la referencia ${reference}`,
    copied: 'Copiada.',
    byHand: 'Está marcada: cópiela a mano.',
  },
  done: 'Listo',
  change: 'Cambiar',
};
