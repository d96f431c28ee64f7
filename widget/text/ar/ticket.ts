// Arabic texts: how a ticket finds its payment.
import type { PanelLanguage } from '../language.ts';

export const ticket: PanelLanguage['ticket'] = {
  title: 'هذه التذكرة',
  which: 'عن أي دفعة هذه التذكرة؟',
  whichNext: 'اخترها وانظر إليها وثبِّتها للتذكرة.',
  fits: (reasons) => `مطابقة حسب: ${reasons}`,
  reasons: {
    order: 'رقم الطلب',
    invoice: 'رقم الفاتورة',
    number: 'رقم في النص',
    card: 'آخر أربعة أرقام',
    amount: 'المبلغ',
    date: 'التاريخ',
    mail: 'بريد المرسل',
  },
  none: {
    title: 'لم نجد دفعة لهذه التذكرة',
    searched: 'بحثنا عن:',
    nothing: 'لا تذكر التذكرة طلبًا ولا فاتورة ولا بطاقة ولا بريدًا نبحث عنه.',
    next: 'اكتب رقم الطلب أو الفاتورة في الموضوع أو في أحد حقول التذكرة، ثم ابحث مجددًا.',
    again: 'ابحث مجددًا',
  },
  searched: {
    numbers: 'الطلب أو الفاتورة',
    lastFours: 'بطاقة تنتهي بـ',
    amounts: 'المبلغ',
    dates: 'التاريخ',
    email: 'الدافع',
  },
  remember: 'ثبِّتها لهذه التذكرة',
  remembered: 'اختار أحدهم هذه الدفعة للتذكرة.',
  forget: 'البحث عن غيرها',
  busy: 'لحظة…',
  unsure: 'لا نعلم هل ثُبِّتت. أعد المحاولة: لا يحدث شيء مرتين.',
};
