// French texts of the settings page: the set-up and the doctor.
import type { Language } from '../../../text/language.ts';

export const settings: Language['settings'] = {
  title: 'Réglages de Tallybridge',
  loading: 'Lecture des réglages…',
  progress: (done, all) => `${done} étapes sur ${all} sont faites`,
  ready: 'Connecté',
  notReady: 'Configuration en cours',
  unsaved: 'Une saisie n’est pas enregistrée. Enregistrez ou fermez d’abord cette étape.',
  steps: {
    'sign-in': {
      title: 'Se connecter avec Zoho',
      about:
        'Tallybridge travaille dans Books, CRM et Desk avec l’accord d’un administrateur, de préférence un utilisateur à part.',
    },
    organizations: {
      title: 'Organisations',
      about: 'Quelles organisations de Zoho appartiennent à cette entreprise.',
    },
    merchants: {
      title: 'Marchands Cybersource',
      about:
        'Chacun avec une clé du Business Center. Elle est essayée avant d’être enregistrée, et jamais montrée de nouveau.',
    },
    webhooks: {
      title: 'Annonces de la passerelle',
      about:
        'Pour que les paiements soient connus aussitôt ; sinon chaque marchand est interrogé toutes les quelques minutes.',
    },
    accounts: {
      title: 'Comptes dans Zoho Books',
      about: 'L’argent des cartes attend sur un compte d’attente jusqu’à ce que la banque l’ait.',
    },
    fields: {
      title: 'Champs personnalisés',
      about: 'Des champs qui tiennent nos clés : grâce à eux, rien n’est comptabilisé deux fois.',
    },
    test: {
      title: 'Paiement d’essai',
      about:
        'Un paiement de 1,00 sur une carte d’essai de la passerelle, aussitôt libéré. Bac à sable seulement.',
    },
    doors: {
      title: 'Webhooks, canaux, rôles',
      about: 'Ce que Zoho nous annonce, et qui nous prévenons.',
    },
  },
  states: {
    done: 'Fait',
    open: 'À faire',
    waiting: 'En attente',
    trouble: 'Demande votre attention',
    later: 'Plus tard',
    skipped: 'Pas nécessaire',
  },
  reload: 'Recharger',
  save: 'Enregistrer',
  working: 'Un instant…',
  laterBecause: 'Une étape précédente passe d’abord.',
  signIn: {
    button: 'Se connecter avec Zoho',
    again: 'Se reconnecter',
    done: (host) => `Connecté ; le centre de données est ${host}.`,
    waiting: 'Une fenêtre s’est ouverte. Cette page continue toute seule quand vous y avez fini.',
    blocked: 'Votre navigateur a bloqué la fenêtre. Ouvrez-la ici :',
    open: 'Ouvrir la connexion',
    products: 'Produits à connecter',
  },
  products: { books: 'Zoho Books et Inventory', crm: 'Zoho CRM', desk: 'Zoho Desk' },
  organizations: { load: 'Montrer mes organisations', unused: 'Pas utilisée' },
  merchants: {
    list: 'Marchands',
    add: 'Ajouter un marchand ou le modifier',
    id: 'Identifiant du marchand',
    environment: 'Environnement',
    sandbox: 'Bac à sable (argent fictif)',
    live: 'Réel',
    keyKind: 'Clé',
    sharedSecret: 'Secret partagé',
    certificate: 'Fichier P12',
    keyId: 'Identifiant de la clé',
    secret: 'Secret partagé (base64)',
    file: 'Fichier P12',
    password: 'Mot de passe du fichier',
    currencies: 'Devises, séparées par des espaces',
    currenciesHint: 'Trois lettres chacune : USD EUR',
    save: 'Essayer la clé et enregistrer',
    keyStays: 'Laissez la clé vide pour garder celle qui est là.',
    change: 'Modifier',
    changeLabel: (merchant) => `Modifier ${merchant}`,
    processor: 'Processeur',
    processors: {
      unknown: 'Inconnu',
      'visa-platform-connect': 'Visa Platform Connect',
      other: 'Un autre (Chase Paymentech, TSYS, Worldpay…)',
    },
    processorMeans: {
      unknown:
        'Qui règle les cartes. Les remboursements sont proposés pendant 180 jours après l’autorisation, avec un avertissement après 60.',
      'visa-platform-connect':
        'Les remboursements sont proposés pendant 180 jours après l’autorisation.',
      other:
        'Les remboursements sont proposés pendant 60 jours après l’autorisation, puis refusés.',
    },
    key: (kind, id) => `${kind}, identifiant de clé ${id}`,
  },
  webhooks: {
    address: 'Adresse de notre fonction d’annonces',
    addressHint: 'Telle qu’on l’atteint depuis internet, avec https.',
    saveAddress: 'Enregistrer l’adresse',
    subscribe: (merchant) => `Abonner ou renouveler ${merchant}`,
    keyEnds: (date) =>
      `La clé de signature est valable jusqu’au ${date} ; ce bouton et le diagnostic la renouvellent.`,
    states: {
      ACTIVE: 'Actif : les paiements sont annoncés aussitôt.',
      PENDING_REVIEW:
        'La passerelle examine notre adresse : un à deux jours ouvrés. D’ici là, nous interrogeons toutes les quelques minutes.',
      BLOCKED:
        'La passerelle a refusé notre adresse. Appelez son assistance ; d’ici là, nous interrogeons.',
      SUSPENDED: 'La passerelle l’a arrêté après des échecs. Appuyez sur le bouton pour l’activer.',
      INACTIVE: 'Désactivé. Appuyez sur le bouton pour l’activer.',
      NONE: 'Pas encore abonné.',
    },
    otherState: (state) => `La passerelle dit ${state}, que nous ne connaissons pas.`,
    notAsked: 'Connecté par la commande de configuration ; pas encore interrogé.',
  },
  accounts: {
    load: 'Proposer des comptes',
    clearing: (currency, merchant) => `Compte d’attente ${currency}, ${merchant}`,
    fee: 'Compte des frais',
    cardFees: 'Frais prévus par contrat',
    cardFeesAbout:
      'Seulement si votre contrat dit ce qui est retenu sur chaque paiement : ces frais sont alors comptabilisés sur le compte des frais avec le paiement. Laissez vide si les frais arrivent avec le règlement, sinon ils seraient comptabilisés deux fois. Cela vaut pour les paiements comptabilisés à partir de maintenant.',
    cardFee: (currency, merchant) => `Frais ${currency}, ${merchant}`,
    percent: 'Pourcentage',
    fixedPart: (currency) => `${currency} par paiement`,
    feeWrong:
      'Saisissez un pourcentage avec deux décimales au plus et un montant dans cette devise.',
    dispute: 'Compte des litiges',
    create: (name) => `Créer un nouveau compte « ${name} »`,
    hint: 'Rien n’est écrit dans Books avant l’enregistrement.',
    save: 'Utiliser ces comptes',
  },
  fields: {
    check: 'Vérifier les champs',
    all: 'Tous les champs sont là.',
    states: {
      there: 'présent',
      missing: 'manquant',
      inactive: 'désactivé',
      'not-unique': 'admet les doublons',
    },
    how: 'Zoho ne laisse pas les programmes les créer :',
    where: {
      books: (module) =>
        `Dans Zoho Books : Settings › Preferences › ${module} › Field Customization › New Custom Field`,
      desk: (module) =>
        `Dans Zoho Desk : Setup › Customization › Layouts and Fields › ${module} › Single-line field`,
    },
    what: {
      books: (label) =>
        `Libellé « ${label} », type de données Text Box (Single Line), « Prevent duplicate values » activé.`,
      desk: (label) => `Libellé « ${label} ».`,
    },
    after: 'Vérifiez ensuite de nouveau : le nom d’API doit être celui affiché.',
  },
  test: {
    button: (merchant) => `Essayer ${merchant}`,
    outcomes: {
      passed: 'Cela marche : le paiement a été autorisé puis libéré.',
      'not-authorized':
        'La passerelle n’a pas autorisé la carte d’essai. Vérifiez dans le Business Center que le marchand accepte Visa dans cette devise.',
      'not-reversed':
        'Il a été autorisé, mais n’a pas pu être libéré. La banque le libère d’elle-même ; interrogez l’assistance de la passerelle sur les libérations.',
    },
    at: (date) => `Dernier essai : ${date}`,
  },
  doors: {
    secretTitle: 'Webhooks de workflow de Books et Inventory',
    secretAbout:
      'Dans Settings › Automation › Workflow Actions › Webhooks : collez l’adresse, choisissez POST et les données par défaut, et collez le secret comme Secret Token.',
    address: 'Adresse pour le webhook',
    makeSecret: 'Créer un secret',
    renewSecret: 'Créer un nouveau secret',
    hasSecret:
      'Un secret est défini. Il ne peut plus être montré ; un nouveau prend sa place, et l’ancien vaut encore un jour.',
    secret: 'Secret : copiez-le maintenant, il n’est montré que cette fois',
    channelsTitle: 'Canaux et e-mail',
    channelsAbout: 'Les flux envoient à un canal par son nom. Les adresses ne sont plus montrées.',
    sender: 'Expéditeur des e-mails',
    senderHint: 'Une adresse vérifiée dans la console Catalyst.',
    name: 'Nom du canal',
    nameHint: 'Minuscules, chiffres et tirets',
    kind: 'Type',
    kinds: {
      mail: 'E-mail',
      slack: 'Slack',
      webhook: 'Webhook signé',
      'desk-department': 'Service dans Desk',
    },
    target: 'Adresse e-mail, adresse du webhook ou identifiant du service',
    signing: 'Secret de signature (whsec_…)',
    remove: (name) => `Retirer ${name}`,
    saveChannels: 'Enregistrer canal et expéditeur',
    cardPageTitle: 'Page de carte',
    cardPageAbout:
      '3-D Secure : la banque du client confirme que la carte est à lui, et supporte alors la perte d’un paiement frauduleux. L’authentification du payeur doit être activée pour votre compte marchand chez Cybersource.',
    confirmsPayers: '3-D Secure',
    confirmChoices: { off: 'Désactivé', asked: 'Quand la banque le demande', always: 'Toujours' },
    saveCardPage: 'Enregistrer la page de carte',
    languageTitle: 'Langue pour le personnel',
    languageAbout:
      'Les e-mails au personnel, les notes, les commentaires et les tickets dans Zoho, et ce que les flux disent d’eux-mêmes, sont écrits dans cette langue. Les e-mails aux clients suivent la langue que Books a pour le client.',
    language: 'Langue des e-mails et des notes',
    asBooks: (name) => `Comme dans Zoho Books (${name})`,
    saveLanguage: 'Enregistrer la langue',
    rolesTitle: 'Rôles',
    rolesAbout:
      'Qui a quel rôle dans Zoho a lequel ici. Sans ligne, les administrateurs de Zoho sont administrateurs, le personnel est agent, les autres regardent.',
    zohoRole: 'Rôle dans Zoho',
    ourRole: 'Rôle ici',
    saveRole: 'Enregistrer le rôle',
    removeRole: (role) => `Retirer la ligne de ${role}`,
  },
  copy: 'Copier',
  copied: 'Copié',
  copyLabel: (what) => `Copier : ${what}`,
  doctor: {
    title: 'Diagnostic',
    about:
      'Vérifie maintenant ce qu’il vérifie tout seul chaque jour. Un e-mail d’essai part à l’expéditeur.',
    call: 'Tout vérifier',
    again: 'Vérifier de nouveau',
    well: 'Tout est en ordre.',
    faults: (count) => {
      if (count === 0) return 'Aucun défaut trouvé.';
      return count === 1 ? 'Un défaut trouvé.' : `${count} défauts trouvés.`;
    },
    unseen: (count) =>
      count === 1
        ? 'Une vérification n’a pas pu regarder.'
        : `${count} vérifications n’ont pas pu regarder.`,
    mend: 'Réparer',
    mendLabel: (name, subject) => `Réparer : ${name}, ${subject}`,
    names: {
      'sign-in': 'Connexion avec Zoho',
      scopes: 'Ce que Zoho a accordé',
      organizations: 'Organisations',
      plan: 'Appels de la formule',
      'gateway-key': 'Clés de la passerelle',
      clock: 'Horloge',
      webhook: 'Webhooks de la passerelle',
      'signing-key': 'Clés de signature',
      fields: 'Champs personnalisés',
      accounts: 'Comptes dans Books',
      'crm-watch': 'Canal du CRM',
      'shop-webhook': 'Webhooks de la boutique',
      mail: 'E-mail',
      timer: 'Minuteur',
      'data-version': 'Données enregistrées',
      'card-page': 'Page de carte',
    },
    states: {
      good: 'Bon',
      fault: 'Défaut',
      unknown: 'N’a pas pu regarder',
      skipped: 'Rien à vérifier',
    },
  },
};
