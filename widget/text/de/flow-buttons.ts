// German texts: the flows behind buttons.
import type { PanelLanguage } from '../language.ts';

export const flowButtons: PanelLanguage['flowButtons'] = {
  title: 'Aktionen',
  starting: 'Wird gestartet …',
  working: 'In Arbeit …',
  trying: 'Es wird von selbst erneut versucht.',
  waiting:
    'Es wartet auf eine Zeit, eine Zustimmung oder eine Änderung und geht dann von selbst weiter.',
  later:
    'Es dauert länger und geht von selbst weiter. Öffnen Sie den Datensatz später wieder, um das Ergebnis zu sehen.',
  done: 'Erledigt.',
  failed: 'Es ist stehen geblieben.',
  skipped: 'Ein Administrator hat es beiseitegelegt.',
  unsure: 'Wir wissen nicht, ob es begonnen hat. Drücken Sie erneut: Es startet nicht doppelt.',
};
