// Spanish: what is said of any document.
import type { DocumentTexts } from '../document-texts.ts';

export const documents: DocumentTexts = {
  isNew: (line) => `Nuevo: ${line}`,
  incomparable: 'No se puede comparar: uno de los dos todavía no se puede leer.',
  onlyDetails: 'Solo cambiaron detalles.',
  switchedOn: 'Activado',
  switchedOff: 'Desactivado',
  table: {
    others: (value) => `Todos los demás -> ${value}`,
    title: (before, after) => `Título: «${before}» ahora es «${after}»`,
    removed: (line) => `Eliminado: ${line}`,
    added: (line) => `Añadido: ${line}`,
    changed: (before, after) => `Modificado: ${before} ahora es ${after}`,
  },
  staysWith: (title) =>
    `«${title}» sigue con la asignación anterior hasta que se publique de nuevo.`,
  noChannel: (name, kind) => `Aquí no hay ningún canal «${name}» de tipo ${kind}.`,
  agentsUnbounded: 'Los agentes pueden reembolsar cualquier importe de una vez.',
  fieldsOld: (record, day, why) =>
    `${record}: sus campos son los del ${day}, porque la consulta falló. ${why}`,
  fieldsUnread: (record, why) =>
    `${record}: solo se conocen sus campos estándar, porque la consulta falló. ${why}`,
  needs: (title, kind, name) => `«${title}» necesita: ${kind} «${name}», que no está aquí.`,
  kinds: {
    action: 'acción',
    flow: 'flujo',
    mapping: 'asignación',
    table: 'tabla',
    channel: 'canal',
  },
};
