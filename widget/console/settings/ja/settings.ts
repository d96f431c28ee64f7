// Japanese texts of the settings page: the set-up and the doctor.
import type { Language } from '../../../text/language.ts';

export const settings: Language['settings'] = {
  title: 'Tallybridge の設定',
  loading: '設定を読み込んでいます…',
  progress: (done, all) => `${all} 手順のうち ${done} 手順が完了`,
  ready: '接続済み',
  notReady: '設定中',
  unsaved: '入力した内容が保存されていません。先にその手順を保存するか閉じてください。',
  steps: {
    'sign-in': {
      title: 'Zoho にサインイン',
      about:
        'Tallybridge は管理者 1 名の同意のもと、Books、CRM、Desk で動作します。専用のユーザーをお勧めします。',
    },
    organizations: { title: '組織', about: 'この会社に属する Zoho の組織です。' },
    merchants: {
      title: 'Cybersource の加盟店 ID',
      about:
        'それぞれに Business Center のキーが必要です。保存前に試され、再び表示されることはありません。',
    },
    webhooks: {
      title: 'ゲートウェイからの通知',
      about: '決済をすぐに把握するためです。なければ数分ごとに各加盟店 ID を問い合わせます。',
    },
    accounts: {
      title: 'Zoho Books の勘定',
      about: 'カードの入金は、銀行に届くまで仮勘定に置かれます。',
    },
    fields: {
      title: 'カスタム項目',
      about: '当方のキーを入れる項目です。これにより二重記帳を防ぎます。',
    },
    test: {
      title: 'テスト決済',
      about:
        'ゲートウェイのテストカードで 1.00 を決済し、すぐに解放します。サンドボックスのみです。',
    },
    doors: {
      title: 'Webhook、チャネル、役割',
      about: 'Zoho からの通知と、こちらから知らせる相手です。',
    },
  },
  states: {
    done: '完了',
    open: '未完了',
    waiting: '待機中',
    trouble: '要対応',
    later: '後で',
    skipped: '不要',
  },
  reload: '再読み込み',
  save: '保存',
  working: '少々お待ちください…',
  laterBecause: '先に前の手順が必要です。',
  signIn: {
    button: 'Zoho にサインイン',
    again: 'もう一度サインイン',
    done: (host) => `サインイン済み。データセンターは ${host} です。`,
    waiting: 'ウィンドウが開きました。そこで完了すると、このページは自動で進みます。',
    blocked: 'ブラウザーがウィンドウを遮断しました。ここから開いてください：',
    open: 'サインインを開く',
    products: '接続する製品',
  },
  products: { books: 'Zoho Books と Inventory', crm: 'Zoho CRM', desk: 'Zoho Desk' },
  organizations: { load: '組織を表示', unused: '使わない' },
  merchants: {
    list: '加盟店 ID',
    add: '加盟店 ID の追加またはキーの変更',
    id: '加盟店 ID',
    environment: '環境',
    sandbox: 'サンドボックス（テスト用）',
    live: '本番',
    keyKind: 'キー',
    sharedSecret: '共有シークレット',
    certificate: 'P12 ファイル',
    keyId: 'キー ID',
    secret: '共有シークレット（base64）',
    file: 'P12 ファイル',
    password: 'ファイルのパスワード',
    currencies: '通貨（空白区切り）',
    currenciesHint: '3 文字ずつ：USD EUR',
    save: 'キーを試して保存',
    key: (kind, id) => `${kind}、キー ID ${id}`,
  },
  webhooks: {
    address: '通知を受ける関数のアドレス',
    addressHint: 'インターネットから届く https のアドレスです。',
    saveAddress: 'アドレスを保存',
    subscribe: (merchant) => `${merchant} を登録または更新`,
    keyEnds: (date) => `署名キーは ${date} まで有効です。このボタンと診断で更新されます。`,
    states: {
      ACTIVE: '有効：決済はすぐに通知されます。',
      PENDING_REVIEW:
        'ゲートウェイがアドレスを審査中です（1〜2 営業日）。それまでは数分ごとに問い合わせます。',
      BLOCKED:
        'ゲートウェイがアドレスを拒否しました。サポートに電話してください。それまでは問い合わせます。',
      SUSPENDED: '失敗が続いたためゲートウェイが停止しました。ボタンを押して有効にしてください。',
      INACTIVE: '無効です。ボタンを押して有効にしてください。',
      NONE: 'まだ登録されていません。',
    },
    otherState: (state) => `ゲートウェイの応答 ${state} は未知のものです。`,
    notAsked: '設定コマンドで接続済み。まだ問い合わせていません。',
  },
  accounts: {
    load: '勘定を提案',
    clearing: (currency, merchant) => `仮勘定 ${currency}、${merchant}`,
    fee: '手数料の勘定',
    dispute: '異議申し立ての勘定',
    create: (name) => `新しい勘定「${name}」を作成`,
    hint: '保存するまで Books には何も書き込まれません。',
    save: 'これらの勘定を使う',
  },
  fields: {
    check: '項目を確認',
    all: 'すべての項目があります。',
    states: { there: 'あり', missing: 'なし', inactive: '無効', 'not-unique': '重複可' },
    how: 'プログラムからは作成できないため、次の手順で作成してください：',
    where: {
      books: (module) =>
        `Zoho Books で：Settings › Preferences › ${module} › Field Customization › New Custom Field`,
      desk: (module) =>
        `Zoho Desk で：Setup › Customization › Layouts and Fields › ${module} › Single-line field`,
    },
    what: {
      books: (label) =>
        `ラベル「${label}」、データ型 Text Box (Single Line)、「Prevent duplicate values」を有効にします。`,
      desk: (label) => `ラベル「${label}」。`,
    },
    after: 'その後もう一度確認してください。API 名が表示どおりである必要があります。',
  },
  test: {
    button: (merchant) => `${merchant} をテスト`,
    outcomes: {
      passed: '成功：決済はオーソリされ、解放されました。',
      'not-authorized':
        'テストカードがオーソリされませんでした。加盟店 ID がこの通貨で Visa を扱うか Business Center で確認してください。',
      'not-reversed':
        'オーソリされましたが、解放できませんでした。銀行が自動で解放します。ゲートウェイのサポートにオーソリ取消について確認してください。',
    },
    at: (date) => `最後のテスト：${date}`,
  },
  doors: {
    secretTitle: 'Books と Inventory のワークフロー Webhook',
    secretAbout:
      'Settings › Automation › Workflow Actions › Webhooks で、アドレスを貼り付け、POST と既定のデータを選び、シークレットを Secret Token に貼り付けます。',
    address: 'Webhook のアドレス',
    makeSecret: 'シークレットを作成',
    renewSecret: '新しいシークレットを作成',
    hasSecret:
      'シークレットは設定済みです。再表示はできません。新しいものに置き換わり、古いものはあと 1 日有効です。',
    secret: 'シークレット：表示は今回限りです。今コピーしてください',
    channelsTitle: 'チャネルとメール',
    channelsAbout: 'フローは名前でチャネルに送ります。宛先は再び表示されません。',
    sender: 'メールの送信者',
    senderHint: 'Catalyst コンソールで確認済みのアドレスです。',
    name: 'チャネルの名前',
    nameHint: '英小文字、数字、ハイフン',
    kind: '種類',
    kinds: {
      mail: 'メール',
      slack: 'Slack',
      webhook: '署名付き Webhook',
      'desk-department': 'Desk の部門',
    },
    target: 'メールアドレス、Webhook のアドレス、または部門 ID',
    signing: '署名シークレット（whsec_…）',
    remove: (name) => `${name} を削除`,
    saveChannels: 'チャネルと送信者を保存',
    cardPageTitle: 'カードページ',
    cardPageAbout:
      '3-D セキュア：顧客の銀行がカードの持ち主を確認し、不正な決済の損失を負担します。Cybersource の加盟店アカウントで本人認証を有効にしておく必要があります。',
    confirmsPayers: '3-D セキュア',
    confirmChoices: { off: '使わない', asked: '銀行が求める場合', always: '常に使う' },
    saveCardPage: 'カードページを保存',
    rolesTitle: '役割',
    rolesAbout:
      'Zoho の役割とここでの役割の対応です。行がなければ、Zoho の管理者は管理者、スタッフは担当者、その他は閲覧のみです。',
    zohoRole: 'Zoho での役割',
    ourRole: 'ここでの役割',
    saveRole: '役割を保存',
    removeRole: (role) => `${role} の行を削除`,
  },
  copy: 'コピー',
  copied: 'コピーしました',
  copyLabel: (what) => `コピー：${what}`,
  doctor: {
    title: '診断',
    about: '毎日自動で行う確認を今行います。送信者宛てにテストメールが送られます。',
    call: 'すべて確認',
    again: 'もう一度確認',
    well: 'すべて正常です。',
    faults: (count) =>
      count === 0 ? '問題は見つかりませんでした。' : `${count} 件の問題が見つかりました。`,
    unseen: (count) => `${count} 件の確認ができませんでした。`,
    mend: '修復',
    mendLabel: (name, subject) => `修復：${name}、${subject}`,
    names: {
      'sign-in': 'Zoho へのサインイン',
      scopes: 'Zoho が許可したもの',
      organizations: '組織',
      plan: 'プランの呼び出し回数',
      'gateway-key': 'ゲートウェイのキー',
      clock: '時計',
      webhook: 'ゲートウェイの Webhook',
      'signing-key': '署名キー',
      fields: 'カスタム項目',
      accounts: 'Books の勘定',
      'crm-watch': 'CRM のチャネル',
      'shop-webhook': 'ショップの Webhook',
      mail: 'メール',
      timer: 'タイマー',
      'data-version': '保存データ',
      'card-page': 'カードページ',
    },
    states: { good: '正常', fault: '問題あり', unknown: '確認できず', skipped: '対象なし' },
  },
};
