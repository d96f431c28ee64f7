// German texts: how a ticket finds its payment.
import type { PanelLanguage } from '../language.ts';

export const ticket: PanelLanguage['ticket'] = {
  title: 'Dieses Ticket',
  which: 'Um welche Zahlung geht es in diesem Ticket?',
  whichNext: 'Wählen Sie sie, sehen Sie sie an und merken Sie sie für das Ticket.',
  fits: (reasons) => `Passt nach: ${reasons}`,
  reasons: {
    order: 'Bestellnummer',
    invoice: 'Rechnungsnummer',
    number: 'einer Nummer im Text',
    card: 'letzten vier Ziffern',
    amount: 'Betrag',
    date: 'Datum',
    mail: 'E-Mail-Adresse des Absenders',
  },
  none: {
    title: 'Keine Zahlung zu diesem Ticket gefunden',
    searched: 'Gesucht wurde nach:',
    nothing:
      'Das Ticket nennt weder Bestellung, Rechnung, Karte noch E-Mail-Adresse, nach der sich suchen ließe.',
    next: 'Schreiben Sie die Bestell- oder Rechnungsnummer in den Betreff oder ein Feld des Tickets und suchen Sie erneut.',
    again: 'Erneut suchen',
  },
  searched: {
    numbers: 'Bestellung oder Rechnung',
    lastFours: 'Karte mit Endziffern',
    amounts: 'Betrag',
    dates: 'Datum',
    email: 'Bezahlt von',
  },
  remember: 'Für dieses Ticket merken',
  remembered: 'Jemand hat diese Zahlung für das Ticket ausgewählt.',
  forget: 'Andere suchen',
  busy: 'Einen Moment …',
  unsure:
    'Wir wissen nicht, ob es gemerkt wurde. Versuchen Sie es erneut: Nichts geschieht doppelt.',
};
