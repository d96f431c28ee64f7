// Japanese texts: a refund and its approval.
import type { PanelLanguage } from '../language.ts';

export const refund: PanelLanguage['refund'] = {
  title: '返金',
  open: '返金…',
  notAllowed: (role) =>
    `${role}は決済を閲覧できますが、返金はできません。担当者か管理者に依頼してください。`,
  nothingLeft: {
    uncaptured: '返金できるものはありません。売上確定されていません。',
    refunded: '返金できる残りはありません。',
    held: '今は返金できません。処理中、不明、異議申し立て中の金額は確保されたままです。',
  },
  amount: '金額',
  upTo: (amount) => `${amount} まで`,
  reason: '理由',
  reasonHint: '帳簿に記載されます',
  quickReasons: ['商品の返品', '注文の取消', '二重払い', '値下げ'],
  button: (amount, card) => `${amount} を ${card} へ返金`,
  cancel: 'キャンセル',
  invalid: {
    empty: '金額を入力してください。',
    'not-a-number': (example) => `金額は ${example} のように入力してください。`,
    'too-precise': (currency, decimals) =>
      decimals === 0
        ? `${currency} には小数がありません。`
        : `${currency} の小数は ${decimals} 桁までです。`,
    zero: 'ゼロより大きい金額を入力してください。',
    'over-limit': (amount) => `返金できるのは ${amount} までです。`,
    reason: '理由を簡潔に入力してください。',
  },
  inBooks: 'Books に記載される内容',
  confirm: {
    title: (amount, card) => `${amount} を ${card} へ返金しますか？`,
    books: (invoice) => `Books に ${invoice} のクレジットノートとその返金が記載されます。`,
    booksNoInvoice: '決済が記帳されしだい、Books に返金が記載されます。',
    split: (amounts) =>
      `売上確定ごとに ${amounts.length} 件の返金になります：${amounts.join('、')}。`,
    leaves: (amount) => `その後も ${amount} を返金できます。`,
    final: 'バッチが送られるまでは呼び戻せますが、その後は元に戻せません。',
    yes: (amount) => `はい、${amount} を返金する`,
  },
  approval: {
    by: { approver: '承認者', admin: '管理者' },
    needed: (by) => `${by}の承認が必要です。`,
    forbidden: '許可されていません。',
    button: '承認を依頼…',
    title: (by, amount) => `${by}に ${amount} の返金の承認を依頼しますか？`,
    afterwards: (by) => `あなた以外の${by}が承認すると自動で実行されます。`,
    heldNot: 'それまで金額は確保されません。承認時に再確認します。',
    yes: '承認を依頼する',
    sending: '承認を依頼しています…',
    asked: {
      title: '承認待ち',
      body: (by, until) =>
        `まだ何も動いていません。${until} までに${by}が承認すると自動で実行されます。`,
    },
  },
  requests: {
    title: '承認の依頼',
    what: (amount) => `${amount} の返金`,
    states: {
      open: '承認待ち',
      approved: '承認済み',
      rejected: '却下',
      withdrawn: '取り下げ',
      expired: '期限切れ',
    },
    asked: (name, age) => `${name} が ${age}に依頼しました。`,
    decides: (by, until) => `${until} までに${by}が決定します。`,
    decided: (state, name, reason) =>
      `${state}（${name}）${reason === '' ? '' : `：「${reason}」`}`,
    notSent: '承認されましたが、送信されていません。',
    approve: '承認',
    reject: '却下',
    withdraw: '取り下げ',
    reason: '理由は？',
    reasonMissing: '理由を簡潔に入力してください。',
    yes: {
      approved: (amount) => `はい、${amount} を返金する`,
      rejected: 'はい、却下する',
      withdrawn: 'はい、取り下げる',
    },
    busy: '少々お待ちください…',
  },
  sending: (amount) => `ゲートウェイに ${amount} の返金を依頼しています…`,
  sendingLong: '30 秒ほどかかることがあります。ページを離れても返金は続きます。',
  accepted: {
    title: '返金が受け付けられました',
    body: (amount, card) =>
      `${amount} を ${card} へ返金しています。銀行には数日以内に表示されます。`,
  },
  ended: (state) => `返金：${state}`,
  refused: '返金されませんでした',
  unknown: {
    title: '結果不明',
    body: (amount) =>
      `${amount} が返金されたかまだわかりません。金額は確保されたままです。もう一度試さないでください。`,
  },
  underWay: '返金処理中',
  unanswered: {
    title: 'まだ応答がありません',
    body: (amount) =>
      `${amount} がどうなったかわかりません。もう一度問い合わせても二重に返金されることはありません。`,
    button: 'もう一度問い合わせる',
    byItself: '接続が戻り次第、自動的にもう一度確認します。',
    offline: 'このコンピューターはオフラインです。',
  },
  lines: {
    choose: '請求書の明細を選ぶ…',
    title: (invoice) => `請求書 ${invoice} の明細`,
    loading: '請求書を読み込んでいます…',
    failed: '請求書を今は読み込めませんでした。金額による返金には必要ありません。',
    quantity: (name) => `${name} の数量`,
    of: (left, all) => `残り ${left} / ${all}`,
    comesTo: (unit) => `合計 ${unit}`,
    beside: '送料と調整',
    noName: '名称のない明細',
    none: 'この請求書の明細はすべて返金済みです。',
    chosen: (count) => (count === 1 ? '明細 1 件で返金' : `明細 ${count} 件で返金`),
  },
  receipts: {
    reference: '参照番号',
    copy: 'コピー',
    copyOf: (reference) => `参照番号 ${reference} をコピー`,
    copied: 'コピーしました。',
    byHand: '選択されています。手動でコピーしてください。',
  },
  done: '閉じる',
  change: '変更',
};
