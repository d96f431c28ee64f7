// Japanese texts: the flows behind buttons.
import type { PanelLanguage } from '../language.ts';

export const flowButtons: PanelLanguage['flowButtons'] = {
  title: '操作',
  starting: '開始しています…',
  working: '処理中…',
  trying: '自動で再試行します。',
  waiting: '時刻、承認、変更のいずれかを待ち、その後自動で続行します。',
  later: '時間がかかりますが、自動で続行します。結果はレコードを開き直すと確認できます。',
  done: '完了しました。',
  failed: '停止しました。',
  skipped: '管理者が見送りにしました。',
  unsure:
    '開始されたかどうかわかりません。もう一度押してください。二重に開始されることはありません。',
};
