// French: what is said of any document.
import type { DocumentTexts } from '../document-texts.ts';

export const documents: DocumentTexts = {
  isNew: (line) => `Nouveau : ${line}`,
  incomparable: 'La comparaison est impossible : l’un des deux n’est pas encore lisible.',
  onlyDetails: 'Seuls des détails ont changé.',
  switchedOn: 'Activé',
  switchedOff: 'Désactivé',
  table: {
    others: (value) => `Tous les autres -> ${value}`,
    title: (before, after) => `Titre : « ${before} » devient « ${after} »`,
    removed: (line) => `Supprimé : ${line}`,
    added: (line) => `Ajouté : ${line}`,
    changed: (before, after) => `Modifié : ${before} devient ${after}`,
  },
  staysWith: (title) =>
    `« ${title} » continue avec l’ancienne correspondance jusqu’à sa prochaine publication.`,
  noChannel: (name, kind) => `Aucun canal « ${name} » de type ${kind} n’est configuré ici.`,
  agentsUnbounded: 'Les agents peuvent rembourser n’importe quel montant en une fois.',
  fieldsOld: (record, day, why) =>
    `${record} : ses champs sont ceux du ${day}, car la lecture a échoué. ${why}`,
  fieldsUnread: (record, why) =>
    `${record} : seuls ses champs standard sont connus, car la lecture a échoué. ${why}`,
  needs: (title, kind, name) =>
    `« ${title} » a besoin de : ${kind} « ${name} », qui n’est pas ici.`,
  kinds: {
    action: 'action',
    flow: 'flux',
    mapping: 'correspondance',
    table: 'table',
    channel: 'canal',
  },
};
