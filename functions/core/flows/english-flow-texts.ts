// Flows told in English, which checks before publishing speak too.
import type { FlowTexts } from './flow-texts.ts';
import { fieldNames } from './subject-data.ts';
import { triggers } from './triggers.ts';
import { listed } from './value-shape.ts';

const PROPER: Readonly<Record<string, string>> = { books: 'Books', crm: 'CRM', desk: 'Desk' };

/** `authorizedMinor` is an “authorized amount”, `booksInvoiceId` a “Books invoice id”. */
export function fieldWords(name: string): string {
  if (Object.hasOwn(fieldNames, name)) return fieldNames[name] ?? name;
  const words = name.split(/(?=[A-Z])|[-_]/).map((word) => word.toLowerCase());
  if (words.at(-1) === 'minor' && words.length > 1) {
    words.pop();
    if (words.at(-1) !== 'amount') words.push('amount');
  }
  return words.map((word) => PROPER[word] ?? word).join(' ');
}

const counted = (unit: string) => (count: number) => `${count} ${unit}${count === 1 ? '' : 's'}`;
const given = (before: string) => (words: string) => (words === '' ? '' : before + words);

export const englishFlow: FlowTexts = {
  field: fieldWords,
  value: (code) => (Object.hasOwn(PROPER, code) ? PROPER[code] : undefined),
  shipped: () => undefined,
  marks: { colon: ':', comma: ', ', stop: '.' },
  yes: 'yes',
  no: 'no',
  quote: (text) => `“${text}”`,
  path: {
    result: (step) => `the result of ${step}`,
    ofResult: (field, step) => `the ${field} from ${step}`,
    ofItem: (field) => `the item's ${field}`,
    itemNumber: "the item's number",
    subject: (name) => `the ${name}`,
    ofSubject: (name, field) => `the ${name}'s ${field}`,
    fields: (names) => names.join("'s "),
  },
  operators: {
    '=': (subject, values) => `${subject} is ${values}`,
    '!=': (subject, values) => `${subject} is not ${values}`,
    '>': (subject, values) => `${subject} is more than ${values}`,
    '>=': (subject, values) => `${subject} is at least ${values}`,
    '<': (subject, values) => `${subject} is less than ${values}`,
    '<=': (subject, values) => `${subject} is at most ${values}`,
    in: (subject, values) => `${subject} is ${values}`,
    'not-in': (subject, values) => `${subject} is not ${values}`,
    contains: (subject, values) => `${subject} contains ${values}`,
    known: (subject) => `${subject} is known`,
    unknown: (subject) => `${subject} is not known`,
  },
  change: {
    own: 'the change is Tallybridge’s own',
    others: 'the change is not Tallybridge’s own',
  },
  and: (words) => listed(words, 'and'),
  or: (words) => listed(words, 'or'),
  all: (conditions) => conditions.join(' and '),
  span: { minutes: counted('minute'), hours: counted('hour'), days: counted('day') },
  trigger: (name) => `When ${triggers[name].sentence}`,
  begins: {
    unknown: (on) => `When “${on}” happens`,
    daily: (time) => `Every day at ${time}`,
    clock: (at) => `By the clock, at “${at}”`,
    where: (begin, condition) => `${begin}, if ${condition}`,
    each: (subject) => ` (one run for each ${subject})`,
  },
  action: (_name, english) => english,
  step: {
    unknownAction: (name) => `do “${name}”`,
    noInput: (field) => `(no ${field})`,
    branch: (path) => `see what ${path} is`,
    map: (from, mapping) => `translate ${from} by the mapping “${mapping}”`,
    forEach: (items, atMost) => `for each of ${items} (at most ${atMost})`,
    ask: {
      admin: (time, text) => `ask an admin, who has ${time}: ${text}`,
      approver: (time, text) => `ask an approver, who has ${time}: ${text}`,
    },
    notify: {
      'desk-comment': (to, text) => `comment on the Desk ticket ${to}: ${text}`,
      'crm-note': (to, text) => `write a note on the CRM record ${to}: ${text}`,
      mail: (to, text) => `mail ${to}: ${text}`,
      slack: (to, text) => `tell Slack ${to}: ${text}`,
      webhook: (to, text) => `call the webhook ${to}: ${text}`,
    },
    call: (flow, words) => `run the flow “${flow}”${given(' with ')(words)}`,
    stop: (words) => `stop${given(', telling ')(words)}`,
    given: (field, value) => `the ${field} (${value})`,
    wait: (time) => `wait ${time}`,
    waitUntil: (condition, time) =>
      `wait until ${condition}${time === '' ? '' : `, for ${time} at most`}`,
    whether: (question) => `see whether ${question}`,
  },
  ways: {
    if: (asked) => `If ${asked}`,
    unless: (asked) => `Unless ${asked}`,
    ifItIs: (values) => `If it is ${values}`,
    otherwise: 'Otherwise',
    approved: 'If approved',
    rejected: 'If rejected',
    expired: 'If nobody answers in time',
    soOnce: 'Once it is so',
    late: 'If that takes too long',
    done: 'If it is done',
    failed: 'If it can’t be done',
    next: 'Then',
  },
  goesOn: {
    flowEnds: 'the flow ends',
    itemDone: 'that item is done',
    withNumber: (number) => `go on with step ${number}`,
    withStep: (id) => `go on with “${id}”`,
    withMissing: 'go on with a missing step',
  },
  changes: {
    title: (before, after) => `Title: “${before}” is now “${after}”`,
    trigger: (before, after) => `Trigger: “${before}” is now “${after}”`,
    triggerDetails: (trigger) => `Trigger: ${trigger} (details)`,
    beginning: (before, after) => `Beginning: ${before} is now ${after}`,
    removed: (step) => `Removed: ${step}`,
    added: (step) => `Added: ${step}`,
    step: (name, words) => `${name}: ${words}`,
    renamed: (before, after) => `Renamed: ${before} is now ${after}`,
    changed: (name, before, after) => `Changed: ${name}: “${before}” is now “${after}”`,
    details: (name, words) => `Changed: ${name}: ${words} (details)`,
    input: (name, field, before, after) =>
      `Changed: ${name}: the ${field} was ${before}, is now ${after}`,
    way: (name, way, before, after) => `Changed: ${name}, ${way}: ${before} is now ${after}`,
    drawing: 'Only the drawing changed',
    nothing: 'nothing',
    noWay: 'no way',
    end: 'the end',
    ifSo: 'if so',
    ifNot: 'if not',
    next: 'then',
    eachItem: 'for each item',
  },
};
