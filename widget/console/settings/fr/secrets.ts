// French texts of the settings page: the secrets.
import type { Language } from '../../../text/language.ts';

const signed =
  'Ce qui est signé avec l’ancien vaut jusqu’à la fin de la transition. Saisissez le nouveau de l’autre côté d’ici là.';
const asked =
  'Nous utilisons le nouveau en moins d’une minute. Supprimez ensuite l’ancien de l’autre côté.';

export const secrets: Language['secrets'] = {
  title: 'Secrets',
  about:
    'Toutes les clés que nous gardons. Chacune est scellée par une clé à elle et peut être remplacée ; aucune n’est jamais montrée.',
  none: 'Aucun secret n’est gardé : rien n’est encore connecté.',
  kinds: {
    'gateway-key': 'Clé de la passerelle',
    'gateway-webhook': 'Clé de signature des annonces de la passerelle',
    'zoho-sign-in': 'Connexion avec Zoho',
    'zoho-client': 'Secret de notre client dans la console d’API de Zoho',
    'shop-api': 'Clés de la boutique',
    'shop-webhook': 'Secret des webhooks de la boutique',
    'books-webhook': 'Secret des webhooks de workflow de Books et Inventory',
    channel: 'Secret d’un canal',
  },
  overlap: {
    'gateway-key': asked,
    'gateway-webhook': signed,
    'zoho-sign-in':
      'Reconnectez-vous avec Zoho dans la configuration : la nouvelle connexion prend la place de celle-ci.',
    'zoho-client':
      'Zoho accepte le nouveau aussitôt. Notre canal CRM vaut avec l’ancien jusqu’à la fin de la transition, et est renouvelé entre-temps.',
    'shop-api': asked,
    'shop-webhook': signed,
    'books-webhook': signed,
    channel:
      'Les messages portent les deux signatures jusqu’à la fin de la transition. Une adresse Slack sert en moins d’une minute.',
  },
  of: (kind, of) => `${kind} : ${of}`,
  keyId: (id) => `Identifiant de clé ${id}`,
  certificate:
    'C’est un certificat : déposez un nouveau fichier P12 dans la configuration, sous « Marchands Cybersource ».',
  since: (age) => `En usage depuis : ${age}`,
  old: 'En usage depuis plus longtemps que ce qui est noté',
  states: {
    inUse: 'En usage',
    overlap: (date) => `Le précédent vaut jusqu’au ${date}`,
    ends: (date) => `Valable jusqu’au ${date}`,
  },
  replace: 'Remplacer…',
  replaceLabel: (what) => `Remplacer : ${what}`,
  master: (id, sealed, left) =>
    left === 0
      ? `Les ${sealed} textes scellés sont tous fermés par la clé maîtresse actuelle, ${id}.`
      : `${left} textes scellés sur ${sealed} ont encore besoin de l’ancienne clé maîtresse ; l’actuelle est ${id}. Cela continue tout seul.`,
  form: {
    keyId: 'Nouvel identifiant de clé',
    secret: 'Nouveau secret',
    consumerKey: 'Nouvelle consumer key',
    channel: 'Nouveau secret de signature (whsec_…) ou adresse Slack',
    booksHint: '12 à 50 lettres et chiffres',
    overlap: 'L’ancien vaut encore',
    hours: { '0': 'plus du tout : il a fuité', '24': 'un jour', '168': 'une semaine' },
    sure: 'Le nouveau prend sa place dès que vous appuyez sur le bouton.',
    yes: 'Remplacer maintenant',
    done: (usable, until) =>
      `Remplacé. Utilisez le nouveau de l’autre côté à partir de ${usable} ; l’ancien vaut jusqu’au ${until}.`,
    doneAtOnce: (usable) =>
      `Remplacé. Utilisez le nouveau de l’autre côté à partir de ${usable} ; l’ancien ne vaut plus rien.`,
  },
};
