// Arabic texts of the settings page: the people and what waits for approval.
import type { Language } from '../../../text/language.ts';

export const people: Language['people'] = {
  title: 'الأشخاص',
  about:
    'كل من سجّل الدخول. الأدوار تتبع Zoho ما لم تحدد دورًا هنا؛ ومقابلة أدوار Zoho تُحدد في الإعداد تحت «Webhooks والقنوات والأدوار».',
  none: 'لم يسجّل أحد الدخول بعد.',
  you: 'أنت',
  access: { allowed: 'له وصول', ended: 'انتهى الوصول', removed: 'لم يعد في Zoho' },
  role: (name) => `دور ${name}`,
  asInZoho: (role) => `كما في Zoho (${role})`,
  end: 'إنهاء الوصول',
  endLabel: (name) => `إنهاء وصول ${name}`,
  sure: (name) => `يخرج ${name} فورًا ولا يمكنه تسجيل الدخول حتى تسمح بذلك.`,
  restore: 'السماح مجددًا',
  restoreLabel: (name) => `السماح مجددًا لـ ${name}`,
  seen: (date) => `تُحقق منه في Zoho ${date}`,
  approvals: {
    title: 'ينتظر الموافقة',
    about: 'ما طلبه أشخاص أو مسارات ولم يقرره أحد. لا يشمل طلبك أنت.',
    none: 'لا شيء ينتظر.',
    asked: (person, age) => `طلبه ${person}، ${age}.`,
    since: (age) => `طُلب ${age}.`,
    ends: (time) => `ينتهي ${time}.`,
    own: 'أنت من طلبه: يجب أن يقرره غيرك.',
    reason: 'سبب قرارك',
    approve: 'موافقة',
    refuse: 'رفض',
    approveLabel: (what) => `موافقة: ${what}`,
    refuseLabel: (what) => `رفض: ${what}`,
    done: { approved: 'تمت الموافقة.', rejected: 'رُفض.' },
  },
};
