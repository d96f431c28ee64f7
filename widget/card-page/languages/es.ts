// The card page in Spanish.
import { offerText } from '../page-language.ts';
import type { CardPageText } from '../text.ts';

export const text: CardPageText = {
  title: 'Pagar con tarjeta',
  titleSave: 'Añadir su tarjeta',
  forInvoice: (reference, company) => `Factura ${reference} de ${company}`,
  forCompany: (company) => `Para ${company}`,
  forInvoices: (company) => `Facturas de ${company}`,
  loading: 'Abriendo los campos seguros de la tarjeta…',
  cardNumber: 'Número de tarjeta',
  securityCode: 'Código de seguridad',
  expiry: 'Caduca (MM/AA)',
  expiryHint: 'MM/AA',
  expiryWrong: 'Introduzca mes y año como en la tarjeta, por ejemplo 08/29.',
  numberWrong: 'Compruebe el número de tarjeta.',
  codeWrong: 'Compruebe el código de seguridad, de tres o cuatro cifras.',
  yours: 'Nombre y dirección de la cuenta de la tarjeta',
  firstName: 'Nombre',
  lastName: 'Apellidos',
  email: 'Correo electrónico',
  line1: 'Calle y número',
  line2: 'Más datos (opcional)',
  city: 'Ciudad',
  region: 'Provincia o región',
  postalCode: 'Código postal',
  country: 'País',
  missing: (field) => `Falta: ${field}.`,
  keepCard: (company) => `Guardar esta tarjeta para futuros pagos a ${company}`,
  pay: (amount) => `Pagar ${amount}`,
  save: 'Guardar tarjeta',
  paying: 'Consultando a su banco…',
  safe: 'El número de su tarjeta va directamente al servicio de pago. Nosotros nunca lo vemos ni lo guardamos.',
  triesLeft: (tries) =>
    tries === 1 ? 'Puede intentarlo una vez más.' : `Puede intentarlo ${tries} veces más.`,
  paidTitle: 'Gracias, está pagado',
  paid: (amount, card) => `${amount} de ${card}. Puede cerrar esta página.`,
  savedTitle: 'Su tarjeta está guardada',
  saved: (card) => `${card}, no se cobró nada. Puede cerrar esta página.`,
  reviewTitle: 'Se está revisando su pago',
  review: (company) => `No pague otra vez: ${company} le dirá el resultado.`,
  underWayTitle: 'Esperamos la respuesta de su banco',
  underWay: 'No pague otra vez. Esta página mostrará la respuesta en cuanto llegue.',
  overTitle: 'Este enlace ya no se puede usar',
  over: (company) => `Ya no se cobra nada. Pida a ${company} un enlace nuevo si aún quiere pagar.`,
  settledTitle: 'Esta factura ya está pagada',
  settled: (company) => `Ahora no se cobró nada, y aquí no queda nada por pagar a ${company}.`,
  bank: 'Confirmar con su banco',
  confirmFirst:
    'Su banco quiere que confirme este pago. Aún no se cobró nada. Introduzca la tarjeta de nuevo: su banco le preguntará aquí.',
  unknownTitle: 'No conocemos este enlace',
  unknown: 'Compruebe que copió la dirección entera o pida un enlace nuevo.',
  offlineTitle: 'No se pudo contactar con nosotros',
  offline: 'Ahora no se cobró nada. Compruebe su conexión e inténtelo de nuevo.',
  fieldsFailed: 'Los campos seguros de la tarjeta no se abrieron. No se cobró nada.',
  again: 'Reintentar',
  problems: {
    'card-declined':
      'Su banco rechazó la tarjeta. No se cobró nada. Use otra tarjeta o pregunte a su banco.',
    'card-entry-invalid':
      'No se pudieron usar los datos de la tarjeta. No se cobró nada. Introduzca la tarjeta de nuevo.',
    'card-confirmation-needed':
      'Su banco pide una confirmación que aquí no es posible con esta tarjeta. Use otra tarjeta.',
    'payer-not-confirmed':
      'Su banco no pudo confirmar que la tarjeta es suya. No se cobró nada. Use otra tarjeta.',
    'invoice-being-paid':
      'Hay otro pago de esta factura en curso. Ahora no se cobró nada. Inténtelo de nuevo en unos minutos si aún queda algo pendiente.',
    'never-sent': 'El último intento no llegó a su banco. No se cobró nada. Inténtelo de nuevo.',
    'too-many-tries': 'Demasiados intentos. Espere diez minutos e inténtelo de nuevo.',
    otherwise: 'No funcionó. No se cobró nada. Inténtelo de nuevo o pida un enlace nuevo.',
  },
};

offerText(text);
