// Arabic sentences of problems: rules and approvals.

import type { Words } from '../../words.ts';
import type { rulesProblems as english } from '../rules.ts';

export const rulesProblems: Words<typeof english> = {
  'approval-own': {
    sentence: 'أنت من طلب هذا، فيجب أن يقرره غيرك.',
    next: 'اطلب من زميل يحق له الموافقة.',
  },
  'approval-over': {
    sentence: 'حُسم هذا من قبل: {decision}.',
    next: 'أعد تحميل الصفحة. إن كان لا بد منه فابدأ من جديد.',
  },
  'approval-needed': {
    sentence: 'يحتاج هذا إلى موافقة {by}. {why}',
    next: 'اطلب الموافقة، أو غيّر ما تريد تحريكه.',
  },
  'approval-not-needed': {
    sentence: 'لا يحتاج هذا إلى موافقة: يجوز لك فعله بنفسك.',
    next: 'ارجع وافعله دون طلب.',
  },
  'approval-not-yours': {
    sentence: 'طلب هذا شخص آخر.',
    next: 'لا يسحبه إلا من طلبه.',
  },
  'policy-forbids': {
    sentence: 'قواعد شركتك تمنع هذا. {why}',
    next: 'غيّر ما تريد تحريكه، أو راجع مسؤولًا.',
  },
  'policy-amount': {
    sentence: 'فوق {limit}، وهو حد الحركة الواحدة.',
    next: 'أدخل {limit} أو أقل، أو اطلب الموافقة عليه.',
  },
  'policy-per-day': {
    sentence: 'فوق {limit} في اليوم: بقي منه اليوم {left}.',
    next: 'أدخل {left} أو أقل، أو اطلب الموافقة عليه.',
  },
  'policy-per-payment': {
    sentence: 'فوق {limit} للدفعة الواحدة: عاد منها {moved} من قبل.',
    next: 'أدخل {left} أو أقل، أو اطلب الموافقة عليه.',
  },
  'policy-no-limit': {
    sentence: 'لا يجوز تحريك أي مبلغ بعملة {currency} دون موافقة.',
    next: 'اطلب الموافقة، أو اطلب من مسؤول حدًّا بعملة {currency}.',
  },
  'policy-age': {
    sentence: 'عمر الدفعة بالأيام {days}، والحد {limit}.',
    next: 'اطلب الموافقة عليه.',
  },
  'policy-currency': {
    sentence: 'ليست {currency} من العملات المسموح بتحريكها: {among}.',
    next: 'راجع مسؤولًا.',
  },
  'policy-risk': {
    sentence: 'يرى فحص الاحتيال مخاطرة {band}.',
    next: 'اطلب الموافقة عليه.',
  },
  'policy-dispute': {
    sentence: 'يوجد نزاع مفتوح على هذه الدفعة.',
    next: 'اطلب الموافقة، أو انتظر نهاية النزاع.',
  },
  'policy-other-card': {
    sentence: 'سيذهب المال إلى بطاقة غير التي جاء منها.',
    next: 'رُدّ إلى البطاقة التي دُفع بها.',
  },
  'policy-reason': {
    sentence: 'يجب ألا يقل السبب عن {lengthMin} حرفًا.',
    next: 'اذكر السبب بكلمات أكثر قليلًا.',
  },
};
