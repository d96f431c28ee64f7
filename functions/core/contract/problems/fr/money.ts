// French sentences of problems: money that moves, and what is told of it.

import type { Words } from '../../words.ts';
import type { moneyProblems as english } from '../money.ts';

export const moneyProblems: Words<typeof english> = {
  'amount-invalid': {
    sentence: 'Le montant n’est pas valide en {currency}.',
    next: 'Saisissez un montant supérieur à zéro.',
  },
  'refund-over-limit': {
    sentence: 'Seuls {left} peuvent encore être remboursés ; {asked} étaient demandés.',
    next: 'Saisissez {left} ou moins.',
  },
  'refund-lines-differ': {
    sentence: 'Les lignes choisies ne font plus {asked}.',
    next: 'Rechargez la page et choisissez de nouveau les lignes.',
  },
  'capture-over-limit': {
    sentence: 'Seuls {left} sont encore réservés ; {asked} étaient demandés.',
    next: 'Saisissez {left} ou moins.',
  },
  'movement-target-gone': {
    sentence: 'Ce qui devait être repris n’est plus tel qu’il était affiché.',
    next: 'Rechargez la page et voyez ce qui est possible maintenant.',
  },
  'movement-beyond-role': {
    sentence: 'Vous ne pouvez pas le faire seul. {why}',
    next: 'Laissez {by} le faire.',
  },
  'void-too-late': {
    sentence: 'C’est parti avec le lot avant de pouvoir être annulé.',
    next: 'Rien n’a été rappelé. Remboursez plutôt un paiement ; un remboursement reste acquis.',
  },
  'cannot-in-review': {
    sentence: 'Le paiement est retenu pour examen.',
    next: 'Acceptez-le ou rejetez-le d’abord dans le Business Center.',
  },
  'cannot-not-authorized': {
    sentence: 'Rien n’est réservé sur la carte.',
    next: 'Demandez au client de payer de nouveau.',
  },
  'cannot-nothing-captured': {
    sentence: 'Rien des {authorized} n’est capturé.',
    next: 'Capturez-les ou libérez-les.',
  },
  'cannot-captured-in-full': {
    sentence: 'Les {authorized} sont entièrement capturés, ou en cours.',
    next: 'On ne peut rien prendre de plus sur cette autorisation.',
  },
  'cannot-captured-already': {
    sentence: '{captured} des {authorized} sont capturés, ou en cours.',
    next: 'Annulez ou remboursez ce qui est capturé.',
  },
  'cannot-in-the-batch': {
    sentence: 'C’est parti avec un lot.',
    next: 'L’annulation vaut pour les heures d’avant ; remboursez ce qui a été capturé.',
  },
  'cannot-refunded-already': {
    sentence: '{refunded} des {captured} ont été remboursés, ou sont sur le retour.',
    next: 'Une annulation reprend le tout ; remboursez le reste.',
  },
  'cannot-nothing-left': {
    sentence: 'Il ne reste rien des {captured} : {refunded} sont rendus ou sur le retour.',
    next: 'On ne peut rien rembourser de plus.',
  },
  'cannot-disputed': {
    sentence: '{disputed} sont contestés.',
    next: 'Attendez la fin du litige : un remboursement maintenant pourrait payer le client deux fois.',
  },
  'cannot-disputed-until': {
    sentence: '{disputed} sont contestés ; répondez avant le {until}.',
    next: 'Envoyez : {evidence}. Un remboursement maintenant pourrait payer le client deux fois.',
  },
  'cannot-given-back': {
    sentence: 'Le paiement est {state}.',
    next: 'Le client a son argent ; il n’y a rien d’autre à faire.',
  },
  'cannot-window-over': {
    sentence: 'Le paiement a plus de {days} jours.',
    next: 'Le processeur n’accepte pas de remboursement si tardif. Payez le client d’une autre manière.',
  },
  'cannot-movement-under-way': {
    sentence: 'Un autre mouvement de cet argent est en cours.',
    next: 'Attendez que son résultat soit connu.',
  },
  'cannot-no-refund-to-void': {
    sentence: 'Il n’y a pas de remboursement à rappeler.',
    next: 'Seul un remboursement accepté par la passerelle peut l’être.',
  },
  'currency-mismatch': {
    sentence: 'Le paiement est en {currency}.',
    next: 'Saisissez le montant en {currency}.',
  },
  'intent-reused': {
    sentence: 'Cette demande a déjà été faite avec d’autres données.',
    next: 'Rechargez la page pour voir ce qui s’est passé, puis recommencez.',
  },
  'reason-missing': {
    sentence: 'Un remboursement a besoin d’un motif.',
    next: 'Dites en quelques mots pourquoi l’argent est rendu.',
  },
  'movement-reason-missing': {
    sentence: 'Il faut un motif.',
    next: 'Dites pourquoi en quelques mots : cela reste dans l’audit.',
  },
  'capture-declined': {
    sentence: 'La banque a refusé la capture ({reason}).',
    next: 'Aucun argent n’a bougé. Demandez moins, ou laissez le client payer de nouveau.',
  },
  'reversal-declined': {
    sentence: 'L’autorisation n’a pas pu être libérée ({reason}).',
    next: 'La banque la libère d’elle-même en quelques jours. Réessayez, ou appelez le processeur.',
  },
  'void-declined': {
    sentence: 'Le paiement n’a pas pu être annulé ({reason}).',
    next: 'Rien n’a été rappelé. Remboursez-le une fois réglé.',
  },
  'refund-declined': {
    sentence: 'La banque a refusé le remboursement ({reason}).',
    next: 'Rien n’a été versé. Remboursez d’une autre manière, ou demandez au client d’appeler sa banque.',
  },
  'outcome-unknown': {
    sentence: 'Nous ne savons pas encore si la passerelle l’a fait.',
    next: 'Le montant reste réservé et nous continuons d’interroger la passerelle. Ne réessayez pas.',
  },
  'never-sent': {
    sentence: 'Cela n’a jamais été envoyé à la passerelle.',
    next: 'Rien n’a bougé. Recommencez si c’est encore voulu.',
  },
  'needs-inspection': {
    sentence: 'La passerelle a répondu par un état que nous ne connaissons pas ({status}).',
    next: 'Recherchez la transaction dans le Business Center ; le montant reste réservé.',
  },
  'money-changed': {
    sentence: '{what} {reference} est de {now} dans {product} ; nous avions écrit {written}.',
    next: 'Quelqu’un l’a modifié, et nous le laissons ainsi. Corrigez-y le montant ; cela continue ensuite tout seul.',
  },
  'order-not-found': {
    sentence: 'La boutique n’a pas de commande {reference}.',
    next: 'Si le paiement n’a pas été fait dans la boutique, liez-le à une facture à la main.',
  },
  'document-mismatch': {
    sentence: '{product} a fait {booked} de la commande {reference}, qui est de {order}.',
    next: 'Vérifiez les taxes et arrondis des articles, corrigez le brouillon, puis rejouez.',
  },
  'decisions-late': {
    sentence:
      'Les décisions d’examen du marchand {merchant} n’ont pas été lues pendant {hours} heures.',
    next: 'La passerelle ne donne que les dernières 24 heures : un administrateur vérifie les clés du marchand et le minuteur avant qu’elles soient passées.',
  },
  'not-there-yet': {
    sentence: '{what} a été annoncé, et la passerelle ne le montre pas encore.',
    next: 'Nous le cherchons de nous-mêmes pendant un jour, puis c’est abandonné.',
  },
  'never-appeared': {
    sentence: '{what} a été annoncé il y a un jour et n’est jamais apparu à la passerelle.',
    next: 'Recherchez-le dans le Business Center. S’il y est, rejouez, sinon passez.',
  },
  'older-than-connection': {
    sentence: 'Le paiement est antérieur à la connexion à Zoho, et aucune facture n’y est liée.',
    next: 'Comptabilisez ce remboursement à la main, ou liez le paiement à sa facture et rejouez.',
  },
  'dispute-unmatched': {
    sentence:
      'Le litige {number} porte sur la transaction {transaction}, que la passerelle ne montre pas.',
    next: 'Recherchez le litige dans le Business Center ; ne remboursez rien de son paiement.',
  },
  'void-unclear': {
    sentence: 'Quelque chose de ce paiement a été annulé, et nous ne savons pas quoi.',
    next: 'Recherchez l’annulation dans le Business Center. Elle n’a rien libéré ; rejouez quand c’est clair.',
  },
  'booking-under-way': {
    sentence: 'L’écriture de ce remboursement n’est pas encore terminée.',
    next: 'Dès qu’elle l’est, elle est retirée de Zoho Books. Si elle figure parmi les travaux en échec, relancez-la d’abord.',
  },
  'refund-undone': {
    sentence: 'La passerelle signale comme {status} un remboursement qui avait réussi.',
    next: 'Recherchez le remboursement dans le Business Center et corrigez les livres à la main.',
  },
  'unknown-for-a-day': {
    sentence: 'Depuis plus d’un jour, nous ne parvenons pas à savoir si la passerelle l’a fait.',
    next: 'Appelez l’assistance de la passerelle avec la référence {reference}.',
  },
};
