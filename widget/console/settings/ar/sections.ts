// Arabic texts of the settings page: its parts, and what stands around every list.
import type { Language } from '../../../text/language.ts';

export const sections: Language['sections'] = {
  navigation: 'أقسام الإعدادات',
  names: {
    setup: 'الإعداد',
    rules: 'القواعد',
    people: 'الأشخاص',
    audit: 'التدقيق',
    secrets: 'الأسرار',
    data: 'البيانات',
  },
  removeMerchant: {
    button: 'إزالة…',
    label: (merchant) => `إزالة ${merchant}`,
    sure: (merchant) =>
      `تُحذف مفاتيح ${merchant} وتنتهي إعلاناته. لا يتغير شيء في البوابة ولا في دفاترك.`,
  },
  reload: 'إعادة التحميل',
  cancel: 'إلغاء',
  reading: 'جارٍ القراءة…',
  saveFile: (name) => `حفظ ${name}`,
  openFile: 'فتحه في نافذة جديدة',
  fileHint: 'إن لم يُحفظ شيء فالإطار لا يسمح بخروج الملفات: افتحه في نافذة جديدة واحفظه هناك.',
};
