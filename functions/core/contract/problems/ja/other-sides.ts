// Japanese sentences of problems: the gateway, Zoho and the shop.

import type { Words } from '../../words.ts';
import type { otherSidesProblems as english } from '../other-sides.ts';

export const otherSidesProblems: Words<typeof english> = {
  'gateway-distrusted': {
    sentence: 'カード入力欄のためにゲートウェイから届いたものに、正しい署名がありません。',
    next: 'カードは求められていません。設定ページでゲートウェイのアドレスを確認してください。',
  },
  'gateway-refused': {
    sentence: 'ゲートウェイが依頼を拒否しました（{reason}）。',
    next: '何も動いていません。金額と決済の古さを確認してください。',
  },
  'gateway-credentials': {
    sentence: 'ゲートウェイが加盟店 {merchant} のキーを受け付けません。',
    next: '管理者が設定ページでキー、シークレット、環境を確認します。',
  },
  'gateway-unavailable': {
    sentence: 'ゲートウェイが応答しませんでした。',
    next: '自動で再試行します。',
  },
  'gateway-busy': {
    sentence: 'ゲートウェイが頻度を下げるよう求めています。',
    next: '自動で再試行します。',
  },
  'merchant-unknown': {
    sentence: '加盟店 {merchant} は接続されていません。',
    next: '管理者が設定ページでキーを追加します。',
  },
  'zoho-unavailable': {
    sentence: '{product} が応答しませんでした。',
    next: '自動で再試行します。',
  },
  'zoho-busy': {
    sentence: '{product} の呼び出し上限に達しました。',
    next: '{product} が許可すれば自動で続行します。',
  },
  'zoho-blocked': {
    sentence: '{product} は {minutes} 分間、当方の呼び出しを受け付けません。',
    next: 'すべての処理は待機し、自動で続行します。頻発する場合は、Zoho に上限の引き上げを依頼してください。',
  },
  'zoho-calls-low': {
    sentence: '{product} の本日の呼び出し回数が残り 1 割を切りました。',
    next: '残りは人の操作のために取っておき、他の処理は待機します。Zoho に 1 日の上限の引き上げを依頼してください。',
  },
  'zoho-plan-missing': {
    sentence: 'ご契約の {product} プランには必要な機能がありません。',
    next: '管理者がプランを変更するか、この機能を無効にすると、自動で続行します。',
  },
  'zoho-not-used': {
    sentence: 'この会社は {product} を使っていません。',
    next: '管理者が設定ページで組織を選ぶか、この機能を無効にします。',
  },
  'zoho-permission-missing': {
    sentence: '当方の接続には {product} でこれを行う権限がありません。',
    next: '管理者が Zoho を再接続し、求められた権限を許可します。',
  },
  'zoho-refused': {
    sentence: '{product} がレコードを拒否しました：{detail}。',
    next: '{product} または設定で訂正し、再実行してください。',
  },
  'zoho-field-missing': {
    sentence: '{product} に一意のカスタム項目 {field} がありません。',
    next: '管理者が「重複なし」で項目を作成し、再実行します。',
  },
  'shop-unavailable': {
    sentence: 'ショップが応答しませんでした。',
    next: '自動で再試行します。',
  },
  'shop-refused': {
    sentence: 'ショップが依頼を拒否しました（{detail}）。',
    next: '管理者が設定ページでショップのキーを確認します。',
  },
};
