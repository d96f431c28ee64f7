// Japanese texts: what will be written in Zoho Books.
import type { PanelLanguage } from '../language.ts';

export const booksPreview: PanelLanguage['booksPreview'] = {
  loading: 'Zoho Books に問い合わせ中…',
  failed: '今は Zoho Books に問い合わせできませんでした。ここでの操作には影響しません。',
  records: {
    'customer-payment': '顧客の支払い',
    'write-off': '貸倒償却',
    'credit-note': 'クレジットノート',
    'credit-note-refund': 'クレジットノートの返金',
    'payment-refund': '支払いの返金',
    'payment-removed': '顧客の支払いの削除',
    'write-off-cancelled': '貸倒償却の取り消し',
    'payment-lowered': '顧客の支払いの減額',
  },
  record: (kind, amount, invoices) =>
    invoices === '' ? `${kind}、${amount}` : `${kind}、${amount}、請求書 ${invoices}`,
  accounts: {
    clearing: '仮勘定',
    receivables: '売掛金',
    'customer-credit': '顧客の前受金',
    'sales-and-tax': '売上と税',
    'write-off': '貸倒償却',
    'gateway-fees': 'ゲートウェイ手数料',
  },
  account: '勘定科目',
  debit: '借方',
  credit: '貸方',
  undo: {
    'customer-payment': '元に戻すには：顧客の支払いを削除します。請求書は再び未払いになります。',
    'write-off': '元に戻すには：請求書の償却を取り消します。',
    'credit-note': '元に戻すには：クレジットノートを無効にします。',
    'credit-note-refund': '元に戻すには：クレジットノートの返金を削除します。',
    'payment-refund': '元に戻すには：顧客の支払いの返金を削除します。',
    'payment-removed': '元に戻すには：顧客の支払いを再び記録します。',
    'write-off-cancelled': '元に戻すには：請求書の残額を再び償却します。',
    'payment-lowered': '元に戻すには：取り消した分だけ顧客の支払いを増やし直します。',
  },
  notes: {
    'nothing-moves': 'なし：お金が動かないため、記帳するものはありません。',
    'when-all-is-captured':
      'まだありません：残りが売上確定またはオーソリ取消されると、一つの支払いとして記帳されます。',
    'after-the-payment':
      '決済そのものを Zoho Books へ記帳中です。今行うことはその後に記帳されます。',
    'not-in-books': 'なし：この決済は Zoho Books にありません。',
    'no-invoice': '対象の請求書がありません。返金の記帳は管理者への通知と共に停止します。',
  },
};
