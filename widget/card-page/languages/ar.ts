// The card page in Arabic.
import { pluralOf } from '../../text/plural.ts';
import { offerText } from '../page-language.ts';
import type { CardPageText } from '../text.ts';

const counted = pluralOf('ar');

export const text: CardPageText = {
  title: 'الدفع بالبطاقة',
  titleSave: 'إضافة بطاقتك',
  forInvoice: (reference, company) => `الفاتورة ${reference} من ${company}`,
  forCompany: (company) => `لصالح ${company}`,
  forInvoices: (company) => `فواتير ${company}`,
  loading: 'جارٍ فتح حقول البطاقة الآمنة…',
  cardNumber: 'رقم البطاقة',
  securityCode: 'رمز الأمان',
  expiry: 'تنتهي (شهر/سنة)',
  expiryHint: 'MM/YY',
  expiryWrong: 'أدخل الشهر والسنة كما على البطاقة، مثل 08/29.',
  numberWrong: 'تحقق من رقم البطاقة.',
  codeWrong: 'تحقق من رمز الأمان المكوَّن من ثلاثة أرقام أو أربعة.',
  yours: 'الاسم والعنوان على حساب البطاقة',
  firstName: 'الاسم الأول',
  lastName: 'اسم العائلة',
  email: 'البريد الإلكتروني',
  line1: 'الشارع والرقم',
  line2: 'تفاصيل أخرى (اختياري)',
  city: 'المدينة',
  region: 'الولاية أو المنطقة',
  postalCode: 'الرمز البريدي',
  country: 'البلد',
  missing: (field) => `ينقص: ${field}.`,
  keepCard: (company) => `احفظ هذه البطاقة للدفعات القادمة إلى ${company}`,
  pay: (amount) => `ادفع ${amount}`,
  save: 'حفظ البطاقة',
  paying: 'جارٍ سؤال مصرفك…',
  safe: 'يذهب رقم بطاقتك مباشرة إلى خدمة الدفع. لا نراه ولا نحفظه أبدًا.',
  triesLeft: (tries) =>
    counted(tries, {
      one: 'يمكنك المحاولة مرة أخرى واحدة.',
      two: 'يمكنك المحاولة مرتين أخريين.',
      few: `يمكنك المحاولة ${tries} مرات أخرى.`,
      other: `يمكنك المحاولة ${tries} مرة أخرى.`,
    }),
  paidTitle: 'شكرًا لك، تم الدفع',
  paid: (amount, card) => `${amount} من \u2068${card}\u2069. يمكنك إغلاق هذه الصفحة.`,
  savedTitle: 'حُفظت بطاقتك',
  saved: (card) => `\u2068${card}\u2069، لم يُخصم شيء. يمكنك إغلاق هذه الصفحة.`,
  reviewTitle: 'دفعتك قيد المراجعة',
  review: (company) => `لا تدفع مرة أخرى من فضلك: ستخبرك ${company} بالنتيجة.`,
  underWayTitle: 'ننتظر رد مصرفك',
  underWay: 'لا تدفع مرة أخرى من فضلك. ستُظهر هذه الصفحة الرد بمجرد وصوله.',
  overTitle: 'لم يعد هذا الرابط صالحًا',
  over: (company) =>
    `لن يُخصم شيء بعد الآن. اطلب من ${company} رابطًا جديدًا إن كنت ما زلت تريد الدفع.`,
  settledTitle: 'هذه الفاتورة مدفوعة بالفعل',
  settled: (company) => `لم يُخصم شيء الآن، ولم يبقَ هنا ما يُدفع إلى ${company}.`,
  bank: 'التأكيد لدى مصرفك',
  confirmFirst:
    'يريد مصرفك أن تؤكد هذه الدفعة. لم يُخصم شيء بعد. أدخل البطاقة مجددًا: ثم يسألك مصرفك هنا.',
  unknownTitle: 'هذا الرابط غير معروف',
  unknown: 'تحقق من نسخ العنوان كاملًا، أو اطلب رابطًا جديدًا.',
  offlineTitle: 'تعذر الوصول إلينا',
  offline: 'لم يُخصم شيء الآن. تحقق من اتصالك وأعد المحاولة.',
  fieldsFailed: 'لم تُفتح حقول البطاقة الآمنة. لم يُخصم شيء.',
  again: 'أعد المحاولة',
  problems: {
    'card-declined': 'رفض مصرفك البطاقة. لم يُخصم شيء. استخدم بطاقة أخرى أو اسأل مصرفك.',
    'card-entry-invalid': 'تعذر استخدام بيانات البطاقة. لم يُخصم شيء. أدخل البطاقة مجددًا.',
    'card-confirmation-needed':
      'يطلب مصرفك تأكيدًا لا يمكن إجراؤه هنا بهذه البطاقة. استخدم بطاقة أخرى.',
    'payer-not-confirmed': 'لم يتمكن مصرفك من تأكيد أن البطاقة لك. لم يُخصم شيء. استخدم بطاقة أخرى.',
    'invoice-being-paid':
      'توجد دفعة أخرى لهذه الفاتورة قيد التنفيذ. لم يُخصم شيء الآن. أعد المحاولة بعد دقائق إن بقي شيء مستحق.',
    'never-sent': 'لم تصل المحاولة الأخيرة إلى مصرفك. لم يُخصم شيء. أعد المحاولة.',
    'too-many-tries': 'محاولات كثيرة. انتظر عشر دقائق ثم أعد المحاولة.',
    otherwise: 'لم ينجح الأمر. لم يُخصم شيء. أعد المحاولة أو اطلب رابطًا جديدًا.',
  },
};

offerText(text);
