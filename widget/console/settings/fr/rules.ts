// French texts of the settings page: the rules for money.
import type { Language } from '../../../text/language.ts';

export const rules: Language['rules'] = {
  title: 'Règles pour l’argent',
  about:
    'Qui peut mouvoir combien seul. Ce qui dépasse une règle attend une deuxième personne, ou est interdit. Le serveur le vérifie à chaque mouvement.',
  standing: (version, author, date) =>
    `La version ${version} est en vigueur, publiée par ${author} le ${date}.`,
  shipped:
    'Les règles fournies avec Tallybridge sont en vigueur ; personne ne les a encore changées.',
  none: 'Il n’y a pas de règle : qui peut rembourser peut rembourser n’importe quel montant.',
  edit: 'Modifier',
  editLabel: (rule) => `Modifier : ${rule}`,
  remove: 'Retirer',
  removeLabel: (rule) => `Retirer : ${rule}`,
  add: 'Ajouter une règle',
  line: (subject, bound, consequence) => `${subject} : ${bound} ${consequence}.`,
  by: (movements, people) => `${movements} par ${people}`,
  everybody: 'tous',
  people: {
    viewer: 'observateurs',
    agent: 'agents',
    approver: 'approbateurs',
    admin: 'administrateurs',
  },
  bounds: {
    amount: (amounts) => `plus de ${amounts} en une fois`,
    'per-day': (amounts) => `plus de ${amounts} par jour et personne`,
    'per-payment': (amounts) => `plus de ${amounts} d’un paiement`,
    age: (days) => `d’un paiement de plus de ${days} jours`,
    currency: (among) => `dans une autre devise que ${among}`,
    risk: (from) => `à risque ${from}`,
    dispute: () => 'tant qu’un litige est ouvert',
    'other-card': () => 'sur une autre carte que celle d’origine',
    reason: (length) => `avec un motif de moins de ${length} caractères`,
  },
  nothing: 'rien',
  risks: { medium: 'moyen ou élevé', high: 'élevé' },
  kinds: {
    amount: 'Montant en une fois',
    'per-day': 'Montant par jour et personne',
    'per-payment': 'Montant d’un paiement',
    age: 'Âge du paiement',
    currency: 'Devise',
    risk: 'Risque du client',
    dispute: 'Litige ouvert',
    'other-card': 'Autre carte',
    reason: 'Longueur du motif',
  },
  movements: {
    refund: 'Remboursements',
    charge: 'Débits',
    capture: 'Captures',
    void: 'Annulations',
    reversal: 'Libérations',
  },
  consequences: {
    approver: 'demande l’approbation d’un autre approbateur',
    admin: 'demande l’approbation d’un autre administrateur',
    forbidden: 'est interdit',
  },
  form: {
    title: 'Une règle',
    kind: 'Ce qu’elle limite',
    on: 'De quels mouvements',
    who: 'Pour qui',
    whoHint: 'Personne de coché : pour tous.',
    named: (people) => `Pour ${people} seulement, à la place de la règle du rôle.`,
    beyond: 'Ce qui la dépasse',
    amounts: 'Jusqu’à',
    amountsHint:
      'Une ligne par devise, comme « USD 500.00 ». Dans les autres devises, rien n’est permis seul.',
    days: 'Jusqu’à combien de jours',
    currencies: 'Devises permises',
    currenciesHint: 'Trois lettres chacune : USD EUR',
    risk: 'À partir de quel risque',
    length: 'Caractères au moins',
    keep: 'Garder dans le brouillon',
    faults: {
      movements: 'Cochez au moins un type de mouvement.',
      'per-day':
        'Par jour, seuls les remboursements et débits sont comptés : ne cochez rien d’autre.',
      amounts: (line) =>
        `« ${line} » n’est pas un montant. Écrivez la devise, une espace et le montant : USD 500.00`,
      number: 'Saisissez un nombre entier.',
      currencies: 'Saisissez au moins une devise de trois lettres.',
    },
  },
  requests: {
    title: 'Demandes d’approbation',
    hours: 'Heures pendant lesquelles une demande reste ouverte',
    tell: 'Qui d’autre est prévenu de chaque demande',
    tellHint:
      'Adresses e-mail ou noms de canaux e-mail, séparés par des espaces. Qui peut décider est toujours prévenu.',
    keep: 'Garder dans le brouillon',
  },
  draft: {
    title: 'Votre brouillon',
    about: (author, age) => `Modifié par ${author}, ${age}. Il n’est pas encore en vigueur.`,
    tryOut: 'L’essayer sur le mois dernier',
    note: 'Pourquoi, pour l’historique',
    publish: 'Publier',
    drop: 'Jeter le brouillon',
    faults: 'Ceci empêche de le publier :',
    warnings: 'Bon à savoir :',
    published: (version) => `La version ${version} est désormais en vigueur.`,
  },
  changes: {
    title: (before, after) => `Titre : « ${before} » devient « ${after} ».`,
    added: (rule) => `Ajoutée : ${rule}`,
    removed: (rule) => `Supprimée : ${rule}`,
    changed: (before, after) => `Modifiée : ${before} Maintenant : ${after}`,
    hours: (before, after) => `Une demande restait ouverte ${before} heures, maintenant ${after}.`,
    tell: (before, after) =>
      `Aussi informés de chaque demande : avant ${before}, maintenant ${after}.`,
    nobodyElse: 'personne',
  },
  faults: {
    'no-currency': (rule, value) => `Règle ${rule} : ${value} n’est pas une devise.`,
    'agents-unbounded': () => 'Les agents peuvent rembourser n’importe quel montant en une fois.',
    'no-mail-channel': (_rule, value) => `Aucun canal e-mail « ${value} » n’est configuré ici.`,
  },
  dryRun: {
    title: 'Le mois dernier sous ces règles',
    sum: (all, approval, forbidden) =>
      `Sur ${all} ${all === 1 ? 'remboursement' : 'remboursements'}, ${approval} auraient demandé une approbation et ${forbidden} auraient été interdits.`,
    none: 'Il n’y a pas eu de remboursement pendant ce temps : rien sur quoi essayer les règles.',
    elsewhere: (count) =>
      count === 1
        ? 'Un autre a été fait hors de Tallybridge, où aucune règle ne s’étend.'
        : `${count} autres ont été faits hors de Tallybridge, où aucune règle ne s’étend.`,
    partial: 'Il y en avait plus qu’on n’en regarde : les plus anciens manquent.',
    outcomes: {
      allowed: 'Permis',
      'needs-approval': 'Demande une approbation',
      forbidden: 'Interdit',
    },
    table: 'Les chiffres en tableau',
    outcome: 'Résultat',
    count: 'Remboursements',
    list: 'Remboursement par remboursement',
    line: (amount, person, date) => `${amount} par ${person}, ${date}`,
  },
  history: {
    title: 'Versions',
    version: (version) => `Version ${version}`,
    shipped: 'telle que fournie avec Tallybridge',
    holds: 'En vigueur',
    by: (author, date) => `${author}, ${date}`,
    compare: 'Qu’est-ce qui a changé ?',
    compareLabel: (version) => `Qu’est-ce qui a changé ? Depuis la version ${version}`,
    same: 'Rien : elle dit la même chose que celle en vigueur.',
    goBack: 'Revenir',
    goBackLabel: (version) => `Revenir à la version ${version}`,
    sure: (version) =>
      `La version ${version} redevient la plus récente. Celles d’entre-temps restent dans l’historique.`,
    note: 'Pourquoi, pour l’historique',
    yes: 'La remettre en vigueur',
  },
};
