// French sentences of problems: the gateway, Zoho and the shop.

import type { Words } from '../../words.ts';
import type { otherSidesProblems as english } from '../other-sides.ts';

export const otherSidesProblems: Words<typeof english> = {
  'gateway-distrusted': {
    sentence: 'Ce que la passerelle a envoyé pour les champs de carte n’est pas signé par elle.',
    next: 'Aucune carte n’a été demandée. Vérifiez l’adresse de la passerelle sur la page des réglages.',
  },
  'gateway-refused': {
    sentence: 'La passerelle a refusé la demande ({reason}).',
    next: 'Rien n’a bougé. Vérifiez le montant et l’âge du paiement.',
  },
  'gateway-credentials': {
    sentence: 'La passerelle n’accepte pas nos clés pour le marchand {merchant}.',
    next: 'Un administrateur vérifie clé, secret et environnement sur la page des réglages.',
  },
  'gateway-unavailable': {
    sentence: 'La passerelle n’a pas répondu.',
    next: 'Nous réessayons de nous-mêmes.',
  },
  'gateway-busy': {
    sentence: 'La passerelle nous demande de ralentir.',
    next: 'Nous réessayons de nous-mêmes.',
  },
  'merchant-unknown': {
    sentence: 'Le marchand {merchant} n’est pas connecté.',
    next: 'Un administrateur ajoute ses clés sur la page des réglages.',
  },
  'zoho-unavailable': {
    sentence: '{product} n’a pas répondu.',
    next: 'Nous réessayons de nous-mêmes.',
  },
  'zoho-busy': {
    sentence: '{product} a atteint sa limite d’appels.',
    next: 'Nous continuons de nous-mêmes dès que {product} le permet.',
  },
  'zoho-blocked': {
    sentence: '{product} n’accepte aucun appel de notre part pendant {minutes} minutes.',
    next: 'Tout le travail attend et continue tout seul. Si cela arrive souvent, demandez à Zoho une limite plus haute.',
  },
  'zoho-calls-low': {
    sentence: 'Il reste moins d’un dixième des appels du jour à {product}.',
    next: 'Les derniers sont gardés pour les personnes, le reste attend. Demandez à Zoho une limite quotidienne plus haute.',
  },
  'zoho-plan-missing': {
    sentence: 'Votre formule de {product} ne comprend pas ce qu’il nous faut.',
    next: 'Un administrateur change de formule ou désactive cette partie ; cela continue ensuite tout seul.',
  },
  'zoho-not-used': {
    sentence: 'Cette entreprise n’utilise pas {product}.',
    next: 'Un administrateur choisit son organisation sur la page des réglages, ou désactive cette partie.',
  },
  'zoho-permission-missing': {
    sentence: 'Notre connexion n’a pas ce droit dans {product}.',
    next: 'Un administrateur reconnecte Zoho et accorde ce qui est demandé.',
  },
  'zoho-refused': {
    sentence: '{product} a refusé l’enregistrement : {detail}.',
    next: 'Corrigez-le dans {product} ou dans les réglages, puis rejouez.',
  },
  'zoho-field-missing': {
    sentence: '{product} n’a pas de champ personnalisé unique {field}.',
    next: 'Un administrateur crée le champ sans doublons, puis rejoue.',
  },
  'shop-unavailable': {
    sentence: 'La boutique n’a pas répondu.',
    next: 'Nous réessayons de nous-mêmes.',
  },
  'shop-refused': {
    sentence: 'La boutique a refusé notre demande ({detail}).',
    next: 'Un administrateur vérifie les clés de la boutique sur la page des réglages.',
  },
};
