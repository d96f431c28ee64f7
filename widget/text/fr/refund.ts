// French texts: a refund and its approval.
import type { PanelLanguage } from '../language.ts';

export const refund: PanelLanguage['refund'] = {
  title: 'Remboursement',
  open: 'Rembourser…',
  notAllowed: (role) =>
    `En tant qu’${role}, vous pouvez voir les paiements mais pas les rembourser. Demandez à un agent ou à un administrateur.`,
  nothingLeft: {
    uncaptured: 'Rien à rembourser : rien n’a été capturé.',
    refunded: 'Il ne reste rien à rembourser.',
    held: 'Rien à rembourser pour l’instant : ce qui est en cours, incertain ou contesté reste réservé.',
  },
  amount: 'Montant',
  upTo: (amount) => `Jusqu’à ${amount}`,
  reason: 'Motif',
  reasonHint: 'Figure dans la comptabilité',
  quickReasons: ['Marchandise retournée', 'Commande annulée', 'Payé deux fois', 'Prix réduit'],
  button: (amount, card) => `Rembourser ${amount} sur ${card}`,
  cancel: 'Annuler',
  invalid: {
    empty: 'Saisissez un montant.',
    'not-a-number': (example) => `Écrivez le montant comme ${example}.`,
    'too-precise': (currency, decimals) =>
      decimals === 0 ? `${currency} n’a pas de décimales.` : `${currency} a ${decimals} décimales.`,
    zero: 'Saisissez plus que zéro.',
    'over-limit': (amount) => `Seuls ${amount} peuvent être rendus.`,
    reason: 'Dites le motif en quelques mots.',
  },
  inBooks: 'Ce qui sera écrit dans Books',
  confirm: {
    title: (amount, card) => `Rembourser ${amount} sur ${card} ?`,
    books: (invoice) => `Books reçoit un avoir sur ${invoice} avec son remboursement.`,
    booksNoInvoice: 'Books reçoit le remboursement dès que le paiement est comptabilisé.',
    split: (amounts) =>
      `Il part en ${amounts.length} remboursements, un par capture : ${amounts.join(', ')}.`,
    leaves: (amount) => `${amount} pourront encore être rendus ensuite.`,
    final: 'Jusqu’au départ du lot, il peut être rappelé ; ensuite, plus.',
    yes: (amount) => `Oui, rembourser ${amount}`,
  },
  approval: {
    by: { approver: 'un approbateur', admin: 'un administrateur' },
    needed: (by) => `Doit être approuvé par ${by}.`,
    forbidden: 'Non autorisé.',
    button: 'Demander l’approbation…',
    title: (by, amount) => `Demander à ${by} d’approuver un remboursement de ${amount} ?`,
    afterwards: (by) => `Il part de lui-même dès qu’${by} autre que vous l’a approuvé.`,
    heldNot: 'Le montant n’est pas réservé entre-temps : il sera vérifié de nouveau.',
    yes: 'Demander l’approbation',
    sending: 'Demande d’approbation…',
    asked: {
      title: 'Attend l’approbation',
      body: (by, until) =>
        `Rien n’a encore bougé. Il part de lui-même dès qu’${by} l’a approuvé, jusqu’au ${until}.`,
    },
  },
  requests: {
    title: 'Demandes d’approbation',
    what: (amount) => `Remboursement de ${amount}`,
    states: {
      open: 'Attend l’approbation',
      approved: 'Approuvé',
      rejected: 'Rejeté',
      withdrawn: 'Retiré',
      expired: 'Expiré',
    },
    asked: (name, age) => `Demandé par ${name} ${age}.`,
    decides: (by, until) => `Décision : ${by}, jusqu’au ${until}.`,
    decided: (state, name, reason) =>
      `${state} par ${name}${reason === '' ? '.' : ` : « ${reason} »`}`,
    notSent: 'Approuvé, mais pas envoyé.',
    approve: 'Approuver',
    reject: 'Rejeter',
    withdraw: 'Retirer',
    reason: 'Pourquoi ?',
    reasonMissing: 'Dites pourquoi en quelques mots.',
    yes: {
      approved: (amount) => `Oui, rembourser ${amount}`,
      rejected: 'Oui, rejeter',
      withdrawn: 'Oui, retirer',
    },
    busy: 'Un instant…',
  },
  sending: (amount) => `Demande à la passerelle de rembourser ${amount}…`,
  sendingLong:
    'Cela peut durer une demi-minute. Vous pouvez quitter la page : le remboursement continue.',
  accepted: {
    title: 'Remboursement accepté',
    body: (amount, card) =>
      `${amount} sont en route vers ${card}. La banque les montrera d’ici quelques jours.`,
  },
  ended: (state) => `Remboursement : ${state.toLowerCase()}`,
  refused: 'Pas remboursé',
  unknown: {
    title: 'Résultat inconnu',
    body: (amount) =>
      `Nous ne savons pas encore si ${amount} sont repartis. Le montant reste réservé. Ne réessayez pas.`,
  },
  underWay: 'Remboursement en cours',
  unanswered: {
    title: 'Pas encore de réponse',
    body: (amount) =>
      `Nous ne savons pas ce que sont devenus ${amount}. Redemander ne fait jamais un second remboursement.`,
    button: 'Redemander',
    byItself: 'Nous redemandons aussi de nous-mêmes dès que la connexion est rétablie.',
    offline: 'Cet ordinateur est hors ligne.',
  },
  lines: {
    choose: 'Choisir des lignes de la facture…',
    title: (invoice) => `Lignes de la facture ${invoice}`,
    loading: 'Lecture de la facture…',
    failed:
      'La facture n’a pas pu être lue pour le moment. Un remboursement par montant n’en a pas besoin.',
    quantity: (name) => `Quantité de ${name}`,
    of: (left, all) => `${left} sur ${all} restants`,
    comesTo: (unit) => `${unit} au total`,
    beside: 'Livraison et ajustements',
    noName: 'Ligne sans nom',
    none: 'Toutes les lignes de cette facture ont été remboursées.',
    chosen: (count) => (count === 1 ? 'Pour une ligne' : `Pour ${count} lignes`),
  },
  receipts: {
    reference: 'Référence',
    copy: 'Copier',
    copyOf: (reference) => `Copier la référence ${reference}`,
    copied: 'Copiée.',
    byHand: 'Elle est sélectionnée : copiez-la à la main.',
  },
  done: 'Terminé',
  change: 'Modifier',
};
