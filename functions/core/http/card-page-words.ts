// What the card page says before its script runs, in each language, and which language a browser's reader wants.

type PageLanguage = 'en' | 'ar' | 'de' | 'es' | 'fr' | 'ja';

interface PageWords {
  readonly title: string;
  readonly noScript: string;
  readonly direction: 'ltr' | 'rtl';
}

export const pageWords: Readonly<Record<PageLanguage, PageWords>> = {
  en: {
    title: 'Pay by card',
    noScript: 'This page needs JavaScript to take your card safely.',
    direction: 'ltr',
  },
  ar: {
    title: 'الدفع بالبطاقة',
    noScript: 'تحتاج هذه الصفحة إلى JavaScript لتأخذ بطاقتك بأمان.',
    direction: 'rtl',
  },
  de: {
    title: 'Mit Karte zahlen',
    noScript: 'Diese Seite braucht JavaScript, um Ihre Karte sicher entgegenzunehmen.',
    direction: 'ltr',
  },
  es: {
    title: 'Pagar con tarjeta',
    noScript: 'Esta página necesita JavaScript para tomar su tarjeta con seguridad.',
    direction: 'ltr',
  },
  fr: {
    title: 'Payer par carte',
    noScript: 'Cette page a besoin de JavaScript pour prendre votre carte en toute sécurité.',
    direction: 'ltr',
  },
  ja: {
    title: 'カードで支払う',
    noScript: 'カードを安全に扱うため、このページには JavaScript が必要です。',
    direction: 'ltr',
  },
};

/** The first language of an `Accept-Language` header that we have; browsers name the best first. */
export function pageLanguage(header = ''): PageLanguage {
  const wanted = header.split(',').map((range) => range.trim().split(/[-;]/)[0]?.toLowerCase());
  return wanted.find(isPageLanguage) ?? 'en';
}

function isPageLanguage(language: string | undefined): language is PageLanguage {
  return language !== undefined && Object.hasOwn(pageWords, language);
}
