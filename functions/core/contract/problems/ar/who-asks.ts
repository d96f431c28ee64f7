// Arabic sentences of problems: who asks, and what we could not take in.

import type { Words } from '../../words.ts';
import type { whoAsksProblems as english } from '../who-asks.ts';

export const whoAsksProblems: Words<typeof english> = {
  'not-signed-in': {
    sentence: 'لم نتمكن من معرفة من أنت.',
    next: 'أعد تحميل الصفحة. إذا استمر ذلك فاطلب من مسؤول إعادة توصيل Tallybridge.',
  },
  'session-expired': {
    sentence: 'انتهت جلستك.',
    next: 'أعد تحميل الصفحة لتسجيل الدخول مجددًا.',
  },
  'not-allowed': {
    sentence: 'دورك ({role}) لا يسمح بذلك.',
    next: 'اطلب الصلاحية من مسؤول، أو اطلب من زميل يملكها.',
  },
  'not-connected': {
    sentence: 'لم يُوصل Tallybridge بهذه المؤسسة.',
    next: 'يُكمل مسؤول الإعداد في صفحة الإعدادات.',
  },
  'access-revoked': {
    sentence: 'أنهى مسؤول وصولك إلى Tallybridge.',
    next: 'راجع مسؤولًا في شركتك إن ظننت أن هذا خطأ.',
  },
  'leaving-unconfirmed': {
    sentence: 'الاسم غير مطابق.',
    next: 'اكتب اسم الشركة كما في صفحة الإعدادات: {company}.',
  },
  'leaving-money-open': {
    sentence: 'نتيجة الحركات غير معروفة بعد، وعددها {count}.',
    next: 'انتظر حتى تُعرف. وإن غادرت مع ذلك فابحث عنها في Business Center.',
  },
  'uninstall-announced': {
    sentence: 'أُزيل Tallybridge من {product}. ويغادر شركتك في {date}.',
    next: 'إن ظلت المنتجات الأخرى تستخدمه فاذكر في صفحة الإعدادات أنه باقٍ.',
  },
  'last-admin': {
    sentence: 'هذا آخر مسؤول.',
    next: 'اجعل شخصًا آخر مسؤولًا أولًا.',
  },
  'too-many-tries': {
    sentence: 'كثرت المحاولات الفاشلة من شبكتك.',
    next: 'انتظر ربع ساعة ثم أعد المحاولة.',
  },
  'invalid-request': {
    sentence: 'لم يُفهم الطلب: {field} {detail}.',
    next: 'أعد تحميل الصفحة وحاول مجددًا.',
  },
  'not-found': {
    sentence: 'غير موجود: {what}.',
    next: 'ربما حُذف. أعد تحميل الصفحة.',
  },
  'internal-error': {
    sentence: 'حدث خطأ من جانبنا.',
    next: 'لم يضع شيء. أعد المحاولة بعد دقيقة؛ المرجع هو {reference}.',
  },
  'store-unavailable': {
    sentence: 'لم يستجب التخزين لدينا.',
    next: 'أعد المحاولة بعد دقيقة. المال الذي في الطريق لا يُنسى.',
  },
  'card-data-found': {
    sentence: 'لم يُكتب شيء: في {where} بيانات بطاقة في «{field}».',
    next: 'أزل رقم البطاقة أو رمز الأمان من مصدره، ثم أعد المحاولة أو التشغيل. لا يجوز لأحد حفظه في ملاحظة.',
  },
  'card-data-received': {
    sentence: 'أرسل {source} بيانات بطاقة في «{field}». مُحيت قبل حفظ أي شيء.',
    next: 'أزل رقم البطاقة أو رمز الأمان هناك، وقل لمن كتبه إن مكانه حقول البطاقة فقط.',
  },
  'audit-broken': {
    sentence: 'سلسلة التدقيق غير سليمة: الصف {row} من {last} {what}.',
    next: 'صدّر سجل التدقيق وقارنه بتصدير سابق: node verify-audit.mjs export.jsonl earlier.jsonl.',
  },
};
