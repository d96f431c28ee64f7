// Japanese texts of the settings page: taking data along, erasing, keeping and leaving.
import type { Language } from '../../../text/language.ts';

export const data: Language['data'] = {
  export: {
    title: 'データの持ち出し',
    about:
      '当方が保管する貴社のすべてを JSON の行で出力します。シークレットは含まれません。監査のエクスポートは「監査」にあります。',
    start: 'すべてエクスポート',
    progress: (pages) => `${pages} ページ読み込み済み…`,
    stop: '停止',
    done: (lines) => `${lines} 行の準備ができました。`,
  },
  erase: {
    title: '顧客の消去',
    about:
      '顧客から求められた場合に使います。氏名、住所、メッセージは消え、金額と帳簿の番号は法律に従って残ります。',
    mail: '顧客のメールアドレス',
    mailFault: 'メールアドレスを入力してください。',
    find: '内容を調べる',
    found: (payments, rows) =>
      `決済 ${payments} 件と、顧客の名前を含むその他 ${rows} 行が見つかりました。`,
    orMore: (count) => `${count} 以上`,
    nothing: 'この顧客の情報はありません。',
    reference: '依頼の番号',
    referenceHint: '監査用です。顧客の名前は入れないでください。',
    confirm: 'メールアドレスをもう一度入力してください',
    yes: '完全に消去',
    sure: '元に戻せません。',
    done: (payments, rows) =>
      `完了：決済 ${payments} 件の支払者とその他 ${rows} 行を消去しました。`,
    elsewhere:
      'Zoho、ゲートウェイ、ショップにはそれぞれのデータがあります。そちらでも顧客を消去してください。',
  },
  periods: {
    title: '保存期間',
    about:
      '期間が過ぎると自動で削除されます。決済、取引、ルール、フロー、監査は Tallybridge を使う間残ります。',
    what: '対象',
    days: '日数',
    kept: {
      Inbox: '処理済みの通知',
      Runs: '終了したフローの実行とその結果',
      Approvals: '決定済みの依頼',
      Alarms: '終わった警報',
      Sessions: '終了したサインイン',
      DayClaims: '各人が 1 日に動かした額（上限用）',
      Catalogs: '応答しなくなった製品の項目一覧',
    },
  },
  leave: {
    title: 'アンインストール',
    about:
      'すべての接続がすぐに終わります。エクスポートや取りやめのため、行は 30 日間残り、その後削除されます。',
    revoked: '次の順に取り消されます：',
    law: '残るもの：Zoho Books とゲートウェイにあるすべて。貴社のもので、法律上保存が必要です。',
    byPerson:
      'ご自身で行うこと：Books と Inventory のワークフロー Webhook と Desk の Webhook を削除し、拡張機能を外してください。',
    confirm: (company) => `会社名を入力してください：${company}`,
    despite: '結果が不明なお金があっても終了する',
    yes: '今すぐアンインストール',
    announced: (date) =>
      `Zoho Desk で Tallybridge がアンインストールされました。継続を選ばない限り、${date} にこの会社から削除されます。`,
    leaving: (date) =>
      `Tallybridge はこの会社から削除されます。すべての行は ${date} に削除されます。`,
    progress: (done, all) => `${all} 件のうち ${done} 件完了`,
    allDone: 'すべて取り消されました。もう何も動きません。行はまだエクスポートできます。',
    restByHand:
      'できることはすべて行いました。残りは下に示しています。行はまだエクスポートできます。',
    tasks: {
      'stop-work': '待機中の処理をすべて停止',
      'gateway-webhooks': 'ゲートウェイの登録を削除',
      'shop-webhooks': 'ショップの Webhook を削除',
      'crm-watch': 'Zoho CRM のチャネルを閉じる',
      'zoho-access': 'Zoho へのアクセスを返す',
      'forget-secrets': 'すべてのキーとシークレットを消す',
    },
    taskDone: '完了',
    taskOpen: '待機中',
    taskByHand: 'ご自身で行ってください',
    look: 'もう一度確認',
    stay: 'この会社で継続する',
    stayHint: '取り消されたものは初期設定で接続し直します。',
  },
};
