// Arabic texts of the settings page: taking data along, erasing, keeping and leaving.
import type { Language } from '../../../text/language.ts';

export const data: Language['data'] = {
  export: {
    title: 'أخذ بياناتك معك',
    about:
      'كل ما نحتفظ به عن شركتك، أسطرًا بصيغة JSON. الأسرار مستثناة. وتصدير التدقيق تحت «التدقيق».',
    start: 'تصدير كل شيء',
    progress: (pages) => `الصفحات المقروءة: ${pages}…`,
    stop: 'إيقاف',
    done: (lines) => `الصفوف الجاهزة: ${lines}.`,
  },
  erase: {
    title: 'محو عميل',
    about:
      'حين يطلب عميل ذلك. تُمحى الأسماء والعناوين والرسائل؛ وتبقى المبالغ وأرقام دفاترك كما يريد القانون.',
    mail: 'بريد العميل',
    mailFault: 'أدخل عنوان بريد.',
    find: 'انظر ما هو موجود',
    found: (payments, rows) =>
      `عُثر على: الدفعات ${payments}، والصفوف الأخرى التي تذكر العميل ${rows}.`,
    orMore: (count) => `${count} أو أكثر`,
    nothing: 'لا نحتفظ بشيء عن هذا العميل.',
    reference: 'رقم الطلب',
    referenceHint: 'لأجل التدقيق. لا تكتب اسم العميل أبدًا.',
    confirm: 'اكتب عنوان البريد مرة أخرى',
    yes: 'محو نهائي',
    sure: 'لا يمكن التراجع عنه.',
    done: (payments, rows) =>
      `تم: مُحي الدافع من دفعات عددها ${payments}، ومن صفوف أخرى عددها ${rows}.`,
    elsewhere: 'لدى Zoho والبوابة والمتجر بيانات خاصة بها: امحُ العميل هناك أيضًا.',
  },
  periods: {
    title: 'مدة الاحتفاظ',
    about:
      'بعدها تُحذف تلقائيًا. وتبقى الدفعات والحركات وقواعدك ومساراتك والتدقيق ما دمت تستخدم Tallybridge.',
    what: 'ماذا',
    days: 'الأيام',
    kept: {
      Inbox: 'الإعلانات التي عولجت',
      Runs: 'تشغيلات المسارات المنتهية مع نتائجها',
      Approvals: 'الطلبات المحسومة',
      Alarms: 'الإنذارات المنتهية',
      Sessions: 'الجلسات المنتهية',
      DayClaims: 'ما حرّكه كل شخص في اليوم، لأجل الحدود',
      Catalogs: 'قوائم حقول منتج لم يعد يجيب',
    },
  },
  leave: {
    title: 'إلغاء التثبيت',
    about: 'تنتهي كل الاتصالات فورًا. تبقى صفوفك 30 يومًا لتصدّرها أو تغيّر رأيك؛ ثم تُحذف.',
    revoked: 'ما يُسحب، بهذا الترتيب:',
    law: 'ما يبقى: كل ما في Zoho Books ولدى البوابة. إنه لك، والقانون يريد الاحتفاظ به.',
    byPerson:
      'ما تفعله بنفسك: احذف Webhooks سير العمل في Books وInventory وWebhook في Desk، وأزل الإضافة.',
    confirm: (company) => `اكتب اسم الشركة: ${company}`,
    despite: 'المغادرة مع أن نتيجة بعض المال غير معروفة بعد',
    yes: 'ألغِ التثبيت الآن',
    announced: (date) =>
      `أُلغي تثبيت Tallybridge في Zoho Desk. ويغادر هذه الشركة في ${date} ما لم تذكر أنه باقٍ.`,
    leaving: (date) => `يغادر Tallybridge هذه الشركة. تُحذف كل الصفوف في ${date}.`,
    progress: (done, all) => `أُنجز ${done} من ${all}`,
    allDone: 'سُحب كل شيء. لم يعد شيء يعمل؛ وما زال تصدير صفوفك ممكنًا.',
    restByHand: 'فعلنا ما نستطيع. الباقي معلَّم أدناه؛ وما زال تصدير صفوفك ممكنًا.',
    tasks: {
      'stop-work': 'إيقاف كل عمل منتظر',
      'gateway-webhooks': 'حذف اشتراكاتنا في البوابة',
      'shop-webhooks': 'حذف Webhooks في المتجر',
      'crm-watch': 'إغلاق قناتنا في Zoho CRM',
      'zoho-access': 'إعادة الوصول إلى Zoho',
      'forget-secrets': 'نسيان كل المفاتيح والأسرار',
    },
    taskDone: 'تم',
    taskOpen: 'ينتظر',
    taskByHand: 'عليك فعله',
    look: 'انظر مجددًا',
    stay: 'الشركة باقية',
    stayHint: 'ما سُحب يُوصل من جديد في الإعداد.',
  },
};
