// The card page in Japanese.
import { offerText } from '../page-language.ts';
import type { CardPageText } from '../text.ts';

export const text: CardPageText = {
  title: 'カードで支払う',
  titleSave: 'カードの登録',
  forInvoice: (reference, company) => `${company} の請求書 ${reference}`,
  forCompany: (company) => `${company} への支払い`,
  forInvoices: (company) => `${company} の請求書`,
  loading: '安全なカード入力欄を開いています…',
  cardNumber: 'カード番号',
  securityCode: 'セキュリティコード',
  expiry: '有効期限（月／年）',
  expiryHint: 'MM/YY',
  expiryWrong: 'カードの表記どおりに月と年を入力してください（例：08/29）。',
  numberWrong: 'カード番号を確認してください。',
  codeWrong: 'セキュリティコード（3 桁または 4 桁）を確認してください。',
  yours: 'カード名義の氏名と住所',
  firstName: '名',
  lastName: '姓',
  email: 'メールアドレス',
  line1: '町名・番地',
  line2: '建物名など（任意）',
  city: '市区町村',
  region: '都道府県',
  postalCode: '郵便番号',
  country: '国',
  missing: (field) => `${field}を入力してください。`,
  keepCard: (company) => `今後の ${company} への支払いのためにこのカードを保存する`,
  pay: (amount) => `${amount} を支払う`,
  save: 'カードを保存',
  paying: '銀行に確認しています…',
  safe: 'カード番号は決済サービスへ直接送られます。当方が見たり保存したりすることはありません。',
  triesLeft: (tries) => `あと ${tries} 回試せます。`,
  paidTitle: 'お支払いが完了しました',
  paid: (amount, card) =>
    `${card} から ${amount} をお支払いいただきました。このページを閉じて構いません。`,
  savedTitle: 'カードを保存しました',
  saved: (card) => `${card}、請求はされていません。このページを閉じて構いません。`,
  reviewTitle: 'お支払いを確認しています',
  review: (company) => `もう一度支払わないでください。結果は ${company} からお知らせします。`,
  underWayTitle: '銀行の応答を待っています',
  underWay: 'もう一度支払わないでください。応答があればこのページに表示されます。',
  overTitle: 'このリンクはもう使えません',
  over: (company) =>
    `請求されることはありません。お支払いを希望される場合は、${company} に新しいリンクをご依頼ください。`,
  settledTitle: 'この請求書は支払い済みです',
  settled: (company) =>
    `今回は請求されていません。ここで ${company} に支払うものはもうありません。`,
  bank: '銀行での確認',
  confirmFirst:
    '銀行がこの支払いの確認を求めています。まだ請求されていません。カードをもう一度入力すると、ここで銀行の確認が行われます。',
  unknownTitle: 'このリンクは見つかりません',
  unknown: 'アドレス全体がコピーされているか確認するか、新しいリンクをご依頼ください。',
  offlineTitle: '接続できませんでした',
  offline: '今回は請求されていません。接続を確認して、もう一度お試しください。',
  fieldsFailed: '安全なカード入力欄を開けませんでした。請求はされていません。',
  again: '再試行',
  problems: {
    'card-declined':
      '銀行がカードを拒否しました。請求はされていません。別のカードを使うか、銀行にお問い合わせください。',
    'card-entry-invalid':
      'カード情報を使用できませんでした。請求はされていません。カードをもう一度入力してください。',
    'card-confirmation-needed':
      '銀行が本人確認を求めていますが、このカードではここで確認できません。別のカードをお使いください。',
    'payer-not-confirmed':
      'カードがご本人のものであることを銀行が確認できませんでした。請求はされていません。別のカードをお使いください。',
    'invoice-being-paid':
      'この請求書の別の支払いが処理中です。今回は請求されていません。未払いが残っていれば、数分後にもう一度お試しください。',
    'never-sent':
      '前回の試みは銀行に届きませんでした。請求はされていません。もう一度お試しください。',
    'too-many-tries': '試行回数が多すぎます。10 分待ってからもう一度お試しください。',
    otherwise:
      '処理できませんでした。請求はされていません。もう一度試すか、新しいリンクをご依頼ください。',
  },
};

offerText(text);
