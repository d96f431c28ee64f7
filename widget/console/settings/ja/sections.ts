// Japanese texts of the settings page: its parts, and what stands around every list.
import type { Language } from '../../../text/language.ts';

export const sections: Language['sections'] = {
  navigation: '設定の項目',
  names: {
    setup: '初期設定',
    rules: 'ルール',
    people: '人',
    audit: '監査',
    secrets: 'シークレット',
    data: 'データ',
  },
  removeMerchant: {
    button: '削除…',
    label: (merchant) => `${merchant} を削除`,
    sure: (merchant) =>
      `${merchant} のキーが削除され、通知が終わります。ゲートウェイと帳簿は変わりません。`,
  },
  reload: '再読み込み',
  cancel: 'キャンセル',
  reading: '読み込み中…',
  saveFile: (name) => `${name} を保存`,
  openFile: '新しいウィンドウで開く',
  fileHint:
    '保存されない場合は、フレームがファイルの保存を許していません。新しいウィンドウで開いて保存してください。',
};
