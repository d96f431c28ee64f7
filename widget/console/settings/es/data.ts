// Spanish texts of the settings page: taking data along, erasing, keeping and leaving.
import type { Language } from '../../../text/language.ts';

export const data: Language['data'] = {
  export: {
    title: 'Llevarse sus datos',
    about:
      'Todo lo que guardamos de su empresa, en líneas de JSON. Los secretos quedan fuera. La exportación de la auditoría está en «Auditoría».',
    start: 'Exportar todo',
    progress: (pages) => `${pages} ${pages === 1 ? 'página leída' : 'páginas leídas'}…`,
    stop: 'Parar',
    done: (lines) => `${lines} ${lines === 1 ? 'fila lista' : 'filas listas'}.`,
  },
  erase: {
    title: 'Borrar un cliente',
    about:
      'Cuando un cliente lo pide. Nombres, direcciones y mensajes desaparecen; los importes y los números de sus libros quedan, como exige la ley.',
    mail: 'Correo del cliente',
    mailFault: 'Introduzca un correo.',
    find: 'Ver qué hay',
    found: (payments, rows) =>
      `Hallado: ${payments} ${payments === '1' ? 'pago' : 'pagos'} y ${rows} ${rows === 1 ? 'fila' : 'filas'} más que nombran al cliente.`,
    orMore: (count) => `${count} o más`,
    nothing: 'No guardamos nada de este cliente.',
    reference: 'Número de la solicitud',
    referenceHint: 'Para la auditoría. Nunca el nombre del cliente.',
    confirm: 'Escriba el correo otra vez',
    yes: 'Borrar para siempre',
    sure: 'No se puede deshacer.',
    done: (payments, rows) =>
      `Hecho: se borraron el pagador de ${payments} ${payments === 1 ? 'pago' : 'pagos'} y ${rows} ${rows === 1 ? 'fila' : 'filas'} más.`,
    elsewhere: 'Zoho, la pasarela y la tienda tienen datos propios: borre al cliente también allí.',
  },
  periods: {
    title: 'Cuánto se guarda',
    about:
      'Después se elimina por sí solo. Los pagos, los movimientos, sus reglas y flujos y la auditoría quedan mientras use Tallybridge.',
    what: 'Qué',
    days: 'Días',
    kept: {
      Inbox: 'Avisos ya procesados',
      Runs: 'Ejecuciones terminadas de flujos con sus resultados',
      Approvals: 'Solicitudes decididas',
      Alarms: 'Alarmas terminadas',
      Sessions: 'Sesiones terminadas',
      DayClaims: 'Lo que cada persona movió en un día, para los límites',
      Catalogs: 'Listas de campos de un producto que ya no responde',
    },
  },
  leave: {
    title: 'Desinstalar',
    about:
      'Todas las conexiones terminan al momento. Sus filas quedan 30 días para que pueda exportarlas o cambiar de idea; después se eliminan.',
    revoked: 'Qué se retira, en este orden:',
    law: 'Qué queda: todo lo de Zoho Books y de la pasarela. Es suyo, y la ley exige guardarlo.',
    byPerson:
      'Lo que hace usted: eliminar los webhooks de flujos en Books e Inventory y el webhook en Desk, y quitar la extensión.',
    confirm: (company) => `Escriba el nombre de la empresa: ${company}`,
    despite: 'Irse aunque aún no se conozca el resultado de algún dinero',
    yes: 'Desinstalar ahora',
    announced: (date) =>
      `Tallybridge se desinstaló en Zoho Desk. Deja esta empresa el ${date}, salvo que indique que se queda.`,
    leaving: (date) => `Tallybridge deja esta empresa. Todas las filas se eliminan el ${date}.`,
    progress: (done, all) => `${done} de ${all} hechos`,
    allDone: 'Se retiró todo. Ya nada funciona; sus filas aún se pueden exportar.',
    restByHand:
      'Hemos hecho lo que podemos. Lo que queda está marcado abajo; sus filas aún se pueden exportar.',
    tasks: {
      'stop-work': 'Detener todo el trabajo en espera',
      'gateway-webhooks': 'Eliminar nuestras suscripciones en la pasarela',
      'shop-webhooks': 'Eliminar nuestros webhooks en la tienda',
      'crm-watch': 'Cerrar nuestro canal en Zoho CRM',
      'zoho-access': 'Devolver el acceso a Zoho',
      'forget-secrets': 'Olvidar todas las claves y secretos',
    },
    taskDone: 'Hecho',
    taskOpen: 'En espera',
    taskByHand: 'Lo hace usted',
    look: 'Mirar de nuevo',
    stay: 'La empresa se queda',
    stayHint: 'Lo retirado se conecta de nuevo en la configuración.',
  },
};
