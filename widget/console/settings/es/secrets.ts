// Spanish texts of the settings page: the secrets.
import type { Language } from '../../../text/language.ts';

const signed =
  'Lo firmado con el antiguo vale hasta que acabe la transición. Introduzca el nuevo en el otro lado en ese plazo.';
const asked = 'Usamos el nuevo en un minuto. Después elimine el antiguo en el otro lado.';

export const secrets: Language['secrets'] = {
  title: 'Secretos',
  about:
    'Todas las claves que guardamos. Cada una está sellada con una clave propia y se puede reemplazar; ninguna se muestra jamás.',
  none: 'No se guarda ningún secreto: aún no hay nada conectado.',
  kinds: {
    'gateway-key': 'Clave de la pasarela',
    'gateway-webhook': 'Clave de firma de los avisos de la pasarela',
    'zoho-sign-in': 'Inicio de sesión con Zoho',
    'zoho-client': 'Secreto de nuestro cliente en la consola de API de Zoho',
    'shop-api': 'Claves de la tienda',
    'shop-webhook': 'Secreto de los webhooks de la tienda',
    'books-webhook': 'Secreto de los webhooks de flujos de Books e Inventory',
    channel: 'Secreto de un canal',
  },
  overlap: {
    'gateway-key': asked,
    'gateway-webhook': signed,
    'zoho-sign-in':
      'Inicie sesión con Zoho de nuevo en la configuración: la nueva sesión ocupa el lugar de esta.',
    'zoho-client':
      'Zoho acepta el nuevo al momento. Nuestro canal del CRM vale con el antiguo hasta que acabe la transición y se renueva mientras tanto.',
    'shop-api': asked,
    'shop-webhook': signed,
    'books-webhook': signed,
    channel:
      'Los mensajes llevan ambas firmas hasta que acabe la transición. Una dirección de Slack se usa en un minuto.',
  },
  of: (kind, of) => `${kind}: ${of}`,
  keyId: (id) => `Id de clave ${id}`,
  certificate:
    'Es un certificado: suba un archivo P12 nuevo en la configuración, en «Comercios de Cybersource».',
  since: (age) => `En uso desde: ${age}`,
  old: 'En uso desde antes de lo que se registra',
  states: {
    inUse: 'En uso',
    overlap: (date) => `El anterior vale hasta ${date}`,
    ends: (date) => `Vale hasta ${date}`,
  },
  replace: 'Reemplazar…',
  replaceLabel: (what) => `Reemplazar: ${what}`,
  master: (id, sealed, left) =>
    left === 0
      ? `Los ${sealed} textos sellados están cerrados con la clave maestra actual, ${id}.`
      : `${left} de ${sealed} textos sellados aún necesitan la clave maestra anterior; la actual es ${id}. Sigue por sí solo.`,
  form: {
    keyId: 'Nuevo id de clave',
    secret: 'Nuevo secreto',
    consumerKey: 'Nueva consumer key',
    channel: 'Nuevo secreto de firma (whsec_…) o dirección de Slack',
    booksHint: 'De 12 a 50 letras y cifras',
    overlap: 'El antiguo sigue valiendo',
    hours: { '0': 'nada: se ha filtrado', '24': 'un día', '168': 'una semana' },
    sure: 'El nuevo ocupa su lugar en cuanto pulse el botón.',
    yes: 'Reemplazar ahora',
    done: (usable, until) =>
      `Reemplazado. Use el nuevo en el otro lado desde ${usable}; el antiguo vale hasta ${until}.`,
    doneAtOnce: (usable) =>
      `Reemplazado. Use el nuevo en el otro lado desde ${usable}; el antiguo ya no vale.`,
  },
};
