// Spanish: mappings in words.
import type { MappingTexts } from '../../mapping/mapping-texts.ts';
import { shippedText, type TransformTexts, transformWords } from '../transform-texts.ts';
import { shippedTexts } from './shipped.ts';

const ZONE = 'la zona horaria de la organización';

const homeOf = (country: string) => (country === '' ? '' : `, ${country} si no se indica país`);

const transforms: TransformTexts = {
  named: {
    case: (of) => `en ${of('to')}`,
    trim: () => 'sin espacios sobrantes',
    replace: (of) =>
      of('with') === '' ? `sin «${of('find')}»` : `con «${of('with')}» en lugar de «${of('find')}»`,
    keep: (of) => `${of('end')} ${of('length')} caracteres`,
    constant: (of) => `siempre «${of('value')}»`,
    default: (of) => `o «${of('value')}» si está vacío`,
    template: (of) => `como «${of('text')}»`,
    join: (of) => `unidos con «${of('separator')}»`,
    split: (of) => `dividido por «${of('separator')}»`,
    'first-known': () => 'el primero que no esté vacío',
    'to-amount': (of) => `como importe en ${of('unit')}`,
    'from-amount': (of) => `separado en ${of('unit')} y moneda`,
    'without-sign': () => 'sin signo',
    round: (of) => `redondeado a ${of('decimals')} decimales (${of('rounding')})`,
    'convert-currency': (of) =>
      of('rates') === 'fixed'
        ? `convertido a ${of('to')} al tipo fijo ${of('rate')} (${of('rounding')})`
        : `convertido a ${of('to')} al tipo ${of('rates')} (${of('rounding')})`,
    'date-in-zone': (of) => `su día en ${of('timeZone') || ZONE}`,
    'start-of-day': (of) => `desde el comienzo del día en ${of('timeZone') || ZONE}`,
    'read-date': (of) => `leído como ${of('pattern')}`,
    'write-date': (of) => `escrito como ${of('pattern')}`,
    'read-time': (of) => `leído como ${of('pattern')} en ${of('timeZone') || ZONE}`,
    'write-time': (of) => `escrito como ${of('pattern')} en ${of('timeZone') || ZONE}`,
    'join-address': (of) =>
      of('withCountry') === 'false'
        ? 'como una sola dirección sin su país'
        : 'como una sola dirección',
    'split-address': (of) => `separado como dirección${homeOf(of('country'))}`,
    'country-name': () => 'como nombre del país',
    'country-code': () => 'como código del país',
    phone: (of) => `como número internacional${homeOf(of('country'))}`,
    'split-name': () => 'separado en nombre y apellido',
    'join-name': () => 'como un solo nombre',
    reasons: () => 'en palabras',
  },
  table: {
    entries: (entries) => `según tabla (${entries})`,
    shared: (name) => `según la tabla «${name}»`,
    otherwise: (table, value) => `${table}, si no ${value}`,
  },
  codes: {
    upper: 'mayúsculas',
    lower: 'minúsculas',
    sentence: 'mayúscula inicial de frase',
    title: 'mayúsculas iniciales',
    first: 'los primeros',
    last: 'los últimos',
    decimal: 'texto decimal',
    minor: 'unidades mínimas',
    books: 'de Books',
    gateway: 'de la pasarela',
  },
};

export const mapping: MappingTexts = {
  transform: transformWords(transforms, shippedTexts),
  shipped: (text) => shippedText(shippedTexts, text),
  quote: (text) => `«${text}»`,
  when: {
    missing: 'si está vacío',
    tooLong: 'si es demasiado largo',
    wrongType: 'si es de otro tipo',
    unmappable: 'si nada encaja',
  },
  policy: {
    leave: 'dejarlo vacío',
    stop: 'detenerse',
    ask: 'preguntar',
    cut: 'cortarlo',
    use: (value) => `usar «${value}»`,
    cutWith: (end) => `cortarlo y terminar con «${end}»`,
    of: (when, what) => `${when}, ${what}`,
  },
  changes: {
    title: (before, after) => `Título: «${before}» ahora es «${after}»`,
    records: (before, after) => `De y a: ${before} ahora es ${after}`,
    removed: (rule) => `Eliminado: ${rule}`,
    added: (rule) => `Añadido: ${rule}`,
    details: (rule) => `Modificado: ${rule} (detalles)`,
    entries: (rule, entries) => `Modificado: ${rule}: ${entries}`,
    changed: (rule) => `Modificado: ${rule}`,
    now: (rule) => `    ahora: ${rule}`,
    entry: (key, after, before) => `${key} -> ${after} (era ${before})`,
    noEntry: 'sin entrada',
  },
};
