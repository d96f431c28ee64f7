// German: what is said of any document.
import type { DocumentTexts } from '../document-texts.ts';

export const documents: DocumentTexts = {
  isNew: (line) => `Neu: ${line}`,
  incomparable: 'Ein Vergleich ist nicht möglich: Eines von beiden ist noch nicht lesbar.',
  onlyDetails: 'Nur Einzelheiten haben sich geändert.',
  switchedOn: 'Eingeschaltet',
  switchedOff: 'Ausgeschaltet',
  table: {
    others: (value) => `Alle anderen -> ${value}`,
    title: (before, after) => `Titel: „${before}“ heißt jetzt „${after}“`,
    removed: (line) => `Entfernt: ${line}`,
    added: (line) => `Neu: ${line}`,
    changed: (before, after) => `Geändert: statt ${before} jetzt ${after}`,
  },
  staysWith: (title) =>
    `„${title}“ arbeitet mit der bisherigen Zuordnung weiter, bis es neu veröffentlicht wird.`,
  noChannel: (name, kind) => `Hier ist kein Kanal „${name}“ der Art ${kind} eingerichtet.`,
  agentsUnbounded: 'Sachbearbeiter dürfen jeden Betrag auf einmal erstatten.',
  fieldsOld: (record, day, why) =>
    `${record}: Bekannt sind die Felder vom ${day}, denn die Abfrage ist gescheitert. ${why}`,
  fieldsUnread: (record, why) =>
    `${record}: Bekannt sind nur die Standardfelder, denn die Abfrage ist gescheitert. ${why}`,
  needs: (title, kind, name) => `„${title}“ braucht: ${kind} „${name}“; das fehlt hier.`,
  kinds: {
    action: 'Aktion',
    flow: 'Ablauf',
    mapping: 'Zuordnung',
    table: 'Tabelle',
    channel: 'Kanal',
  },
};
