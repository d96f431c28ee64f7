// Arabic mails to customers.
import type { CustomerTexts } from '../customer-words.ts';

export const customer: CustomerTexts = {
  invoice: (reference) => `الفاتورة ${reference}`,
  invoices: (references) => `الفواتير ${references}`,
  yourCard: 'بطاقتك',
  unnamedCard: 'بطاقتك',
  linkSubject: (company, what) => `${company}: ${what}`,
  pay: (amount, reference) => `نرجو دفع ${amount} عن الفاتورة ${reference} في هذه الصفحة:`,
  payInvoices: (amount) => `يُرجى دفع ${amount} في هذه الصفحة عن الفواتير التالية:`,
  payWithoutInvoice: (amount) => `نرجو دفع ${amount} في هذه الصفحة:`,
  addCard: 'نرجو إضافة بطاقتك في هذه الصفحة:',
  linkIsYours: 'الرابط لك وحدك ويصلح ثلاثة أيام.',
  neverAsked: 'لا نطلب أبدًا أرقام البطاقات بالهاتف أو بالبريد.',
  unpaidSubject: (company, reference) => `${company}: الفاتورة ${reference} لم تُدفع بعد`,
  card: (brand, lastFour) => `بطاقتك ${brand} المنتهية بالأرقام ${lastFour}`,
  notCharged: (amount, card, reference, why) =>
    `تعذر خصم ${amount} من ${card} عن الفاتورة ${reference}: ${why}. لم يُخصم شيء.`,
  triedAgain: (day) =>
    `نعيد المحاولة بالبطاقة نفسها في ${day}. لا يلزمك فعل شيء؛ وللدفع ببطاقة أخرى أجب عن هذه الرسالة.`,
  notTriedAgain: (amount, card, reference) =>
    `لن نعيد محاولة خصم ${amount} من ${card} عن الفاتورة ${reference}. لم يُخصم شيء.`,
  otherCard: 'للدفع ببطاقة أخرى أجب عن هذه الرسالة.',
  causes: {
    expired: 'انتهت صلاحية البطاقة',
    'no-money': 'لم يكن الرصيد كافيًا',
    'over-limit': 'المبلغ فوق حد البطاقة',
    'to-be-confirmed': 'يريد مصرفك أن تؤكدها بنفسك',
    unreachable: 'تعذر الوصول إلى مصرفك',
    declined: 'رفضها مصرفك',
  },
};
