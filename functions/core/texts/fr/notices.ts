// French notices to staff.
import type { Words } from '../../contract/words.ts';
import type { notices as english } from '../en/notices.ts';

export const notices: Words<typeof english> = {
  roles: {
    viewer: 'lecteur',
    agent: 'agent',
    approver: 'approbateur',
    admin: 'administrateur',
  },
  request: {
    refund: (amount) => `remboursement de ${amount}`,
    charge: (amount) => `débit de ${amount} sur une carte enregistrée`,
    title: { refund: 'Remboursement', charge: 'Débit' },
    asked: (name, what) => `${name} demande : ${what}.`,
    reason: (reason) => `Motif : « ${reason} ».`,
    decides: {
      approver: (until) =>
        `Un approbateur décide dans le panneau de Tallybridge, jusqu’au ${until}.`,
      admin: (until) =>
        `Un administrateur décide dans le panneau de Tallybridge, jusqu’au ${until}.`,
    },
    approved: (by, what, name) => `${by} a approuvé la demande de ${name} : ${what}.`,
    onItsWay: 'C’est en cours.',
    notSent: (why) => `Rien n’a été envoyé : ${why}`,
    rejected: (by, what, name) => `${by} a refusé la demande de ${name} : ${what}.`,
    withdrawn: (name, what) => `${name} a retiré sa demande : ${what}.`,
    expired: (what, name) => `Personne n’a décidé à temps de la demande de ${name} : ${what}.`,
    nothingMoved: 'Aucun mouvement n’a eu lieu.',
  },
  question: {
    subject: 'Une décision vous est demandée',
    asked: (name, ask) => `${name} demande : ${ask}`,
    aFlow: 'Un flux',
  },
  anchor: {
    subject: (company) => `Ancre d’audit de ${company}`,
    text: (row, hash) => `La ligne ${row} de la chaîne d’audit a l’empreinte ${hash}.`,
    keep: (command) =>
      `Conservez ce message : avec lui, ${command} prouve que rien jusqu’à cette ligne n’a été modifié ensuite.`,
  },
  mailTest: {
    subject: 'Tallybridge : essai',
    text: 'Le docteur de Tallybridge a vérifié que les e-mails peuvent être envoyés. Il n’y a rien à faire.',
  },
  caseSubject: (reference) => `Paiement retenu pour vérification : ${reference}`,
  transaction: (id, merchant) => `Transaction ${id} du marchand ${merchant}`,
  refundAtGateway: (id) => `Remboursement Cybersource ${id}`,
  clearingAccount: (merchant) =>
    `Argent des cartes du marchand ${merchant} en route vers la banque (Tallybridge)`,
  books: {
    tax: 'Taxe',
    otherTax: 'Autre taxe et arrondi',
    refundOfInvoice: (number) => `Remboursement de la facture ${number}`,
    refundedLine: (number, reason) => `Remboursement de ${number} : ${reason}`,
    someCard: 'Carte Cybersource',
    forInvoice: (card, number) => `${card}, facture ${number}`,
  },
  unknownCustomer: 'Client inconnu',
  refundedAtGateway: 'remboursé à la passerelle',
  card: (brand, lastFour) => `La carte ${brand} finissant par ${lastFour}`,
  cardAmong: (brand, lastFour) => `${brand} finissant par ${lastFour}`,
  unnamedCard: 'La carte',
  noReason: 'aucun motif n’a été donné',
  unknownReason: (code) => `motif ${code}`,
  noRule: 'aucune',
  score: (score, band) => `${score}, ${band}`,
  risk: { low: 'faible', medium: 'moyen', high: 'élevé' },
  notNamed: 'non précisée',
  advice: {
    never: 'Ne réessayez pas cette carte. Demandez au client un autre moyen de paiement.',
    'other-card': 'Envoyez un nouveau lien : il faut au client une autre carte.',
    'correct-card': 'Envoyez un nouveau lien pour que le client saisisse la carte à nouveau.',
    confirm: 'Envoyez un nouveau lien : le client doit confirmer le paiement auprès de sa banque.',
    later: 'Réessayez un autre jour ou envoyez un nouveau lien pour une autre carte.',
    soon: 'Réessayez plus tard : rien n’est connu contre la carte.',
    look: 'Examinez la transaction avant toute nouvelle tentative.',
  },
  states: {
    created: 'commencé',
    'needs-inspection': 'à examiner',
    'pending-review': 'retenu pour vérification',
    authorized: 'autorisé',
    'partially-captured': 'capturé en partie',
    captured: 'capturé',
    settled: 'réglé',
    disputed: 'contesté',
    won: 'litige gagné',
    lost: 'litige perdu',
    declined: 'refusé',
    reversed: 'libéré',
    expired: 'expiré',
    voided: 'annulé',
  },
};
