// Arabic: what is said of any document.
import type { DocumentTexts } from '../document-texts.ts';

export const documents: DocumentTexts = {
  isNew: (line) => `جديد: ${line}`,
  incomparable: 'لا يمكن المقارنة: أحدهما لا يُقرأ بعد.',
  onlyDetails: 'تغيرت تفاصيل فقط.',
  switchedOn: 'شُغّل',
  switchedOff: 'أُوقف',
  table: {
    others: (value) => `كل ما عداها -> ${value}`,
    title: (before, after) => `العنوان: «${before}» صار «${after}»`,
    removed: (line) => `أُزيل: ${line}`,
    added: (line) => `أُضيف: ${line}`,
    changed: (before, after) => `تغير: ${before} صار ${after}`,
  },
  staysWith: (title) => `يستمر «${title}» بالربط السابق حتى يُنشر من جديد.`,
  noChannel: (name, kind) => `لا توجد هنا قناة «${name}» من النوع ${kind}.`,
  agentsUnbounded: 'يجوز للموظفين رد أي مبلغ دفعة واحدة.',
  fieldsOld: (record, day, why) =>
    `${record}: الحقول المعروفة هي حقول ${day} لأن السؤال عنها أخفق. ${why}`,
  fieldsUnread: (record, why) =>
    `${record}: لا تُعرف إلا حقوله القياسية لأن السؤال عنها أخفق. ${why}`,
  needs: (title, kind, name) => `يحتاج «${title}» إلى: ${kind} «${name}»، وهو غير موجود هنا.`,
  kinds: {
    action: 'إجراء',
    flow: 'مسار',
    mapping: 'ربط',
    table: 'جدول',
    channel: 'قناة',
  },
};
