// Japanese texts: captures, releases and voids.
import type { PanelLanguage } from '../language.ts';

export const moves: PanelLanguage['moves'] = {
  words: {
    capture: {
      open: '売上確定…',
      openOf: (amount) => `${amount} を売上確定…`,
      title: '売上確定',
      confirm: (amount, whole, card) =>
        `${card} から ${whole} のうち ${amount} を売上確定しますか？`,
      means: '顧客に請求されます。バッチが送られるまでは取り消せます。',
      yes: (amount) => `はい、${amount} を売上確定する`,
      done: (amount, card) => `${card} から ${amount} を売上確定しました。`,
    },
    reverse: {
      open: 'オーソリ取消…',
      openOf: (amount) => `${amount} のオーソリを取消…`,
      title: 'オーソリ取消',
      confirm: (amount, _, card) => `${card} の ${amount} のオーソリを取り消しますか？`,
      means: '何も請求されません。その後は売上確定できません。',
      yes: (amount) => `はい、${amount} のオーソリを取り消す`,
      done: (amount, card) => `${card} の ${amount} は確保されなくなりました。`,
    },
    void: {
      open: '取消…',
      openOf: (amount) => `${amount} を取消…`,
      title: '取消',
      confirm: (amount, _, card) => `${card} からの ${amount} の売上確定を取り消しますか？`,
      means: '顧客には請求されず、返金も表示されません。元に戻せません。',
      yes: (amount) => `はい、${amount} を取り消す`,
      done: (amount, card) => `${card} から ${amount} は引き落とされません。`,
    },
    'void-refund': {
      open: '返金を取り戻す…',
      openOf: (amount) => `${amount} の返金を取り戻す…`,
      title: '返金の取り戻し',
      confirm: (amount, _, card) => `${card} への ${amount} の返金を取り戻しますか？`,
      means: '顧客には返金されません。帳簿に記載済みのものは取り消されます。',
      yes: (amount) => `はい、${amount} を取り戻す`,
      done: (amount, card) => `${amount} は ${card} へ返金されません。`,
    },
  },
  more: 'その他',
  refund: '返金',
  actions: 'できること',
  upTo: (amount) => `${amount} まで`,
  reasonHint: '監査記録に残ります',
  reasonOptional: '理由（任意）',
  next: '次へ',
  until: (time) => `${time} ごろまで可能です。`,
  cautions: {
    'authorization-may-have-lapsed':
      '銀行側で確保が失効している可能性があり、拒否されることがあります。',
    'late-refund': '多くの決済処理会社は 60 日を過ぎた返金を受け付けません。',
    'dispute-open': '異議申し立て中です。顧客に二重に支払わないでください。',
  },
  sending: 'ゲートウェイに問い合わせ中…',
  accepted: '完了',
  underWay: '処理中',
  ended: (title, state) => `${title}：${state}`,
  refused: '何も行われませんでした',
  unknown: {
    title: '結果不明',
    body: 'ゲートウェイが実行したかどうかまだわかりません。もう一度試さないでください。',
  },
  unanswered: {
    title: 'まだ応答がありません',
    body: 'どうなったかわかりません。もう一度問い合わせても二重に実行されることはありません。',
  },
};
