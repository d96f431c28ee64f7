// Spanish sentences of problems: connecting a company, and what the doctor finds.

import type { Words } from '../../words.ts';
import type { setUpProblems as english } from '../set-up.ts';

export const setUpProblems: Words<typeof english> = {
  'zoho-data-centre-unknown': {
    sentence: 'El inicio de sesión volvió de un servidor que no se conoce como de Zoho.',
    next: 'Empiece de nuevo. Si sigue así, avise a su administrador y no introduzca su contraseña.',
  },
  'zoho-account-elsewhere': {
    sentence: 'La cuenta de Zoho {mail} no es administradora de {company}.',
    next: 'Inicie sesión en Zoho como administrador de esta organización y conecte de nuevo.',
  },
  'zoho-scopes-missing': {
    sentence: 'Zoho no concedió todo lo que se pidió ({scopes}).',
    next: 'Conecte de nuevo y acepte todo en la página de Zoho.',
  },
  'gateway-environment-wrong': {
    sentence: 'La clave del comercio {merchant} pertenece al entorno {other}, no a {asked}.',
    next: 'Elija el entorno correcto o cree una clave en el Business Center del otro.',
  },
  'merchant-key-missing': {
    sentence: 'Este comercio aún no tiene clave.',
    next: 'Introduzca la clave del Business Center y guarde de nuevo.',
  },
  'fee-account-missing': {
    sentence: 'Las comisiones por contrato necesitan una cuenta en la que contabilizarse.',
    next: 'Elija la cuenta de comisiones y guarde de nuevo.',
  },
  'merchant-environment-mixed': {
    sentence: 'Los demás comercios de esta empresa no están en el entorno {environment}.',
    next: 'Use el mismo entorno para todos o quite antes los demás.',
  },
  'merchant-in-use': {
    sentence:
      'Se hicieron pagos con el comercio {merchant}: sin su clave ninguno podría reembolsarse.',
    next: 'Consérvelo. No cuesta nada, y los ajustes de la pasarela deciden si admite pagos nuevos.',
  },
  'key-file-unreadable': {
    sentence: 'No se puede leer el archivo de la clave.',
    next: 'Compruebe la contraseña o cree un archivo P12 nuevo en el Business Center.',
  },
  'settings-being-saved': {
    sentence: 'Los ajustes se están guardando ahora mismo.',
    next: 'No se guardó nada suyo. Inténtelo de nuevo en un minuto.',
  },
  'settings-changed': {
    sentence: 'Otra persona ha cambiado los ajustes desde que los abrió.',
    next: 'Vuelva a cargarlos, vea qué cambió y guarde de nuevo.',
  },
  'zoho-sign-in-off': {
    sentence: 'El inicio de sesión con Zoho no está configurado en este proyecto.',
    next: 'Quien gestiona el proyecto introduce el cliente de la consola de API de Zoho o conecta con el comando de configuración.',
  },
  'setup-step-missing': {
    sentence: 'Antes va otro paso: {step}.',
    next: 'Hágalo y vuelva luego a este.',
  },
  'account-unfit': {
    sentence: 'La cuenta {account} no sirve aquí.',
    next: 'Vuelva a cargar la lista y elija una de ella.',
  },
  'live-test-refused': {
    sentence: 'Un pago de prueba solo se hace en el entorno de pruebas.',
    next: 'No se envió nada. Con claves reales, el primer pago real es la prueba.',
  },
  'webhook-not-offered': {
    sentence: 'La pasarela no ofrece eventos de pago al comercio {merchant}.',
    next: 'Pídalos al soporte de la pasarela. Hasta entonces hallamos los pagos preguntando cada minuto.',
  },
  'zoho-organization-wrong': {
    sentence: '{product} no conoce a nuestro usuario en esta organización.',
    next: 'Un administrador revisa el id de la organización y si el usuario que conectó sigue en ella.',
  },
  'zoho-data-centre-wrong': {
    sentence: 'La conexión pertenece a {theirs}, pero estamos configurados para {ours}.',
    next: 'Un administrador elige el centro de datos correcto en la página de ajustes y conecta de nuevo.',
  },
  'zoho-sign-in-needed': {
    sentence: 'La conexión con Zoho ya no es válida.',
    next: 'Un administrador inicia sesión con Zoho de nuevo en la página de ajustes.',
  },
  'zoho-organization-closed': {
    sentence: 'La organización de {product} está cerrada.',
    next: 'Ábrala de nuevo en {product} o elija otra en la página de ajustes.',
  },
  'zoho-field-duplicates': {
    sentence: 'El campo personalizado {field} de {product} admite duplicados.',
    next: 'Edite allí el campo y elija «Prevent duplicate values»: de otro modo podríamos escribir dos veces.',
  },
  'plan-calls-fewer': {
    sentence:
      'El plan {plan} de Zoho Books permite {allowed} llamadas al día; los ajustes cuentan con {counted}.',
    next: 'Baje la cifra en los ajustes o cambie el plan.',
  },
  'clock-off': {
    sentence: 'Nuestro reloj va {seconds} segundos {side} de la pasarela.',
    next: 'No se pierde nada, pero pueden rehusarse solicitudes. Es el reloj de la plataforma: avise a su soporte si sigue así.',
  },
  'webhook-absent': {
    sentence: 'La pasarela no nos envía nada del comercio {merchant}: no hay webhook suscrito.',
    next: 'Pulse «Arreglar». Hasta entonces los pagos se hallan preguntando cada minuto.',
  },
  'webhook-elsewhere': {
    sentence: 'El webhook del comercio {merchant} envía a {there}, y nosotros estamos en {here}.',
    next: 'Pulse «Arreglar» para suscribir nuestra dirección y terminar la antigua.',
  },
  'webhook-suspended': {
    sentence: 'La pasarela ha detenido el webhook del comercio {merchant} ({status}).',
    next: 'Pulse «Arreglar» para activarlo. Lo perdido se halla preguntando.',
  },
  'webhook-in-review': {
    sentence: 'La pasarela revisa la dirección del webhook del comercio {merchant}.',
    next: 'No hay que hacer nada: tarda uno o dos días hábiles y se activa solo. Hasta entonces preguntamos cada minuto.',
  },
  'webhook-blocked': {
    sentence: 'La pasarela ha rehusado la dirección del webhook del comercio {merchant}.',
    next: 'Llame al soporte de la pasarela: la dirección es pública y responde. Hasta entonces preguntamos cada minuto.',
  },
  'signing-key-ending': {
    sentence: 'La clave que firma los webhooks del comercio {merchant} termina en {days} días.',
    next: 'Pulse «Arreglar» para crear una nueva; la antigua vale un día más.',
  },
  'account-missing': {
    sentence: 'El comercio {merchant} no tiene cuenta puente para {currency}.',
    next: 'Elija una en el paso «Cuentas» de la página de ajustes: hasta entonces sus pagos en {currency} no se pueden contabilizar.',
  },
  'account-gone': {
    sentence: 'La cuenta {account} ya no está en Zoho Books.',
    next: 'Elija otra en el paso «Cuentas» de la página de ajustes.',
  },
  'account-inactive': {
    sentence: 'La cuenta {account} está inactiva en Zoho Books.',
    next: 'Actívela allí o elija otra en el paso «Cuentas».',
  },
  'account-currency-wrong': {
    sentence: 'La cuenta {account} se lleva en {theirs}, pero contiene pagos en {currency}.',
    next: 'Elija una cuenta en {currency} en el paso «Cuentas» de la página de ajustes.',
  },
  'crm-watch-ended': {
    sentence: 'El CRM ya no nos avisa de contactos cambiados.',
    next: 'Reabrimos el canal por nuestra cuenta y hallamos los cambios preguntando. Si sigue así, revise el inicio de sesión con Zoho.',
  },
  'shop-webhook-off': {
    sentence: 'La tienda ha desactivado su webhook {topic}.',
    next: 'Pulse «Arreglar» para activarlo de nuevo.',
  },
  'shop-webhook-absent': {
    sentence: 'La tienda no tiene ningún webhook que nos envíe.',
    next: 'Añada uno en WooCommerce, en Ajustes, Avanzado, Webhooks, con la dirección de la página de ajustes.',
  },
  'mail-sender-unverified': {
    sentence: 'La plataforma no envía correo desde {sender}.',
    next: 'Verifique la dirección en la consola de Catalyst o introduzca una verificada.',
  },
  'data-version-old': {
    sentence: 'Los datos guardados llevan {days} días sin pasar a esta versión.',
    next: 'El temporizador lo hace solo: vea en la consola de Catalyst si funciona y qué dice su última ejecución.',
  },
  'pages-unreachable': {
    sentence: 'Nadie ha dicho en qué dirección se alcanza nuestra página de tarjeta.',
    next: 'Defina TALLYBRIDGE_PUBLIC_URL en la consola de Catalyst.',
  },
  'card-page-changed': {
    sentence: 'La página de tarjeta no está como se construyó: {faults}.',
    next: 'No envíe enlaces de pago ahora. Despliegue de nuevo las funciones y haga revisar quién cambió {address} o lo que está delante.',
  },
  'own-page-unreachable': {
    sentence: 'Nuestra propia página {address} no respondió.',
    next: 'Volvemos a mirar por nuestra cuenta. Si sigue así, revise TALLYBRIDGE_PUBLIC_URL en la consola de Catalyst.',
  },
  'timer-late': {
    sentence: 'El temporizador no se ejecuta desde hace {minutes} minutos.',
    next: 'Abra Job Scheduling en la consola de Catalyst y vea si el cron de cada minuto está activo.',
  },
};
