// Japanese: mappings in words.
import type { MappingTexts } from '../../mapping/mapping-texts.ts';
import { shippedText, type TransformTexts, transformWords } from '../transform-texts.ts';
import { shippedTexts } from './shipped.ts';

const ZONE = '組織のタイムゾーン';

const homeOf = (country: string) => (country === '' ? '' : `（国がなければ ${country}）`);

const transforms: TransformTexts = {
  named: {
    case: (of) => `を${of('to')}に`,
    trim: () => 'から余分な空白を除く',
    replace: (of) =>
      of('with') === ''
        ? `から「${of('find')}」を除く`
        : `の「${of('find')}」を「${of('with')}」に置き換える`,
    keep: (of) => `の${of('end')} ${of('length')} 文字`,
    constant: (of) => `常に「${of('value')}」`,
    default: (of) => `（空なら「${of('value')}」）`,
    template: (of) => `を「${of('text')}」として`,
    join: (of) => `を「${of('separator')}」で結合`,
    split: (of) => `を「${of('separator')}」で分割`,
    'first-known': () => 'のうち空でない最初のもの',
    'to-amount': (of) => `を${of('unit')}の金額として`,
    'from-amount': (of) => `を${of('unit')}と通貨に分ける`,
    'without-sign': () => 'の符号を除く',
    round: (of) => `を小数 ${of('decimals')} 桁に丸める（${of('rounding')}）`,
    'convert-currency': (of) =>
      of('rates') === 'fixed'
        ? `を固定レート ${of('rate')} で ${of('to')} に換算（${of('rounding')}）`
        : `を${of('rates')}レートで ${of('to')} に換算（${of('rounding')}）`,
    'date-in-zone': (of) => `の日付（${of('timeZone') || ZONE}）`,
    'start-of-day': (of) => `の一日の始まり（${of('timeZone') || ZONE}）`,
    'read-date': (of) => `を ${of('pattern')} として読む`,
    'write-date': (of) => `を ${of('pattern')} として書く`,
    'read-time': (of) => `を ${of('pattern')} として読む（${of('timeZone') || ZONE}）`,
    'write-time': (of) => `を ${of('pattern')} として書く（${of('timeZone') || ZONE}）`,
    'join-address': (of) =>
      of('withCountry') === 'false' ? 'を国名なしの一つの住所として' : 'を一つの住所として',
    'split-address': (of) => `を住所として分ける${homeOf(of('country'))}`,
    'country-name': () => 'を国名として',
    'country-code': () => 'を国コードとして',
    phone: (of) => `を国際電話番号として${homeOf(of('country'))}`,
    'split-name': () => 'を姓と名に分ける',
    'join-name': () => 'を一つの氏名として',
    reasons: () => 'を言葉で',
  },
  table: {
    entries: (entries) => `を表で変換（${entries}）`,
    shared: (name) => `を表「${name}」で変換`,
    otherwise: (table, value) => `${table}、それ以外は ${value}`,
  },
  codes: {
    upper: '大文字',
    lower: '小文字',
    sentence: '文頭のみ大文字',
    title: '単語の頭を大文字',
    first: '先頭',
    last: '末尾',
    decimal: '小数表記',
    minor: '最小単位',
    books: 'Books の',
    gateway: 'ゲートウェイの',
  },
};

export const mapping: MappingTexts = {
  transform: transformWords(transforms, shippedTexts),
  shipped: (text) => shippedText(shippedTexts, text),
  quote: (text) => `「${text}」`,
  when: {
    missing: '空の場合',
    tooLong: '長すぎる場合',
    wrongType: '種類が違う場合',
    unmappable: '該当がない場合',
  },
  policy: {
    leave: '空のままにする',
    stop: '停止する',
    ask: '確認する',
    cut: '切り詰める',
    use: (value) => `「${value}」を使う`,
    cutWith: (end) => `切り詰めて「${end}」で終える`,
    of: (when, what) => `${when}は${what}`,
  },
  changes: {
    title: (before, after) => `タイトル：「${before}」→「${after}」`,
    records: (before, after) => `変換元と変換先：${before}→${after}`,
    removed: (rule) => `削除：${rule}`,
    added: (rule) => `追加：${rule}`,
    details: (rule) => `変更：${rule}（詳細のみ変更）`,
    entries: (rule, entries) => `変更：${rule}：${entries}`,
    changed: (rule) => `変更：${rule}`,
    now: (rule) => `    変更後：${rule}`,
    entry: (key, after, before) => `${key} -> ${after}（以前は ${before}）`,
    noEntry: 'なし',
  },
};
