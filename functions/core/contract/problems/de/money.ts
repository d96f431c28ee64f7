// German sentences of problems: money that moves, and what is told of it.

import type { Words } from '../../words.ts';
import type { moneyProblems as english } from '../money.ts';

export const moneyProblems: Words<typeof english> = {
  'amount-invalid': {
    sentence: 'Der Betrag ist kein gültiger Betrag in {currency}.',
    next: 'Geben Sie einen Betrag über null ein.',
  },
  'refund-over-limit': {
    sentence: 'Nur {left} können noch erstattet werden; {asked} waren verlangt.',
    next: 'Geben Sie {left} oder weniger ein.',
  },
  'refund-lines-differ': {
    sentence: 'Die gewählten Positionen ergeben nicht mehr {asked}.',
    next: 'Laden Sie die Seite neu und wählen Sie die Positionen noch einmal.',
  },
  'capture-over-limit': {
    sentence: 'Nur {left} sind noch reserviert; {asked} waren verlangt.',
    next: 'Geben Sie {left} oder weniger ein.',
  },
  'movement-target-gone': {
    sentence: 'Was zurückgenommen werden sollte, steht nicht mehr so da, wie es gezeigt wurde.',
    next: 'Laden Sie die Seite neu und sehen Sie, was jetzt möglich ist.',
  },
  'movement-beyond-role': {
    sentence: 'Sie dürfen das nicht allein. {why}',
    next: 'Lassen Sie das {by} tun.',
  },
  'void-too-late': {
    sentence: 'Es ging mit dem Abrechnungslauf hinaus, bevor es storniert werden konnte.',
    next: 'Nichts wurde zurückgerufen. Erstatten Sie stattdessen eine Zahlung; eine Erstattung bleibt bestehen.',
  },
  'cannot-in-review': {
    sentence: 'Die Zahlung wird zur Prüfung zurückgehalten.',
    next: 'Nehmen Sie sie zuerst im Business Center an oder lehnen Sie sie ab.',
  },
  'cannot-not-authorized': {
    sentence: 'Auf der Karte ist nichts reserviert.',
    next: 'Bitten Sie den Kunden, noch einmal zu zahlen.',
  },
  'cannot-nothing-captured': {
    sentence: 'Von den {authorized} ist nichts eingezogen.',
    next: 'Ziehen Sie ein oder geben Sie frei.',
  },
  'cannot-captured-in-full': {
    sentence: 'Die {authorized} sind ganz eingezogen oder auf dem Weg.',
    next: 'Mehr lässt sich von dieser Autorisierung nicht nehmen.',
  },
  'cannot-captured-already': {
    sentence: '{captured} der {authorized} sind eingezogen oder auf dem Weg.',
    next: 'Stornieren oder erstatten Sie, was eingezogen ist.',
  },
  'cannot-in-the-batch': {
    sentence: 'Es ging mit einem Abrechnungslauf hinaus.',
    next: 'Ein Storno ist für die Stunden davor; erstatten Sie, was eingezogen wurde.',
  },
  'cannot-refunded-already': {
    sentence: '{refunded} der {captured} wurden erstattet oder sind auf dem Rückweg.',
    next: 'Ein Storno nimmt das Ganze zurück; erstatten Sie den Rest.',
  },
  'cannot-nothing-left': {
    sentence:
      'Von den {captured} ist nichts übrig: {refunded} gingen zurück oder sind auf dem Weg.',
    next: 'Mehr lässt sich nicht erstatten.',
  },
  'cannot-disputed': {
    sentence: '{disputed} sind angefochten.',
    next: 'Warten Sie das Ende der Anfechtung ab: Eine Erstattung jetzt könnte den Kunden doppelt bezahlen.',
  },
  'cannot-disputed-until': {
    sentence: '{disputed} sind angefochten; antworten Sie bis {until}.',
    next: 'Senden Sie: {evidence}. Eine Erstattung jetzt könnte den Kunden doppelt bezahlen.',
  },
  'cannot-given-back': {
    sentence: 'Die Zahlung ist {state}.',
    next: 'Der Kunde hat sein Geld; mehr ist nicht zu tun.',
  },
  'cannot-window-over': {
    sentence: 'Die Zahlung ist mehr als {days} Tage alt.',
    next: 'So spät nimmt der Abwickler keine Erstattung an. Zahlen Sie dem Kunden auf anderem Weg.',
  },
  'cannot-movement-under-way': {
    sentence: 'Eine andere Bewegung dieses Geldes ist unterwegs.',
    next: 'Warten Sie, bis ihr Ausgang bekannt ist.',
  },
  'cannot-no-refund-to-void': {
    sentence: 'Es gibt keine Erstattung zum Zurückrufen.',
    next: 'Das geht nur mit einer, die das Gateway angenommen hat.',
  },
  'currency-mismatch': {
    sentence: 'Die Zahlung ist in {currency}.',
    next: 'Geben Sie den Betrag in {currency} ein.',
  },
  'intent-reused': {
    sentence: 'Diese Anfrage wurde schon mit anderen Angaben gestellt.',
    next: 'Laden Sie die Seite neu, um zu sehen, was geschehen ist, und beginnen Sie dann neu.',
  },
  'reason-missing': {
    sentence: 'Eine Erstattung braucht einen Grund.',
    next: 'Sagen Sie mit wenigen Worten, warum das Geld zurückgeht.',
  },
  'movement-reason-missing': {
    sentence: 'Das braucht einen Grund.',
    next: 'Sagen Sie mit wenigen Worten, warum: Es bleibt im Prüfprotokoll.',
  },
  'capture-declined': {
    sentence: 'Die Bank hat den Einzug abgelehnt ({reason}).',
    next: 'Es ist kein Geld geflossen. Verlangen Sie weniger oder lassen Sie den Kunden neu zahlen.',
  },
  'reversal-declined': {
    sentence: 'Die Autorisierung konnte nicht freigegeben werden ({reason}).',
    next: 'Die Bank gibt sie binnen Tagen selbst frei. Versuchen Sie es erneut oder rufen Sie den Abwickler an.',
  },
  'void-declined': {
    sentence: 'Die Zahlung konnte nicht storniert werden ({reason}).',
    next: 'Nichts wurde zurückgerufen. Erstatten Sie sie, sobald sie abgerechnet ist.',
  },
  'refund-declined': {
    sentence: 'Die Bank hat die Erstattung abgelehnt ({reason}).',
    next: 'Nichts wurde ausgezahlt. Erstatten Sie auf anderem Weg oder bitten Sie den Kunden, seine Bank anzurufen.',
  },
  'outcome-unknown': {
    sentence: 'Wir wissen noch nicht, ob das Gateway es ausgeführt hat.',
    next: 'Der Betrag bleibt reserviert, und wir fragen weiter nach. Versuchen Sie es nicht noch einmal.',
  },
  'never-sent': {
    sentence: 'Es wurde nie an das Gateway gesendet.',
    next: 'Nichts ist geflossen. Beginnen Sie neu, wenn es noch gewünscht ist.',
  },
  'needs-inspection': {
    sentence: 'Das Gateway antwortete mit einem Status, den wir nicht kennen ({status}).',
    next: 'Schlagen Sie die Transaktion im Business Center nach; der Betrag bleibt reserviert.',
  },
  'money-changed': {
    sentence:
      '{what} {reference} lautet in {product} über {now}; wir hatten {written} geschrieben.',
    next: 'Jemand hat es geändert, und wir lassen es so. Berichtigen Sie den Betrag dort; dann geht es von selbst weiter.',
  },
  'order-not-found': {
    sentence: 'Der Shop hat keine Bestellung {reference}.',
    next: 'Wenn die Zahlung nicht im Shop gemacht wurde, verknüpfen Sie sie von Hand mit einer Rechnung.',
  },
  'document-mismatch': {
    sentence: '{product} machte {booked} aus der Bestellung {reference}, die über {order} lautet.',
    next: 'Prüfen Sie Steuer und Rundung der Artikel, berichtigen Sie den Entwurf und lassen Sie es wiederholen.',
  },
  'decisions-late': {
    sentence:
      'Prüfentscheidungen des Händlers {merchant} wurden {hours} Stunden lang nicht gelesen.',
    next: 'Das Gateway nennt nur die letzten 24 Stunden: Ein Administrator prüft die Schlüssel des Händlers und den Zeitgeber, bevor sie um sind.',
  },
  'not-there-yet': {
    sentence: '{what} wurde angekündigt, und das Gateway zeigt es noch nicht.',
    next: 'Wir suchen einen Tag lang von selbst danach, dann wird es aufgegeben.',
  },
  'never-appeared': {
    sentence: '{what} wurde vor einem Tag angekündigt und ist beim Gateway nie erschienen.',
    next: 'Schlagen Sie es im Business Center nach. Ist es da, lassen Sie es wiederholen, sonst überspringen.',
  },
  'older-than-connection': {
    sentence:
      'Die Zahlung ist älter als die Verbindung zu Zoho, und keine Rechnung ist mit ihr verknüpft.',
    next: 'Buchen Sie diese Erstattung von Hand, oder verknüpfen Sie die Zahlung mit ihrer Rechnung und lassen Sie es wiederholen.',
  },
  'dispute-unmatched': {
    sentence:
      'Die Anfechtung {number} betrifft die Transaktion {transaction}, die das Gateway nicht zeigt.',
    next: 'Schlagen Sie die Anfechtung im Business Center nach; erstatten Sie nichts von ihrer Zahlung.',
  },
  'void-unclear': {
    sentence: 'Etwas von dieser Zahlung wurde storniert, und wir wissen nicht, was.',
    next: 'Schlagen Sie das Storno im Business Center nach. Es hat nichts frei gemacht; lassen Sie es wiederholen, wenn es klar ist.',
  },
  'booking-under-way': {
    sentence: 'Die Buchung dieser Erstattung ist noch nicht abgeschlossen.',
    next: 'Sobald sie abgeschlossen ist, wird sie in Zoho Books zurückgenommen. Steht die Buchung unter der fehlgeschlagenen Arbeit, wiederholen Sie sie dort zuerst.',
  },
  'refund-undone': {
    sentence: 'Eine Erstattung, die gelungen war, meldet das Gateway als {status}.',
    next: 'Schlagen Sie die Erstattung im Business Center nach und berichtigen Sie die Bücher von Hand.',
  },
  'unknown-for-a-day': {
    sentence: 'Seit mehr als einem Tag ließ sich nicht klären, ob das Gateway es ausgeführt hat.',
    next: 'Rufen Sie den Support des Gateways mit der Referenz {reference} an.',
  },
};
