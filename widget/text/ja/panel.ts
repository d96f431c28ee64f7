// Japanese texts: the panel itself.
import { facts } from '../../../functions/core/contract/problems/ja/facts.ts';
import type { PanelLanguage } from '../language.ts';

export const panel: PanelLanguage['panel'] = {
  loading: '決済を読み込んでいます…',
  retry: '再試行',
  back: '戻る',
  support: 'サポート用',
  unknownReason: (code) => `コード ${code}、Business Center で確認してください`,
  brands: {
    visa: 'Visa',
    mastercard: 'Mastercard',
    amex: 'American Express',
    discover: 'Discover',
    diners: 'Diners Club',
    jcb: 'JCB',
    maestro: 'Maestro',
    unionpay: '銀聯',
  },
  otherBrand: 'カード',
  card: (brand, lastFour) => `${brand} ..${lastFour}`,
  noCard: 'カード',
  expires: (date) => `有効期限 ${date}`,
  roles: { viewer: '閲覧者', agent: '担当者', approver: '承認者', admin: '管理者' },
  facts,
  paymentStates: {
    created: { label: '開始済み', meaning: 'まだ支払われていません。ゲートウェイの判定待ちです。' },
    'needs-inspection': {
      label: '要確認',
      meaning: 'ゲートウェイから未知の応答がありました。Business Center で決済を確認してください。',
    },
    'pending-review': {
      label: '審査中',
      meaning: 'まだ支払われていません。承認または拒否されるまで金額は確保されています。',
    },
    authorized: {
      label: 'オーソリ済み',
      meaning: 'まだ支払われていません。金額は確保され、売上確定を待っています。',
    },
    'partially-captured': {
      label: '一部支払い済み',
      meaning: '確保した金額の一部だけが売上確定されました。',
    },
    captured: {
      label: '支払い済み',
      meaning: '売上確定済みですが、まだ銀行へ入金されていません。',
    },
    settled: { label: '支払い済み', meaning: '売上確定され、精算も済んでいます。' },
    disputed: {
      label: '異議申し立て中',
      meaning: 'カード会員が異議を申し立てています。対象の金額は返金できません。',
    },
    won: {
      label: '支払い済み',
      meaning: '異議申し立てがありましたが、こちらの主張が認められました。',
    },
    lost: {
      label: 'チャージバック成立',
      meaning: 'カード会員の主張が認められ、金額は戻されました。',
    },
    declined: { label: '拒否', meaning: '支払われていません。お金は動いていません。' },
    reversed: {
      label: 'オーソリ取消',
      meaning: '支払われていません。オーソリは取り消されました。',
    },
    expired: { label: '期限切れ', meaning: '支払われていません。確保の期限が切れました。' },
    voided: { label: '取消済み', meaning: '支払われていません。精算前に取り消されました。' },
  },
  unknownState: (state) => ({
    label: '要確認',
    meaning: `状態「${state}」はこのパネルの知らないものです。Business Center で決済を確認してください。`,
  }),
  fullyRefunded: { label: '返金済み', meaning: '全額がカードへ返金されました。' },
  partlyRefunded: {
    label: '一部返金済み',
    meaning: '支払い済みで、一部がカードへ返金されました。',
  },
  why: (reason) => `理由：${reason}。`,
  order: (reference) => `注文 ${reference}`,
  invoice: (number) => `請求書 ${number}`,
  noRecord: {
    title: 'レコードが開かれていません',
    next: '請求書、顧客、商談、チケットを開くと、そのカード決済がここに表示されます。',
  },
  noPayment: {
    title: 'カード決済はまだありません',
    next: 'カードで支払われると、決済がここに自動で表示されます。',
  },
  unreachable: {
    title: 'パネルを読み込めませんでした',
    'time-out': 'Zoho が時間内に応答しませんでした。',
    failed: 'Zoho が問い合わせを中継できませんでした。',
    unauthorized: 'Tallybridge への接続を許可していません。',
    next: '続く場合は、管理者に設定ページの確認を依頼してください。',
  },
  unauthorized: {
    title: 'Tallybridge をアカウントに接続してください',
    next: 'Zoho が開いた画面で「許可」を押して同意し、ここで再試行してください。画面が開かなかった場合は、Zoho の設定の「接続」から行えます。',
  },
  payments: { title: (_count, written) => `カード決済 ${written} 件`, back: 'すべての決済' },
  refundAccepted: '返金が受け付けられました',
  charging: '支払いリンクとカード',
  part: { failed: 'パネルのこの部分を読み込めませんでした。', busy: '読み込み中…' },
};
