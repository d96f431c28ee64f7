// French sentences of problems: flows, mappings and channels.

import type { Words } from '../../words.ts';
import type { documentsProblems as english } from '../documents.ts';

export const documentsProblems: Words<typeof english> = {
  'flow-input': {
    sentence: 'Le flux ne donne pas à l’action {action} de {field} utilisable.',
    next: 'Corrigez le flux, publiez-le et rejouez cette exécution.',
  },
  'flow-items': {
    sentence: 'L’étape {node} du flux a trouvé {count} éléments ; sa limite est {limit}.',
    next: 'Relevez la limite dans le flux ou partagez le travail, publiez-le et rejouez cette exécution.',
  },
  'mapping-field-empty': {
    sentence: '« {target} » ne peut pas être rempli : {source} est vide.',
    next: 'Remplissez-le à la source, ou dites dans la règle {rule} de « {mapping} » quoi écrire alors. Puis rejouez.',
  },
  'mapping-field-too-long': {
    sentence: '« {target} » accepte {lengthMax} caractères, mais {source} en donne {length}.',
    next: 'Raccourcissez à la source, ou laissez la règle {rule} de « {mapping} » couper. Puis rejouez.',
  },
  'mapping-field-wrong': {
    sentence: '« {target} » ne peut pas être rempli par {source} : {detail}.',
    next: 'Corrigez à la source, ou changez la règle {rule} de « {mapping} ». Puis rejouez.',
  },
  'mapping-value-unknown': {
    sentence: '« {target} » n’a pas d’équivalent pour ce que dit {source} : {detail}.',
    next: 'Ajoutez-le dans la règle {rule} de « {mapping} », ou donnez une valeur pour tous les autres. Puis rejouez.',
  },
  'mapping-field-gone': {
    sentence: 'Le champ « {target} » n’existe plus.',
    next: 'Recréez-le, ou retirez la règle {rule} de « {mapping} ». Puis rejouez.',
  },
  'fields-unreadable': {
    sentence: 'La liste des champs de {object} est venue sous une forme inconnue.',
    next: 'Nous continuons avec les champs connus et redemandons de nous-mêmes.',
  },
  'channel-unknown': {
    sentence: 'Aucun canal « {channel} » du type {kind} n’est configuré.',
    next: 'Un administrateur l’ajoute sur la page des réglages ; cela continue ensuite tout seul.',
  },
  'channel-address-wrong': {
    sentence: 'L’adresse du canal « {channel} » est inutilisable : {detail}.',
    next: 'Un administrateur la corrige sur la page des réglages ; cela continue ensuite tout seul.',
  },
  'channel-refused': {
    sentence: '« {channel} » a refusé le message ({detail}).',
    next: 'Corrigez le texte ou l’adresse dans le flux, publiez-le et rejouez cette exécution.',
  },
  'channel-closed': {
    sentence: '« {channel} » n’accepte plus de messages de notre part ({detail}).',
    next: 'Un administrateur le renouvelle sur la page des réglages ; cela continue ensuite tout seul.',
  },
  'channel-busy': {
    sentence: '« {channel} » nous demande de ralentir.',
    next: 'Nous renvoyons de nous-mêmes.',
  },
  'channel-unavailable': {
    sentence: '« {channel} » n’a pas répondu.',
    next: 'Nous renvoyons de nous-mêmes.',
  },
  'mail-sender-missing': {
    sentence: 'Aucun expéditeur d’e-mails n’est configuré.',
    next: 'Un administrateur fait vérifier une adresse dans Catalyst et la saisit sur la page des réglages.',
  },
  'document-changed': {
    sentence: 'Quelqu’un d’autre a modifié {what} depuis que vous l’avez ouvert.',
    next: 'Rouvrez-le pour voir ce qui a changé, puis refaites votre modification.',
  },
  'document-faulty': {
    sentence: '{what} ne peut pas encore être publié. {faults}',
    next: 'Corrigez-le, puis publiez-le de nouveau.',
  },
  'document-too-long': {
    sentence: '{what} est trop long pour être conservé.',
    next: 'Partagez-le en deux.',
  },
  'document-in-use': {
    sentence: '{what} ne peut pas être désactivé : {by} l’appelle.',
    next: 'Modifiez ou désactivez d’abord le flux qui l’appelle.',
  },
  'sample-missing': {
    sentence: 'Il n’y a pas d’exemple de « {what} » pour montrer la correspondance.',
    next: 'Joignez un enregistrement d’exemple.',
  },
  'bundle-unreadable': {
    sentence: 'Ce n’est pas un paquet lisible : {detail}.',
    next: 'Exportez-le de nouveau, avec cette version de Tallybridge ou une plus ancienne.',
  },
  'bundle-faulty': {
    sentence: 'Rien n’a été importé. {faults}',
    next: 'Corrigez à l’origine du paquet, ou ajoutez ici ce qu’il lui faut, puis importez de nouveau.',
  },
};
