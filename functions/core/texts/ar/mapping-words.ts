// Arabic: mappings in words.
import type { MappingTexts } from '../../mapping/mapping-texts.ts';
import { shippedText, type TransformTexts, transformWords } from '../transform-texts.ts';
import { shippedTexts } from './shipped.ts';

const ZONE = 'المنطقة الزمنية للمؤسسة';

const homeOf = (country: string) => (country === '' ? '' : `، ${country} إن لم يُذكر بلد`);

const transforms: TransformTexts = {
  named: {
    case: (of) => `بـ${of('to')}`,
    trim: () => 'دون مسافات زائدة',
    replace: (of) =>
      of('with') === '' ? `دون «${of('find')}»` : `بوضع «${of('with')}» مكان «${of('find')}»`,
    keep: (of) => `${of('end')} ${of('length')} حرفًا`,
    constant: (of) => `دائمًا «${of('value')}»`,
    default: (of) => `أو «${of('value')}» إن كان فارغًا`,
    template: (of) => `بصيغة «${of('text')}»`,
    join: (of) => `موصولة بـ «${of('separator')}»`,
    split: (of) => `مقسومًا عند «${of('separator')}»`,
    'first-known': () => 'أول ما ليس فارغًا',
    'to-amount': (of) => `كمبلغ بـ${of('unit')}`,
    'from-amount': (of) => `مفصولًا إلى ${of('unit')} وعملة`,
    'without-sign': () => 'دون إشارته',
    round: (of) => `مقربًا إلى ${of('decimals')} من المنازل العشرية (${of('rounding')})`,
    'convert-currency': (of) =>
      of('rates') === 'fixed'
        ? `محوّلًا إلى ${of('to')} بالسعر الثابت ${of('rate')} (${of('rounding')})`
        : `محوّلًا إلى ${of('to')} بسعر ${of('rates')} (${of('rounding')})`,
    'date-in-zone': (of) => `يومه في ${of('timeZone') || ZONE}`,
    'start-of-day': (of) => `من بداية اليوم في ${of('timeZone') || ZONE}`,
    'read-date': (of) => `مقروءًا بصيغة ${of('pattern')}`,
    'write-date': (of) => `مكتوبًا بصيغة ${of('pattern')}`,
    'read-time': (of) => `مقروءًا بصيغة ${of('pattern')} في ${of('timeZone') || ZONE}`,
    'write-time': (of) => `مكتوبًا بصيغة ${of('pattern')} في ${of('timeZone') || ZONE}`,
    'join-address': (of) =>
      of('withCountry') === 'false' ? 'كعنوان واحد دون بلده' : 'كعنوان واحد',
    'split-address': (of) => `مفصولًا كعنوان${homeOf(of('country'))}`,
    'country-name': () => 'باسم البلد',
    'country-code': () => 'برمز البلد',
    phone: (of) => `كرقم دولي${homeOf(of('country'))}`,
    'split-name': () => 'مفصولًا إلى الاسم الأول واسم العائلة',
    'join-name': () => 'كاسم واحد',
    reasons: () => 'بالكلمات',
  },
  table: {
    entries: (entries) => `حسب جدول (${entries})`,
    shared: (name) => `حسب الجدول «${name}»`,
    otherwise: (table, value) => `${table}، وإلا ${value}`,
  },
  codes: {
    upper: 'أحرف كبيرة',
    lower: 'أحرف صغيرة',
    sentence: 'حرف كبير في أول الجملة',
    title: 'حرف كبير في أول كل كلمة',
    first: 'أول',
    last: 'آخر',
    decimal: 'نص عشري',
    minor: 'أصغر وحدة',
    books: 'Books',
    gateway: 'البوابة',
  },
};

export const mapping: MappingTexts = {
  transform: transformWords(transforms, shippedTexts),
  shipped: (text) => shippedText(shippedTexts, text),
  quote: (text) => `«${text}»`,
  when: {
    missing: 'إن كان فارغًا',
    tooLong: 'إن كان طويلًا جدًا',
    wrongType: 'إن كان من نوع آخر',
    unmappable: 'إن لم يناسبه شيء',
  },
  policy: {
    leave: 'يُترك فارغًا',
    stop: 'توقف',
    ask: 'اسأل',
    cut: 'يُقص',
    use: (value) => `استخدم «${value}»`,
    cutWith: (end) => `يُقص ويُختم بـ «${end}»`,
    of: (when, what) => `${when}: ${what}`,
  },
  changes: {
    title: (before, after) => `العنوان: «${before}» صار «${after}»`,
    records: (before, after) => `من وإلى: ${before} صار ${after}`,
    removed: (rule) => `أُزيلت: ${rule}`,
    added: (rule) => `أُضيفت: ${rule}`,
    details: (rule) => `تغيرت: ${rule} (تفاصيل)`,
    entries: (rule, entries) => `تغيرت: ${rule}: ${entries}`,
    changed: (rule) => `تغيرت: ${rule}`,
    now: (rule) => `    الآن: ${rule}`,
    entry: (key, after, before) => `${key} -> ${after} (كان ${before})`,
    noEntry: 'لا قيد',
  },
};
