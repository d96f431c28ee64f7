// French sentences of problems: rules and approvals.

import type { Words } from '../../words.ts';
import type { rulesProblems as english } from '../rules.ts';

export const rulesProblems: Words<typeof english> = {
  'approval-own': {
    sentence: 'Vous l’avez demandé vous-même, quelqu’un d’autre doit donc décider.',
    next: 'Demandez à un collègue qui peut approuver.',
  },
  'approval-over': {
    sentence: 'Cela a déjà été décidé : {decision}.',
    next: 'Rechargez la page. S’il le faut quand même, recommencez.',
  },
  'approval-needed': {
    sentence: 'Cela doit être approuvé par {by}. {why}',
    next: 'Demandez l’approbation, ou changez ce que vous voulez mouvoir.',
  },
  'approval-not-needed': {
    sentence: 'Cela n’a pas besoin d’approbation : vous pouvez le faire vous-même.',
    next: 'Revenez en arrière et faites-le sans demander.',
  },
  'approval-not-yours': {
    sentence: 'Quelqu’un d’autre l’a demandé.',
    next: 'Seul le demandeur peut le retirer.',
  },
  'policy-forbids': {
    sentence: 'Les règles de votre entreprise l’interdisent. {why}',
    next: 'Changez ce que vous voulez mouvoir, ou adressez-vous à un administrateur.',
  },
  'policy-amount': {
    sentence: 'Cela dépasse {limit}, la limite pour un mouvement.',
    next: 'Saisissez {limit} ou moins, ou faites approuver.',
  },
  'policy-per-day': {
    sentence: 'Cela dépasse {limit} par jour : il en reste {left} aujourd’hui.',
    next: 'Saisissez {left} ou moins, ou faites approuver.',
  },
  'policy-per-payment': {
    sentence: 'Cela dépasse {limit} par paiement : {moved} ont déjà été rendus.',
    next: 'Saisissez {left} ou moins, ou faites approuver.',
  },
  'policy-no-limit': {
    sentence: 'Aucun montant en {currency} ne peut être mû sans approbation.',
    next: 'Faites approuver, ou demandez à un administrateur une limite en {currency}.',
  },
  'policy-age': {
    sentence: 'Le paiement a {days} jours ; la limite est de {limit} jours.',
    next: 'Faites approuver.',
  },
  'policy-currency': {
    sentence: '{currency} n’est pas une des devises permises : {among}.',
    next: 'Adressez-vous à un administrateur.',
  },
  'policy-risk': {
    sentence: 'Le contrôle de fraude voit un risque {band}.',
    next: 'Faites approuver.',
  },
  'policy-dispute': {
    sentence: 'Un litige sur ce paiement est ouvert.',
    next: 'Faites approuver, ou attendez la fin du litige.',
  },
  'policy-other-card': {
    sentence: 'L’argent irait sur une autre carte que celle d’où il vient.',
    next: 'Remboursez sur la carte qui a payé.',
  },
  'policy-reason': {
    sentence: 'Le motif doit avoir au moins {lengthMin} caractères.',
    next: 'Dites pourquoi en quelques mots de plus.',
  },
};
