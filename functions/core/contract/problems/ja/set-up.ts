// Japanese sentences of problems: connecting a company, and what the doctor finds.

import type { Words } from '../../words.ts';
import type { setUpProblems as english } from '../set-up.ts';

export const setUpProblems: Words<typeof english> = {
  'zoho-data-centre-unknown': {
    sentence: 'Zoho のものと確認できないサーバーからサインインが返ってきました。',
    next: 'やり直してください。続く場合は管理者に知らせ、パスワードを入力しないでください。',
  },
  'zoho-account-elsewhere': {
    sentence: 'Zoho アカウント {mail} は {company} の管理者ではありません。',
    next: 'この組織の管理者として Zoho にサインインし、接続し直してください。',
  },
  'zoho-scopes-missing': {
    sentence: 'Zoho が求めたすべてを許可しませんでした（{scopes}）。',
    next: '接続し直し、Zoho のページですべてに同意してください。',
  },
  'gateway-environment-wrong': {
    sentence: '加盟店 {merchant} のキーは {asked} ではなく {other} 環境のものです。',
    next: '正しい環境を選ぶか、もう一方の Business Center でキーを作成してください。',
  },
  'merchant-key-missing': {
    sentence: 'この加盟店 ID にはまだキーがありません。',
    next: 'Business Center のキーを入力してから、もう一度保存してください。',
  },
  'fee-account-missing': {
    sentence: '契約による手数料には、記帳先の勘定科目が必要です。',
    next: '手数料の勘定科目を選んでから、もう一度保存してください。',
  },
  'merchant-environment-mixed': {
    sentence: 'この会社の他の加盟店 ID は {environment} 環境ではありません。',
    next: 'すべて同じ環境にするか、先に他のものを削除してください。',
  },
  'merchant-in-use': {
    sentence: '加盟店 {merchant} で決済が行われています：キーがないと返金できなくなります。',
    next: '残しておいてください。費用はかからず、新しい決済を受けるかどうかはゲートウェイの設定で決まります。',
  },
  'key-file-unreadable': {
    sentence: 'キーファイルを読み取れません。',
    next: 'パスワードを確認するか、Business Center で新しい P12 ファイルを作成してください。',
  },
  'settings-being-saved': {
    sentence: '設定を保存している最中です。',
    next: 'あなたの変更は保存されていません。1 分後にもう一度お試しください。',
  },
  'settings-changed': {
    sentence: '開いた後に、別の人が設定を変更しました。',
    next: '読み込み直して変更を確認し、もう一度保存してください。',
  },
  'zoho-sign-in-off': {
    sentence: 'このプロジェクトでは Zoho でのサインインが設定されていません。',
    next: 'プロジェクトの運用者が Zoho の API コンソールのクライアントを入力するか、設定コマンドで接続します。',
  },
  'setup-step-missing': {
    sentence: '先に別の手順が必要です：{step}。',
    next: 'それを済ませてから、ここに戻ってください。',
  },
  'account-unfit': {
    sentence: '勘定 {account} はここでは使えません。',
    next: '一覧を読み込み直し、その中から選んでください。',
  },
  'live-test-refused': {
    sentence: 'テスト決済はサンドボックスでのみ行えます。',
    next: '何も送られていません。本番キーでは、最初の実際の決済がテストになります。',
  },
  'webhook-not-offered': {
    sentence: 'ゲートウェイは加盟店 {merchant} に決済イベントを提供していません。',
    next: 'ゲートウェイのサポートに依頼してください。それまでは毎分問い合わせて決済を見つけます。',
  },
  'zoho-organization-wrong': {
    sentence: '{product} のこの組織に当方のユーザーがいません。',
    next: '管理者が組織 ID と、接続したユーザーがまだ所属しているかを確認します。',
  },
  'zoho-data-centre-wrong': {
    sentence: '接続は {theirs} のものですが、設定は {ours} です。',
    next: '管理者が設定ページで正しいデータセンターを選び、接続し直します。',
  },
  'zoho-sign-in-needed': {
    sentence: 'Zoho への接続が無効になりました。',
    next: '管理者が設定ページで Zoho にサインインし直します。',
  },
  'zoho-organization-closed': {
    sentence: '{product} の組織は閉じられています。',
    next: '{product} で再開するか、設定ページで別の組織を選んでください。',
  },
  'zoho-field-duplicates': {
    sentence: '{product} のカスタム項目 {field} は重複を許しています。',
    next: 'そこで項目を編集し「Prevent duplicate values」を選んでください。そうしないと二重に書き込まれる恐れがあります。',
  },
  'plan-calls-fewer': {
    sentence:
      'Zoho Books の {plan} プランは 1 日 {allowed} 回までですが、設定では {counted} 回を見込んでいます。',
    next: '設定の数を下げるか、プランを変更してください。',
  },
  'clock-off': {
    sentence: '当方の時計はゲートウェイより {seconds} 秒{side}。',
    next: '何も失われませんが、依頼が拒否されることがあります。プラットフォームの時計なので、続く場合はそのサポートに伝えてください。',
  },
  'webhook-absent': {
    sentence:
      '加盟店 {merchant} についてゲートウェイから何も届きません：Webhook が登録されていません。',
    next: '「修復」を押してください。それまでは毎分問い合わせて決済を見つけます。',
  },
  'webhook-elsewhere': {
    sentence: '加盟店 {merchant} の Webhook は {there} へ送っていますが、当方は {here} です。',
    next: '「修復」を押して、当方のアドレスを登録し、古いものを終了してください。',
  },
  'webhook-suspended': {
    sentence: 'ゲートウェイが加盟店 {merchant} の Webhook を停止しました（{status}）。',
    next: '「修復」を押して有効にしてください。届かなかったものは問い合わせて見つけます。',
  },
  'webhook-in-review': {
    sentence: 'ゲートウェイが加盟店 {merchant} の Webhook のアドレスを審査中です。',
    next: 'することはありません。1〜2 営業日で自動的に有効になります。それまでは毎分問い合わせます。',
  },
  'webhook-blocked': {
    sentence: 'ゲートウェイが加盟店 {merchant} の Webhook のアドレスを拒否しました。',
    next: 'ゲートウェイのサポートに電話してください。アドレスは公開されていて応答します。それまでは毎分問い合わせます。',
  },
  'signing-key-ending': {
    sentence: '加盟店 {merchant} の Webhook に署名するキーは {days} 日後に切れます。',
    next: '「修復」を押して新しいキーを作成してください。古いキーはあと 1 日有効です。',
  },
  'account-missing': {
    sentence: '加盟店 {merchant} に {currency} の仮勘定がありません。',
    next: '設定ページの手順「勘定」で選んでください。それまで {currency} の決済は記帳できません。',
  },
  'account-gone': {
    sentence: '勘定 {account} は Zoho Books にもうありません。',
    next: '設定ページの手順「勘定」で別のものを選んでください。',
  },
  'account-inactive': {
    sentence: '勘定 {account} は Zoho Books で無効です。',
    next: 'そこで有効にするか、手順「勘定」で別のものを選んでください。',
  },
  'account-currency-wrong': {
    sentence: '勘定 {account} は {theirs} 建てですが、{currency} の決済があります。',
    next: '設定ページの手順「勘定」で {currency} の勘定を選んでください。',
  },
  'crm-watch-ended': {
    sentence: 'CRM から連絡先の変更が届かなくなりました。',
    next: 'チャネルを自動で開き直し、変更は問い合わせて見つけます。続く場合は Zoho へのサインインを確認してください。',
  },
  'shop-webhook-off': {
    sentence: 'ショップが Webhook {topic} を無効にしました。',
    next: '「修復」を押して有効に戻してください。',
  },
  'shop-webhook-absent': {
    sentence: 'ショップに当方へ送る Webhook がありません。',
    next: 'WooCommerce の「設定」「高度な設定」「Webhook」で、設定ページのアドレスを使って追加してください。',
  },
  'mail-sender-unverified': {
    sentence: 'プラットフォームは {sender} からメールを送れません。',
    next: 'Catalyst コンソールでアドレスを確認するか、確認済みのものを入力してください。',
  },
  'data-version-old': {
    sentence: '保存データが {days} 日間このバージョンに更新されていません。',
    next: 'タイマーが自動で行います。動いているか、最後の実行結果を Catalyst コンソールで確認してください。',
  },
  'pages-unreachable': {
    sentence: 'カードページのアドレスが指定されていません。',
    next: 'Catalyst コンソールで TALLYBRIDGE_PUBLIC_URL を設定してください。',
  },
  'card-page-changed': {
    sentence: 'カードページが作成時の状態ではありません：{faults}。',
    next: '今は支払いリンクを送らないでください。関数を配置し直し、{address} またはその手前を誰が変更したか調べてください。',
  },
  'own-page-unreachable': {
    sentence: '当方のページ {address} が応答しませんでした。',
    next: '自動で再確認します。続く場合は、Catalyst コンソールで TALLYBRIDGE_PUBLIC_URL を確認してください。',
  },
  'timer-late': {
    sentence: 'タイマーが {minutes} 分間動いていません。',
    next: 'Catalyst コンソールの Job Scheduling を開き、毎分の cron が有効か確認してください。',
  },
};
