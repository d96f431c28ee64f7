// German sentences of problems: cards, and the money that we ask for.

import type { Words } from '../../words.ts';
import type { cardsProblems as english } from '../cards.ts';

export const cardsProblems: Words<typeof english> = {
  'card-confirmation-needed': {
    sentence: 'Die Bank möchte, dass der Karteninhaber diese Zahlung bestätigt.',
    next: 'Nichts wurde belastet. Lassen Sie den Kunden auf der Kartenseite zahlen, mit einer Karte ohne Bestätigung, falls wieder danach gefragt wird.',
  },
  'charge-over-balance': {
    sentence: 'Von der Rechnung {number} sind nur {left} offen; {asked} waren verlangt.',
    next: 'Verlangen Sie {left} oder weniger.',
  },
  'charge-beyond-limit': {
    sentence: 'So viel dürfen Sie nicht allein von einer gespeicherten Karte nehmen. {why}',
    next: 'Bitten Sie {by} um Zustimmung oder senden Sie dem Kunden stattdessen einen Link.',
  },
  'request-rejected': {
    sentence: '{name} hat diese Belastung abgelehnt: „{reason}“.',
    next: 'Nichts wurde belastet. Senden Sie dem Kunden einen Link oder verlangen Sie weniger.',
  },
  'request-expired': {
    sentence: 'Niemand hat rechtzeitig über diese Belastung entschieden.',
    next: 'Nichts wurde belastet. Fragen Sie erneut an, wenn es noch gewünscht ist.',
  },
  'invoice-settled': {
    sentence: 'Von der Rechnung {number} ist nichts mehr offen.',
    next: 'Eben wurde nichts belastet. Es ist keine Zahlung nötig.',
  },
  'invoice-being-paid': {
    sentence: 'Eine andere Zahlung der Rechnung {number} läuft oder ist noch nicht gebucht.',
    next: 'Eben wurde nichts belastet. Versuchen Sie es in einigen Minuten erneut, falls dann noch etwas offen ist.',
  },
  'no-saved-card': {
    sentence: 'Der Kunde hat keiner gespeicherten Karte zugestimmt.',
    next: 'Fordern Sie per Link an: Dort kann der Kunde die Karte speichern.',
  },
  'saved-card-removed': {
    sentence: 'Die gespeicherte Karte wurde entfernt.',
    next: 'Nichts wurde belastet. Senden Sie dem Kunden einen Link, um mit einer anderen Karte zu zahlen.',
  },
  'tries-ended': {
    sentence: '{name} hat die Versuche mit dieser Karte beendet.',
    next: 'Nichts wurde belastet. Senden Sie dem Kunden einen Link, wenn der Betrag noch offen ist.',
  },
  'payer-not-confirmed': {
    sentence: 'Die Bank konnte nicht bestätigen, dass die Karte dem Kunden gehört.',
    next: 'Nichts wurde belastet. Nehmen Sie eine andere Karte.',
  },
  'card-saves-exhausted': {
    sentence: 'Dieser Kunde wurde an einem Tag {count}-mal um eine Karte gebeten.',
    next: 'Warten Sie bis morgen oder benutzen Sie einen der offenen Links.',
  },
  'invoice-not-open': {
    sentence: 'Von der Rechnung {number} lässt sich nichts zahlen: Sie ist {status}.',
    next: 'Versenden Sie einen Entwurf zuerst; eine bezahlte oder stornierte Rechnung braucht keine Zahlung.',
  },
  'customer-not-in-books': {
    sentence: 'Zoho Books hat keinen oder mehrere Kunden mit der Adresse {email}.',
    next: 'Legen Sie den Kunden in Zoho Books an, oder öffnen Sie dort den richtigen und fordern Sie von ihm aus an.',
  },
  'account-not-in-books': {
    sentence: 'Zoho Books hat keinen oder mehrere Kunden zu dieser Firma des CRM.',
    next: 'Verknüpfen Sie in Zoho Books einen Kunden mit der Firma, oder öffnen Sie dort den richtigen und fordern Sie von ihm aus an.',
  },
  'deal-without-customer': {
    sentence: 'Dieses Geschäft hat weder Kontakt noch Firma.',
    next: 'Tragen Sie im Geschäft den Kontakt ein und fordern Sie dann noch einmal an.',
  },
  'currency-not-connected': {
    sentence: 'Kein Händlerkonto nimmt {currency} an.',
    next: 'Verbinden Sie eines auf der Einstellungsseite oder verlangen Sie eine andere Währung.',
  },
  'link-unknown': {
    sentence: 'Dieser Zahlungslink ist nicht bekannt.',
    next: 'Prüfen Sie, ob die ganze Adresse kopiert wurde, oder bitten Sie um einen neuen Link.',
  },
  'link-used': {
    sentence: 'Dieser Zahlungslink gilt nicht mehr.',
    next: 'Eben wurde nichts belastet. Bitten Sie um einen neuen Link.',
  },
  'card-declined': {
    sentence: 'Die Karte wurde abgelehnt ({reason}).',
    next: 'Nichts wurde belastet. Nehmen Sie eine andere Karte, oder versuchen Sie es später erneut, wenn die Bank es erlaubt.',
  },
  'card-entry-invalid': {
    sentence: 'Die Kartendaten waren nicht zu verwenden.',
    next: 'Nichts wurde belastet. Geben Sie die Karte erneut ein.',
  },
  'card-in-use': {
    sentence: 'Die Karte wird noch anderswo benutzt, als Standardkarte oder von einem Abonnement.',
    next: 'Machen Sie zuerst eine andere Karte zum Standard.',
  },
};
