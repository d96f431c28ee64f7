// Arabic sentences of problems: flows, mappings and channels.

import type { Words } from '../../words.ts';
import type { documentsProblems as english } from '../documents.ts';

export const documentsProblems: Words<typeof english> = {
  'flow-input': {
    sentence: 'لا يعطي المسار الإجراء {action} قيمة صالحة لـ {field}.',
    next: 'أصلح المسار وانشره وأعد هذا التشغيل.',
  },
  'flow-items': {
    sentence: 'وجدت الخطوة {node} من المسار {count} من العناصر؛ وحدها {limit}.',
    next: 'ارفع الحد في المسار أو قسّم العمل، وانشره وأعد هذا التشغيل.',
  },
  'mapping-field-empty': {
    sentence: 'لا يمكن ملء «{target}»: {source} فارغ.',
    next: 'املأه في المصدر، أو حدد في القاعدة {rule} من «{mapping}» ما يُكتب حينها. ثم أعد التشغيل.',
  },
  'mapping-field-too-long': {
    sentence: 'يتسع «{target}» لـ {lengthMax} حرفًا، لكن {source} يعطي {length}.',
    next: 'قصّره في المصدر، أو دع القاعدة {rule} من «{mapping}» تقصّه. ثم أعد التشغيل.',
  },
  'mapping-field-wrong': {
    sentence: 'لا يمكن ملء «{target}» من {source}: {detail}.',
    next: 'صحّحه في المصدر، أو غيّر القاعدة {rule} من «{mapping}». ثم أعد التشغيل.',
  },
  'mapping-value-unknown': {
    sentence: 'لا مقابل في «{target}» لما يقوله {source}: {detail}.',
    next: 'أضفه في القاعدة {rule} من «{mapping}»، أو حدد قيمة لكل ما سواه. ثم أعد التشغيل.',
  },
  'mapping-field-gone': {
    sentence: 'لم يعد الحقل «{target}» موجودًا.',
    next: 'أنشئه من جديد، أو أزل القاعدة {rule} من «{mapping}». ثم أعد التشغيل.',
  },
  'fields-unreadable': {
    sentence: 'جاءت قائمة حقول {object} بشكل لا نعرفه.',
    next: 'نستمر بالحقول المعروفة ونسأل مجددًا تلقائيًا.',
  },
  'channel-unknown': {
    sentence: 'لا توجد قناة «{channel}» من النوع {kind}.',
    next: 'يضيفها مسؤول في صفحة الإعدادات؛ ثم يستمر تلقائيًا.',
  },
  'channel-address-wrong': {
    sentence: 'لا يمكن استخدام عنوان القناة «{channel}»: {detail}.',
    next: 'يصحّحه مسؤول في صفحة الإعدادات؛ ثم يستمر تلقائيًا.',
  },
  'channel-refused': {
    sentence: 'رفضت «{channel}» الرسالة ({detail}).',
    next: 'أصلح النص أو العنوان في المسار وانشره وأعد هذا التشغيل.',
  },
  'channel-closed': {
    sentence: 'لم تعد «{channel}» تقبل رسائلنا ({detail}).',
    next: 'يجددها مسؤول في صفحة الإعدادات؛ ثم يستمر تلقائيًا.',
  },
  'channel-busy': {
    sentence: 'تطلب منا «{channel}» التمهل.',
    next: 'نرسلها مجددًا تلقائيًا.',
  },
  'channel-unavailable': {
    sentence: 'لم ترد «{channel}».',
    next: 'نرسلها مجددًا تلقائيًا.',
  },
  'mail-sender-missing': {
    sentence: 'لا يوجد مرسل بريد مهيأ.',
    next: 'يوثّق مسؤول عنوانًا في Catalyst ويدخله في صفحة الإعدادات.',
  },
  'document-changed': {
    sentence: 'غيّر شخص آخر {what} منذ أن فتحته.',
    next: 'افتحه مجددًا لترى التغيير، ثم أعد تغييرك.',
  },
  'document-faulty': {
    sentence: 'لا يمكن نشر {what} بعد. {faults}',
    next: 'صحّحه ثم انشره مجددًا.',
  },
  'document-too-long': {
    sentence: '{what} أطول من أن يُحفظ.',
    next: 'قسّمه إلى اثنين.',
  },
  'document-in-use': {
    sentence: 'لا يمكن تعطيل {what}: يستدعيه {by}.',
    next: 'غيّر المسار الذي يستدعيه أو عطّله أولًا.',
  },
  'sample-missing': {
    sentence: 'لا توجد عينة من «{what}» لعرض التعيين عليها.',
    next: 'أرفق سجل عينة.',
  },
  'bundle-unreadable': {
    sentence: 'هذه ليست حزمة مقروءة: {detail}.',
    next: 'صدّرها مجددًا بهذا الإصدار من Tallybridge أو بأقدم منه.',
  },
  'bundle-faulty': {
    sentence: 'لم يُستورد شيء. {faults}',
    next: 'صحّحه في مصدر الحزمة، أو أضف هنا ما تحتاج إليه، ثم استوردها مجددًا.',
  },
};
