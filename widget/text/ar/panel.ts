// Arabic texts: the panel itself.
import { facts } from '../../../functions/core/contract/problems/ar/facts.ts';
import type { PanelLanguage } from '../language.ts';
import { pluralOf } from '../plural.ts';

const counted = pluralOf('ar');

export const panel: PanelLanguage['panel'] = {
  loading: 'جارٍ قراءة الدفعة…',
  retry: 'أعد المحاولة',
  back: 'رجوع',
  support: 'لفريق الدعم',
  unknownReason: (code) => `الرمز ${code}، ابحث عنه في Business Center`,
  brands: {
    visa: 'Visa',
    mastercard: 'Mastercard',
    amex: 'American Express',
    discover: 'Discover',
    diners: 'Diners Club',
    jcb: 'JCB',
    maestro: 'Maestro',
    unionpay: 'UnionPay',
  },
  otherBrand: 'بطاقة',
  // Isolated, so that brand and digits keep their order within a sentence from right to left.
  card: (brand, lastFour) => `\u2068${brand} ..${lastFour}\u2069`,
  noCard: 'البطاقة',
  expires: (date) => `تنتهي صلاحيتها ${date}`,
  roles: { viewer: 'مُطَّلع', agent: 'موظف', approver: 'مُعتمِد', admin: 'مسؤول' },
  facts,
  paymentStates: {
    created: { label: 'بدأت', meaning: 'لم تُدفع بعد. لم تحسم البوابة أمرها.' },
    'needs-inspection': {
      label: 'تحتاج إلى نظر',
      meaning: 'رد البوابة جديد علينا. ابحث عن الدفعة في Business Center.',
    },
    'pending-review': {
      label: 'قيد المراجعة',
      meaning: 'لم تُدفع بعد. المبلغ محجوز إلى أن يقبلها أحد أو يرفضها.',
    },
    authorized: { label: 'مصرَّح بها', meaning: 'لم تُدفع بعد. المبلغ محجوز وينتظر التحصيل.' },
    'partially-captured': { label: 'مدفوعة جزئيًا', meaning: 'حُصِّل جزء فقط من المبلغ المحجوز.' },
    captured: { label: 'مدفوعة', meaning: 'حُصِّلت ولم تُسوَّ بعد في مصرفك.' },
    settled: { label: 'مدفوعة', meaning: 'حُصِّلت وسُوِّيت.' },
    disputed: {
      label: 'متنازع عليها',
      meaning: 'يعترض عليها حامل البطاقة. لا يمكن رد المبلغ المتنازع عليه.',
    },
    won: { label: 'مدفوعة', meaning: 'كان عليها نزاع وحُسم لصالحك.' },
    lost: { label: 'نزاع خاسر', meaning: 'حُسم لصالح حامل البطاقة: عاد المبلغ إليه.' },
    declined: { label: 'مرفوضة', meaning: 'لم تُدفع. لم تتحرك أي أموال.' },
    reversed: { label: 'مُفرَج عنها', meaning: 'لم تُدفع. أُفرج عن المبلغ المحجوز.' },
    expired: { label: 'منتهية', meaning: 'لم تُدفع. انتهت مدة الحجز.' },
    voided: { label: 'مُبطَلة', meaning: 'لم تُدفع. أُبطلت قبل التسوية.' },
  },
  unknownState: (state) => ({
    label: 'تحتاج إلى نظر',
    meaning: `الحالة «${state}» جديدة على هذه اللوحة. ابحث عن الدفعة في Business Center.`,
  }),
  fullyRefunded: { label: 'مردودة', meaning: 'عاد المبلغ كله إلى البطاقة.' },
  partlyRefunded: { label: 'مردودة جزئيًا', meaning: 'دُفعت، وعاد جزء منها إلى البطاقة.' },
  why: (reason) => `السبب: ${reason}.`,
  order: (reference) => `الطلب ${reference}`,
  invoice: (number) => `الفاتورة ${number}`,
  noRecord: {
    title: 'لا يوجد سجل مفتوح',
    next: 'افتح فاتورة أو عميلًا أو صفقة أو تذكرة لترى هنا دفعاتها بالبطاقة.',
  },
  noPayment: {
    title: 'لا توجد دفعة بالبطاقة بعد',
    next: 'بمجرد الدفع بالبطاقة تظهر الدفعة هنا تلقائيًا.',
  },
  unreachable: {
    title: 'تعذر تحميل اللوحة',
    'time-out': 'لم يرد Zoho في الوقت المناسب.',
    failed: 'لم يتمكن Zoho من تمرير طلبنا.',
    unauthorized: 'لم تأذن بالاتصال بـ Tallybridge.',
    next: 'إذا استمر ذلك فاطلب من مسؤول مراجعة صفحة الإعدادات.',
  },
  unauthorized: {
    title: 'صِل Tallybridge بحسابك',
    next: 'اضغط «تفويض» في النافذة التي فتحها Zoho ووافق هناك، ثم أعد المحاولة هنا. إن لم تُفتح نافذة فستجد الاتصال تحت «الاتصالات» في إعدادات Zoho.',
  },
  payments: {
    title: (count, written) =>
      counted(count, {
        two: 'دفعتان بالبطاقة',
        few: `${written} دفعات بالبطاقة`,
        many: `${written} دفعة بالبطاقة`,
        other: `${written} دفعة بالبطاقة`,
      }),
    back: 'كل الدفعات',
  },
  refundAccepted: 'قُبل رد المبلغ',
  charging: 'روابط الدفع والبطاقات',
  part: { failed: 'تعذر تحميل هذا الجزء من اللوحة.', busy: 'جارٍ التحميل…' },
};
