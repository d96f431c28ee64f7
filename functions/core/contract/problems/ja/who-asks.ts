// Japanese sentences of problems: who asks, and what we could not take in.

import type { Words } from '../../words.ts';
import type { whoAsksProblems as english } from '../who-asks.ts';

export const whoAsksProblems: Words<typeof english> = {
  'not-signed-in': {
    sentence: 'どなたか確認できませんでした。',
    next: 'ページを再読み込みしてください。続く場合は、管理者に Tallybridge の再接続を依頼してください。',
  },
  'session-expired': {
    sentence: 'サインインの期限が切れました。',
    next: 'ページを再読み込みして、もう一度サインインしてください。',
  },
  'not-allowed': {
    sentence: 'あなたの役割（{role}）では許可されていません。',
    next: '管理者に権限を依頼するか、権限のある同僚に依頼してください。',
  },
  'not-connected': {
    sentence: 'この組織では Tallybridge が接続されていません。',
    next: '管理者が設定ページで設定を完了します。',
  },
  'access-revoked': {
    sentence: '管理者があなたの Tallybridge へのアクセスを終了しました。',
    next: '間違いだと思う場合は、会社の管理者に問い合わせてください。',
  },
  'leaving-unconfirmed': {
    sentence: '名前が一致しません。',
    next: '設定ページに表示されている会社名を入力してください：{company}。',
  },
  'leaving-money-open': {
    sentence: '{count} 件の取引の結果がまだ不明です。',
    next: '判明するまでお待ちください。それでも終了する場合は、Business Center で確認してください。',
  },
  'uninstall-announced': {
    sentence:
      '{product} で Tallybridge がアンインストールされました。{date} に会社から削除されます。',
    next: '他の製品で引き続き使う場合は、設定ページで継続を選んでください。',
  },
  'last-admin': {
    sentence: 'これは最後の管理者です。',
    next: '先に別の人を管理者にしてください。',
  },
  'too-many-tries': {
    sentence: 'お使いのネットワークから失敗した試行が多すぎます。',
    next: '15 分待ってから、もう一度お試しください。',
  },
  'invalid-request': {
    sentence: '依頼を理解できませんでした：{field} {detail}。',
    next: 'ページを再読み込みして、もう一度お試しください。',
  },
  'not-found': {
    sentence: '見つかりませんでした：{what}。',
    next: '削除された可能性があります。ページを再読み込みしてください。',
  },
  'internal-error': {
    sentence: 'こちらで問題が発生しました。',
    next: '何も失われていません。1 分後にもう一度お試しください。参照番号は {reference} です。',
  },
  'store-unavailable': {
    sentence: 'ストレージが応答しませんでした。',
    next: '1 分後にもう一度お試しください。処理中のお金が忘れられることはありません。',
  },
  'card-data-found': {
    sentence: '何も書き込まれませんでした：{where} の「{field}」にカード情報があります。',
    next: '元の場所からカード番号やセキュリティコードを削除し、再試行または再実行してください。メモに残してはいけません。',
  },
  'card-data-received': {
    sentence: '{source} が「{field}」でカード情報を送ってきました。保存前に消去しました。',
    next: 'そこからカード番号やセキュリティコードを削除し、カード入力欄だけに入力するよう入力者に伝えてください。',
  },
  'audit-broken': {
    sentence: '監査記録の連鎖に問題があります：全 {last} 行のうち {row} 行目 {what}。',
    next: '監査記録をエクスポートし、以前のものと照合してください：node verify-audit.mjs export.jsonl earlier.jsonl。',
  },
};
