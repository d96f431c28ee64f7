// Japanese mails to customers.
import type { CustomerTexts } from '../customer-words.ts';

export const customer: CustomerTexts = {
  invoice: (reference) => `請求書 ${reference}`,
  invoices: (references) => `請求書 ${references}`,
  yourCard: 'お客様のカード',
  unnamedCard: 'お客様のカード',
  linkSubject: (company, what) => `${company}：${what}`,
  pay: (amount, reference) => `請求書 ${reference} の ${amount} を次のページでお支払いください：`,
  payInvoices: (amount) => `次の請求書の合計 ${amount} を、このページでお支払いください。`,
  payWithoutInvoice: (amount) => `${amount} を次のページでお支払いください：`,
  addCard: '次のページでカードをご登録ください：',
  linkIsYours: 'このリンクはお客様専用で、3 日間有効です。',
  neverAsked: '電話やメールでカード番号をお尋ねすることはありません。',
  unpaidSubject: (company, reference) =>
    `${company}：請求書 ${reference} のお支払いが済んでいません`,
  card: (brand, lastFour) => `末尾 ${lastFour} の ${brand} カード`,
  notCharged: (amount, card, reference, why) =>
    `請求書 ${reference} の ${amount} を${card}に請求できませんでした：${why}。請求はされていません。`,
  triedAgain: (day) =>
    `${day}に同じカードでもう一度請求します。お手続きは不要です。別のカードでのお支払いをご希望の場合は、このメールにご返信ください。`,
  notTriedAgain: (amount, card, reference) =>
    `請求書 ${reference} の ${amount} を${card}に再び請求することはありません。請求はされていません。`,
  otherCard: '別のカードでのお支払いをご希望の場合は、このメールにご返信ください。',
  causes: {
    expired: 'カードの有効期限が切れています',
    'no-money': '残高が不足していました',
    'over-limit': 'カードの利用限度額を超えています',
    'to-be-confirmed': '銀行がご本人による確認を求めています',
    unreachable: '銀行に接続できませんでした',
    declined: '銀行が拒否しました',
  },
};
