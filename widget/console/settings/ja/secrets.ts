// Japanese texts of the settings page: the secrets.
import type { Language } from '../../../text/language.ts';

const signed =
  '古いもので署名されたものは移行期間の終わりまで有効です。その間に新しいものを相手側に入力してください。';
const asked = '1 分以内に新しいものを使います。その後、相手側の古いものを削除してください。';

export const secrets: Language['secrets'] = {
  title: 'シークレット',
  about:
    '当方が保管するすべてのキーです。それぞれ専用のキーで封印され、置き換えられます。表示されることはありません。',
  none: '保管しているシークレットはありません。まだ何も接続されていません。',
  kinds: {
    'gateway-key': 'ゲートウェイのキー',
    'gateway-webhook': 'ゲートウェイの通知の署名キー',
    'zoho-sign-in': 'Zoho へのサインイン',
    'zoho-client': 'Zoho の API コンソールのクライアントシークレット',
    'shop-api': 'ショップのキー',
    'shop-webhook': 'ショップの Webhook のシークレット',
    'books-webhook': 'Books と Inventory のワークフロー Webhook のシークレット',
    channel: 'チャネルのシークレット',
  },
  overlap: {
    'gateway-key': asked,
    'gateway-webhook': signed,
    'zoho-sign-in':
      '初期設定で Zoho にサインインし直してください。新しいサインインに置き換わります。',
    'zoho-client':
      'Zoho は新しいものをすぐに受け付けます。CRM のチャネルは移行期間の終わりまで古いものでも有効で、その間に更新されます。',
    'shop-api': asked,
    'shop-webhook': signed,
    'books-webhook': signed,
    channel:
      'メッセージには移行期間の終わりまで両方の署名が付きます。Slack のアドレスは 1 分以内に使われます。',
  },
  of: (kind, of) => `${kind}：${of}`,
  keyId: (id) => `キー ID ${id}`,
  certificate:
    '証明書です。初期設定の「Cybersource の加盟店 ID」で新しい P12 ファイルをアップロードしてください。',
  since: (age) => `使用開始：${age}`,
  old: '記録より前から使用中',
  states: {
    inUse: '使用中',
    overlap: (date) => `以前のものは ${date} まで有効`,
    ends: (date) => `${date} まで有効`,
  },
  replace: '置き換える…',
  replaceLabel: (what) => `置き換える：${what}`,
  master: (id, sealed, left) =>
    left === 0
      ? `封印されたテキスト ${sealed} 件はすべて現在のマスターキー ${id} で保護されています。`
      : `封印されたテキスト ${sealed} 件のうち ${left} 件に以前のマスターキーがまだ必要です。現在のキーは ${id} です。自動で続行します。`,
  form: {
    keyId: '新しいキー ID',
    secret: '新しいシークレット',
    consumerKey: '新しいコンシューマーキー',
    channel: '新しい署名シークレット（whsec_…）または Slack のアドレス',
    booksHint: '英数字 12〜50 文字',
    overlap: '古いものの有効期間',
    hours: { '0': 'なし（漏えいした場合）', '24': '1 日', '168': '1 週間' },
    sure: 'ボタンを押すとすぐに新しいものに置き換わります。',
    yes: '今すぐ置き換える',
    done: (usable, until) =>
      `置き換えました。相手側では ${usable} から新しいものを使ってください。古いものは ${until} まで有効です。`,
    doneAtOnce: (usable) =>
      `置き換えました。相手側では ${usable} から新しいものを使ってください。古いものはもう無効です。`,
  },
};
