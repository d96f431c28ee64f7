// Arabic: flows in words. Paths stand as «الدفعة › الحالة» and are spoken of as a value, so that no gender is needed.
import type { FlowTexts } from '../../flows/flow-texts.ts';
import { isolate } from '../isolate.ts';
import { told } from '../told.ts';
import { codeNames, fieldNames } from './flow-names.ts';
import { actionSentences, triggerSentences } from './flow-sentences.ts';
import { notices } from './notices.ts';
import { shippedTexts } from './shipped.ts';

const { and, or, field, value, action, shipped } = told('ar', {
  fields: fieldNames,
  codes: { ...notices.states, ...codeNames },
  actions: actionSentences,
  shipped: shippedTexts,
});

export const flow: FlowTexts = {
  field,
  value,
  shipped,
  marks: { colon: ':', comma: '، ', stop: '.' },
  yes: 'نعم',
  no: 'لا',
  quote: (text) => `«${isolate(text)}»`,
  path: {
    result: (step) => `نتيجة ${step}`,
    ofResult: (name, step) => `${step} › ${name}`,
    ofItem: (name) => `العنصر › ${name}`,
    itemNumber: 'رقم العنصر',
    subject: (name) => name,
    ofSubject: (name, of) => `${name} › ${of}`,
    fields: (names) => names.join(' › '),
  },
  operators: {
    '=': (subject, values) => `قيمة ${subject} هي ${values}`,
    '!=': (subject, values) => `قيمة ${subject} ليست ${values}`,
    '>': (subject, values) => `قيمة ${subject} أكثر من ${values}`,
    '>=': (subject, values) => `قيمة ${subject} لا تقل عن ${values}`,
    '<': (subject, values) => `قيمة ${subject} أقل من ${values}`,
    '<=': (subject, values) => `قيمة ${subject} لا تزيد على ${values}`,
    in: (subject, values) => `قيمة ${subject} هي ${values}`,
    'not-in': (subject, values) => `قيمة ${subject} ليست ${values}`,
    contains: (subject, values) => `قيمة ${subject} تتضمن ${values}`,
    known: (subject) => `قيمة ${subject} معروفة`,
    unknown: (subject) => `قيمة ${subject} غير معروفة`,
  },
  change: {
    own: 'جهة التغيير هي Tallybridge نفسه',
    others: 'جهة التغيير ليست Tallybridge نفسه',
  },
  and,
  or,
  all: (conditions) => conditions.join(' و'),
  span: {
    minutes: (count) => `${count} دقيقة`,
    hours: (count) => `${count} ساعة`,
    days: (count) => `${count} يوم`,
  },
  trigger: (name) => triggerSentences[name],
  begins: {
    unknown: (on) => `عندما يحدث «${on}»`,
    daily: (time) => `كل يوم في ${time}`,
    clock: (at) => `حسب الساعة، في «${at}»`,
    where: (begin, condition) => `${begin}، إذا كانت ${condition}`,
    each: (subject) => ` (تشغيل واحد لكل ${subject})`,
  },
  action,
  step: {
    unknownAction: (name) => `تنفيذ «${name}»`,
    noInput: (name) => `(دون ${name})`,
    branch: (path) => `معرفة قيمة ${path}`,
    map: (from, mapping) => `تحويل ${from} بالربط «${mapping}»`,
    forEach: (items, atMost) => `لكل عنصر من ${items} (بحد أقصى ${atMost})`,
    ask: {
      admin: (time, text) => `سؤال مسؤول، والمهلة ${time}: ${text}`,
      approver: (time, text) => `سؤال مُعتمِد، والمهلة ${time}: ${text}`,
    },
    notify: {
      'desk-comment': (to, text) => `التعليق على تذكرة Desk ${to}: ${text}`,
      'crm-note': (to, text) => `كتابة ملاحظة على سجل CRM ${to}: ${text}`,
      mail: (to, text) => `بريد إلى ${to}: ${text}`,
      slack: (to, text) => `رسالة Slack إلى ${to}: ${text}`,
      webhook: (to, text) => `استدعاء الخطاف ${to}: ${text}`,
    },
    call: (name, given) =>
      given === '' ? `تشغيل المسار «${name}»` : `تشغيل المسار «${name}» مع ${given}`,
    stop: (given) => (given === '' ? 'التوقف' : `التوقف مع الإبلاغ عن ${given}`),
    given: (name, words) => `${name} (${words})`,
    wait: (time) => `الانتظار ${time}`,
    waitUntil: (condition, time) =>
      `الانتظار حتى يتحقق: ${condition}${time === '' ? '' : ` (${time} على الأكثر)`}`,
    whether: (question) => `التحقق: هل ${question}`,
  },
  ways: {
    if: (asked) => `إذا كانت ${asked}`,
    unless: (asked) => `إلا إذا كانت ${asked}`,
    ifItIs: (values) => `إذا كانت ${values}`,
    otherwise: 'وإلا',
    approved: 'إذا تمت الموافقة',
    rejected: 'إذا رُفض الطلب',
    expired: 'إذا لم يُجب أحد في الوقت المحدد',
    soOnce: 'حين يتحقق ذلك',
    late: 'إذا طال ذلك',
    done: 'إذا تم',
    failed: 'إذا تعذر',
    next: 'ثم',
  },
  goesOn: {
    flowEnds: 'ينتهي المسار',
    itemDone: 'انتهى هذا العنصر',
    withNumber: (number) => `المتابعة بالخطوة ${number}`,
    withStep: (id) => `المتابعة بـ «${id}»`,
    withMissing: 'المتابعة بخطوة غير موجودة',
  },
  changes: {
    title: (before, after) => `العنوان: «${before}» صار «${after}»`,
    trigger: (before, after) => `المُطلِق: «${before}» صار «${after}»`,
    triggerDetails: (trigger) => `المُطلِق: ${trigger} (تفاصيل)`,
    beginning: (before, after) => `البداية: ${before} صارت ${after}`,
    removed: (step) => `أُزيلت: ${step}`,
    added: (step) => `أُضيفت: ${step}`,
    step: (name, words) => `${name}: ${words}`,
    renamed: (before, after) => `تغير الاسم: ${before} صار ${after}`,
    changed: (name, before, after) => `تغيرت: ${name}: «${before}» صارت «${after}»`,
    details: (name, words) => `تغيرت: ${name}: ${words} (تفاصيل)`,
    input: (name, of, before, after) => `تغيرت: ${name}: ${of} من ${before} إلى ${after}`,
    way: (name, way, before, after) => `تغيرت: ${name}، ${way}: من ${before} إلى ${after}`,
    drawing: 'تغير الرسم فقط',
    nothing: 'لا شيء',
    noWay: 'لا طريق',
    end: 'النهاية',
    ifSo: 'إذا تحقق',
    ifNot: 'إذا لم يتحقق',
    next: 'ثم',
    eachItem: 'لكل عنصر',
  },
};
