// Arabic texts: a customer at a glance.
import type { PanelLanguage } from '../language.ts';
import { pluralOf } from '../plural.ts';

const counted = pluralOf('ar');

export const customer: PanelLanguage['customer'] = {
  title: 'هذا العميل',
  loading: 'جارٍ جمع الدفعات…',
  failed: 'تعذرت قراءة أرقام العميل.',
  paid: (amount) => `دُفع ${amount}`,
  refunded: 'مردود',
  disputed: 'متنازع عليه',
  payments: 'دُفع بالبطاقة',
  times: (count, written) =>
    counted(count, {
      one: 'مرة واحدة',
      two: 'مرتين',
      few: `${written} مرات`,
      other: `${written} مرة`,
    }),
  last: 'آخر دفعة',
  first: 'أول دفعة',
  declined: 'مرفوضة',
  disputes: 'النزاعات',
  openDisputes: (count, written) =>
    counted(count, {
      one: 'نزاع مفتوح',
      two: 'نزاعان مفتوحان',
      few: `${written} نزاعات مفتوحة`,
      other: `${written} نزاعًا مفتوحًا`,
    }),
  lostDisputes: (count, written) =>
    counted(count, {
      one: 'نزاع خاسر',
      two: 'نزاعان خاسران',
      few: `${written} نزاعات خاسرة`,
      other: `${written} نزاعًا خاسرًا`,
    }),
  risk: 'خطر أحدث الدفعات',
  risks: { low: 'منخفض', medium: 'متوسط', high: 'مرتفع' },
  recentOnly: 'تُحسب أحدث 100 دفعة فقط.',
  months: (currency) => `المدفوع شهريًا، ${currency}`,
  asTable: 'في جدول',
  month: 'الشهر',
  amount: 'المدفوع',
  count: 'الدفعات',
  cards: 'البطاقات المسجلة',
  noCards: 'لا توجد بطاقة مسجلة.',
  standard: 'تُستخدم أولًا',
  subscriptions: 'الاشتراكات',
  subscriptionStates: {
    pending: 'يبدأ لاحقًا',
    active: 'نشط',
    failed: 'فشل',
    completed: 'مكتمل',
    delinquent: 'متأخر في دفعة',
    suspended: 'معلق',
    cancelled: 'ملغى',
  },
  every: (count, unit) => {
    const [one, two, few, other] = units[unit];
    return `كل ${counted(count, { one, two, few: `${count} ${few}`, other: `${count} ${other}` })}`;
  },
  nextCharge: (date) => `الخصم التالي ${date}`,
  notAll: 'لدى البوابة اشتراكات أكثر مما جرى تصفحه.',
  unread: 'تعذرت قراءة الاشتراكات.',
  expires: (date) => `تنتهي ${date}`,
  expiresSoon: (date) => `تنتهي قريبًا، ${date}`,
  columns: { date: 'التاريخ', what: 'مقابل', amount: 'المبلغ', state: 'الحالة', card: 'البطاقة' },
  expired: (date) => `انتهت ${date}`,
};

const units = {
  day: ['يوم', 'يومين', 'أيام', 'يومًا'],
  week: ['أسبوع', 'أسبوعين', 'أسابيع', 'أسبوعًا'],
  month: ['شهر', 'شهرين', 'أشهر', 'شهرًا'],
  year: ['سنة', 'سنتين', 'سنوات', 'سنة'],
} as const;
