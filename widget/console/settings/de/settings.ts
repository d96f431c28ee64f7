// German texts of the settings page: the set-up and the doctor.
import type { Language } from '../../../text/language.ts';

export const settings: Language['settings'] = {
  title: 'Einstellungen von Tallybridge',
  loading: 'Die Einstellungen werden gelesen …',
  progress: (done, all) => `${done} von ${all} Schritten sind erledigt`,
  ready: 'Verbunden',
  notReady: 'Einrichtung läuft',
  unsaved:
    'Etwas ist eingegeben und nicht gespeichert. Speichern oder schließen Sie zuerst diesen Schritt.',
  steps: {
    'sign-in': {
      title: 'Mit Zoho anmelden',
      about:
        'Tallybridge arbeitet in Books, CRM und Desk mit der Zustimmung eines Administrators, am besten eines eigenen Benutzers.',
    },
    organizations: {
      title: 'Organisationen',
      about: 'Welche Organisationen von Zoho zu dieser Firma gehören.',
    },
    merchants: {
      title: 'Händler-IDs bei Cybersource',
      about:
        'Jede mit einem Schlüssel aus dem Business Center. Er wird vor dem Speichern erprobt und nie wieder gezeigt.',
    },
    webhooks: {
      title: 'Meldungen des Gateways',
      about:
        'Damit Zahlungen sofort bekannt sind; sonst wird jede Händler-ID alle paar Minuten gefragt.',
    },
    accounts: {
      title: 'Konten in Zoho Books',
      about: 'Kartengeld wartet auf einem Verrechnungskonto, bis die Bank es hat.',
    },
    fields: {
      title: 'Benutzerdefinierte Felder',
      about: 'Felder für unsere Schlüssel: Dank ihnen wird nie etwas doppelt gebucht.',
    },
    test: {
      title: 'Testzahlung',
      about:
        'Eine Zahlung über 1,00 auf eine Testkarte des Gateways, sofort wieder freigegeben. Nur in der Sandbox.',
    },
    doors: {
      title: 'Webhooks, Kanäle, Rollen',
      about: 'Was Zoho uns meldet und wem wir Bescheid geben.',
    },
  },
  states: {
    done: 'Erledigt',
    open: 'Zu tun',
    waiting: 'Wartet',
    trouble: 'Braucht Aufmerksamkeit',
    later: 'Später',
    skipped: 'Nicht nötig',
  },
  reload: 'Neu laden',
  save: 'Speichern',
  working: 'Einen Moment …',
  laterBecause: 'Ein früherer Schritt kommt zuerst.',
  signIn: {
    button: 'Mit Zoho anmelden',
    again: 'Erneut anmelden',
    done: (host) => `Angemeldet; das Rechenzentrum ist ${host}.`,
    waiting:
      'Ein Fenster wurde geöffnet. Diese Seite geht von selbst weiter, wenn Sie dort fertig sind.',
    blocked: 'Ihr Browser hat das Fenster blockiert. Öffnen Sie es hier:',
    open: 'Anmeldung öffnen',
    products: 'Zu verbindende Produkte',
  },
  products: { books: 'Zoho Books und Inventory', crm: 'Zoho CRM', desk: 'Zoho Desk' },
  organizations: { load: 'Meine Organisationen zeigen', unused: 'Nicht benutzt' },
  merchants: {
    list: 'Händler-IDs',
    add: 'Händler-ID hinzufügen oder ändern',
    id: 'Händler-ID',
    environment: 'Umgebung',
    sandbox: 'Sandbox (Testgeld)',
    live: 'Echtbetrieb',
    keyKind: 'Schlüssel',
    sharedSecret: 'Gemeinsames Geheimnis',
    certificate: 'P12-Datei',
    keyId: 'Schlüssel-ID',
    secret: 'Gemeinsames Geheimnis (base64)',
    file: 'P12-Datei',
    password: 'Passwort der Datei',
    currencies: 'Währungen, durch Leerzeichen getrennt',
    currenciesHint: 'Je drei Buchstaben: USD EUR',
    save: 'Schlüssel erproben und speichern',
    keyStays: 'Lassen Sie den Schlüssel leer, um den vorhandenen zu behalten.',
    change: 'Ändern',
    changeLabel: (merchant) => `${merchant} ändern`,
    processor: 'Abwickler',
    processors: {
      unknown: 'Nicht bekannt',
      'visa-platform-connect': 'Visa Platform Connect',
      other: 'Ein anderer (Chase Paymentech, TSYS, Worldpay …)',
    },
    processorMeans: {
      unknown:
        'Wer die Karten abrechnet. Erstattungen werden bis 180 Tage nach der Autorisierung angeboten, nach 60 mit einer Warnung.',
      'visa-platform-connect': 'Erstattungen werden bis 180 Tage nach der Autorisierung angeboten.',
      other:
        'Erstattungen werden bis 60 Tage nach der Autorisierung angeboten und danach abgelehnt.',
    },
    key: (kind, id) => `${kind}, Schlüssel-ID ${id}`,
  },
  webhooks: {
    address: 'Adresse unserer Hooks-Funktion',
    addressHint: 'Wie sie aus dem Internet erreicht wird, mit https.',
    saveAddress: 'Adresse speichern',
    subscribe: (merchant) => `${merchant} abonnieren oder erneuern`,
    keyEnds: (date) =>
      `Der Signaturschlüssel gilt bis ${date}; dieser Knopf und die Prüfung erneuern ihn.`,
    states: {
      ACTIVE: 'Aktiv: Zahlungen werden sofort gemeldet.',
      PENDING_REVIEW:
        'Das Gateway prüft unsere Adresse: ein bis zwei Werktage. Bis dahin fragen wir alle paar Minuten.',
      BLOCKED:
        'Das Gateway hat unsere Adresse abgewiesen. Rufen Sie seinen Support an; bis dahin fragen wir.',
      SUSPENDED:
        'Das Gateway hat es nach Fehlschlägen angehalten. Drücken Sie den Knopf, um es einzuschalten.',
      INACTIVE: 'Ausgeschaltet. Drücken Sie den Knopf, um es einzuschalten.',
      NONE: 'Noch nicht abonniert.',
    },
    otherState: (state) => `Das Gateway sagt ${state}; das kennen wir nicht.`,
    notAsked: 'Vom Einrichtungsbefehl verbunden; noch nicht abgefragt.',
  },
  accounts: {
    load: 'Konten vorschlagen',
    clearing: (currency, merchant) => `Verrechnungskonto ${currency}, ${merchant}`,
    fee: 'Konto für Gebühren',
    cardFees: 'Vertragliche Gebühren',
    cardFeesAbout:
      'Nur wenn Ihr Vertrag sagt, was von jeder Zahlung einbehalten wird: Dann wird es zusammen mit der Zahlung auf das Gebührenkonto gebucht. Lassen Sie es leer, wenn die Gebühren mit der Abrechnung kommen; sonst würden sie doppelt gebucht. Es gilt für Zahlungen, die von nun an gebucht werden.',
    cardFee: (currency, merchant) => `Gebühr ${currency}, ${merchant}`,
    percent: 'Prozent',
    fixedPart: (currency) => `${currency} je Zahlung`,
    feeWrong:
      'Geben Sie einen Prozentsatz mit höchstens zwei Nachkommastellen und einen Betrag in dieser Währung ein.',
    dispute: 'Konto für Anfechtungen',
    create: (name) => `Neues Konto „${name}“ anlegen`,
    hint: 'Vor dem Speichern wird nichts in Books geschrieben.',
    save: 'Diese Konten benutzen',
  },
  fields: {
    check: 'Felder prüfen',
    all: 'Alle Felder sind da.',
    states: {
      there: 'vorhanden',
      missing: 'fehlt',
      inactive: 'ausgeschaltet',
      'not-unique': 'lässt Duplikate zu',
    },
    how: 'Zoho lässt Programme sie nicht anlegen:',
    where: {
      books: (module) =>
        `In Zoho Books: Settings › Preferences › ${module} › Field Customization › New Custom Field`,
      desk: (module) =>
        `In Zoho Desk: Setup › Customization › Layouts and Fields › ${module} › Single-line field`,
    },
    what: {
      books: (label) =>
        `Bezeichnung „${label}“, Datentyp Text Box (Single Line), „Prevent duplicate values“ an.`,
      desk: (label) => `Bezeichnung „${label}“.`,
    },
    after: 'Prüfen Sie dann erneut: Der API-Name muss so lauten wie gezeigt.',
  },
  test: {
    button: (merchant) => `${merchant} testen`,
    outcomes: {
      passed: 'Es klappt: Die Zahlung wurde autorisiert und wieder freigegeben.',
      'not-authorized':
        'Das Gateway hat die Testkarte nicht autorisiert. Prüfen Sie im Business Center, ob die Händler-ID Visa in dieser Währung annimmt.',
      'not-reversed':
        'Sie wurde autorisiert, ließ sich aber nicht freigeben. Die Bank gibt sie von selbst frei; fragen Sie den Support des Gateways nach Freigaben.',
    },
    at: (date) => `Letzter Test: ${date}`,
  },
  doors: {
    secretTitle: 'Workflow-Webhooks von Books und Inventory',
    secretAbout:
      'In Settings › Automation › Workflow Actions › Webhooks: Fügen Sie die Adresse ein, wählen Sie POST und die Standarddaten, und fügen Sie das Geheimnis als Secret Token ein.',
    address: 'Adresse für den Webhook',
    makeSecret: 'Geheimnis erstellen',
    renewSecret: 'Neues Geheimnis erstellen',
    hasSecret:
      'Ein Geheimnis ist gesetzt. Es lässt sich nicht noch einmal zeigen; ein neues tritt an seine Stelle, und das alte gilt noch einen Tag.',
    secret: 'Geheimnis: jetzt kopieren, es wird nur dieses eine Mal gezeigt',
    channelsTitle: 'Kanäle und Mail',
    channelsAbout:
      'Abläufe senden an einen Kanal über seinen Namen. Adressen werden nicht noch einmal gezeigt.',
    sender: 'Absender der Mails',
    senderHint: 'Eine Adresse, die in der Catalyst-Konsole bestätigt ist.',
    name: 'Name des Kanals',
    nameHint: 'Kleinbuchstaben, Ziffern und Bindestriche',
    kind: 'Art',
    kinds: {
      mail: 'E-Mail',
      slack: 'Slack',
      webhook: 'Signierter Webhook',
      'desk-department': 'Abteilung in Desk',
    },
    target: 'Mailadresse, Webhook-Adresse oder Abteilungs-ID',
    signing: 'Signaturgeheimnis (whsec_…)',
    remove: (name) => `${name} entfernen`,
    saveChannels: 'Kanal und Absender speichern',
    cardPageTitle: 'Kartenseite',
    cardPageAbout:
      '3-D Secure: Die Bank des Kunden bestätigt, dass die Karte ihm gehört, und trägt dann den Schaden einer betrügerischen Zahlung. Die Zahlerauthentifizierung muss für Ihr Händlerkonto bei Cybersource eingeschaltet sein.',
    confirmsPayers: '3-D Secure',
    confirmChoices: { off: 'Aus', asked: 'Wenn die Bank es verlangt', always: 'Immer' },
    saveCardPage: 'Kartenseite speichern',
    languageTitle: 'Sprache für Mitarbeiter',
    languageAbout:
      'Mails an Mitarbeiter, Notizen, Kommentare und Tickets in Zoho und was Abläufe von sich aus sagen, werden in ihr geschrieben. Mails an Kunden folgen der Sprache, die Books für den Kunden hat.',
    language: 'Sprache von Mails und Notizen',
    asBooks: (name) => `Wie in Zoho Books (${name})`,
    saveLanguage: 'Sprache speichern',
    rolesTitle: 'Rollen',
    rolesAbout:
      'Wer in Zoho welche Rolle hat, hat hier welche. Ohne Zeile sind Zoho-Administratoren Administratoren, Mitarbeiter Sachbearbeiter, die anderen sehen nur zu.',
    zohoRole: 'Rolle in Zoho',
    ourRole: 'Rolle hier',
    saveRole: 'Rolle speichern',
    removeRole: (role) => `Zeile von ${role} entfernen`,
  },
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyLabel: (what) => `Kopieren: ${what}`,
  doctor: {
    title: 'Prüfung',
    about: 'Prüft jetzt, was sie täglich von selbst prüft. Eine Testmail geht an den Absender.',
    call: 'Alles prüfen',
    again: 'Erneut prüfen',
    well: 'Alles ist in Ordnung.',
    faults: (count) => {
      if (count === 0) return 'Kein Fehler gefunden.';
      return count === 1 ? 'Ein Fehler gefunden.' : `${count} Fehler gefunden.`;
    },
    unseen: (count) =>
      count === 1
        ? 'Eine Prüfung konnte nicht nachsehen.'
        : `${count} Prüfungen konnten nicht nachsehen.`,
    mend: 'Beheben',
    mendLabel: (name, subject) => `Beheben: ${name}, ${subject}`,
    names: {
      'sign-in': 'Anmeldung mit Zoho',
      scopes: 'Was Zoho gewährt hat',
      organizations: 'Organisationen',
      plan: 'Aufrufe des Tarifs',
      'gateway-key': 'Schlüssel des Gateways',
      clock: 'Uhr',
      webhook: 'Webhooks des Gateways',
      'signing-key': 'Signaturschlüssel',
      fields: 'Benutzerdefinierte Felder',
      accounts: 'Konten in Books',
      'crm-watch': 'Kanal des CRM',
      'shop-webhook': 'Webhooks des Shops',
      mail: 'E-Mail',
      timer: 'Zeitgeber',
      'data-version': 'Gespeicherte Daten',
      'card-page': 'Kartenseite',
    },
    states: {
      good: 'Gut',
      fault: 'Fehler',
      unknown: 'Konnte nicht nachsehen',
      skipped: 'Nichts zu prüfen',
    },
  },
};
