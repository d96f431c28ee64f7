// German sentences of problems: who asks, and what we could not take in.

import type { Words } from '../../words.ts';
import type { whoAsksProblems as english } from '../who-asks.ts';

export const whoAsksProblems: Words<typeof english> = {
  'not-signed-in': {
    sentence: 'Wir konnten nicht erkennen, wer Sie sind.',
    next: 'Laden Sie die Seite neu. Wenn es so bleibt, bitten Sie einen Administrator, Tallybridge neu zu verbinden.',
  },
  'session-expired': {
    sentence: 'Ihre Anmeldung ist abgelaufen.',
    next: 'Laden Sie die Seite neu, um sich wieder anzumelden.',
  },
  'not-allowed': {
    sentence: 'Ihre Rolle ({role}) erlaubt das nicht.',
    next: 'Bitten Sie einen Administrator um das Recht oder einen Kollegen, der es hat.',
  },
  'not-connected': {
    sentence: 'Tallybridge ist für diese Organisation nicht verbunden.',
    next: 'Ein Administrator schließt die Einrichtung auf der Einstellungsseite ab.',
  },
  'access-revoked': {
    sentence: 'Ein Administrator hat Ihren Zugang zu Tallybridge beendet.',
    next: 'Wenden Sie sich an einen Administrator Ihrer Firma, wenn Sie das für einen Irrtum halten.',
  },
  'leaving-unconfirmed': {
    sentence: 'Der Name stimmt nicht überein.',
    next: 'Geben Sie den Namen der Firma ein, wie er auf der Einstellungsseite steht: {company}.',
  },
  'leaving-money-open': {
    sentence: 'Der Ausgang von {count} Bewegungen ist noch nicht bekannt.',
    next: 'Warten Sie, bis er es ist. Wenn Sie dennoch gehen, schlagen Sie sie im Business Center nach.',
  },
  'uninstall-announced': {
    sentence: 'Tallybridge wurde in {product} deinstalliert. Es verlässt Ihre Firma am {date}.',
    next: 'Wenn die anderen Produkte es weiter nutzen, sagen Sie auf der Einstellungsseite, dass es bleibt.',
  },
  'last-admin': {
    sentence: 'Das ist der letzte Administrator.',
    next: 'Machen Sie zuerst jemand anderen zum Administrator.',
  },
  'too-many-tries': {
    sentence: 'Aus Ihrem Netzwerk kamen zu viele Fehlversuche.',
    next: 'Warten Sie eine Viertelstunde und versuchen Sie es dann erneut.',
  },
  'invalid-request': {
    sentence: 'Die Anfrage wurde nicht verstanden: {field} {detail}.',
    next: 'Laden Sie die Seite neu und versuchen Sie es erneut.',
  },
  'not-found': {
    sentence: 'Nicht gefunden: {what}.',
    next: 'Vielleicht wurde es gelöscht. Laden Sie die Seite neu.',
  },
  'internal-error': {
    sentence: 'Bei uns ist etwas schiefgegangen.',
    next: 'Nichts ist verloren. Versuchen Sie es in einer Minute erneut; die Referenz ist {reference}.',
  },
  'store-unavailable': {
    sentence: 'Unser Speicher hat nicht geantwortet.',
    next: 'Versuchen Sie es in einer Minute erneut. Geld, das unterwegs ist, wird nicht vergessen.',
  },
  'card-data-found': {
    sentence: 'Nichts wurde geschrieben: {where} enthält Kartendaten in „{field}“.',
    next: 'Entfernen Sie die Kartennummer oder Prüfziffer dort, wo sie herkommt, und versuchen Sie es erneut oder lassen Sie es wiederholen. Niemand darf so etwas in einer Notiz aufbewahren.',
  },
  'card-data-received': {
    sentence:
      '{source} hat Kartendaten in „{field}“ gesendet. Sie wurden geschwärzt, bevor etwas gespeichert wurde.',
    next: 'Entfernen Sie dort die Kartennummer oder Prüfziffer und sagen Sie, wer sie eingegeben hat, dass sie nur in die Kartenfelder gehört.',
  },
  'audit-broken': {
    sentence: 'Die Kette des Prüfprotokolls ist nicht heil: Zeile {row} von {last} {what}.',
    next: 'Exportieren Sie das Protokoll und prüfen Sie es gegen einen früheren Export: node verify-audit.mjs export.jsonl earlier.jsonl.',
  },
};
