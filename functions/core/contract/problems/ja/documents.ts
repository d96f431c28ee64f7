// Japanese sentences of problems: flows, mappings and channels.

import type { Words } from '../../words.ts';
import type { documentsProblems as english } from '../documents.ts';

export const documentsProblems: Words<typeof english> = {
  'flow-input': {
    sentence: 'フローが操作 {action} に使える {field} を渡していません。',
    next: 'フローを直して公開し、この実行を再実行してください。',
  },
  'flow-items': {
    sentence: 'フローの手順 {node} で {count} 件見つかりました。上限は {limit} 件です。',
    next: 'フローの上限を上げるか処理を分けて公開し、この実行を再実行してください。',
  },
  'mapping-field-empty': {
    sentence: '「{target}」に入れられません：{source} が空です。',
    next: '元の場所で入力するか、「{mapping}」のルール {rule} で空の場合の値を決めてください。その後再実行してください。',
  },
  'mapping-field-too-long': {
    sentence: '「{target}」は {lengthMax} 文字までですが、{source} は {length} 文字です。',
    next: '元の場所で短くするか、「{mapping}」のルール {rule} で切り詰めてください。その後再実行してください。',
  },
  'mapping-field-wrong': {
    sentence: '{source} から「{target}」に入れられません：{detail}。',
    next: '元の場所で訂正するか、「{mapping}」のルール {rule} を変更してください。その後再実行してください。',
  },
  'mapping-value-unknown': {
    sentence: '{source} の値に対応するものが「{target}」にありません：{detail}。',
    next: '「{mapping}」のルール {rule} に追加するか、その他すべての値を決めてください。その後再実行してください。',
  },
  'mapping-field-gone': {
    sentence: '項目「{target}」はもうありません。',
    next: '作り直すか、「{mapping}」からルール {rule} を外してください。その後再実行してください。',
  },
  'fields-unreadable': {
    sentence: '{object} の項目一覧が未知の形式で届きました。',
    next: 'わかっている項目で続行し、自動で再度問い合わせます。',
  },
  'channel-unknown': {
    sentence: '種類 {kind} のチャネル「{channel}」は設定されていません。',
    next: '管理者が設定ページで追加すると、自動で続行します。',
  },
  'channel-address-wrong': {
    sentence: 'チャネル「{channel}」の宛先が使えません：{detail}。',
    next: '管理者が設定ページで訂正すると、自動で続行します。',
  },
  'channel-refused': {
    sentence: '「{channel}」がメッセージを拒否しました（{detail}）。',
    next: 'フローの本文か宛先を直して公開し、この実行を再実行してください。',
  },
  'channel-closed': {
    sentence: '「{channel}」はもう当方のメッセージを受け付けません（{detail}）。',
    next: '管理者が設定ページで更新すると、自動で続行します。',
  },
  'channel-busy': {
    sentence: '「{channel}」が頻度を下げるよう求めています。',
    next: '自動で再送します。',
  },
  'channel-unavailable': {
    sentence: '「{channel}」が応答しませんでした。',
    next: '自動で再送します。',
  },
  'mail-sender-missing': {
    sentence: 'メールの送信者が設定されていません。',
    next: '管理者が Catalyst でアドレスを確認し、設定ページに入力します。',
  },
  'document-changed': {
    sentence: '開いた後に、別の人が{what}を変更しました。',
    next: '開き直して変更を確認し、ご自身の変更をやり直してください。',
  },
  'document-faulty': {
    sentence: '{what}はまだ公開できません。{faults}',
    next: '訂正してから、もう一度公開してください。',
  },
  'document-too-long': {
    sentence: '{what}は長すぎて保存できません。',
    next: '二つに分けてください。',
  },
  'document-in-use': {
    sentence: '{what}は無効にできません：{by} が呼び出しています。',
    next: '先に呼び出し元のフローを変更するか無効にしてください。',
  },
  'sample-missing': {
    sentence: 'マッピングを示すための「{what}」の見本がありません。',
    next: '見本のレコードを添えてください。',
  },
  'bundle-unreadable': {
    sentence: '読み取れるバンドルではありません：{detail}。',
    next: 'このバージョンかそれより古い Tallybridge でエクスポートし直してください。',
  },
  'bundle-faulty': {
    sentence: '何もインポートされませんでした。{faults}',
    next: 'バンドルの元で訂正するか、必要なものをここに追加して、もう一度インポートしてください。',
  },
};
