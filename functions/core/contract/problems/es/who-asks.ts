// Spanish sentences of problems: who asks, and what we could not take in.

import type { Words } from '../../words.ts';
import type { whoAsksProblems as english } from '../who-asks.ts';

export const whoAsksProblems: Words<typeof english> = {
  'not-signed-in': {
    sentence: 'No pudimos saber quién es usted.',
    next: 'Vuelva a cargar la página. Si sigue así, pida a un administrador que reconecte Tallybridge.',
  },
  'session-expired': {
    sentence: 'Su sesión ha caducado.',
    next: 'Vuelva a cargar la página para iniciar sesión de nuevo.',
  },
  'not-allowed': {
    sentence: 'Su rol ({role}) no lo permite.',
    next: 'Pida a un administrador el permiso, o a un colega que lo tenga.',
  },
  'not-connected': {
    sentence: 'Tallybridge no está conectado para esta organización.',
    next: 'Un administrador termina la configuración en la página de ajustes.',
  },
  'access-revoked': {
    sentence: 'Un administrador ha terminado su acceso a Tallybridge.',
    next: 'Diríjase a un administrador de su empresa si cree que es un error.',
  },
  'leaving-unconfirmed': {
    sentence: 'El nombre no coincide.',
    next: 'Escriba el nombre de la empresa como figura en la página de ajustes: {company}.',
  },
  'leaving-money-open': {
    sentence: 'Aún no se conoce el resultado de {count} movimientos.',
    next: 'Espere a que se conozca. Si aun así se va, consúltelos en el Business Center.',
  },
  'uninstall-announced': {
    sentence: 'Tallybridge se desinstaló en {product}. Deja su empresa el {date}.',
    next: 'Si los demás productos lo siguen usando, indique en la página de ajustes que se queda.',
  },
  'last-admin': {
    sentence: 'Es el último administrador.',
    next: 'Nombre antes administrador a otra persona.',
  },
  'too-many-tries': {
    sentence: 'Hubo demasiados intentos fallidos desde su red.',
    next: 'Espere un cuarto de hora e inténtelo de nuevo.',
  },
  'invalid-request': {
    sentence: 'No se entendió la solicitud: {field} {detail}.',
    next: 'Vuelva a cargar la página e inténtelo de nuevo.',
  },
  'not-found': {
    sentence: 'No encontrado: {what}.',
    next: 'Puede que se haya eliminado. Vuelva a cargar la página.',
  },
  'internal-error': {
    sentence: 'Algo falló por nuestra parte.',
    next: 'No se perdió nada. Inténtelo de nuevo en un minuto; la referencia es {reference}.',
  },
  'store-unavailable': {
    sentence: 'Nuestro almacenamiento no respondió.',
    next: 'Inténtelo de nuevo en un minuto. El dinero en camino no se olvida.',
  },
  'card-data-found': {
    sentence: 'No se escribió nada: {where} tiene datos de tarjeta en «{field}».',
    next: 'Quite el número o el código de seguridad donde se originó y vuelva a intentarlo o repítalo. Nadie puede guardar eso en una nota.',
  },
  'card-data-received': {
    sentence: '{source} envió datos de tarjeta en «{field}». Se borraron antes de guardar nada.',
    next: 'Quite allí el número o el código de seguridad y diga a quien lo escribió que solo va en los campos de la tarjeta.',
  },
  'audit-broken': {
    sentence: 'La cadena de auditoría no está íntegra: la fila {row} de {last} {what}.',
    next: 'Exporte la auditoría y compárela con una exportación anterior: node verify-audit.mjs export.jsonl earlier.jsonl.',
  },
};
