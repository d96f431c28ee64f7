// How flows, mappings and their changes are told to who reads them: each language but English is loaded when it is first read.
import type { Language } from '../domain/language.ts';
import { englishFlow } from '../flows/english-flow-texts.ts';
import type { FlowTexts } from '../flows/flow-texts.ts';
import { englishMapping, type MappingTexts } from '../mapping/mapping-texts.ts';
import { type DocumentTexts, englishDocuments } from './document-texts.ts';
import { isolated } from './isolate.ts';

export interface OutlineTexts {
  readonly flow: FlowTexts;
  readonly mapping: MappingTexts;
  readonly documents: DocumentTexts;
}

export const englishOutlines: OutlineTexts = {
  flow: englishFlow,
  mapping: englishMapping,
  documents: englishDocuments,
};

type File = () => Promise<{ readonly outlines: OutlineTexts }>;

const files: Readonly<Record<Exclude<Language, 'en'>, File>> = {
  ar: () => import('./ar/outlines.ts'),
  de: () => import('./de/outlines.ts'),
  es: () => import('./es/outlines.ts'),
  fr: () => import('./fr/outlines.ts'),
  ja: () => import('./ja/outlines.ts'),
};

/** Rejects when the language's file can't be read; the next call tries again. */
export async function outlineTexts(language: Language): Promise<OutlineTexts> {
  if (language === 'en') return englishOutlines;
  const { outlines } = await files[language]();
  return language === 'ar' ? { ...outlines, documents: isolated(outlines.documents) } : outlines;
}
