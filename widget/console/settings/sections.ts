// The parts of the settings page beside the set-up: each is loaded when it is first opened.
import type { JSX } from 'preact';
import { type LazyPart, lazyPart } from '../../panel/lazy-part.ts';
import type { SectionProps } from './parts.tsx';

export const sectionNames = ['rules', 'people', 'audit', 'secrets', 'data'] as const;
export type SectionName = (typeof sectionNames)[number];

interface SectionPart {
  readonly Section: (props: SectionProps) => JSX.Element;
}

export type Sections = Readonly<Record<SectionName, LazyPart<SectionPart>>>;

/** @param again imports the built file of a section once more, under an address that the browser has not failed on. */
export function settingsSections(
  again: (file: string, attempt: number) => Promise<unknown>,
): Sections {
  const part = (file: string, load: () => Promise<SectionPart>) =>
    lazyPart<SectionPart>((attempt) =>
      attempt === 0 ? load() : (again(`settings-${file}`, attempt) as Promise<SectionPart>),
    );
  return {
    rules: part('rules-section', () => import('./rules/rules-section.tsx')),
    people: part('people-section', () => import('./people/people-section.tsx')),
    audit: part('audit-section', () => import('./audit/audit-section.tsx')),
    secrets: part('secrets-section', () => import('./secrets/secrets-section.tsx')),
    data: part('data-section', () => import('./data/data-section.tsx')),
  };
}
