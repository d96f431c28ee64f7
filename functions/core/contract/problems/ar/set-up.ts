// Arabic sentences of problems: connecting a company, and what the doctor finds.

import type { Words } from '../../words.ts';
import type { setUpProblems as english } from '../set-up.ts';

export const setUpProblems: Words<typeof english> = {
  'zoho-data-centre-unknown': {
    sentence: 'عاد تسجيل الدخول من خادم لا يُعرف أنه لـ Zoho.',
    next: 'ابدأ من جديد. إذا استمر ذلك فأخبر مسؤولك ولا تُدخل كلمة مرورك.',
  },
  'zoho-account-elsewhere': {
    sentence: 'حساب Zoho ‏{mail} ليس مسؤولًا في {company}.',
    next: 'سجّل الدخول إلى Zoho كمسؤول في هذه المؤسسة، ثم أعد التوصيل.',
  },
  'zoho-scopes-missing': {
    sentence: 'لم يمنح Zoho كل ما طُلب ({scopes}).',
    next: 'أعد التوصيل ووافق على كل شيء في صفحة Zoho.',
  },
  'gateway-environment-wrong': {
    sentence: 'مفتاح التاجر {merchant} يخص البيئة {other} لا {asked}.',
    next: 'اختر البيئة الصحيحة، أو أنشئ مفتاحًا في Business Center للأخرى.',
  },
  'merchant-key-missing': {
    sentence: 'معرّف التاجر هذا بلا مفتاح بعد.',
    next: 'أدخل مفتاح Business Center، ثم احفظ مرة أخرى.',
  },
  'fee-account-missing': {
    sentence: 'الرسوم بحسب العقد تحتاج إلى حساب تُقيَّد فيه.',
    next: 'اختر حساب الرسوم، ثم احفظ مرة أخرى.',
  },
  'merchant-environment-mixed': {
    sentence: 'معرّفات التاجر الأخرى لهذه الشركة ليست في البيئة {environment}.',
    next: 'استخدم البيئة نفسها للجميع، أو أزل الأخرى أولًا.',
  },
  'merchant-in-use': {
    sentence: 'أُجريت دفعات بالتاجر {merchant}: بلا مفتاحه لا يمكن رد أي منها.',
    next: 'أبقِه. لا يكلف شيئًا، وإعدادات البوابة تقرر هل يقبل دفعات جديدة.',
  },
  'key-file-unreadable': {
    sentence: 'تعذرت قراءة ملف المفتاح.',
    next: 'تحقق من كلمة المرور، أو أنشئ ملف P12 جديدًا في Business Center.',
  },
  'settings-being-saved': {
    sentence: 'تُحفظ الإعدادات الآن.',
    next: 'لم يُحفظ شيء منك. أعد المحاولة بعد دقيقة.',
  },
  'settings-changed': {
    sentence: 'غيّر شخص آخر الإعدادات منذ أن فتحتها.',
    next: 'أعد تحميلها وانظر ما تغير واحفظ مجددًا.',
  },
  'zoho-sign-in-off': {
    sentence: 'لم يُهيأ تسجيل الدخول بـ Zoho في هذا المشروع.',
    next: 'يُدخل من يدير المشروع عميل وحدة تحكم واجهات Zoho، أو يوصل بأمر الإعداد.',
  },
  'setup-step-missing': {
    sentence: 'تسبقها خطوة أخرى: {step}.',
    next: 'أنجزها ثم عُد إلى هذه.',
  },
  'account-unfit': {
    sentence: 'الحساب {account} لا يصلح هنا.',
    next: 'أعد تحميل القائمة واختر منها.',
  },
  'live-test-refused': {
    sentence: 'لا تُجرى دفعة الاختبار إلا في البيئة التجريبية.',
    next: 'لم يُرسل شيء. مع المفاتيح الحقيقية تكون أول دفعة حقيقية هي الاختبار.',
  },
  'webhook-not-offered': {
    sentence: 'لا تعرض البوابة أحداث دفع على التاجر {merchant}.',
    next: 'اطلبها من دعم البوابة. وحتى ذلك الحين نجد الدفعات بالسؤال كل دقيقة.',
  },
  'zoho-organization-wrong': {
    sentence: 'لا يعرف {product} مستخدمنا في هذه المؤسسة.',
    next: 'يراجع مسؤول معرّف المؤسسة وهل ما زال المستخدم الذي أجرى التوصيل فيها.',
  },
  'zoho-data-centre-wrong': {
    sentence: 'الاتصال يخص {theirs}، لكننا مهيؤون لـ {ours}.',
    next: 'يختار مسؤول مركز البيانات الصحيح في صفحة الإعدادات ويعيد التوصيل.',
  },
  'zoho-sign-in-needed': {
    sentence: 'لم يعد الاتصال بـ Zoho صالحًا.',
    next: 'يسجّل مسؤول الدخول بـ Zoho مجددًا في صفحة الإعدادات.',
  },
  'zoho-organization-closed': {
    sentence: 'المؤسسة في {product} مغلقة.',
    next: 'أعد فتحها في {product}، أو اختر غيرها في صفحة الإعدادات.',
  },
  'zoho-field-duplicates': {
    sentence: 'الحقل المخصص {field} في {product} يسمح بالتكرار.',
    next: 'عدّل الحقل هناك واختر «Prevent duplicate values»: وإلا فقد تتكرر كتابتنا.',
  },
  'plan-calls-fewer': {
    sentence:
      'تسمح باقة {plan} من Zoho Books بعدد {allowed} من الاستدعاءات يوميًا؛ والإعدادات تحسب {counted}.',
    next: 'اخفض الرقم في الإعدادات، أو غيّر الباقة.',
  },
  'clock-off': {
    sentence: 'ساعتنا {side} ساعة البوابة بمقدار {seconds} ثانية.',
    next: 'لم يضع شيء، لكن قد تُرفض طلبات. إنها ساعة المنصة: أخبر دعمها إذا استمر ذلك.',
  },
  'webhook-absent': {
    sentence: 'لا ترسل إلينا البوابة شيئًا عن التاجر {merchant}: لا يوجد اشتراك Webhook.',
    next: 'اضغط «إصلاح». وحتى ذلك الحين نجد الدفعات بالسؤال كل دقيقة.',
  },
  'webhook-elsewhere': {
    sentence: 'يرسل Webhook التاجر {merchant} إلى {there}، ونحن في {here}.',
    next: 'اضغط «إصلاح» لاشتراك عنواننا وإنهاء القديم.',
  },
  'webhook-suspended': {
    sentence: 'أوقفت البوابة Webhook التاجر {merchant} ({status}).',
    next: 'اضغط «إصلاح» لتشغيله. وما فات يُعثر عليه بالسؤال.',
  },
  'webhook-in-review': {
    sentence: 'تراجع البوابة عنوان Webhook التاجر {merchant}.',
    next: 'لا شيء مطلوب: يستغرق يوم عمل إلى يومين ثم يعمل تلقائيًا. وحتى ذلك الحين نسأل كل دقيقة.',
  },
  'webhook-blocked': {
    sentence: 'رفضت البوابة عنوان Webhook التاجر {merchant}.',
    next: 'اتصل بدعم البوابة: العنوان عام ويجيب. وحتى ذلك الحين نسأل كل دقيقة.',
  },
  'signing-key-ending': {
    sentence: 'ينتهي المفتاح الذي يوقّع Webhook التاجر {merchant}، والأيام الباقية {days}.',
    next: 'اضغط «إصلاح» لإنشاء مفتاح جديد؛ ويبقى القديم مقبولًا يومًا.',
  },
  'account-missing': {
    sentence: 'ليس للتاجر {merchant} حساب مقاصة لعملة {currency}.',
    next: 'اختر واحدًا في خطوة «الحسابات» من صفحة الإعدادات: وحتى ذلك الحين لا يمكن قيد دفعاته بعملة {currency}.',
  },
  'account-gone': {
    sentence: 'لم يعد الحساب {account} في Zoho Books.',
    next: 'اختر غيره في خطوة «الحسابات» من صفحة الإعدادات.',
  },
  'account-inactive': {
    sentence: 'الحساب {account} غير نشط في Zoho Books.',
    next: 'فعّله هناك، أو اختر غيره في خطوة «الحسابات».',
  },
  'account-currency-wrong': {
    sentence: 'الحساب {account} بعملة {theirs}، لكنه يحوي دفعات بعملة {currency}.',
    next: 'اختر حسابًا بعملة {currency} في خطوة «الحسابات» من صفحة الإعدادات.',
  },
  'crm-watch-ended': {
    sentence: 'لم يعد CRM يخبرنا بجهات الاتصال المتغيرة.',
    next: 'نعيد فتح القناة تلقائيًا ونجد التغييرات بالسؤال. إذا استمر ذلك فتحقق من تسجيل الدخول بـ Zoho.',
  },
  'shop-webhook-off': {
    sentence: 'أوقف المتجر Webhook ‏{topic}.',
    next: 'اضغط «إصلاح» لتشغيله مجددًا.',
  },
  'shop-webhook-absent': {
    sentence: 'ليس في المتجر Webhook يرسل إلينا.',
    next: 'أضف واحدًا في WooCommerce تحت الإعدادات، متقدم، Webhooks، بالعنوان الظاهر في صفحة الإعدادات.',
  },
  'mail-sender-unverified': {
    sentence: 'لا ترسل المنصة بريدًا من {sender}.',
    next: 'وثّق العنوان في وحدة تحكم Catalyst، أو أدخل عنوانًا موثّقًا.',
  },
  'data-version-old': {
    sentence: 'لم تُرفع البيانات المحفوظة إلى هذا الإصدار، وعدد الأيام {days}.',
    next: 'يفعل المؤقت ذلك تلقائيًا: انظر في وحدة تحكم Catalyst هل يعمل وما تقوله آخر مرة.',
  },
  'pages-unreachable': {
    sentence: 'لم يحدد أحد العنوان الذي تُفتح به صفحة البطاقة.',
    next: 'اضبط TALLYBRIDGE_PUBLIC_URL في وحدة تحكم Catalyst.',
  },
  'card-page-changed': {
    sentence: 'صفحة البطاقة ليست كما بُنيت: {faults}.',
    next: 'لا ترسل روابط دفع الآن. انشر الدوال مجددًا ودع من ينظر في من غيّر {address} أو ما أمامه.',
  },
  'own-page-unreachable': {
    sentence: 'لم ترد صفحتنا {address}.',
    next: 'ننظر مجددًا تلقائيًا. إذا استمر ذلك فتحقق من TALLYBRIDGE_PUBLIC_URL في وحدة تحكم Catalyst.',
  },
  'timer-late': {
    sentence: 'لم يعمل المؤقت منذ {minutes} دقيقة.',
    next: 'افتح Job Scheduling في وحدة تحكم Catalyst وانظر هل المهمة الدورية كل دقيقة مفعلة.',
  },
};
