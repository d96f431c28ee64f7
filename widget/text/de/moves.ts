// German texts: captures, releases and voids.
import type { PanelLanguage } from '../language.ts';

export const moves: PanelLanguage['moves'] = {
  words: {
    capture: {
      open: 'Einziehen …',
      openOf: (amount) => `${amount} einziehen …`,
      title: 'Einzug',
      confirm: (amount, whole, card) => `${amount} von ${whole} von ${card} einziehen?`,
      means:
        'Der Kunde wird belastet. Bis der Abrechnungslauf hinausgeht, lässt es sich stornieren.',
      yes: (amount) => `Ja, ${amount} einziehen`,
      done: (amount, card) => `${amount} wurden von ${card} eingezogen.`,
    },
    reverse: {
      open: 'Freigeben …',
      openOf: (amount) => `${amount} freigeben …`,
      title: 'Freigabe',
      confirm: (amount, _, card) => `${amount} auf ${card} freigeben?`,
      means: 'Nichts wird belastet. Ein Einzug ist danach nicht mehr möglich.',
      yes: (amount) => `Ja, ${amount} freigeben`,
      done: (amount, card) => `${amount} auf ${card} sind nicht mehr reserviert.`,
    },
    void: {
      open: 'Stornieren …',
      openOf: (amount) => `${amount} stornieren …`,
      title: 'Storno',
      confirm: (amount, _, card) => `Den Einzug von ${amount} von ${card} stornieren?`,
      means:
        'Der Kunde wird nicht belastet und sieht keine Erstattung. Es lässt sich nicht rückgängig machen.',
      yes: (amount) => `Ja, ${amount} stornieren`,
      done: (amount, card) => `${amount} werden nicht von ${card} abgebucht.`,
    },
    'void-refund': {
      open: 'Erstattung zurückrufen …',
      openOf: (amount) => `Erstattung von ${amount} zurückrufen …`,
      title: 'Rückruf der Erstattung',
      confirm: (amount, _, card) => `Die Erstattung von ${amount} auf ${card} zurückrufen?`,
      means:
        'Der Kunde bekommt sie nicht. Was davon schon gebucht ist, wird wieder zurückgenommen.',
      yes: (amount) => `Ja, ${amount} zurückrufen`,
      done: (amount, card) => `${amount} gehen nicht auf ${card}.`,
    },
  },
  more: 'Mehr',
  refund: 'Erstattung',
  actions: 'Was möglich ist',
  upTo: (amount) => `Bis zu ${amount}`,
  reasonHint: 'Bleibt im Prüfprotokoll',
  reasonOptional: 'Grund (freiwillig)',
  next: 'Weiter',
  until: (time) => `Möglich etwa bis ${time}.`,
  cautions: {
    'authorization-may-have-lapsed':
      'Die Bank hat die Reservierung vielleicht verfallen lassen und kann ablehnen.',
    'late-refund': 'Viele Abwickler nehmen nach 60 Tagen keine Erstattung mehr an.',
    'dispute-open': 'Eine Anfechtung ist offen: Zahlen Sie dem Kunden nicht doppelt.',
  },
  sending: 'Das Gateway wird gefragt …',
  accepted: 'Erledigt',
  underWay: 'Unterwegs',
  ended: (title, state) => `${title}: ${state}`,
  refused: 'Nichts wurde ausgeführt',
  unknown: {
    title: 'Ausgang unbekannt',
    body: 'Wir wissen noch nicht, ob das Gateway es ausgeführt hat. Versuchen Sie es nicht noch einmal.',
  },
  unanswered: {
    title: 'Noch keine Antwort',
    body: 'Wir wissen nicht, was daraus geworden ist. Erneutes Fragen führt es nie doppelt aus.',
  },
};
