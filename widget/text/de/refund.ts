// German texts: a refund and its approval.
import type { PanelLanguage } from '../language.ts';

export const refund: PanelLanguage['refund'] = {
  title: 'Erstattung',
  open: 'Erstatten …',
  notAllowed: (role) =>
    `Als ${role} können Sie Zahlungen sehen, aber nicht erstatten. Wenden Sie sich an einen Sachbearbeiter oder Administrator.`,
  nothingLeft: {
    uncaptured: 'Nichts zu erstatten: Es wurde nichts eingezogen.',
    refunded: 'Es ist nichts mehr zu erstatten.',
    held: 'Zurzeit nichts zu erstatten: Was unterwegs, ungeklärt oder angefochten ist, bleibt reserviert.',
  },
  amount: 'Betrag',
  upTo: (amount) => `Bis zu ${amount}`,
  reason: 'Grund',
  reasonHint: 'Kommt in die Buchhaltung',
  quickReasons: ['Ware zurückgegeben', 'Bestellung storniert', 'Doppelt bezahlt', 'Preis gesenkt'],
  button: (amount, card) => `${amount} auf ${card} erstatten`,
  cancel: 'Abbrechen',
  invalid: {
    empty: 'Geben Sie einen Betrag ein.',
    'not-a-number': (example) => `Schreiben Sie den Betrag wie ${example}.`,
    'too-precise': (currency, decimals) =>
      `${currency} hat ${decimals || 'keine'} Nachkommastellen.`,
    zero: 'Geben Sie mehr als null ein.',
    'over-limit': (amount) => `Nur ${amount} können zurückgehen.`,
    reason: 'Nennen Sie mit wenigen Worten den Grund.',
  },
  inBooks: 'Was in Books gebucht wird',
  confirm: {
    title: (amount, card) => `${amount} auf ${card} erstatten?`,
    books: (invoice) => `Books erhält eine Gutschrift zu ${invoice} mit ihrer Erstattung.`,
    booksNoInvoice: 'Books erhält die Erstattung, sobald die Zahlung gebucht ist.',
    split: (amounts) =>
      `Sie geht in ${amounts.length} Erstattungen zurück, eine je Einzug: ${amounts.join(', ')}.`,
    leaves: (amount) => `Danach können noch ${amount} zurückgehen.`,
    final: 'Bis der Stapel hinausgeht, lässt sie sich zurückrufen, danach nicht mehr.',
    yes: (amount) => `Ja, ${amount} erstatten`,
  },
  approval: {
    by: { approver: 'ein Freigeber', admin: 'ein Administrator' },
    needed: (by) => `Es muss ${by} zustimmen.`,
    forbidden: 'Nicht erlaubt.',
    button: 'Zustimmung anfragen …',
    title: (by, amount) => `Anfragen, ob ${by} einer Erstattung von ${amount} zustimmt?`,
    afterwards: (by) => `Sie geht von selbst hinaus, sobald ${by} außer Ihnen zugestimmt hat.`,
    heldNot: 'Der Betrag ist bis dahin nicht reserviert; er wird dann noch einmal geprüft.',
    yes: 'Zustimmung anfragen',
    sending: 'Die Zustimmung wird angefragt …',
    asked: {
      title: 'Wartet auf Zustimmung',
      body: (by, until) =>
        `Noch ist nichts geflossen. Sie geht von selbst hinaus, sobald ${by} zugestimmt hat, spätestens ${until}.`,
    },
  },
  requests: {
    title: 'Anfragen zur Zustimmung',
    what: (amount) => `Erstattung von ${amount}`,
    states: {
      open: 'Wartet auf Zustimmung',
      approved: 'Zugestimmt',
      rejected: 'Abgelehnt',
      withdrawn: 'Zurückgezogen',
      expired: 'Abgelaufen',
    },
    asked: (name, age) => `Von ${name} angefragt, ${age}.`,
    decides: (by, until) => `Es entscheidet ${by}, bis ${until}.`,
    decided: (state, name, reason) =>
      `${state} von ${name}${reason === '' ? '.' : `: „${reason}“`}`,
    notSent: 'Zugestimmt, aber nicht gesendet.',
    approve: 'Zustimmen',
    reject: 'Ablehnen',
    withdraw: 'Zurückziehen',
    reason: 'Warum?',
    reasonMissing: 'Sagen Sie mit wenigen Worten, warum.',
    yes: {
      approved: (amount) => `Ja, ${amount} erstatten`,
      rejected: 'Ja, ablehnen',
      withdrawn: 'Ja, zurückziehen',
    },
    busy: 'Einen Moment …',
  },
  sending: (amount) => `Das Gateway wird um die Erstattung von ${amount} gebeten …`,
  sendingLong:
    'Das kann eine halbe Minute dauern. Sie dürfen die Seite verlassen: Die Erstattung läuft weiter.',
  accepted: {
    title: 'Erstattung angenommen',
    body: (amount, card) =>
      `${amount} sind unterwegs auf ${card}. Die Bank zeigt es in einigen Tagen.`,
  },
  ended: (state) => `Erstattung: ${state}`,
  refused: 'Nicht erstattet',
  unknown: {
    title: 'Ausgang unbekannt',
    body: (amount) =>
      `Wir wissen noch nicht, ob ${amount} zurückgingen. Der Betrag bleibt reserviert. Versuchen Sie es nicht noch einmal.`,
  },
  underWay: 'Erstattung unterwegs',
  unanswered: {
    title: 'Noch keine Antwort',
    body: (amount) =>
      `Wir wissen nicht, was aus ${amount} geworden ist. Erneutes Fragen löst nie eine zweite Erstattung aus.`,
    button: 'Erneut fragen',
    byItself: 'Wir fragen auch von selbst noch einmal, sobald die Verbindung wieder da ist.',
    offline: 'Dieser Rechner ist offline.',
  },
  lines: {
    choose: 'Positionen der Rechnung wählen …',
    title: (invoice) => `Positionen der Rechnung ${invoice}`,
    loading: 'Die Rechnung wird gelesen …',
    failed:
      'Die Rechnung ließ sich gerade nicht lesen. Eine Erstattung nach Betrag braucht sie nicht.',
    quantity: (name) => `Menge von ${name}`,
    of: (left, all) => `${left} von ${all} übrig`,
    comesTo: (unit) => `insgesamt ${unit}`,
    beside: 'Versand und Anpassungen',
    noName: 'Position ohne Namen',
    none: 'Alle Positionen dieser Rechnung sind zurückgegangen.',
    chosen: (count) => (count === 1 ? 'Nach einer Position' : `Nach ${count} Positionen`),
  },
  receipts: {
    reference: 'Referenz',
    copy: 'Kopieren',
    copyOf: (reference) => `Referenz ${reference} kopieren`,
    copied: 'Kopiert.',
    byHand: 'Sie ist markiert: Kopieren Sie sie von Hand.',
  },
  done: 'Fertig',
  change: 'Ändern',
};
