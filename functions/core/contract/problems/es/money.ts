// Spanish sentences of problems: money that moves, and what is told of it.

import type { Words } from '../../words.ts';
import type { moneyProblems as english } from '../money.ts';

export const moneyProblems: Words<typeof english> = {
  'amount-invalid': {
    sentence: 'El importe no es válido en {currency}.',
    next: 'Introduzca un importe mayor que cero.',
  },
  'refund-over-limit': {
    sentence: 'Solo se pueden reembolsar aún {left}; se pidieron {asked}.',
    next: 'Introduzca {left} o menos.',
  },
  'refund-lines-differ': {
    sentence: 'Las líneas elegidas ya no suman {asked}.',
    next: 'Vuelva a cargar la página y elija las líneas de nuevo.',
  },
  'capture-over-limit': {
    sentence: 'Solo quedan reservados {left}; se pidieron {asked}.',
    next: 'Introduzca {left} o menos.',
  },
  'movement-target-gone': {
    sentence: 'Lo que se iba a deshacer ya no está como se mostró.',
    next: 'Vuelva a cargar la página y vea qué se puede hacer ahora.',
  },
  'movement-beyond-role': {
    sentence: 'No puede hacerlo por su cuenta. {why}',
    next: 'Deje que lo haga {by}.',
  },
  'void-too-late': {
    sentence: 'Salió con el lote antes de poder anularse.',
    next: 'No se retiró nada. Reembolse en su lugar un pago; un reembolso se mantiene.',
  },
  'cannot-in-review': {
    sentence: 'El pago está retenido para revisión.',
    next: 'Acéptelo o rechácelo antes en el Business Center.',
  },
  'cannot-not-authorized': {
    sentence: 'No hay nada reservado en la tarjeta.',
    next: 'Pida al cliente que pague de nuevo.',
  },
  'cannot-nothing-captured': {
    sentence: 'No se ha capturado nada de los {authorized}.',
    next: 'Captúrelo o libérelo.',
  },
  'cannot-captured-in-full': {
    sentence: 'Los {authorized} están capturados del todo, o en camino.',
    next: 'No se puede tomar más de esta autorización.',
  },
  'cannot-captured-already': {
    sentence: '{captured} de los {authorized} están capturados, o en camino.',
    next: 'Anule o reembolse lo capturado.',
  },
  'cannot-in-the-batch': {
    sentence: 'Salió con un lote.',
    next: 'La anulación es para las horas previas; reembolse lo capturado.',
  },
  'cannot-refunded-already': {
    sentence: '{refunded} de los {captured} se reembolsaron o van de vuelta.',
    next: 'Una anulación deshace el total; reembolse el resto.',
  },
  'cannot-nothing-left': {
    sentence: 'No queda nada de los {captured}: {refunded} volvieron o van de vuelta.',
    next: 'No se puede reembolsar más.',
  },
  'cannot-disputed': {
    sentence: '{disputed} están en disputa.',
    next: 'Espere al final de la disputa: un reembolso ahora podría pagar dos veces al cliente.',
  },
  'cannot-disputed-until': {
    sentence: '{disputed} están en disputa; responda antes del {until}.',
    next: 'Envíe: {evidence}. Un reembolso ahora podría pagar dos veces al cliente.',
  },
  'cannot-given-back': {
    sentence: 'El pago está {state}.',
    next: 'El cliente tiene su dinero; no hay más que hacer.',
  },
  'cannot-window-over': {
    sentence: 'El pago tiene más de {days} días.',
    next: 'El procesador no admite un reembolso tan tarde. Pague al cliente por otra vía.',
  },
  'cannot-movement-under-way': {
    sentence: 'Hay otro movimiento de este dinero en camino.',
    next: 'Espere a conocer su resultado.',
  },
  'cannot-no-refund-to-void': {
    sentence: 'No hay ningún reembolso que retirar.',
    next: 'Solo se puede retirar uno que la pasarela haya aceptado.',
  },
  'currency-mismatch': {
    sentence: 'El pago está en {currency}.',
    next: 'Introduzca el importe en {currency}.',
  },
  'intent-reused': {
    sentence: 'Esta solicitud ya se hizo con otros datos.',
    next: 'Vuelva a cargar la página para ver qué pasó y empiece de nuevo.',
  },
  'reason-missing': {
    sentence: 'Un reembolso necesita un motivo.',
    next: 'Diga en pocas palabras por qué vuelve el dinero.',
  },
  'movement-reason-missing': {
    sentence: 'Esto necesita un motivo.',
    next: 'Diga en pocas palabras por qué: queda en la auditoría.',
  },
  'capture-declined': {
    sentence: 'El banco rechazó la captura ({reason}).',
    next: 'No se movió dinero. Pida menos o deje que el cliente pague de nuevo.',
  },
  'reversal-declined': {
    sentence: 'No se pudo liberar la autorización ({reason}).',
    next: 'El banco la libera por sí solo en unos días. Inténtelo de nuevo o llame al procesador.',
  },
  'void-declined': {
    sentence: 'No se pudo anular el pago ({reason}).',
    next: 'No se retiró nada. Reembólselo cuando esté liquidado.',
  },
  'refund-declined': {
    sentence: 'El banco rechazó el reembolso ({reason}).',
    next: 'No se pagó nada. Reembolse por otra vía o pida al cliente que llame a su banco.',
  },
  'outcome-unknown': {
    sentence: 'Aún no sabemos si la pasarela lo hizo.',
    next: 'El importe sigue reservado y seguimos preguntando a la pasarela. No lo intente de nuevo.',
  },
  'never-sent': {
    sentence: 'Nunca se envió a la pasarela.',
    next: 'No se movió nada. Empiece de nuevo si aún se desea.',
  },
  'needs-inspection': {
    sentence: 'La pasarela respondió con un estado que no conocemos ({status}).',
    next: 'Consulte la transacción en el Business Center; el importe sigue reservado.',
  },
  'money-changed': {
    sentence: '{what} {reference} es de {now} en {product}; habíamos escrito {written}.',
    next: 'Alguien lo cambió, y así lo dejamos. Corrija allí el importe; luego sigue por sí solo.',
  },
  'order-not-found': {
    sentence: 'La tienda no tiene el pedido {reference}.',
    next: 'Si el pago no se hizo en la tienda, vincúlelo a mano con una factura.',
  },
  'document-mismatch': {
    sentence: '{product} hizo {booked} del pedido {reference}, que es de {order}.',
    next: 'Revise los impuestos y redondeos de los artículos, corrija el borrador y repita.',
  },
  'decisions-late': {
    sentence:
      'Las decisiones de revisión del comercio {merchant} no se leyeron durante {hours} horas.',
    next: 'La pasarela solo cuenta las últimas 24 horas: un administrador revisa las claves del comercio y el temporizador antes de que pasen.',
  },
  'not-there-yet': {
    sentence: '{what} se anunció, y la pasarela aún no lo muestra.',
    next: 'Lo buscamos por nuestra cuenta durante un día; luego se abandona.',
  },
  'never-appeared': {
    sentence: '{what} se anunció hace un día y nunca apareció en la pasarela.',
    next: 'Consúltelo en el Business Center. Si está, repita; si no, omita.',
  },
  'older-than-connection': {
    sentence: 'El pago es anterior a la conexión con Zoho, y no tiene factura vinculada.',
    next: 'Contabilice este reembolso a mano, o vincule el pago con su factura y repita.',
  },
  'dispute-unmatched': {
    sentence:
      'La disputa {number} es sobre la transacción {transaction}, que la pasarela no muestra.',
    next: 'Consulte la disputa en el Business Center; no reembolse nada de su pago.',
  },
  'void-unclear': {
    sentence: 'Se anuló algo de este pago, y no sabemos qué.',
    next: 'Consulte la anulación en el Business Center. No liberó nada; repita cuando esté claro.',
  },
  'booking-under-way': {
    sentence: 'El registro de este reembolso aún no ha terminado.',
    next: 'En cuanto termine se retira de Zoho Books. Si el registro está entre el trabajo fallido, repítalo allí primero.',
  },
  'refund-undone': {
    sentence: 'La pasarela comunica como {status} un reembolso que había tenido éxito.',
    next: 'Consulte el reembolso en el Business Center y corrija los libros a mano.',
  },
  'unknown-for-a-day': {
    sentence: 'Durante más de un día no pudimos averiguar si la pasarela lo hizo.',
    next: 'Llame al soporte de la pasarela con la referencia {reference}.',
  },
};
