// German sentences of problems: connecting a company, and what the doctor finds.

import type { Words } from '../../words.ts';
import type { setUpProblems as english } from '../set-up.ts';

export const setUpProblems: Words<typeof english> = {
  'zoho-data-centre-unknown': {
    sentence:
      'Die Anmeldung kam von einem Server zurück, der nicht als einer von Zoho bekannt ist.',
    next: 'Beginnen Sie neu. Wenn es so bleibt, sagen Sie es Ihrem Administrator und geben Sie Ihr Passwort nicht ein.',
  },
  'zoho-account-elsewhere': {
    sentence: 'Das Zoho-Konto {mail} ist kein Administrator von {company}.',
    next: 'Melden Sie sich bei Zoho als Administrator dieser Organisation an und verbinden Sie dann erneut.',
  },
  'zoho-scopes-missing': {
    sentence: 'Zoho hat nicht alles gewährt, was verlangt wurde ({scopes}).',
    next: 'Verbinden Sie erneut und stimmen Sie auf der Seite von Zoho allem zu.',
  },
  'gateway-environment-wrong': {
    sentence:
      'Der Schlüssel des Händlers {merchant} gehört zur Umgebung {other}, nicht zu {asked}.',
    next: 'Wählen Sie die richtige Umgebung, oder erstellen Sie einen Schlüssel im Business Center der anderen.',
  },
  'merchant-key-missing': {
    sentence: 'Diese Händler-ID hat noch keinen Schlüssel.',
    next: 'Geben Sie den Schlüssel aus dem Business Center ein und speichern Sie erneut.',
  },
  'fee-account-missing': {
    sentence: 'Vertragliche Gebühren brauchen ein Konto, auf das sie gebucht werden.',
    next: 'Wählen Sie das Konto für Gebühren und speichern Sie erneut.',
  },
  'merchant-environment-mixed': {
    sentence: 'Die anderen Händler-IDs dieser Firma sind nicht in der Umgebung {environment}.',
    next: 'Benutzen Sie für alle dieselbe Umgebung, oder entfernen Sie zuerst die anderen.',
  },
  'merchant-in-use': {
    sentence:
      'Mit dem Händler {merchant} wurden Zahlungen gemacht: Ohne seinen Schlüssel ließe sich keine erstatten.',
    next: 'Behalten Sie ihn. Er kostet nichts, und ob er neue Zahlungen annimmt, bestimmen die Einstellungen des Gateways.',
  },
  'key-file-unreadable': {
    sentence: 'Die Schlüsseldatei ist nicht lesbar.',
    next: 'Prüfen Sie das Passwort, oder erstellen Sie im Business Center eine neue P12-Datei.',
  },
  'settings-being-saved': {
    sentence: 'Die Einstellungen werden gerade gespeichert.',
    next: 'Von Ihnen wurde nichts gespeichert. Versuchen Sie es in einer Minute erneut.',
  },
  'settings-changed': {
    sentence: 'Jemand anders hat die Einstellungen geändert, seit Sie sie geöffnet haben.',
    next: 'Laden Sie sie neu, sehen Sie, was sich geändert hat, und speichern Sie erneut.',
  },
  'zoho-sign-in-off': {
    sentence: 'Die Anmeldung mit Zoho ist in diesem Projekt nicht eingerichtet.',
    next: 'Wer das Projekt betreibt, trägt den Client aus Zohos API-Konsole ein oder verbindet mit dem Einrichtungsbefehl.',
  },
  'setup-step-missing': {
    sentence: 'Zuerst kommt ein anderer Schritt: {step}.',
    next: 'Tun Sie ihn und kommen Sie dann hierher zurück.',
  },
  'account-unfit': {
    sentence: 'Das Konto {account} passt hier nicht.',
    next: 'Laden Sie die Liste erneut und wählen Sie eines daraus.',
  },
  'live-test-refused': {
    sentence: 'Eine Testzahlung wird nur in der Sandbox gemacht.',
    next: 'Nichts wurde gesendet. Mit Echtschlüsseln ist die erste wirkliche Zahlung der Test.',
  },
  'webhook-not-offered': {
    sentence: 'Das Gateway bietet dem Händler {merchant} keine Zahlungsereignisse an.',
    next: 'Bitten Sie den Support des Gateways darum. Bis dahin finden wir Zahlungen durch Fragen in jeder Minute.',
  },
  'zoho-organization-wrong': {
    sentence: '{product} kennt unseren Benutzer in dieser Organisation nicht.',
    next: 'Ein Administrator prüft die ID der Organisation und ob der Benutzer, der verbunden hat, noch in ihr ist.',
  },
  'zoho-data-centre-wrong': {
    sentence: 'Die Verbindung gehört zu {theirs}, aber wir sind für {ours} eingerichtet.',
    next: 'Ein Administrator wählt auf der Einstellungsseite das richtige Rechenzentrum und verbindet erneut.',
  },
  'zoho-sign-in-needed': {
    sentence: 'Die Verbindung zu Zoho gilt nicht mehr.',
    next: 'Ein Administrator meldet sich auf der Einstellungsseite wieder mit Zoho an.',
  },
  'zoho-organization-closed': {
    sentence: 'Die Organisation in {product} ist geschlossen.',
    next: 'Öffnen Sie sie in {product} wieder, oder wählen Sie auf der Einstellungsseite eine andere.',
  },
  'zoho-field-duplicates': {
    sentence: 'Das benutzerdefinierte Feld {field} in {product} lässt Duplikate zu.',
    next: 'Bearbeiten Sie das Feld dort und wählen Sie „Prevent duplicate values“: Sonst könnte sich verdoppeln, was wir schreiben.',
  },
  'plan-calls-fewer': {
    sentence:
      'Der Tarif {plan} von Zoho Books erlaubt {allowed} Aufrufe am Tag; die Einstellungen rechnen mit {counted}.',
    next: 'Senken Sie die Zahl in den Einstellungen oder ändern Sie den Tarif.',
  },
  'clock-off': {
    sentence: 'Unsere Uhr liegt {seconds} Sekunden {side} des Gateways.',
    next: 'Nichts ist verloren, aber Anfragen können abgewiesen werden. Es ist die Uhr der Plattform: Sagen Sie es deren Support, wenn es so bleibt.',
  },
  'webhook-absent': {
    sentence:
      'Das Gateway sendet uns nichts für den Händler {merchant}: Kein Webhook ist abonniert.',
    next: 'Drücken Sie „Beheben“. Bis dahin werden Zahlungen durch Fragen in jeder Minute gefunden.',
  },
  'webhook-elsewhere': {
    sentence: 'Der Webhook des Händlers {merchant} sendet an {there}, und wir sind unter {here}.',
    next: 'Drücken Sie „Beheben“, um unsere Adresse zu abonnieren und die alte zu beenden.',
  },
  'webhook-suspended': {
    sentence: 'Das Gateway hat den Webhook des Händlers {merchant} angehalten ({status}).',
    next: 'Drücken Sie „Beheben“, um ihn einzuschalten. Was fehlte, wird durch Fragen gefunden.',
  },
  'webhook-in-review': {
    sentence: 'Das Gateway prüft die Adresse des Webhooks von Händler {merchant}.',
    next: 'Es ist nichts zu tun: Es dauert ein bis zwei Werktage, dann schaltet er sich selbst ein. Bis dahin fragen wir jede Minute.',
  },
  'webhook-blocked': {
    sentence: 'Das Gateway hat die Adresse des Webhooks von Händler {merchant} abgewiesen.',
    next: 'Rufen Sie den Support des Gateways an: Die Adresse ist öffentlich und antwortet. Bis dahin fragen wir jede Minute.',
  },
  'signing-key-ending': {
    sentence:
      'Der Schlüssel, der die Webhooks des Händlers {merchant} signiert, endet in {days} Tagen.',
    next: 'Drücken Sie „Beheben“, um einen neuen zu machen; der alte wird noch einen Tag geglaubt.',
  },
  'account-missing': {
    sentence: 'Der Händler {merchant} hat kein Verrechnungskonto für {currency}.',
    next: 'Wählen Sie eines im Schritt „Konten“ der Einstellungsseite: Bis dahin lassen sich seine Zahlungen in {currency} nicht buchen.',
  },
  'account-gone': {
    sentence: 'Das Konto {account} gibt es in Zoho Books nicht mehr.',
    next: 'Wählen Sie ein anderes im Schritt „Konten“ der Einstellungsseite.',
  },
  'account-inactive': {
    sentence: 'Das Konto {account} ist in Zoho Books inaktiv.',
    next: 'Setzen Sie es dort auf aktiv, oder wählen Sie ein anderes im Schritt „Konten“.',
  },
  'account-currency-wrong': {
    sentence: 'Das Konto {account} wird in {theirs} geführt, enthält aber Zahlungen in {currency}.',
    next: 'Wählen Sie ein Konto in {currency} im Schritt „Konten“ der Einstellungsseite.',
  },
  'crm-watch-ended': {
    sentence: 'Das CRM meldet uns geänderte Kontakte nicht mehr.',
    next: 'Wir öffnen den Kanal von selbst wieder und finden die Änderungen durch Fragen. Wenn es so bleibt, prüfen Sie die Anmeldung mit Zoho.',
  },
  'shop-webhook-off': {
    sentence: 'Der Shop hat seinen Webhook {topic} abgeschaltet.',
    next: 'Drücken Sie „Beheben“, um ihn wieder einzuschalten.',
  },
  'shop-webhook-absent': {
    sentence: 'Der Shop hat keinen Webhook, der an uns sendet.',
    next: 'Legen Sie einen in WooCommerce unter Einstellungen, Erweitert, Webhooks an, mit der Adresse von der Einstellungsseite.',
  },
  'mail-sender-unverified': {
    sentence: 'Die Plattform sendet keine Mails von {sender}.',
    next: 'Lassen Sie die Adresse in der Catalyst-Konsole bestätigen, oder tragen Sie eine bestätigte ein.',
  },
  'data-version-old': {
    sentence: 'Die gespeicherten Daten sind seit {days} Tagen nicht auf diese Version gebracht.',
    next: 'Der Zeitgeber macht das von selbst: Sehen Sie in der Catalyst-Konsole nach, ob er läuft und was sein letzter Lauf sagt.',
  },
  'pages-unreachable': {
    sentence: 'Niemand hat gesagt, unter welcher Adresse unsere Kartenseite erreichbar ist.',
    next: 'Setzen Sie TALLYBRIDGE_PUBLIC_URL in der Catalyst-Konsole.',
  },
  'card-page-changed': {
    sentence: 'Die Kartenseite ist nicht so, wie sie gebaut wurde: {faults}.',
    next: 'Senden Sie jetzt keine Zahlungslinks. Spielen Sie die Funktionen neu ein und lassen Sie nachsehen, wer {address} oder das davor geändert hat.',
  },
  'own-page-unreachable': {
    sentence: 'Unsere eigene Seite {address} hat nicht geantwortet.',
    next: 'Wir sehen von selbst wieder nach. Wenn es so bleibt, prüfen Sie TALLYBRIDGE_PUBLIC_URL in der Catalyst-Konsole.',
  },
  'timer-late': {
    sentence: 'Der Zeitgeber lief seit {minutes} Minuten nicht.',
    next: 'Öffnen Sie in der Catalyst-Konsole Job Scheduling und sehen Sie, ob der minütliche Cron an ist.',
  },
};
