// French: mappings in words.
import type { MappingTexts } from '../../mapping/mapping-texts.ts';
import { shippedText, type TransformTexts, transformWords } from '../transform-texts.ts';
import { shippedTexts } from './shipped.ts';

const ZONE = 'le fuseau horaire de l’organisation';

const homeOf = (country: string) =>
  country === '' ? '' : `, ${country} si aucun pays n’est indiqué`;

const transforms: TransformTexts = {
  named: {
    case: (of) => `en ${of('to')}`,
    trim: () => 'sans espaces superflus',
    replace: (of) =>
      of('with') === ''
        ? `sans « ${of('find')} »`
        : `avec « ${of('with')} » à la place de « ${of('find')} »`,
    keep: (of) => `${of('end')} ${of('length')} caractères`,
    constant: (of) => `toujours « ${of('value')} »`,
    default: (of) => `ou « ${of('value')} » si c’est vide`,
    template: (of) => `comme « ${of('text')} »`,
    join: (of) => `joints par « ${of('separator')} »`,
    split: (of) => `coupé à « ${of('separator')} »`,
    'first-known': () => 'le premier qui n’est pas vide',
    'to-amount': (of) => `comme montant en ${of('unit')}`,
    'from-amount': (of) => `séparé en ${of('unit')} et devise`,
    'without-sign': () => 'sans signe',
    round: (of) => `arrondi à ${of('decimals')} décimales (${of('rounding')})`,
    'convert-currency': (of) =>
      of('rates') === 'fixed'
        ? `converti en ${of('to')} au taux fixe ${of('rate')} (${of('rounding')})`
        : `converti en ${of('to')} au taux ${of('rates')} (${of('rounding')})`,
    'date-in-zone': (of) => `son jour dans ${of('timeZone') || ZONE}`,
    'start-of-day': (of) => `à partir du début du jour dans ${of('timeZone') || ZONE}`,
    'read-date': (of) => `lu comme ${of('pattern')}`,
    'write-date': (of) => `écrit comme ${of('pattern')}`,
    'read-time': (of) => `lu comme ${of('pattern')} dans ${of('timeZone') || ZONE}`,
    'write-time': (of) => `écrit comme ${of('pattern')} dans ${of('timeZone') || ZONE}`,
    'join-address': (of) =>
      of('withCountry') === 'false'
        ? 'comme une seule adresse sans son pays'
        : 'comme une seule adresse',
    'split-address': (of) => `séparé comme adresse${homeOf(of('country'))}`,
    'country-name': () => 'comme nom du pays',
    'country-code': () => 'comme code du pays',
    phone: (of) => `comme numéro international${homeOf(of('country'))}`,
    'split-name': () => 'séparé en prénom et nom',
    'join-name': () => 'comme un seul nom',
    reasons: () => 'en toutes lettres',
  },
  table: {
    entries: (entries) => `par table (${entries})`,
    shared: (name) => `par la table « ${name} »`,
    otherwise: (table, value) => `${table}, sinon ${value}`,
  },
  codes: {
    upper: 'majuscules',
    lower: 'minuscules',
    sentence: 'casse de phrase',
    title: 'casse de titre',
    first: 'les premiers',
    last: 'les derniers',
    decimal: 'texte décimal',
    minor: 'unités mineures',
    books: 'de Books',
    gateway: 'de la passerelle',
  },
};

export const mapping: MappingTexts = {
  transform: transformWords(transforms, shippedTexts),
  shipped: (text) => shippedText(shippedTexts, text),
  quote: (text) => `« ${text} »`,
  when: {
    missing: 'si c’est vide',
    tooLong: 'si c’est trop long',
    wrongType: 'si c’est d’un autre type',
    unmappable: 'si rien ne convient',
  },
  policy: {
    leave: 'le laisser vide',
    stop: 'arrêter',
    ask: 'demander',
    cut: 'le couper',
    use: (value) => `prendre « ${value} »`,
    cutWith: (end) => `le couper et finir par « ${end} »`,
    of: (when, what) => `${when}, ${what}`,
  },
  changes: {
    title: (before, after) => `Titre : « ${before} » devient « ${after} »`,
    records: (before, after) => `De et vers : ${before} devient ${after}`,
    removed: (rule) => `Supprimé : ${rule}`,
    added: (rule) => `Ajouté : ${rule}`,
    details: (rule) => `Modifié : ${rule} (détails)`,
    entries: (rule, entries) => `Modifié : ${rule} : ${entries}`,
    changed: (rule) => `Modifié : ${rule}`,
    now: (rule) => `    maintenant : ${rule}`,
    entry: (key, after, before) => `${key} -> ${after} (était ${before})`,
    noEntry: 'aucune entrée',
  },
};
