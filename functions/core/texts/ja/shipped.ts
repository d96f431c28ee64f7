// Japanese: what the shipped flows and mappings write for people.
import type { ShippedText } from '../en/shipped.ts';

export const shippedTexts: Readonly<Record<ShippedText, string>> = {
  invoice: '請求書 {$read.number}',
  'invoice-by-hand':
    '請求書 {$read.number}（{$read.total}）は手動で作成されました。{$read.balance} が未払いで、カード決済は紐づいていません。',
  'case-rejected':
    '決済は承認されませんでした。現在の状態：{$payment.state}。注文 {$payment.reference} は発送しないでください。',
  'case-accepted':
    '決済は承認されました。現在の状態：{$payment.state}。注文 {$payment.reference} を進めます。',
  'card-declined':
    'カードが拒否されました：{$read.amount}、注文 {$payment.reference}。\n{$read.customerName}、{$read.card}。理由：{$read.reason}。\n取引 {$payment.gatewayId}（{$payment.merchantId}）。',
  'given-up':
    '{$read.card} への {$read.amount} の再請求は行いません：{$read.why} {$read.advice} 請求書の未払い額は {$invoice.balance} です。',
  'given-up-order': '再請求は行いません。{$read.why}',
  'given-up-release':
    '再請求は行いません。{$read.why} 別の方法で支払い済みの場合は注文の保留を解除してください',
  settlement:
    'Cybersource から精算 {$settlement.id} が届きました。Books の仮勘定と照合してください。',
  'tried-again':
    '{$read.card} への {$read.amount} の請求が拒否されました：{$read.reason}。何も請求されていません。同じカードで {$read.nextTryOn} に再度請求します。それまで対応は不要です。Cybersource 取引 {$read.gatewayId}。',
  'not-tried-again':
    '{$read.card} への {$read.amount} の請求が拒否されました：{$read.reason}。何も請求されておらず、自動での再請求もありません。{$read.advice} Cybersource 取引 {$read.gatewayId}。',
  'tried-again-order': '{$read.reason}。{$read.nextTryOn} に再請求',
  'dispute-subject':
    '異議申し立て：注文 {$read.reference} の {$read.amount}、回答期限 {$read.respondBy}',
  dispute:
    '銀行が {$read.amount} を引き戻しました。{$read.respondBy} までに回答しないと、この金額は失われます。\n理由：{$read.reason}\n提出するもの：{$read.evidence}。\n顧客：{$payment.customerName}\nカード：{$payment.card}\n請求書：{$read.invoiceNumber}\n取引：{$read.gatewayId}（{$read.merchantId}）\nBusiness Center または決済処理会社で回答してください。',
  'dispute-unknown-payer':
    '銀行が {$read.amount} を引き戻しました。{$read.respondBy} までに回答しないと、この金額は失われます。\n理由：{$read.reason}\n提出するもの：{$read.evidence}。\n請求書：{$read.invoiceNumber}\n取引：{$read.gatewayId}（{$read.merchantId}）\nBusiness Center または決済処理会社で回答してください。',
  'refund-note': '決済 {payment} のカードへ {currency} {amount} を返金',
  'case-subject': '審査のため保留中の決済：注文 {number}、{currency} {amount}',
  case: 'Cybersource がこの決済を審査のため保留しています。注文は判断を待っています。\n保留の理由：{reasons}。\n該当したルール：{rules}。\n不正スコア（0～99、高いほど危険）：{score}。\n取引 {id}（{merchant}）。\nBusiness Center で判断してください。このチケットはその後自動で閉じます。',
  'settlement-line': '{kind}：精算バッチ {batch}、注文 {number}',
  'paid-by': '注文 {number} を {card} ..{lastFour} で支払い、承認番号 {approval}',
  'no-number': '番号なし',
  'no-reason': '理由の通知なし',
  none: 'なし',
  'no-score': 'スコアなし',
};
