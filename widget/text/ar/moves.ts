// Arabic texts: captures, releases and voids.
import type { PanelLanguage } from '../language.ts';

export const moves: PanelLanguage['moves'] = {
  words: {
    capture: {
      open: 'تحصيل…',
      openOf: (amount) => `تحصيل ${amount}…`,
      title: 'التحصيل',
      confirm: (amount, whole, card) => `هل تُحصِّل ${amount} من أصل ${whole} من ${card}؟`,
      means: 'يُخصم المبلغ من العميل. يمكن إبطاله إلى أن تخرج الدفعة المجمَّعة.',
      yes: (amount) => `نعم، حصِّل ${amount}`,
      done: (amount, card) => `حُصِّل ${amount} من ${card}.`,
    },
    reverse: {
      open: 'إفراج…',
      openOf: (amount) => `الإفراج عن ${amount}…`,
      title: 'الإفراج',
      confirm: (amount, _, card) => `هل تُفرج عن ${amount} على ${card}؟`,
      means: 'لا يُخصم شيء. ولا يمكن التحصيل بعد ذلك.',
      yes: (amount) => `نعم، أفرِج عن ${amount}`,
      done: (amount, card) => `لم يعد ${amount} محجوزًا على ${card}.`,
    },
    void: {
      open: 'إبطال…',
      openOf: (amount) => `إبطال ${amount}…`,
      title: 'الإبطال',
      confirm: (amount, _, card) => `هل تُبطل تحصيل ${amount} من ${card}؟`,
      means: 'لا يُخصم شيء من العميل ولا يرى ردًّا. لا يمكن التراجع عنه.',
      yes: (amount) => `نعم، أبطِل ${amount}`,
      done: (amount, card) => `لن يُؤخذ ${amount} من ${card}.`,
    },
    'void-refund': {
      open: 'استرجاع المبلغ المردود…',
      openOf: (amount) => `استرجاع رد ${amount}…`,
      title: 'استرجاع الرد',
      confirm: (amount, _, card) => `هل تسترجع رد ${amount} إلى ${card}؟`,
      means: 'لا يصل إلى العميل. وما قُيّد منه في الدفاتر يُلغى.',
      yes: (amount) => `نعم، استرجِع ${amount}`,
      done: (amount, card) => `لن يذهب ${amount} إلى ${card}.`,
    },
  },
  more: 'المزيد',
  refund: 'رد المبلغ',
  actions: 'ما يمكن فعله',
  upTo: (amount) => `حتى ${amount}`,
  reasonHint: 'يبقى في سجل التدقيق',
  reasonOptional: 'السبب (اختياري)',
  next: 'التالي',
  until: (time) => `ممكن حتى حوالي ${time}.`,
  cautions: {
    'authorization-may-have-lapsed': 'ربما أسقط المصرف الحجز: فقد يرفض.',
    'late-refund': 'كثير من معالجي الدفع لا يقبلون الرد بعد 60 يومًا.',
    'dispute-open': 'يوجد نزاع مفتوح: لا تدفع للعميل مرتين.',
  },
  sending: 'جارٍ سؤال البوابة…',
  accepted: 'تم',
  underWay: 'في الطريق',
  ended: (title, state) => `${title}: ${state}`,
  refused: 'لم يُنفَّذ شيء',
  unknown: {
    title: 'النتيجة غير معروفة',
    body: 'لا نعلم بعد هل نفّذته البوابة. لا تُعد المحاولة.',
  },
  unanswered: {
    title: 'لا رد بعد',
    body: 'لا نعلم ما آل إليه. السؤال مرة أخرى لا ينفّذه مرتين أبدًا.',
  },
};
