// Arabic texts: what will be written in Zoho Books.
import type { PanelLanguage } from '../language.ts';

export const booksPreview: PanelLanguage['booksPreview'] = {
  loading: 'جارٍ سؤال Zoho Books…',
  failed: 'تعذر سؤال Zoho Books الآن. ما تفعله هنا لا يتوقف عليه.',
  records: {
    'customer-payment': 'دفعة عميل',
    'write-off': 'شطب',
    'credit-note': 'إشعار دائن',
    'credit-note-refund': 'رد الإشعار الدائن',
    'payment-refund': 'رد الدفعة',
    'payment-removed': 'حذف دفعة العميل',
    'write-off-cancelled': 'إلغاء الشطب',
    'payment-lowered': 'خفض دفعة العميل',
  },
  record: (kind, amount, invoices) =>
    invoices === '' ? `${kind}، ${amount}` : `${kind}، ${amount}، الفاتورة ${invoices}`,
  accounts: {
    clearing: 'حساب المقاصة',
    receivables: 'الذمم المدينة',
    'customer-credit': 'رصيد العميل',
    'sales-and-tax': 'المبيعات والضريبة',
    'write-off': 'المشطوبات',
    'gateway-fees': 'رسوم البوابة',
  },
  account: 'الحساب',
  debit: 'مدين',
  credit: 'دائن',
  undo: {
    'customer-payment': 'للتراجع: احذف دفعة العميل؛ فتعود فواتيرها مفتوحة.',
    'write-off': 'للتراجع: ألغِ شطب الفاتورة.',
    'credit-note': 'للتراجع: أبطِل الإشعار الدائن.',
    'credit-note-refund': 'للتراجع: احذف رد الإشعار الدائن.',
    'payment-refund': 'للتراجع: احذف رد دفعة العميل.',
    'payment-removed': 'للتراجع: سجّل دفعة العميل من جديد.',
    'write-off-cancelled': 'للتراجع: اشطب باقي الفاتورة من جديد.',
    'payment-lowered': 'للتراجع: زيادة دفعة العميل مجددًا بالمبلغ الملغى.',
  },
  notes: {
    'nothing-moves': 'لا شيء: لا تتحرك أموال، فلا شيء يُقيَّد.',
    'when-all-is-captured': 'لا شيء بعد: يُقيَّد في دفعة واحدة حين يُحصَّل الباقي أو يُفرج عنه.',
    'after-the-payment': 'الدفعة نفسها في طريقها إلى Zoho Books. ما تفعله الآن يُقيَّد بعدها.',
    'not-in-books': 'لا شيء: هذه الدفعة ليست في Zoho Books.',
    'no-invoice': 'لا توجد فاتورة ليُصدر عنها إشعار دائن. سيتوقف قيد الرد مع ملاحظة لمسؤولك.',
  },
};
