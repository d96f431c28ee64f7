// German texts of the settings page: the secrets.
import type { Language } from '../../../text/language.ts';

const signed =
  'Was mit dem alten signiert ist, gilt bis zum Ende der Übergangszeit. Tragen Sie das neue in dieser Zeit auf der anderen Seite ein.';
const asked =
  'Wir benutzen das neue binnen einer Minute. Löschen Sie danach das alte auf der anderen Seite.';

export const secrets: Language['secrets'] = {
  title: 'Geheimnisse',
  about:
    'Jeder Schlüssel, den wir verwahren. Jeder ist mit einem eigenen Schlüssel versiegelt und ersetzbar; keiner wird je gezeigt.',
  none: 'Es wird kein Geheimnis verwahrt: Noch ist nichts verbunden.',
  kinds: {
    'gateway-key': 'Schlüssel des Gateways',
    'gateway-webhook': 'Signaturschlüssel der Meldungen des Gateways',
    'zoho-sign-in': 'Anmeldung mit Zoho',
    'zoho-client': 'Geheimnis unseres Clients in Zohos API-Konsole',
    'shop-api': 'Schlüssel des Shops',
    'shop-webhook': 'Geheimnis der Webhooks des Shops',
    'books-webhook': 'Geheimnis der Workflow-Webhooks von Books und Inventory',
    channel: 'Geheimnis eines Kanals',
  },
  overlap: {
    'gateway-key': asked,
    'gateway-webhook': signed,
    'zoho-sign-in':
      'Melden Sie sich in der Einrichtung erneut mit Zoho an: Die neue Anmeldung tritt an die Stelle dieser.',
    'zoho-client':
      'Zoho nimmt das neue sofort an. Unser CRM-Kanal gilt mit dem alten bis zum Ende der Übergangszeit und wird inzwischen erneuert.',
    'shop-api': asked,
    'shop-webhook': signed,
    'books-webhook': signed,
    channel:
      'Nachrichten tragen beide Signaturen bis zum Ende der Übergangszeit. Eine Slack-Adresse wird binnen einer Minute benutzt.',
  },
  of: (kind, of) => `${kind}: ${of}`,
  keyId: (id) => `Schlüssel-ID ${id}`,
  certificate:
    'Es ist ein Zertifikat: Laden Sie in der Einrichtung unter „Händler-IDs bei Cybersource“ eine neue P12-Datei hoch.',
  since: (age) => `In Gebrauch seit: ${age}`,
  old: 'Länger in Gebrauch, als sich Alter nachhalten lässt',
  states: {
    inUse: 'In Gebrauch',
    overlap: (date) => `Das vorige gilt noch bis ${date}`,
    ends: (date) => `Gültig bis ${date}`,
  },
  replace: 'Ersetzen …',
  replaceLabel: (what) => `Ersetzen: ${what}`,
  master: (id, sealed, left) =>
    left === 0
      ? `Alle ${sealed} versiegelten Texte sind mit dem jetzigen Hauptschlüssel ${id} verschlossen.`
      : `${left} von ${sealed} versiegelten Texten brauchen noch den vorigen Hauptschlüssel; der jetzige ist ${id}. Es geht von selbst weiter.`,
  form: {
    keyId: 'Neue Schlüssel-ID',
    secret: 'Neues Geheimnis',
    consumerKey: 'Neuer Consumer Key',
    channel: 'Neues Signaturgeheimnis (whsec_…) oder neue Slack-Adresse',
    booksHint: '12 bis 50 Buchstaben und Ziffern',
    overlap: 'Das alte gilt noch',
    hours: { '0': 'gar nicht: Es ist bekannt geworden', '24': 'einen Tag', '168': 'eine Woche' },
    sure: 'Das neue tritt an seine Stelle, sobald Sie den Knopf drücken.',
    yes: 'Jetzt ersetzen',
    done: (usable, until) =>
      `Ersetzt. Benutzen Sie das neue auf der anderen Seite ab ${usable}; das alte gilt bis ${until}.`,
    doneAtOnce: (usable) =>
      `Ersetzt. Benutzen Sie das neue auf der anderen Seite ab ${usable}; das alte ist nichts mehr wert.`,
  },
};
