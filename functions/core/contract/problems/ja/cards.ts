// Japanese sentences of problems: cards, and the money that we ask for.

import type { Words } from '../../words.ts';
import type { cardsProblems as english } from '../cards.ts';

export const cardsProblems: Words<typeof english> = {
  'card-confirmation-needed': {
    sentence: '銀行がカード会員による確認を求めています。',
    next: '請求はされていません。顧客にカードページで支払ってもらってください。再び求められる場合は、確認の不要なカードをお使いください。',
  },
  'charge-over-balance': {
    sentence: '請求書 {number} の未払い額は {left} です。{asked} が指定されました。',
    next: '{left} 以下で依頼してください。',
  },
  'charge-beyond-limit': {
    sentence: '保存済みのカードにこの金額を一人で請求することはできません。{why}',
    next: '{by}に承認を依頼するか、代わりに顧客へリンクを送ってください。',
  },
  'request-rejected': {
    sentence: '{name} がこの請求を却下しました：「{reason}」。',
    next: '請求はされていません。顧客にリンクを送るか、金額を減らしてください。',
  },
  'request-expired': {
    sentence: 'この請求について期限内に決定されませんでした。',
    next: '請求はされていません。まだ必要なら、もう一度依頼してください。',
  },
  'invoice-settled': {
    sentence: '請求書 {number} に未払いはもうありません。',
    next: '今回は請求されていません。支払いは不要です。',
  },
  'invoice-being-paid': {
    sentence: '請求書 {number} の別の支払いが処理中か、まだ記帳されていません。',
    next: '今回は請求されていません。未払いが残っていれば、数分後にもう一度お試しください。',
  },
  'no-saved-card': {
    sentence: '顧客はカードの保存に同意していません。',
    next: 'リンクで依頼してください。顧客はそこでカードを保存できます。',
  },
  'saved-card-removed': {
    sentence: '保存済みのカードは削除されました。',
    next: '請求はされていません。別のカードで支払えるよう、顧客にリンクを送ってください。',
  },
  'tries-ended': {
    sentence: '{name} がこのカードの再試行を終了しました。',
    next: '請求はされていません。まだ未払いであれば、顧客にリンクを送ってください。',
  },
  'payer-not-confirmed': {
    sentence: 'カードが顧客のものであることを銀行が確認できませんでした。',
    next: '請求はされていません。別のカードをお使いください。',
  },
  'card-saves-exhausted': {
    sentence: 'この顧客には 1 日に {count} 回カードの登録を依頼しています。',
    next: '明日まで待つか、有効なリンクをお使いください。',
  },
  'invoice-not-open': {
    sentence: '請求書 {number} は支払えません：状態は {status} です。',
    next: '下書きは先に送付してください。支払い済みや無効の請求書には支払いは不要です。',
  },
  'customer-not-in-books': {
    sentence: 'Zoho Books にアドレス {email} の顧客がいないか、複数います。',
    next: 'Zoho Books で顧客を作成するか、正しい顧客を開いてそこから依頼してください。',
  },
  'account-not-in-books': {
    sentence: 'Zoho Books にこの取引先の顧客がいないか、複数います。',
    next: 'Zoho Books で顧客を一件この取引先に紐付けるか、正しい顧客を開いてそこから依頼してください。',
  },
  'deal-without-customer': {
    sentence: 'この商談には連絡先も取引先もありません。',
    next: '商談に連絡先を設定してから、もう一度依頼してください。',
  },
  'currency-not-connected': {
    sentence: '{currency} を扱う加盟店アカウントがありません。',
    next: '設定ページで接続するか、別の通貨で依頼してください。',
  },
  'link-unknown': {
    sentence: 'この支払いリンクは見つかりません。',
    next: 'アドレス全体がコピーされているか確認するか、新しいリンクを依頼してください。',
  },
  'link-used': {
    sentence: 'この支払いリンクはもう使えません。',
    next: '今回は請求されていません。新しいリンクを依頼してください。',
  },
  'card-declined': {
    sentence: 'カードが拒否されました（{reason}）。',
    next: '請求はされていません。別のカードを使うか、銀行が認める場合は後でもう一度お試しください。',
  },
  'card-entry-invalid': {
    sentence: 'カード情報を使用できませんでした。',
    next: '請求はされていません。カードをもう一度入力してください。',
  },
  'card-in-use': {
    sentence: 'カードは既定のカードまたは定期課金でまだ使われています。',
    next: '先に別のカードを既定にしてください。',
  },
};
