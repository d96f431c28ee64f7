// German: mappings in words.
import type { MappingTexts } from '../../mapping/mapping-texts.ts';
import { shippedText, type TransformTexts, transformWords } from '../transform-texts.ts';
import { shippedTexts } from './shipped.ts';

const ZONE = 'der Zeitzone der Organisation';

const homeOf = (country: string) =>
  country === '' ? '' : `, ${country}, wenn kein Land genannt ist`;

const transforms: TransformTexts = {
  named: {
    case: (of) => `in ${of('to')}`,
    trim: () => 'ohne überflüssige Leerzeichen',
    replace: (of) =>
      of('with') === '' ? `ohne „${of('find')}“` : `mit „${of('with')}“ statt „${of('find')}“`,
    keep: (of) => `${of('end')} ${of('length')} Zeichen`,
    constant: (of) => `immer „${of('value')}“`,
    default: (of) => `oder „${of('value')}“, wenn leer`,
    template: (of) => `als „${of('text')}“`,
    join: (of) => `verbunden mit „${of('separator')}“`,
    split: (of) => `geteilt an „${of('separator')}“`,
    'first-known': () => 'das erste, das nicht leer ist',
    'to-amount': (of) => `als Betrag in ${of('unit')}`,
    'from-amount': (of) => `zerlegt in ${of('unit')} und Währung`,
    'without-sign': () => 'ohne Vorzeichen',
    round: (of) => `gerundet auf ${of('decimals')} Nachkommastellen (${of('rounding')})`,
    'convert-currency': (of) =>
      of('rates') === 'fixed'
        ? `umgerechnet in ${of('to')} zum festen Kurs ${of('rate')} (${of('rounding')})`
        : `umgerechnet in ${of('to')} zum Kurs ${of('rates')} (${of('rounding')})`,
    'date-in-zone': (of) => `der Tag in ${of('timeZone') || ZONE}`,
    'start-of-day': (of) => `ab Tagesbeginn in ${of('timeZone') || ZONE}`,
    'read-date': (of) => `gelesen als ${of('pattern')}`,
    'write-date': (of) => `geschrieben als ${of('pattern')}`,
    'read-time': (of) => `gelesen als ${of('pattern')} in ${of('timeZone') || ZONE}`,
    'write-time': (of) => `geschrieben als ${of('pattern')} in ${of('timeZone') || ZONE}`,
    'join-address': (of) =>
      of('withCountry') === 'false' ? 'als eine Adresse ohne ihr Land' : 'als eine Adresse',
    'split-address': (of) => `zerlegt als Adresse${homeOf(of('country'))}`,
    'country-name': () => 'als Name des Landes',
    'country-code': () => 'als Code des Landes',
    phone: (of) => `als internationale Nummer${homeOf(of('country'))}`,
    'split-name': () => 'zerlegt in Vor- und Nachnamen',
    'join-name': () => 'als ein Name',
    reasons: () => 'in Worten',
  },
  table: {
    entries: (entries) => `nach Tabelle (${entries})`,
    shared: (name) => `nach der Tabelle „${name}“`,
    otherwise: (table, value) => `${table}, sonst ${value}`,
  },
  codes: {
    upper: 'Großbuchstaben',
    lower: 'Kleinbuchstaben',
    sentence: 'Satzschreibung',
    title: 'Titelschreibung',
    first: 'die ersten',
    last: 'die letzten',
    decimal: 'Dezimaltext',
    minor: 'kleinsten Einheiten',
    books: 'von Books',
    gateway: 'des Gateways',
  },
};

export const mapping: MappingTexts = {
  transform: transformWords(transforms, shippedTexts),
  shipped: (text) => shippedText(shippedTexts, text),
  quote: (text) => `„${text}“`,
  when: {
    missing: 'wenn leer',
    tooLong: 'wenn zu lang',
    wrongType: 'wenn von falscher Art',
    unmappable: 'wenn nichts passt',
  },
  policy: {
    leave: 'leer lassen',
    stop: 'anhalten',
    ask: 'fragen',
    cut: 'kürzen',
    use: (value) => `„${value}“ nehmen`,
    cutWith: (end) => `kürzen und mit „${end}“ enden`,
    of: (when, what) => `${when}: ${what}`,
  },
  changes: {
    title: (before, after) => `Titel: „${before}“ heißt jetzt „${after}“`,
    records: (before, after) => `Von und nach: statt ${before} jetzt ${after}`,
    removed: (rule) => `Entfernt: ${rule}`,
    added: (rule) => `Neu: ${rule}`,
    details: (rule) => `Geändert: ${rule} (Einzelheiten)`,
    entries: (rule, entries) => `Geändert: ${rule}: ${entries}`,
    changed: (rule) => `Geändert: ${rule}`,
    now: (rule) => `    jetzt: ${rule}`,
    entry: (key, after, before) => `${key} -> ${after} (war ${before})`,
    noEntry: 'kein Eintrag',
  },
};
