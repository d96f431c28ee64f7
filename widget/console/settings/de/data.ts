// German texts of the settings page: taking data along, erasing, keeping and leaving.
import type { Language } from '../../../text/language.ts';

export const data: Language['data'] = {
  export: {
    title: 'Ihre Daten mitnehmen',
    about:
      'Alles, was wir von Ihrer Firma haben, als Zeilen in JSON. Geheimnisse sind ausgenommen. Einen Export des Prüfprotokolls finden Sie unter „Prüfprotokoll“.',
    start: 'Alles exportieren',
    progress: (pages) => `${pages} ${pages === 1 ? 'Seite' : 'Seiten'} gelesen …`,
    stop: 'Anhalten',
    done: (lines) => `${lines} ${lines === 1 ? 'Zeile ist' : 'Zeilen sind'} bereit.`,
  },
  erase: {
    title: 'Einen Kunden löschen',
    about:
      'Wenn ein Kunde es verlangt. Namen, Adressen und Nachrichten gehen; Beträge und die Nummern Ihrer Bücher bleiben, wie das Gesetz es will.',
    mail: 'Mailadresse des Kunden',
    mailFault: 'Geben Sie eine Mailadresse ein.',
    find: 'Nachsehen, was da ist',
    found: (payments, rows) =>
      `Gefunden: ${payments} ${payments === '1' ? 'Zahlung' : 'Zahlungen'} und ${rows} weitere ${rows === 1 ? 'Zeile, die' : 'Zeilen, die'} den Kunden nennen.`,
    orMore: (count) => `${count} oder mehr`,
    nothing: 'Wir haben nichts von diesem Kunden.',
    reference: 'Nummer des Antrags',
    referenceHint: 'Für das Prüfprotokoll. Nie der Name des Kunden.',
    confirm: 'Geben Sie die Mailadresse noch einmal ein',
    yes: 'Endgültig löschen',
    sure: 'Es lässt sich nicht rückgängig machen.',
    done: (payments, rows) =>
      `Erledigt: Der Zahler von ${payments} ${payments === 1 ? 'Zahlung' : 'Zahlungen'} und ${rows} weitere ${rows === 1 ? 'Zeile' : 'Zeilen'} wurden gelöscht.`,
    elsewhere:
      'Zoho, das Gateway und der Shop haben eigene Daten: Löschen Sie den Kunden auch dort.',
  },
  periods: {
    title: 'Wie lange etwas bleibt',
    about:
      'Danach wird es von selbst gelöscht. Zahlungen, Bewegungen, Ihre Regeln und Abläufe und das Prüfprotokoll bleiben, solange Sie Tallybridge nutzen.',
    what: 'Was',
    days: 'Tage',
    kept: {
      Inbox: 'Abgearbeitete Meldungen',
      Runs: 'Beendete Läufe von Abläufen mit ihren Ergebnissen',
      Approvals: 'Entschiedene Anfragen',
      Alarms: 'Beendete Alarme',
      Sessions: 'Beendete Anmeldungen',
      DayClaims: 'Was jede Person an einem Tag bewegt hat, für die Grenzen',
      Catalogs: 'Feldlisten eines Produkts, das nicht mehr antwortet',
    },
  },
  leave: {
    title: 'Deinstallieren',
    about:
      'Alle Verbindungen enden sofort. Ihre Zeilen bleiben 30 Tage, damit Sie sie exportieren oder es sich anders überlegen können; dann werden sie gelöscht.',
    revoked: 'Was zurückgenommen wird, in dieser Reihenfolge:',
    law: 'Was bleibt: alles in Zoho Books und beim Gateway. Es gehört Ihnen, und das Gesetz verlangt es.',
    byPerson:
      'Was Sie selbst tun: die Workflow-Webhooks in Books und Inventory und den Webhook in Desk löschen und die Erweiterung entfernen.',
    confirm: (company) => `Geben Sie den Namen der Firma ein: ${company}`,
    despite: 'Gehen, obwohl der Ausgang von manchem Geld noch nicht bekannt ist',
    yes: 'Jetzt deinstallieren',
    announced: (date) =>
      `Tallybridge wurde in Zoho Desk deinstalliert. Es verlässt diese Firma am ${date}, außer Sie sagen, dass es bleibt.`,
    leaving: (date) => `Tallybridge verlässt diese Firma. Alle Zeilen werden am ${date} gelöscht.`,
    progress: (done, all) => `${done} von ${all} erledigt`,
    allDone:
      'Alles wurde zurückgenommen. Nichts arbeitet mehr; Ihre Zeilen lassen sich noch exportieren.',
    restByHand:
      'Wir haben getan, was wir können. Was übrig ist, ist unten markiert; Ihre Zeilen lassen sich noch exportieren.',
    tasks: {
      'stop-work': 'Alle wartende Arbeit anhalten',
      'gateway-webhooks': 'Unsere Abonnements beim Gateway löschen',
      'shop-webhooks': 'Unsere Webhooks im Shop löschen',
      'crm-watch': 'Unseren Kanal in Zoho CRM schließen',
      'zoho-access': 'Den Zugang zu Zoho zurückgeben',
      'forget-secrets': 'Alle Schlüssel und Geheimnisse vergessen',
    },
    taskDone: 'Erledigt',
    taskOpen: 'Wartet',
    taskByHand: 'Von Ihnen zu tun',
    look: 'Erneut nachsehen',
    stay: 'Die Firma bleibt',
    stayHint: 'Was zurückgenommen wurde, wird in der Einrichtung neu verbunden.',
  },
};
