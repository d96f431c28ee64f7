// Arabic sentences of problems: the gateway, Zoho and the shop.

import type { Words } from '../../words.ts';
import type { otherSidesProblems as english } from '../other-sides.ts';

export const otherSidesProblems: Words<typeof english> = {
  'gateway-distrusted': {
    sentence: 'ما أرسلته البوابة لحقول البطاقة لا يحمل توقيعها.',
    next: 'لم تُطلب أي بطاقة. تحقق من عنوان البوابة في صفحة الإعدادات.',
  },
  'gateway-refused': {
    sentence: 'رفضت البوابة الطلب ({reason}).',
    next: 'لم يتحرك شيء. تحقق من المبلغ وعمر الدفعة.',
  },
  'gateway-credentials': {
    sentence: 'لا تقبل البوابة مفاتيحنا للتاجر {merchant}.',
    next: 'يراجع مسؤول المفتاح والسر والبيئة في صفحة الإعدادات.',
  },
  'gateway-unavailable': {
    sentence: 'لم ترد البوابة.',
    next: 'نعيد المحاولة تلقائيًا.',
  },
  'gateway-busy': {
    sentence: 'تطلب منا البوابة التمهل.',
    next: 'نعيد المحاولة تلقائيًا.',
  },
  'merchant-unknown': {
    sentence: 'التاجر {merchant} غير موصول.',
    next: 'يضيف مسؤول مفاتيحه في صفحة الإعدادات.',
  },
  'zoho-unavailable': {
    sentence: 'لم يرد {product}.',
    next: 'نعيد المحاولة تلقائيًا.',
  },
  'zoho-busy': {
    sentence: 'بلغ {product} حد الاستدعاءات.',
    next: 'نستمر تلقائيًا حين يسمح {product}.',
  },
  'zoho-blocked': {
    sentence: 'لا يقبل {product} استدعاءاتنا لمدة {minutes} دقيقة.',
    next: 'ينتظر كل العمل ويستمر تلقائيًا. إن تكرر ذلك فاطلب من Zoho حدًّا أعلى.',
  },
  'zoho-calls-low': {
    sentence: 'بقي أقل من عُشر استدعاءات اليوم إلى {product}.',
    next: 'تُحفظ الأخيرة للأشخاص وينتظر باقي العمل. اطلب من Zoho حدًّا يوميًا أعلى.',
  },
  'zoho-plan-missing': {
    sentence: 'باقتك في {product} لا تشمل ما نحتاج إليه.',
    next: 'يغيّر مسؤول الباقة أو يعطّل هذا الجزء؛ ثم يستمر تلقائيًا.',
  },
  'zoho-not-used': {
    sentence: 'هذه الشركة لا تستخدم {product}.',
    next: 'يختار مسؤول مؤسستها في صفحة الإعدادات، أو يعطّل هذا الجزء.',
  },
  'zoho-permission-missing': {
    sentence: 'لا يجوز لاتصالنا فعل هذا في {product}.',
    next: 'يعيد مسؤول توصيل Zoho ويمنح ما يُطلب.',
  },
  'zoho-refused': {
    sentence: 'رفض {product} السجل: {detail}.',
    next: 'صحّحه في {product} أو في الإعدادات، ثم أعد التشغيل.',
  },
  'zoho-field-missing': {
    sentence: 'ليس في {product} حقل مخصص فريد {field}.',
    next: 'ينشئ مسؤول الحقل بلا تكرار، ثم يعيد التشغيل.',
  },
  'shop-unavailable': {
    sentence: 'لم يرد المتجر.',
    next: 'نعيد المحاولة تلقائيًا.',
  },
  'shop-refused': {
    sentence: 'رفض المتجر طلبنا ({detail}).',
    next: 'يراجع مسؤول مفاتيح المتجر في صفحة الإعدادات.',
  },
};
