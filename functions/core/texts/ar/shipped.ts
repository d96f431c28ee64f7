// Arabic: what the shipped flows and mappings write for people.
import type { ShippedText } from '../en/shipped.ts';

export const shippedTexts: Readonly<Record<ShippedText, string>> = {
  invoice: 'الفاتورة {$read.number}',
  'invoice-by-hand':
    'الفاتورة {$read.number} بمبلغ {$read.total} كُتبت يدويًا؛ المتبقي منها {$read.balance} ولا ترتبط بها دفعة بالبطاقة.',
  'case-rejected':
    'لم تُقبل الدفعة؛ حالتها الآن: {$payment.state}. يجب ألا يُشحن الطلب {$payment.reference}.',
  'case-accepted':
    'قُبلت الدفعة؛ حالتها الآن: {$payment.state}. يستمر تنفيذ الطلب {$payment.reference}.',
  'card-declined':
    'رُفضت بطاقة: {$read.amount}، الطلب {$payment.reference}.\n{$read.customerName}، {$read.card}. السبب: {$read.reason}.\nالمعاملة {$payment.gatewayId} لدى {$payment.merchantId}.',
  'given-up':
    '{$read.card} لن تُعاد محاولتها بمبلغ {$read.amount}: {$read.why} {$read.advice} المتبقي من الفاتورة {$invoice.balance}.',
  'given-up-order': 'لن تُعاد المحاولة. {$read.why}',
  'given-up-release': 'لن تُعاد المحاولة. {$read.why} حرّر الطلب إن دُفع بطريقة أخرى',
  settlement: 'وصلت التسوية {$settlement.id} من Cybersource. قارنها بحساب المقاصة في Books.',
  'tried-again':
    '{$read.card} رُفضت بمبلغ {$read.amount}: {$read.reason}. لم يُخصم شيء. تُعاد محاولة البطاقة نفسها في {$read.nextTryOn}؛ ولا يلزم فعل شيء حتى ذلك الحين. معاملة Cybersource رقم {$read.gatewayId}.',
  'not-tried-again':
    '{$read.card} رُفضت بمبلغ {$read.amount}: {$read.reason}. لم يُخصم شيء، ولن تُعاد المحاولة تلقائيًا. {$read.advice} معاملة Cybersource رقم {$read.gatewayId}.',
  'tried-again-order': '{$read.reason}؛ تُعاد المحاولة في {$read.nextTryOn}',
  'dispute-subject': 'نزاع: {$read.amount} عن الطلب {$read.reference}، الرد قبل {$read.respondBy}',
  dispute:
    'سحب المصرف {$read.amount}. أجب قبل {$read.respondBy} وإلا ضاع المبلغ.\nالسبب: {$read.reason}\nما يجب إرساله: {$read.evidence}.\nالعميل: {$payment.customerName}\nالبطاقة: {$payment.card}\nالفاتورة: {$read.invoiceNumber}\nالمعاملة: {$read.gatewayId} لدى {$read.merchantId}\nأجب في Business Center أو لدى معالج الدفع.',
  'dispute-unknown-payer':
    'سحب المصرف {$read.amount}. أجب قبل {$read.respondBy} وإلا ضاع المبلغ.\nالسبب: {$read.reason}\nما يجب إرساله: {$read.evidence}.\nالفاتورة: {$read.invoiceNumber}\nالمعاملة: {$read.gatewayId} لدى {$read.merchantId}\nأجب في Business Center أو لدى معالج الدفع.',
  'refund-note': 'رد {currency} {amount} إلى بطاقة الدفعة {payment}',
  'case-subject': 'دفعة محتجزة للمراجعة: الطلب {number}، {currency} {amount}',
  case: 'تحجز Cybersource هذه الدفعة للمراجعة؛ والطلب ينتظر القرار.\nسبب الحجز: {reasons}.\nالقواعد التي انطبقت: {rules}.\nدرجة الاحتيال (من 0 إلى 99، والأعلى أخطر): {score}.\nالمعاملة {id} لدى {merchant}.\nاتخذ القرار في Business Center؛ وعندها تُغلق هذه التذكرة تلقائيًا.',
  'settlement-line': '{kind} في دفعة التسوية {batch}، الطلب {number}',
  'paid-by': 'الطلب {number} دُفع بـ {card} ..{lastFour}، رمز الموافقة {approval}',
  'no-number': 'بلا رقم',
  'no-reason': 'لم يُذكر سبب',
  none: 'لا يوجد',
  'no-score': 'بلا درجة',
};
