// German texts of the settings page: the people and what waits for approval.
import type { Language } from '../../../text/language.ts';

export const people: Language['people'] = {
  title: 'Personen',
  about:
    'Alle, die sich angemeldet haben. Rollen folgen Zoho, wenn Sie hier keine setzen; welche Rolle von Zoho welcher entspricht, steht in der Einrichtung unter „Webhooks, Kanäle, Rollen“.',
  none: 'Noch hat sich niemand angemeldet.',
  you: 'Sie',
  access: { allowed: 'Hat Zugang', ended: 'Zugang beendet', removed: 'Nicht mehr in Zoho' },
  role: (name) => `Rolle von ${name}`,
  asInZoho: (role) => `Wie in Zoho (${role})`,
  end: 'Zugang beenden',
  endLabel: (name) => `Zugang von ${name} beenden`,
  sure: (name) =>
    `${name} ist sofort abgemeldet und kann sich erst wieder anmelden, wenn Sie es erlauben.`,
  restore: 'Wieder erlauben',
  restoreLabel: (name) => `${name} wieder erlauben`,
  seen: (date) => `In Zoho nachgesehen ${date}`,
  approvals: {
    title: 'Wartet auf Zustimmung',
    about:
      'Was Personen oder Abläufe angefragt haben und noch niemand entschieden hat. Nie Ihre eigene Anfrage.',
    none: 'Nichts wartet.',
    asked: (person, age) => `Angefragt von ${person}, ${age}.`,
    since: (age) => `Angefragt ${age}.`,
    ends: (time) => `Verfällt ${time}.`,
    own: 'Sie haben das selbst angefragt: Jemand anders muss entscheiden.',
    reason: 'Grund Ihrer Entscheidung',
    approve: 'Zustimmen',
    refuse: 'Ablehnen',
    approveLabel: (what) => `Zustimmen: ${what}`,
    refuseLabel: (what) => `Ablehnen: ${what}`,
    done: { approved: 'Zugestimmt.', rejected: 'Abgelehnt.' },
  },
};
