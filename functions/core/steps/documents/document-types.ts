// The one way for all kinds: by kind, and what is asked of any document whatever its kind.
import type { FaultView } from '../../contract/documents.ts';
import { type DocumentKind, fitsIntoRow } from '../../work/documents.ts';
import type { DocumentType } from './document-type.ts';
import { flowType } from './flow-type.ts';
import { mappingType } from './mapping-type.ts';
import { policyType } from './policy-type.ts';
import type { Surroundings } from './surroundings.ts';
import { tableType } from './table-type.ts';

export const documentTypes: Readonly<Record<DocumentKind, DocumentType>> = {
  flow: flowType,
  mapping: mappingType,
  table: tableType,
  policy: policyType,
};

interface Named {
  readonly kind: DocumentKind;
  readonly id: string;
}

/** The body under its own id; a version that it needs to be read stands for the one that publishing sets. */
export function namedBody({ kind, id }: Named, body: object): object {
  const { idField } = documentTypes[kind];
  return { version: 1, ...body, [idField]: id };
}

/** All that is to be said of a body before it is published under this name. */
export function faultsOf(
  { kind }: Named,
  body: object,
  around: Surroundings,
): readonly FaultView[] {
  const type = documentTypes[kind];
  const faults = type.faults(body, around);
  if (fitsIntoRow(type.pin(body, around))) return faults;
  return [{ severity: 'error', sentence: `The ${type.word} is too long to be kept.` }, ...faults];
}

export function errorsAmong(faults: readonly FaultView[]): readonly FaultView[] {
  return faults.filter(({ severity }) => severity === 'error');
}

const TOLD_MAX = 5;

/** The first faults as one text. */
export function toldFaults(faults: readonly FaultView[]): string {
  const told = faults.slice(0, TOLD_MAX).map(({ sentence }) => sentence);
  const more = faults.length - told.length;
  return [...told, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}

export function titleOf({ id }: Named, body: object): string {
  const { title } = body as { readonly title?: unknown };
  return typeof title === 'string' && title.trim() !== '' ? title : id;
}

/** `The flow “Order to cash”`, for the beginning of a sentence. */
export function calledWhat(name: Named, body: object = {}): string {
  return `The ${documentTypes[name.kind].word} “${titleOf(name, body)}”`;
}

/** Readable changes; never empty when the contents differ. */
export function changesOf(
  { kind }: Named,
  before: object | undefined,
  after: object,
  around: Surroundings,
): readonly string[] {
  const type = documentTypes[kind];
  const words = around.texts.documents;
  if (before === undefined) return type.outline(after, around).map((line) => words.isNew(line));
  if (sameContent(kind, before, after)) return [];
  const lines = type.diff(before, after, around);
  if (lines === undefined) return [words.incomparable];
  return lines.length > 0 ? lines : [words.onlyDetails];
}

/** Whether two bodies say the same, in whatever order and whatever their versions. */
export function sameContent(kind: DocumentKind, a: object, b: object): boolean {
  const { content } = documentTypes[kind];
  return stableText(content(a)) === stableText(content(b));
}

/** JSON whose bytes depend on the content only: fields in the order of their names. */
export function stableText(value: unknown): string {
  return `${JSON.stringify(inOrder(value), undefined, 2)}\n`;
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, one]) => [name, inOrder(one)]));
}
