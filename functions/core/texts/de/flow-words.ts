// German: flows in words. Paths stand as „Zahlung › Stand“, so that no name needs to be inflected.
import type { FlowTexts } from '../../flows/flow-texts.ts';
import { told } from '../told.ts';
import { codeNames, fieldNames } from './flow-names.ts';
import { actionSentences, triggerSentences } from './flow-sentences.ts';
import { notices } from './notices.ts';
import { shippedTexts } from './shipped.ts';

const { and, or, field, value, action, shipped } = told('de', {
  fields: fieldNames,
  codes: { ...notices.states, ...codeNames },
  actions: actionSentences,
  shipped: shippedTexts,
});

export const flow: FlowTexts = {
  field,
  value,
  shipped,
  marks: { colon: ':', comma: ', ', stop: '.' },
  yes: 'ja',
  no: 'nein',
  quote: (text) => `„${text}“`,
  path: {
    result: (step) => `Ergebnis von ${step}`,
    ofResult: (name, step) => `${step} › ${name}`,
    ofItem: (name) => `Eintrag › ${name}`,
    itemNumber: 'Nummer des Eintrags',
    subject: (name) => name,
    ofSubject: (name, of) => `${name} › ${of}`,
    fields: (names) => names.join(' › '),
  },
  operators: {
    '=': (subject, values) => `${subject} ${values} ist`,
    '!=': (subject, values) => `${subject} nicht ${values} ist`,
    '>': (subject, values) => `${subject} mehr als ${values} ist`,
    '>=': (subject, values) => `${subject} mindestens ${values} ist`,
    '<': (subject, values) => `${subject} weniger als ${values} ist`,
    '<=': (subject, values) => `${subject} höchstens ${values} ist`,
    in: (subject, values) => `${subject} ${values} ist`,
    'not-in': (subject, values) => `${subject} nicht ${values} ist`,
    contains: (subject, values) => `${subject} ${values} enthält`,
    known: (subject) => `${subject} bekannt ist`,
    unknown: (subject) => `${subject} nicht bekannt ist`,
  },
  change: {
    own: 'die Änderung von Tallybridge selbst ist',
    others: 'die Änderung nicht von Tallybridge selbst ist',
  },
  and,
  or,
  all: (conditions) => conditions.join(' und '),
  span: {
    minutes: (count) => (count === 1 ? '1 Minute' : `${count} Minuten`),
    hours: (count) => (count === 1 ? '1 Stunde' : `${count} Stunden`),
    days: (count) => (count === 1 ? '1 Tag' : `${count} Tage`),
  },
  trigger: (name) => triggerSentences[name],
  begins: {
    unknown: (on) => `Wenn „${on}“ geschieht`,
    daily: (time) => `Jeden Tag um ${time}`,
    clock: (at) => `Nach der Uhr, zu „${at}“`,
    where: (begin, condition) => `${begin}, falls ${condition}`,
    each: (subject) => ` (ein Lauf je ${subject})`,
  },
  action,
  step: {
    unknownAction: (name) => `„${name}“ tun`,
    noInput: (name) => `(ohne ${name})`,
    branch: (path) => `sehen, was ${path} ist`,
    map: (from, mapping) => `${from} mit der Zuordnung „${mapping}“ übersetzen`,
    forEach: (items, atMost) => `für jeden Eintrag von ${items} (höchstens ${atMost})`,
    ask: {
      admin: (time, text) => `einen Administrator fragen, Frist ${time}: ${text}`,
      approver: (time, text) => `einen Freigeber fragen, Frist ${time}: ${text}`,
    },
    notify: {
      'desk-comment': (to, text) => `das Ticket ${to} in Desk kommentieren: ${text}`,
      'crm-note': (to, text) => `eine Notiz zu ${to} in CRM schreiben: ${text}`,
      mail: (to, text) => `Mail an ${to}: ${text}`,
      slack: (to, text) => `Slack-Nachricht an ${to}: ${text}`,
      webhook: (to, text) => `den Webhook ${to} aufrufen: ${text}`,
    },
    call: (name, given) =>
      given === ''
        ? `den Ablauf „${name}“ ausführen`
        : `den Ablauf „${name}“ mit ${given} ausführen`,
    stop: (given) => (given === '' ? 'aufhören' : `aufhören und ${given} melden`),
    given: (name, words) => `${name} (${words})`,
    wait: (time) => `warten: ${time}`,
    waitUntil: (condition, time) =>
      `warten, bis ${condition}${time === '' ? '' : `, höchstens ${time}`}`,
    whether: (question) => `sehen, ob ${question}`,
  },
  ways: {
    if: (asked) => `Wenn ${asked}`,
    unless: (asked) => `Außer wenn ${asked}`,
    ifItIs: (values) => `Wenn es ${values} ist`,
    otherwise: 'Sonst',
    approved: 'Wenn genehmigt',
    rejected: 'Wenn abgelehnt',
    expired: 'Wenn niemand rechtzeitig antwortet',
    soOnce: 'Sobald es so ist',
    late: 'Wenn das zu lange dauert',
    done: 'Wenn es getan ist',
    failed: 'Wenn es nicht getan werden kann',
    next: 'Dann',
  },
  goesOn: {
    flowEnds: 'Ende des Ablaufs',
    itemDone: 'Ende dieses Eintrags',
    withNumber: (number) => `weiter mit Schritt ${number}`,
    withStep: (id) => `weiter mit „${id}“`,
    withMissing: 'weiter mit einem fehlenden Schritt',
  },
  changes: {
    title: (before, after) => `Titel: „${before}“ heißt jetzt „${after}“`,
    trigger: (before, after) => `Auslöser: „${before}“ heißt jetzt „${after}“`,
    triggerDetails: (trigger) => `Auslöser: ${trigger} (Einzelheiten)`,
    beginning: (before, after) => `Anfang: statt ${before} jetzt ${after}`,
    removed: (step) => `Entfernt: ${step}`,
    added: (step) => `Neu: ${step}`,
    step: (name, words) => `${name}: ${words}`,
    renamed: (before, after) => `Umbenannt: ${before} heißt jetzt ${after}`,
    changed: (name, before, after) => `Geändert: ${name}: statt „${before}“ jetzt „${after}“`,
    details: (name, words) => `Geändert: ${name}: ${words} (Einzelheiten)`,
    input: (name, of, before, after) =>
      `Geändert: ${name}: ${of} war ${before}, ist jetzt ${after}`,
    way: (name, way, before, after) => `Geändert: ${name}, ${way}: statt ${before} jetzt ${after}`,
    drawing: 'Nur die Zeichnung hat sich geändert',
    nothing: 'nichts',
    noWay: 'kein Weg',
    end: 'Ende',
    ifSo: 'wenn ja',
    ifNot: 'wenn nein',
    next: 'dann',
    eachItem: 'für jeden Eintrag',
  },
};
