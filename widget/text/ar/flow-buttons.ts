// Arabic texts: the flows behind buttons.
import type { PanelLanguage } from '../language.ts';

export const flowButtons: PanelLanguage['flowButtons'] = {
  title: 'إجراءات',
  starting: 'جارٍ البدء…',
  working: 'جارٍ التنفيذ…',
  trying: 'تُعاد المحاولة تلقائيًا.',
  waiting: 'ينتظر وقتًا أو موافقة أو تغييرًا، ثم يستمر تلقائيًا.',
  later: 'يستغرق وقتًا أطول ويستمر تلقائيًا. افتح السجل مجددًا لترى ما آل إليه.',
  done: 'تم.',
  failed: 'توقف.',
  skipped: 'وضعه مسؤول جانبًا.',
  unsure: 'لا نعلم هل بدأ. اضغط مرة أخرى: لن يبدأ مرتين.',
};
