// Arabic texts of the settings page: the secrets.
import type { Language } from '../../../text/language.ts';

const signed =
  'ما وُقّع بالقديم يبقى مقبولًا حتى نهاية الفترة الانتقالية. أدخل الجديد في الجانب الآخر خلالها.';
const asked = 'نستخدم الجديد خلال دقيقة. احذف القديم في الجانب الآخر بعد ذلك.';

export const secrets: Language['secrets'] = {
  title: 'الأسرار',
  about: 'كل مفتاح نحتفظ به. كل منها مختوم بمفتاح خاص به ويمكن استبداله؛ ولا يُعرض أي منها أبدًا.',
  none: 'لا نحتفظ بأي سر: لم يُوصل شيء بعد.',
  kinds: {
    'gateway-key': 'مفتاح البوابة',
    'gateway-webhook': 'مفتاح توقيع إعلانات البوابة',
    'zoho-sign-in': 'تسجيل الدخول بـ Zoho',
    'zoho-client': 'سر عميلنا في وحدة تحكم واجهات Zoho',
    'shop-api': 'مفاتيح المتجر',
    'shop-webhook': 'سر Webhooks المتجر',
    'books-webhook': 'سر Webhooks سير العمل في Books وInventory',
    channel: 'سر قناة',
  },
  overlap: {
    'gateway-key': asked,
    'gateway-webhook': signed,
    'zoho-sign-in': 'سجّل الدخول بـ Zoho مجددًا في الإعداد: يحل التسجيل الجديد محل هذا.',
    'zoho-client':
      'يقبل Zoho الجديد فورًا. وتبقى قناة CRM مقبولة بالقديم حتى نهاية الفترة الانتقالية، وتُجدد خلالها.',
    'shop-api': asked,
    'shop-webhook': signed,
    'books-webhook': signed,
    channel: 'تحمل الرسائل التوقيعين حتى نهاية الفترة الانتقالية. ويُستخدم عنوان Slack خلال دقيقة.',
  },
  of: (kind, of) => `${kind}: ${of}`,
  keyId: (id) => `معرّف المفتاح ${id}`,
  certificate: 'إنه شهادة: ارفع ملف P12 جديدًا في الإعداد تحت «معرّفات التاجر في Cybersource».',
  since: (age) => `مستخدم منذ: ${age}`,
  old: 'مستخدم قبل بدء التسجيل',
  states: {
    inUse: 'مستخدم',
    overlap: (date) => `السابق مقبول حتى ${date}`,
    ends: (date) => `صالح حتى ${date}`,
  },
  replace: 'استبدال…',
  replaceLabel: (what) => `استبدال: ${what}`,
  master: (id, sealed, left) =>
    left === 0
      ? `كل النصوص المختومة، وعددها ${sealed}، مغلفة بالمفتاح الرئيسي الحالي ${id}.`
      : `ما زالت ${left} من ${sealed} من النصوص المختومة تحتاج إلى المفتاح الرئيسي السابق؛ والحالي هو ${id}. يستمر ذلك تلقائيًا.`,
  form: {
    keyId: 'معرّف المفتاح الجديد',
    secret: 'السر الجديد',
    consumerKey: 'مفتاح المستهلك الجديد',
    channel: 'سر توقيع جديد (whsec_…) أو عنوان Slack',
    booksHint: 'من 12 إلى 50 حرفًا ورقمًا',
    overlap: 'يبقى القديم مقبولًا',
    hours: { '0': 'لا يبقى: لقد تسرب', '24': 'يومًا', '168': 'أسبوعًا' },
    sure: 'يحل الجديد محله بمجرد ضغط الزر.',
    yes: 'استبدله الآن',
    done: (usable, until) =>
      `استُبدل. استخدم الجديد في الجانب الآخر ابتداءً من ${usable}؛ ويبقى القديم مقبولًا حتى ${until}.`,
    doneAtOnce: (usable) =>
      `استُبدل. استخدم الجديد في الجانب الآخر ابتداءً من ${usable}؛ ولم يعد للقديم قيمة.`,
  },
};
