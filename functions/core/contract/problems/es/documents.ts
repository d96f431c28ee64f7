// Spanish sentences of problems: flows, mappings and channels.

import type { Words } from '../../words.ts';
import type { documentsProblems as english } from '../documents.ts';

export const documentsProblems: Words<typeof english> = {
  'flow-input': {
    sentence: 'El flujo no da a la acción {action} un {field} utilizable.',
    next: 'Corrija el flujo, publíquelo y repita esta ejecución.',
  },
  'flow-items': {
    sentence: 'El paso {node} del flujo encontró {count} elementos; su límite es {limit}.',
    next: 'Suba el límite en el flujo o divida el trabajo, publíquelo y repita esta ejecución.',
  },
  'mapping-field-empty': {
    sentence: '«{target}» no se puede rellenar: {source} está vacío.',
    next: 'Rellénelo en el origen, o diga en la regla {rule} de «{mapping}» qué escribir entonces. Después repita.',
  },
  'mapping-field-too-long': {
    sentence: '«{target}» admite {lengthMax} caracteres, pero {source} da {length}.',
    next: 'Acórtelo en el origen, o deje que la regla {rule} de «{mapping}» lo corte. Después repita.',
  },
  'mapping-field-wrong': {
    sentence: '«{target}» no se puede rellenar con {source}: {detail}.',
    next: 'Corríjalo en el origen o cambie la regla {rule} de «{mapping}». Después repita.',
  },
  'mapping-value-unknown': {
    sentence: '«{target}» no tiene equivalencia para lo que dice {source}: {detail}.',
    next: 'Añádala en la regla {rule} de «{mapping}» o dé un valor para todos los demás. Después repita.',
  },
  'mapping-field-gone': {
    sentence: 'El campo «{target}» ya no existe.',
    next: 'Créelo de nuevo o quite la regla {rule} de «{mapping}». Después repita.',
  },
  'fields-unreadable': {
    sentence: 'La lista de campos de {object} llegó en una forma que no conocemos.',
    next: 'Seguimos con los campos que conocemos y preguntamos de nuevo por nuestra cuenta.',
  },
  'channel-unknown': {
    sentence: 'No hay ningún canal «{channel}» del tipo {kind} configurado.',
    next: 'Un administrador lo añade en la página de ajustes; luego sigue por sí solo.',
  },
  'channel-address-wrong': {
    sentence: 'La dirección del canal «{channel}» no se puede usar: {detail}.',
    next: 'Un administrador la corrige en la página de ajustes; luego sigue por sí solo.',
  },
  'channel-refused': {
    sentence: '«{channel}» rehusó el mensaje ({detail}).',
    next: 'Corrija el texto o la dirección en el flujo, publíquelo y repita esta ejecución.',
  },
  'channel-closed': {
    sentence: '«{channel}» ya no admite mensajes nuestros ({detail}).',
    next: 'Un administrador lo renueva en la página de ajustes; luego sigue por sí solo.',
  },
  'channel-busy': {
    sentence: '«{channel}» nos pide ir más despacio.',
    next: 'Lo enviamos de nuevo por nuestra cuenta.',
  },
  'channel-unavailable': {
    sentence: '«{channel}» no respondió.',
    next: 'Lo enviamos de nuevo por nuestra cuenta.',
  },
  'mail-sender-missing': {
    sentence: 'No hay remitente de correo configurado.',
    next: 'Un administrador verifica una dirección en Catalyst y la introduce en la página de ajustes.',
  },
  'document-changed': {
    sentence: 'Otra persona ha cambiado {what} desde que lo abrió.',
    next: 'Ábralo de nuevo para ver el cambio y haga el suyo otra vez.',
  },
  'document-faulty': {
    sentence: '{what} aún no se puede publicar. {faults}',
    next: 'Corríjalo y publíquelo de nuevo.',
  },
  'document-too-long': {
    sentence: '{what} es demasiado largo para guardarse.',
    next: 'Divídalo en dos.',
  },
  'document-in-use': {
    sentence: '{what} no se puede desactivar: lo llama {by}.',
    next: 'Cambie o desactive antes el flujo que lo llama.',
  },
  'sample-missing': {
    sentence: 'No hay muestra de «{what}» con que mostrar la asignación.',
    next: 'Adjunte un registro de muestra.',
  },
  'bundle-unreadable': {
    sentence: 'Esto no es un paquete legible: {detail}.',
    next: 'Expórtelo de nuevo, con esta versión de Tallybridge o una anterior.',
  },
  'bundle-faulty': {
    sentence: 'No se importó nada. {faults}',
    next: 'Corríjalo donde se originó el paquete, o añada aquí lo que necesita, e impórtelo de nuevo.',
  },
};
