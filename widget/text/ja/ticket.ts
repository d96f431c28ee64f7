// Japanese texts: how a ticket finds its payment.
import type { PanelLanguage } from '../language.ts';

export const ticket: PanelLanguage['ticket'] = {
  title: 'このチケット',
  which: 'このチケットはどの決済に関するものですか？',
  whichNext: '選んで内容を確認し、チケットに記憶させてください。',
  fits: (reasons) => `一致：${reasons}`,
  reasons: {
    order: '注文番号',
    invoice: '請求書番号',
    number: '本文中の番号',
    card: '下 4 桁',
    amount: '金額',
    date: '日付',
    mail: '差出人のメールアドレス',
  },
  none: {
    title: 'このチケットの決済は見つかりませんでした',
    searched: '検索した内容：',
    nothing: 'チケットに、検索できる注文、請求書、カード、メールアドレスがありません。',
    next: '件名かチケットの項目に注文番号か請求書番号を書いて、もう一度検索してください。',
    again: 'もう一度検索',
  },
  searched: {
    numbers: '注文または請求書',
    lastFours: 'カードの下 4 桁',
    amounts: '金額',
    dates: '日付',
    email: '支払者',
  },
  remember: 'このチケットに記憶する',
  remembered: 'この決済がチケットに選ばれています。',
  forget: '他を探す',
  busy: '少々お待ちください…',
  unsure:
    '記憶されたかどうかわかりません。もう一度試してください。二重に行われることはありません。',
};
