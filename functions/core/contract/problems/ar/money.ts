// Arabic sentences of problems: money that moves, and what is told of it.

import type { Words } from '../../words.ts';
import type { moneyProblems as english } from '../money.ts';

export const moneyProblems: Words<typeof english> = {
  'amount-invalid': {
    sentence: 'المبلغ غير صالح بعملة {currency}.',
    next: 'أدخل مبلغًا أكبر من صفر.',
  },
  'refund-over-limit': {
    sentence: 'لا يمكن رد أكثر من {left}؛ وقد طُلب {asked}.',
    next: 'أدخل {left} أو أقل.',
  },
  'refund-lines-differ': {
    sentence: 'لم يعد مجموع البنود المختارة {asked}.',
    next: 'أعد تحميل الصفحة واختر البنود مجددًا.',
  },
  'capture-over-limit': {
    sentence: 'المحجوز الباقي {left} فقط؛ وقد طُلب {asked}.',
    next: 'أدخل {left} أو أقل.',
  },
  'movement-target-gone': {
    sentence: 'ما أُريد التراجع عنه لم يعد كما عُرض.',
    next: 'أعد تحميل الصفحة وانظر ما يمكن فعله الآن.',
  },
  'movement-beyond-role': {
    sentence: 'لا يجوز لك فعل هذا وحدك. {why}',
    next: 'دع الأمر لغيرك: {by}.',
  },
  'void-too-late': {
    sentence: 'خرج مع الدفعة المجمَّعة قبل أن يمكن إبطاله.',
    next: 'لم يُسترجع شيء. رُدّ دفعة بدلًا من ذلك؛ أما الرد فيبقى.',
  },
  'cannot-in-review': {
    sentence: 'الدفعة محتجزة للمراجعة.',
    next: 'اقبلها أو ارفضها أولًا في Business Center.',
  },
  'cannot-not-authorized': {
    sentence: 'لا شيء محجوز على البطاقة.',
    next: 'اطلب من العميل الدفع مجددًا.',
  },
  'cannot-nothing-captured': {
    sentence: 'لم يُحصَّل شيء من {authorized}.',
    next: 'حصِّله أو أفرِج عنه.',
  },
  'cannot-captured-in-full': {
    sentence: 'حُصِّل {authorized} كله أو هو في الطريق.',
    next: 'لا يمكن أخذ المزيد من هذا التصريح.',
  },
  'cannot-captured-already': {
    sentence: 'حُصِّل {captured} من {authorized} أو هو في الطريق.',
    next: 'أبطِل ما حُصِّل أو رُدّه.',
  },
  'cannot-in-the-batch': {
    sentence: 'خرج مع دفعة مجمَّعة.',
    next: 'الإبطال للساعات التي قبلها؛ رُدّ ما حُصِّل.',
  },
  'cannot-refunded-already': {
    sentence: 'رُدّ {refunded} من {captured} أو هو في طريق العودة.',
    next: 'الإبطال يُرجع الكل؛ رُدّ الباقي.',
  },
  'cannot-nothing-left': {
    sentence: 'لم يبقَ شيء من {captured}: عاد {refunded} أو هو في الطريق.',
    next: 'لا يمكن رد المزيد.',
  },
  'cannot-disputed': {
    sentence: '{disputed} متنازع عليه.',
    next: 'انتظر نهاية النزاع: الرد الآن قد يدفع للعميل مرتين.',
  },
  'cannot-disputed-until': {
    sentence: '{disputed} متنازع عليه؛ أجب قبل {until}.',
    next: 'أرسل: {evidence}. الرد الآن قد يدفع للعميل مرتين.',
  },
  'cannot-given-back': {
    sentence: 'حالة الدفعة: {state}.',
    next: 'مال العميل معه؛ لا شيء آخر يُفعل.',
  },
  'cannot-window-over': {
    sentence: 'مضى على الدفعة أكثر من {days} يومًا.',
    next: 'لا يقبل المعالج ردًّا متأخرًا هكذا. ادفع للعميل بطريقة أخرى.',
  },
  'cannot-movement-under-way': {
    sentence: 'حركة أخرى لهذا المال في الطريق.',
    next: 'انتظر حتى تُعرف نتيجتها.',
  },
  'cannot-no-refund-to-void': {
    sentence: 'لا يوجد رد لاسترجاعه.',
    next: 'لا يُسترجع إلا رد قبلته البوابة.',
  },
  'currency-mismatch': {
    sentence: 'الدفعة بعملة {currency}.',
    next: 'أدخل المبلغ بعملة {currency}.',
  },
  'intent-reused': {
    sentence: 'قُدّم هذا الطلب من قبل ببيانات أخرى.',
    next: 'أعد تحميل الصفحة لترى ما حدث، ثم ابدأ من جديد.',
  },
  'reason-missing': {
    sentence: 'الرد يحتاج إلى سبب.',
    next: 'قل في كلمات قليلة لماذا يعود المال.',
  },
  'movement-reason-missing': {
    sentence: 'هذا يحتاج إلى سبب.',
    next: 'قل السبب في كلمات قليلة: يبقى في سجل التدقيق.',
  },
  'capture-declined': {
    sentence: 'رفض المصرف التحصيل ({reason}).',
    next: 'لم تتحرك أموال. اطلب أقل، أو دع العميل يدفع مجددًا.',
  },
  'reversal-declined': {
    sentence: 'تعذر الإفراج عن التصريح ({reason}).',
    next: 'يُفرج عنه المصرف تلقائيًا خلال أيام. أعد المحاولة أو اتصل بمعالج الدفع.',
  },
  'void-declined': {
    sentence: 'تعذر إبطال الدفعة ({reason}).',
    next: 'لم يُسترجع شيء. رُدّها بعد تسويتها.',
  },
  'refund-declined': {
    sentence: 'رفض المصرف الرد ({reason}).',
    next: 'لم يُدفع شيء. رُدّ بطريقة أخرى، أو اطلب من العميل الاتصال بمصرفه.',
  },
  'outcome-unknown': {
    sentence: 'لا نعلم بعد هل نفّذته البوابة.',
    next: 'يبقى المبلغ محجوزًا ونستمر في سؤال البوابة. لا تُعد المحاولة.',
  },
  'never-sent': {
    sentence: 'لم يُرسل إلى البوابة قط.',
    next: 'لم يتحرك شيء. ابدأ من جديد إن كان ما زال مطلوبًا.',
  },
  'needs-inspection': {
    sentence: 'ردّت البوابة بحالة لا نعرفها ({status}).',
    next: 'ابحث عن المعاملة في Business Center؛ يبقى المبلغ محجوزًا.',
  },
  'money-changed': {
    sentence: 'قيمة {what} {reference} في {product} هي {now}؛ وكنا قد كتبنا {written}.',
    next: 'غيّرها أحدهم ونتركها كما هي. صحّح المبلغ هناك؛ ثم يستمر تلقائيًا.',
  },
  'order-not-found': {
    sentence: 'ليس لدى المتجر طلب {reference}.',
    next: 'إن لم تكن الدفعة من المتجر فاربطها بفاتورة يدويًا.',
  },
  'document-mismatch': {
    sentence: 'جعل {product} الطلب {reference} بقيمة {booked}، وهو بقيمة {order}.',
    next: 'راجع إعدادات الضريبة والتقريب للأصناف، وصحّح المسودة، ثم أعد التشغيل.',
  },
  'decisions-late': {
    sentence: 'لم تُقرأ قرارات مراجعة التاجر {merchant} منذ {hours} ساعة.',
    next: 'لا تخبر البوابة إلا عن آخر 24 ساعة: يراجع مسؤول مفاتيح التاجر والمؤقت قبل انقضائها.',
  },
  'not-there-yet': {
    sentence: 'أُعلن عن {what} ولم تُظهره البوابة بعد.',
    next: 'نبحث عنه تلقائيًا ليوم، ثم يُترك.',
  },
  'never-appeared': {
    sentence: 'أُعلن عن {what} قبل يوم ولم يظهر في البوابة قط.',
    next: 'ابحث عنه في Business Center. إن وُجد فأعد التشغيل، وإلا فتخطَّه.',
  },
  'older-than-connection': {
    sentence: 'الدفعة أقدم من الاتصال بـ Zoho، ولا فاتورة مرتبطة بها.',
    next: 'قيّد هذا الرد يدويًا، أو اربط الدفعة بفاتورتها وأعد التشغيل.',
  },
  'dispute-unmatched': {
    sentence: 'النزاع {number} عن المعاملة {transaction} التي لا تُظهرها البوابة.',
    next: 'ابحث عن النزاع في Business Center؛ ولا ترد شيئًا من دفعته.',
  },
  'void-unclear': {
    sentence: 'أُبطل شيء من هذه الدفعة ولا نعلم ما هو.',
    next: 'ابحث عن الإبطال في Business Center. لم يُفرج به عن شيء؛ أعد التشغيل حين يتضح.',
  },
  'booking-under-way': {
    sentence: 'لم ينتهِ قيد هذا الرد بعد.',
    next: 'يُسحب من Zoho Books حالما ينتهي. وإن كان القيد ضمن الأعمال المتعثرة فأعد تشغيله هناك أولًا.',
  },
  'refund-undone': {
    sentence: 'تُبلغ البوابة عن رد كان قد نجح بأنه {status}.',
    next: 'ابحث عن الرد في Business Center وصحّح الدفاتر يدويًا.',
  },
  'unknown-for-a-day': {
    sentence: 'منذ أكثر من يوم لم نتمكن من معرفة هل نفّذته البوابة.',
    next: 'اتصل بدعم البوابة واذكر المرجع {reference}.',
  },
};
