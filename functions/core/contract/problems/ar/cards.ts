// Arabic sentences of problems: cards, and the money that we ask for.

import type { Words } from '../../words.ts';
import type { cardsProblems as english } from '../cards.ts';

export const cardsProblems: Words<typeof english> = {
  'card-confirmation-needed': {
    sentence: 'يريد المصرف أن يؤكد حامل البطاقة هذه الدفعة.',
    next: 'لم يُخصم شيء. دع العميل يدفع في صفحة البطاقة، وببطاقة لا تحتاج إلى تأكيد إن طُلب مجددًا.',
  },
  'charge-over-balance': {
    sentence: 'المستحق من الفاتورة {number} هو {left} فقط؛ وقد طُلب {asked}.',
    next: 'اطلب {left} أو أقل.',
  },
  'charge-beyond-limit': {
    sentence: 'لا يجوز لك خصم هذا القدر وحدك من بطاقة محفوظة. {why}',
    next: 'اطلب موافقة {by}، أو أرسل للعميل رابطًا بدلًا من ذلك.',
  },
  'request-rejected': {
    sentence: 'رفض {name} هذا الخصم: «{reason}».',
    next: 'لم يُخصم شيء. أرسل للعميل رابطًا، أو اطلب أقل.',
  },
  'request-expired': {
    sentence: 'لم يقرر أحد بشأن هذا الخصم في الوقت المحدد.',
    next: 'لم يُخصم شيء. اطلب مجددًا إن كان ما زال مطلوبًا.',
  },
  'invoice-settled': {
    sentence: 'لم يبقَ شيء مستحق من الفاتورة {number}.',
    next: 'لم يُخصم شيء الآن. لا حاجة إلى دفع.',
  },
  'invoice-being-paid': {
    sentence: 'دفعة أخرى للفاتورة {number} قيد التنفيذ أو لم تُقيَّد بعد.',
    next: 'لم يُخصم شيء الآن. أعد المحاولة بعد دقائق إن بقي شيء مستحق.',
  },
  'no-saved-card': {
    sentence: 'لم يوافق العميل على حفظ أي بطاقة.',
    next: 'اطلب برابط: يمكن للعميل حفظ البطاقة هناك.',
  },
  'saved-card-removed': {
    sentence: 'أُزيلت البطاقة المحفوظة.',
    next: 'لم يُخصم شيء. أرسل للعميل رابطًا ليدفع ببطاقة أخرى.',
  },
  'tries-ended': {
    sentence: 'أنهى {name} محاولات هذه البطاقة.',
    next: 'لم يُخصم شيء. أرسل للعميل رابطًا إن كان المبلغ ما زال مستحقًا.',
  },
  'payer-not-confirmed': {
    sentence: 'لم يتمكن المصرف من تأكيد أن البطاقة للعميل.',
    next: 'لم يُخصم شيء. استخدم بطاقة أخرى.',
  },
  'card-saves-exhausted': {
    sentence: 'عدد مرات طلب بطاقة من هذا العميل في يوم واحد: {count}.',
    next: 'انتظر إلى الغد، أو استخدم أحد الروابط المفتوحة.',
  },
  'invoice-not-open': {
    sentence: 'لا يمكن دفع شيء من الفاتورة {number}: حالتها {status}.',
    next: 'أرسل المسودة أولًا؛ والفاتورة المدفوعة أو المُبطلة لا تحتاج إلى دفع.',
  },
  'customer-not-in-books': {
    sentence: 'ليس في Zoho Books عميل واحد بعينه بالعنوان {email}.',
    next: 'أنشئ العميل في Zoho Books، أو افتح العميل الصحيح هناك واطلب منه.',
  },
  'account-not-in-books': {
    sentence: 'ليس في Zoho Books عميل واحد بعينه لهذا الحساب.',
    next: 'اربط عميلًا واحدًا في Zoho Books بالحساب، أو افتح العميل الصحيح هناك واطلب منه.',
  },
  'deal-without-customer': {
    sentence: 'ليس لهذه الصفقة جهة اتصال ولا حساب.',
    next: 'حدّد جهة الاتصال في الصفقة، ثم اطلب مرة أخرى.',
  },
  'currency-not-connected': {
    sentence: 'لا يقبل أي حساب تاجر عملة {currency}.',
    next: 'وصّل حسابًا في صفحة الإعدادات، أو اطلب بعملة أخرى.',
  },
  'link-unknown': {
    sentence: 'رابط الدفع هذا غير معروف.',
    next: 'تحقق من نسخ العنوان كاملًا، أو اطلب رابطًا جديدًا.',
  },
  'link-used': {
    sentence: 'لم يعد رابط الدفع هذا صالحًا.',
    next: 'لم يُخصم شيء الآن. اطلب رابطًا جديدًا.',
  },
  'card-declined': {
    sentence: 'رُفضت البطاقة ({reason}).',
    next: 'لم يُخصم شيء. استخدم بطاقة أخرى، أو أعد المحاولة لاحقًا إن سمح المصرف.',
  },
  'card-entry-invalid': {
    sentence: 'تعذر استخدام بيانات البطاقة.',
    next: 'لم يُخصم شيء. أدخل البطاقة مجددًا.',
  },
  'card-in-use': {
    sentence: 'ما زالت البطاقة مستخدمة في مكان آخر، كبطاقة افتراضية أو في اشتراك.',
    next: 'اجعل بطاقة أخرى افتراضية أولًا.',
  },
};
