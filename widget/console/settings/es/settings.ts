// Spanish texts of the settings page: the set-up and the doctor.
import type { Language } from '../../../text/language.ts';

export const settings: Language['settings'] = {
  title: 'Ajustes de Tallybridge',
  loading: 'Leyendo los ajustes…',
  progress: (done, all) => `${done} de ${all} pasos hechos`,
  ready: 'Conectado',
  notReady: 'Configuración en curso',
  unsaved: 'Hay algo escrito sin guardar. Guarde o cierre antes ese paso.',
  steps: {
    'sign-in': {
      title: 'Iniciar sesión con Zoho',
      about:
        'Tallybridge trabaja en Books, CRM y Desk con el consentimiento de un administrador, mejor con un usuario propio.',
    },
    organizations: {
      title: 'Organizaciones',
      about: 'Qué organizaciones de Zoho pertenecen a esta empresa.',
    },
    merchants: {
      title: 'Comercios de Cybersource',
      about:
        'Cada uno con una clave del Business Center. Se prueba antes de guardarla y no vuelve a mostrarse.',
    },
    webhooks: {
      title: 'Avisos de la pasarela',
      about:
        'Para conocer los pagos al instante; si no, se pregunta por cada comercio cada pocos minutos.',
    },
    accounts: {
      title: 'Cuentas en Zoho Books',
      about: 'El dinero de tarjeta espera en una cuenta puente hasta que el banco lo tiene.',
    },
    fields: {
      title: 'Campos personalizados',
      about: 'Campos con nuestras claves: gracias a ellos nada se contabiliza dos veces.',
    },
    test: {
      title: 'Pago de prueba',
      about:
        'Un pago de 1,00 en una tarjeta de prueba de la pasarela, liberado al momento. Solo en pruebas.',
    },
    doors: { title: 'Webhooks, canales, roles', about: 'Qué nos anuncia Zoho y a quién avisamos.' },
  },
  states: {
    done: 'Hecho',
    open: 'Por hacer',
    waiting: 'En espera',
    trouble: 'Requiere atención',
    later: 'Más tarde',
    skipped: 'No hace falta',
  },
  reload: 'Volver a cargar',
  save: 'Guardar',
  working: 'Un momento…',
  laterBecause: 'Antes va otro paso.',
  signIn: {
    button: 'Iniciar sesión con Zoho',
    again: 'Iniciar sesión de nuevo',
    done: (host) => `Sesión iniciada; el centro de datos es ${host}.`,
    waiting: 'Se abrió una ventana. Esta página sigue por sí sola cuando termine allí.',
    blocked: 'Su navegador bloqueó la ventana. Ábrala aquí:',
    open: 'Abrir el inicio de sesión',
    products: 'Productos que conectar',
  },
  products: { books: 'Zoho Books e Inventory', crm: 'Zoho CRM', desk: 'Zoho Desk' },
  organizations: { load: 'Mostrar mis organizaciones', unused: 'No se usa' },
  merchants: {
    list: 'Comercios',
    add: 'Añadir un comercio o cambiarlo',
    id: 'Id del comercio',
    environment: 'Entorno',
    sandbox: 'Pruebas (dinero ficticio)',
    live: 'Real',
    keyKind: 'Clave',
    sharedSecret: 'Secreto compartido',
    certificate: 'Archivo P12',
    keyId: 'Id de la clave',
    secret: 'Secreto compartido (base64)',
    file: 'Archivo P12',
    password: 'Contraseña del archivo',
    currencies: 'Monedas, separadas por espacios',
    currenciesHint: 'Tres letras cada una: USD EUR',
    save: 'Probar la clave y guardar',
    keyStays: 'Deje la clave vacía para conservar la actual.',
    change: 'Cambiar',
    changeLabel: (merchant) => `Cambiar ${merchant}`,
    processor: 'Procesador',
    processors: {
      unknown: 'Desconocido',
      'visa-platform-connect': 'Visa Platform Connect',
      other: 'Otro (Chase Paymentech, TSYS, Worldpay…)',
    },
    processorMeans: {
      unknown:
        'Quién liquida las tarjetas. Los reembolsos se ofrecen durante 180 días desde la autorización, con un aviso a partir de 60.',
      'visa-platform-connect': 'Los reembolsos se ofrecen durante 180 días desde la autorización.',
      other:
        'Los reembolsos se ofrecen durante 60 días desde la autorización; después se rechazan.',
    },
    key: (kind, id) => `${kind}, id de clave ${id}`,
  },
  webhooks: {
    address: 'Dirección de nuestra función de avisos',
    addressHint: 'Como se alcanza desde internet, con https.',
    saveAddress: 'Guardar la dirección',
    subscribe: (merchant) => `Suscribir o renovar ${merchant}`,
    keyEnds: (date) =>
      `La clave de firma vale hasta ${date}; la renuevan este botón y el diagnóstico.`,
    states: {
      ACTIVE: 'Activo: los pagos se anuncian al instante.',
      PENDING_REVIEW:
        'La pasarela revisa nuestra dirección: uno o dos días hábiles. Hasta entonces preguntamos cada pocos minutos.',
      BLOCKED:
        'La pasarela ha rehusado nuestra dirección. Llame a su soporte; hasta entonces preguntamos.',
      SUSPENDED: 'La pasarela lo detuvo tras fallos. Pulse el botón para activarlo.',
      INACTIVE: 'Desactivado. Pulse el botón para activarlo.',
      NONE: 'Aún sin suscribir.',
    },
    otherState: (state) => `La pasarela dice ${state}, que no conocemos.`,
    notAsked: 'Conectado con el comando de configuración; aún sin consultar.',
  },
  accounts: {
    load: 'Proponer cuentas',
    clearing: (currency, merchant) => `Cuenta puente ${currency}, ${merchant}`,
    fee: 'Cuenta de comisiones',
    cardFees: 'Comisiones por contrato',
    cardFeesAbout:
      'Solo si su contrato dice cuánto se retiene de cada pago: entonces se contabiliza en la cuenta de comisiones junto con el pago. Déjelo vacío si las comisiones llegan con la liquidación; si no, se contabilizarían dos veces. Vale para los pagos que se contabilicen desde ahora.',
    cardFee: (currency, merchant) => `Comisión ${currency}, ${merchant}`,
    percent: 'Porcentaje',
    fixedPart: (currency) => `${currency} por pago`,
    feeWrong: 'Introduzca un porcentaje con dos decimales como máximo y un importe de esta moneda.',
    dispute: 'Cuenta de disputas',
    create: (name) => `Crear una cuenta nueva «${name}»`,
    hint: 'No se escribe nada en Books antes de guardar.',
    save: 'Usar estas cuentas',
  },
  fields: {
    check: 'Comprobar los campos',
    all: 'Están todos los campos.',
    states: {
      there: 'está',
      missing: 'falta',
      inactive: 'desactivado',
      'not-unique': 'admite duplicados',
    },
    how: 'Zoho no permite que los creen los programas:',
    where: {
      books: (module) =>
        `En Zoho Books: Settings › Preferences › ${module} › Field Customization › New Custom Field`,
      desk: (module) =>
        `En Zoho Desk: Setup › Customization › Layouts and Fields › ${module} › Single-line field`,
    },
    what: {
      books: (label) =>
        `Etiqueta «${label}», tipo de dato Text Box (Single Line), «Prevent duplicate values» activado.`,
      desk: (label) => `Etiqueta «${label}».`,
    },
    after: 'Después compruebe de nuevo: el nombre de API debe ser el mostrado.',
  },
  test: {
    button: (merchant) => `Probar ${merchant}`,
    outcomes: {
      passed: 'Funciona: el pago se autorizó y se liberó de nuevo.',
      'not-authorized':
        'La pasarela no autorizó la tarjeta de prueba. Compruebe en el Business Center que el comercio admite Visa en esta moneda.',
      'not-reversed':
        'Se autorizó, pero no se pudo liberar. El banco lo libera por sí solo; pregunte al soporte de la pasarela por las liberaciones.',
    },
    at: (date) => `Última prueba: ${date}`,
  },
  doors: {
    secretTitle: 'Webhooks de flujos de Books e Inventory',
    secretAbout:
      'En Settings › Automation › Workflow Actions › Webhooks: pegue la dirección, elija POST y los datos predeterminados, y pegue el secreto como Secret Token.',
    address: 'Dirección para el webhook',
    makeSecret: 'Crear un secreto',
    renewSecret: 'Crear un secreto nuevo',
    hasSecret:
      'Hay un secreto definido. No se puede mostrar de nuevo; uno nuevo ocupa su lugar, y el antiguo vale un día más.',
    secret: 'Secreto: cópielo ahora, se muestra solo esta vez',
    channelsTitle: 'Canales y correo',
    channelsAbout:
      'Los flujos envían a un canal por su nombre. Las direcciones no vuelven a mostrarse.',
    sender: 'Remitente de los correos',
    senderHint: 'Una dirección verificada en la consola de Catalyst.',
    name: 'Nombre del canal',
    nameHint: 'Minúsculas, cifras y guiones',
    kind: 'Tipo',
    kinds: {
      mail: 'Correo',
      slack: 'Slack',
      webhook: 'Webhook firmado',
      'desk-department': 'Departamento en Desk',
    },
    target: 'Correo, dirección del webhook o id del departamento',
    signing: 'Secreto de firma (whsec_…)',
    remove: (name) => `Quitar ${name}`,
    saveChannels: 'Guardar canal y remitente',
    cardPageTitle: 'Página de tarjeta',
    cardPageAbout:
      '3-D Secure: el banco del cliente confirma que la tarjeta es suya y asume entonces la pérdida de un pago fraudulento. La autenticación del pagador debe estar activada para su cuenta de comercio en Cybersource.',
    confirmsPayers: '3-D Secure',
    confirmChoices: { off: 'Desactivado', asked: 'Cuando el banco lo pida', always: 'Siempre' },
    saveCardPage: 'Guardar la página de tarjeta',
    languageTitle: 'Idioma para el personal',
    languageAbout:
      'En él se escriben los correos al personal, las notas, los comentarios y los tickets en Zoho, y lo que los flujos dicen por sí solos. Los correos a clientes siguen el idioma que Books tiene para cada cliente.',
    language: 'Idioma de correos y notas',
    asBooks: (name) => `Como en Zoho Books (${name})`,
    saveLanguage: 'Guardar el idioma',
    rolesTitle: 'Roles',
    rolesAbout:
      'Qué rol de Zoho tiene cuál aquí. Sin línea, los administradores de Zoho son administradores, el personal son agentes y los demás solo miran.',
    zohoRole: 'Rol en Zoho',
    ourRole: 'Rol aquí',
    saveRole: 'Guardar el rol',
    removeRole: (role) => `Quitar la línea de ${role}`,
  },
  copy: 'Copiar',
  copied: 'Copiado',
  copyLabel: (what) => `Copiar: ${what}`,
  doctor: {
    title: 'Diagnóstico',
    about:
      'Comprueba ahora lo que comprueba solo cada día. Se envía un correo de prueba al remitente.',
    call: 'Comprobar todo',
    again: 'Comprobar de nuevo',
    well: 'Todo está en orden.',
    faults: (count) => {
      if (count === 0) return 'No se halló ningún fallo.';
      return count === 1 ? 'Se halló un fallo.' : `Se hallaron ${count} fallos.`;
    },
    unseen: (count) =>
      count === 1
        ? 'Una comprobación no pudo mirar.'
        : `${count} comprobaciones no pudieron mirar.`,
    mend: 'Arreglar',
    mendLabel: (name, subject) => `Arreglar: ${name}, ${subject}`,
    names: {
      'sign-in': 'Inicio de sesión con Zoho',
      scopes: 'Lo que concedió Zoho',
      organizations: 'Organizaciones',
      plan: 'Llamadas del plan',
      'gateway-key': 'Claves de la pasarela',
      clock: 'Reloj',
      webhook: 'Webhooks de la pasarela',
      'signing-key': 'Claves de firma',
      fields: 'Campos personalizados',
      accounts: 'Cuentas en Books',
      'crm-watch': 'Canal del CRM',
      'shop-webhook': 'Webhooks de la tienda',
      mail: 'Correo',
      timer: 'Temporizador',
      'data-version': 'Datos guardados',
      'card-page': 'Página de tarjeta',
    },
    states: {
      good: 'Bien',
      fault: 'Fallo',
      unknown: 'No se pudo mirar',
      skipped: 'Nada que comprobar',
    },
  },
};
