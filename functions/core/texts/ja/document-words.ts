// Japanese: what is said of any document.
import type { DocumentTexts } from '../document-texts.ts';

export const documents: DocumentTexts = {
  isNew: (line) => `新規：${line}`,
  incomparable: '比較できません。一方がまだ読み取れません。',
  onlyDetails: '詳細だけが変わりました。',
  switchedOn: '有効にしました',
  switchedOff: '無効にしました',
  table: {
    others: (value) => `その他すべて -> ${value}`,
    title: (before, after) => `タイトル：「${before}」→「${after}」`,
    removed: (line) => `削除：${line}`,
    added: (line) => `追加：${line}`,
    changed: (before, after) => `変更：${before}→${after}`,
  },
  staysWith: (title) => `「${title}」は、再公開されるまで以前のマッピングで動き続けます。`,
  noChannel: (name, kind) => `種類 ${kind} のチャネル「${name}」はここに設定されていません。`,
  agentsUnbounded: '担当者は金額の制限なく一度に返金できます。',
  fieldsOld: (record, day, why) =>
    `${record}：問い合わせに失敗したため、項目は ${day} 時点のものです。${why}`,
  fieldsUnread: (record, why) =>
    `${record}：問い合わせに失敗したため、標準項目しかわかりません。${why}`,
  needs: (title, kind, name) => `「${title}」に必要な${kind}「${name}」がここにありません。`,
  kinds: {
    action: '操作',
    flow: 'フロー',
    mapping: 'マッピング',
    table: '表',
    channel: 'チャネル',
  },
};
