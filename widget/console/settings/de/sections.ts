// German texts of the settings page: its parts, and what stands around every list.
import type { Language } from '../../../text/language.ts';

export const sections: Language['sections'] = {
  navigation: 'Teile der Einstellungen',
  names: {
    setup: 'Einrichtung',
    rules: 'Regeln',
    people: 'Personen',
    audit: 'Prüfprotokoll',
    secrets: 'Geheimnisse',
    data: 'Daten',
  },
  removeMerchant: {
    button: 'Entfernen …',
    label: (merchant) => `${merchant} entfernen`,
    sure: (merchant) =>
      `Die Schlüssel von ${merchant} werden gelöscht, seine Meldungen enden. Am Gateway und in Ihren Büchern ändert sich nichts.`,
  },
  reload: 'Neu laden',
  cancel: 'Abbrechen',
  reading: 'Wird gelesen …',
  saveFile: (name) => `${name} speichern`,
  openFile: 'In einem neuen Fenster öffnen',
  fileHint:
    'Wird nichts gespeichert, lässt der Rahmen keine Dateien hinaus: Öffnen Sie sie in einem neuen Fenster und speichern Sie dort.',
};
