// French sentences of problems: who asks, and what we could not take in.

import type { Words } from '../../words.ts';
import type { whoAsksProblems as english } from '../who-asks.ts';

export const whoAsksProblems: Words<typeof english> = {
  'not-signed-in': {
    sentence: 'Nous n’avons pas pu savoir qui vous êtes.',
    next: 'Rechargez la page. Si cela persiste, demandez à un administrateur de reconnecter Tallybridge.',
  },
  'session-expired': {
    sentence: 'Votre session a expiré.',
    next: 'Rechargez la page pour vous reconnecter.',
  },
  'not-allowed': {
    sentence: 'Votre rôle ({role}) ne le permet pas.',
    next: 'Demandez ce droit à un administrateur, ou demandez à un collègue qui l’a.',
  },
  'not-connected': {
    sentence: 'Tallybridge n’est pas connecté pour cette organisation.',
    next: 'Un administrateur termine la configuration sur la page des réglages.',
  },
  'access-revoked': {
    sentence: 'Un administrateur a mis fin à votre accès à Tallybridge.',
    next: 'Adressez-vous à un administrateur de votre entreprise si vous pensez que c’est une erreur.',
  },
  'leaving-unconfirmed': {
    sentence: 'Le nom ne correspond pas.',
    next: 'Saisissez le nom de l’entreprise tel qu’il figure sur la page des réglages : {company}.',
  },
  'leaving-money-open': {
    sentence: 'Le résultat de {count} mouvements n’est pas encore connu.',
    next: 'Attendez qu’il le soit. Si vous partez quand même, recherchez-les dans le Business Center.',
  },
  'uninstall-announced': {
    sentence: 'Tallybridge a été désinstallé dans {product}. Il quitte votre entreprise le {date}.',
    next: 'Si les autres produits continuent à l’utiliser, dites sur la page des réglages qu’il reste.',
  },
  'last-admin': {
    sentence: 'C’est le dernier administrateur.',
    next: 'Nommez d’abord quelqu’un d’autre administrateur.',
  },
  'too-many-tries': {
    sentence: 'Trop d’essais manqués sont venus de votre réseau.',
    next: 'Attendez un quart d’heure, puis réessayez.',
  },
  'invalid-request': {
    sentence: 'La demande n’a pas été comprise : {field} {detail}.',
    next: 'Rechargez la page et réessayez.',
  },
  'not-found': {
    sentence: 'Introuvable : {what}.',
    next: 'Cela a peut-être été supprimé. Rechargez la page.',
  },
  'internal-error': {
    sentence: 'Quelque chose s’est mal passé de notre côté.',
    next: 'Rien n’est perdu. Réessayez dans une minute ; la référence est {reference}.',
  },
  'store-unavailable': {
    sentence: 'Notre stockage n’a pas répondu.',
    next: 'Réessayez dans une minute. L’argent en route n’est pas oublié.',
  },
  'card-data-found': {
    sentence: 'Rien n’a été écrit : {where} contient des données de carte dans « {field} ».',
    next: 'Retirez le numéro ou le code de sécurité à la source, puis réessayez ou rejouez. Personne ne doit garder cela dans une note.',
  },
  'card-data-received': {
    sentence:
      '{source} a envoyé des données de carte dans « {field} ». Elles ont été effacées avant tout enregistrement.',
    next: 'Retirez-y le numéro ou le code de sécurité, et dites à qui l’a saisi qu’il ne va que dans les champs de carte.',
  },
  'audit-broken': {
    sentence: 'La chaîne d’audit n’est pas intacte : la ligne {row} sur {last} {what}.',
    next: 'Exportez l’audit et comparez-le à un export antérieur : node verify-audit.mjs export.jsonl earlier.jsonl.',
  },
};
