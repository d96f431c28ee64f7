// Spanish sentences of problems: cards, and the money that we ask for.

import type { Words } from '../../words.ts';
import type { cardsProblems as english } from '../cards.ts';

export const cardsProblems: Words<typeof english> = {
  'card-confirmation-needed': {
    sentence: 'El banco quiere que el titular confirme este pago.',
    next: 'No se cobró nada. Deje que el cliente pague en la página de tarjeta, con una que no pida confirmación si se la vuelven a pedir.',
  },
  'charge-over-balance': {
    sentence: 'Solo {left} de la factura {number} están pendientes; se pidieron {asked}.',
    next: 'Pida {left} o menos.',
  },
  'charge-beyond-limit': {
    sentence: 'No puede cobrar tanto de una tarjeta guardada por su cuenta. {why}',
    next: 'Pida la aprobación de {by} o envíe al cliente un enlace.',
  },
  'request-rejected': {
    sentence: '{name} rechazó este cobro: «{reason}».',
    next: 'No se cobró nada. Envíe al cliente un enlace o pida menos.',
  },
  'request-expired': {
    sentence: 'Nadie decidió a tiempo sobre este cobro.',
    next: 'No se cobró nada. Solicítelo de nuevo si aún se desea.',
  },
  'invoice-settled': {
    sentence: 'Ya no queda nada pendiente de la factura {number}.',
    next: 'Ahora no se cobró nada. No hace falta pagar.',
  },
  'invoice-being-paid': {
    sentence: 'Otro pago de la factura {number} está en curso o aún no está en los libros.',
    next: 'Ahora no se cobró nada. Inténtelo de nuevo en unos minutos si aún queda algo pendiente.',
  },
  'no-saved-card': {
    sentence: 'El cliente no ha aceptado guardar ninguna tarjeta.',
    next: 'Solicite por enlace: el cliente puede guardar allí la tarjeta.',
  },
  'saved-card-removed': {
    sentence: 'La tarjeta guardada se eliminó.',
    next: 'No se cobró nada. Envíe al cliente un enlace para pagar con otra tarjeta.',
  },
  'tries-ended': {
    sentence: '{name} puso fin a los intentos con esta tarjeta.',
    next: 'No se cobró nada. Envíe al cliente un enlace si el importe sigue pendiente.',
  },
  'payer-not-confirmed': {
    sentence: 'El banco no pudo confirmar que la tarjeta es del cliente.',
    next: 'No se cobró nada. Use otra tarjeta.',
  },
  'card-saves-exhausted': {
    sentence: 'A este cliente se le pidió una tarjeta {count} veces en un día.',
    next: 'Espere a mañana o use uno de los enlaces abiertos.',
  },
  'invoice-not-open': {
    sentence: 'No se puede pagar nada de la factura {number}: está {status}.',
    next: 'Envíe antes un borrador; una factura pagada o anulada no necesita pago.',
  },
  'customer-not-in-books': {
    sentence: 'Zoho Books no tiene ningún cliente, o varios, con la dirección {email}.',
    next: 'Cree el cliente en Zoho Books, o abra allí el correcto y solicite desde él.',
  },
  'account-not-in-books': {
    sentence: 'Zoho Books no tiene ningún cliente, o varios, de esta cuenta.',
    next: 'Vincule un cliente de Zoho Books con la cuenta, o abra allí el correcto y solicite desde él.',
  },
  'deal-without-customer': {
    sentence: 'Este trato no tiene contacto ni cuenta.',
    next: 'Indique el contacto en el trato y vuelva a solicitar.',
  },
  'currency-not-connected': {
    sentence: 'Ninguna cuenta de comercio admite {currency}.',
    next: 'Conecte una en la página de ajustes o solicite en otra moneda.',
  },
  'link-unknown': {
    sentence: 'Este enlace de pago no se conoce.',
    next: 'Compruebe que se copió la dirección entera o pida un enlace nuevo.',
  },
  'link-used': {
    sentence: 'Este enlace de pago ya no se puede usar.',
    next: 'Ahora no se cobró nada. Pida un enlace nuevo.',
  },
  'card-declined': {
    sentence: 'La tarjeta fue rechazada ({reason}).',
    next: 'No se cobró nada. Use otra tarjeta, o inténtelo más tarde si el banco lo permite.',
  },
  'card-entry-invalid': {
    sentence: 'No se pudieron usar los datos de la tarjeta.',
    next: 'No se cobró nada. Introduzca la tarjeta de nuevo.',
  },
  'card-in-use': {
    sentence: 'La tarjeta aún se usa en otro lugar, como predeterminada o en una suscripción.',
    next: 'Haga antes predeterminada otra tarjeta.',
  },
};
