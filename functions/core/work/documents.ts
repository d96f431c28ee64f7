// What an installation has made its own: drafts and published versions of flows, mappings, tables and its policy.
import type { InstallationId } from '../domain/ids.ts';
import type { Condition, Store } from '../ports/store.ts';
import type { NewRow, Row } from '../store/schema.ts';
import { randomToken, type WorkPorts } from './lease.ts';
import { packBody, unpackBody } from './packed-text.ts';

export type DocumentKind = 'flow' | 'mapping' | 'table' | 'policy';

/** Versions up to here come with the product; an installation's own count on from here. */
export const SHIPPED_VERSION_MAX = 1_000;

export interface DocumentName {
  readonly installation: InstallationId;
  readonly kind: DocumentKind;
  readonly id: string;
}

export interface DocumentContent {
  readonly title: string;
  /** As JSON; its own `version` is set when it is published. */
  readonly body: object;
  readonly author: { readonly userId: string; readonly name: string };
  readonly note: string;
}

export interface StoredDocument extends DocumentContent {
  readonly kind: DocumentKind;
  readonly id: string;
  /** 0 for a draft. */
  readonly version: number;
  readonly state: string;
  /** Of a draft: tells its editors apart. */
  readonly revision: string;
  /** Epoch ms. */
  readonly at: number;
}

const LATEST = ['published', 'off'];

function keyOf({ installation, kind, id }: DocumentName, version: number | string): string {
  return `${installation}|${kind}|${id}|${version}`;
}

export async function findVersion(
  store: Store,
  name: DocumentName,
  version: number,
): Promise<StoredDocument | undefined> {
  const row = await store.find('Documents', 'document_key', keyOf(name, version));
  return row && readRow(row);
}

/** The latest versions of all of an installation's documents, switched off ones too. One store read. */
export async function latestDocuments(
  store: Store,
  installation: InstallationId,
): Promise<StoredDocument[]> {
  const rows = await store.select('Documents', {
    where: [
      ['installation', '=', installation],
      ['state', 'in', LATEST],
    ],
  });
  const latest = new Map<string, StoredDocument>();
  for (const row of rows) {
    const read = readRow(row);
    const name = `${read.kind}|${read.id}`;
    if ((latest.get(name)?.version ?? 0) < read.version) latest.set(name, read);
  }
  return [...latest.values()];
}

/** The latest version of one document. One store read. */
export async function latestDocument(
  store: Store,
  name: DocumentName,
): Promise<StoredDocument | undefined> {
  const rows = await store.select('Documents', {
    where: [...nameConditions(name), ['state', 'in', LATEST]],
    orderBy: ['version', 'desc'],
    limit: 1,
  });
  return rows[0] && readRow(rows[0]);
}

/** The drafts of all of an installation's documents. One store read. */
export async function allDrafts(
  store: Store,
  installation: InstallationId,
): Promise<StoredDocument[]> {
  const rows = await store.select('Documents', {
    where: [
      ['installation', '=', installation],
      ['state', '=', 'draft'],
    ],
  });
  return newestDrafts(rows).map(readRow);
}

export async function findDraft(
  store: Store,
  name: DocumentName,
): Promise<StoredDocument | undefined> {
  const [draft] = newestDrafts(await draftRows(store, name));
  return draft && readRow(draft);
}

/** The versions of all mappings, or of any other kind, the newest first; as many as one store read gives. */
export async function allVersions(
  store: Store,
  installation: InstallationId,
  kind: DocumentKind,
): Promise<StoredDocument[]> {
  return readVersions(store, [
    ['installation', '=', installation],
    ['kind', '=', kind],
  ]);
}

/** The versions of one document, the newest first; as many as one store read gives. */
export async function documentHistory(store: Store, name: DocumentName): Promise<StoredDocument[]> {
  return readVersions(store, nameConditions(name));
}

async function readVersions(
  store: Store,
  where: readonly Condition<'Documents'>[],
): Promise<StoredDocument[]> {
  const rows = await store.select('Documents', {
    where: [...where, ['state', '!=', 'draft']],
    orderBy: ['version', 'desc'],
  });
  return rows.map(readRow);
}

function nameConditions({ installation, kind, id }: DocumentName) {
  return [
    ['installation', '=', installation],
    ['kind', '=', kind],
    ['document_id', '=', id],
  ] as const;
}

function draftRows(store: Store, name: DocumentName): Promise<Row<'Documents'>[]> {
  return store.select('Documents', { where: [...nameConditions(name), ['state', '=', 'draft']] });
}

/** A revision is its number, and a token that tells it from one of a draft that was there before. */
function numberOf({ revision = '' }: Pick<Row<'Documents'>, 'revision'>): number {
  return Number(revision.slice(0, revision.indexOf('.')));
}

/** Each save is a row of its own, so one that was not tidied away may still stand beside its successor. */
function newestDrafts(rows: readonly Row<'Documents'>[]): Row<'Documents'>[] {
  const newest = new Map<string, Row<'Documents'>>();
  for (const row of rows) {
    const name = `${row.kind}|${row.document_id}`;
    const known = newest.get(name);
    if (known === undefined || numberOf(known) < numberOf(row)) newest.set(name, row);
  }
  return [...newest.values()];
}

/**
 * Saves the draft after the revision that its editor has seen (`''` for a first draft). The number of the revision is
 * part of a unique key, so two who have seen the same one can't both save.
 * @returns the new revision; `changed` when somebody else was quicker, `too-long` when it does not fit into a row.
 */
export async function saveDraft(
  ports: WorkPorts,
  name: DocumentName,
  content: DocumentContent,
  seen: string,
): Promise<{ readonly revision: string } | 'changed' | 'too-long'> {
  const known = await draftRows(ports.store, name);
  const [latest] = newestDrafts(known);
  if ((latest?.revision ?? '') !== seen) return 'changed';
  const number = latest === undefined ? 1 : numberOf(latest) + 1;
  const row = newRow(ports, name, 0, 'draft', content);
  if (row === undefined) return 'too-long';
  const revision = `${number}.${row.revision.slice(0, 16)}`;
  const document_key = keyOf(name, `draft.${number}`);
  if (!(await insertOnce(ports.store, { ...row, document_key, revision }))) return 'changed';
  for (const { ROWID } of known) await ports.store.delete('Documents', ROWID);
  return { revision };
}

/** Deletes the draft that was seen; whether it was still that one. A newer one stays. */
export async function deleteDraft(
  store: Store,
  name: DocumentName,
  seen: string,
): Promise<'deleted' | 'changed'> {
  const rows = await draftRows(store, name);
  const [latest] = newestDrafts(rows);
  if (latest?.revision !== seen) return 'changed';
  for (const { ROWID } of rows) await store.delete('Documents', ROWID);
  return 'deleted';
}

/** Whether a body can be kept: very long ones do not fit into a row. */
export function fitsIntoRow(body: object): boolean {
  return packBody(JSON.stringify(body)) !== undefined;
}

/**
 * Keeps the content for ever as the version after `known`, which is the latest that its author has seen (0: none).
 * @returns the version; `changed` when somebody else has published meanwhile.
 */
export async function keepVersion(
  ports: WorkPorts,
  name: DocumentName,
  content: DocumentContent,
  known: number,
  state: 'published' | 'off' = 'published',
): Promise<{ readonly version: number } | 'changed' | 'too-long'> {
  const version = Math.max(known, SHIPPED_VERSION_MAX) + 1;
  const versioned = { ...content, body: { ...content.body, version } };
  const row = newRow(ports, name, version, state, versioned);
  if (row === undefined) return 'too-long';
  if (!(await insertOnce(ports.store, row))) return 'changed';
  // A crash before this leaves two latest ones, of which the higher counts.
  await ports.store.updateWhere('Documents', { state: 'replaced' }, [
    ...nameConditions(name),
    ['state', 'in', LATEST],
    ['version', '<', version],
  ]);
  return { version };
}

/** Whether the row under this key is ours; its token tells, as a lost answer looks like somebody else's row. */
async function insertOnce(store: Store, row: NewRow<'Documents'>): Promise<boolean> {
  const inserted = await store.insert('Documents', row);
  if (inserted.kind === 'inserted') return true;
  const there = await store.find('Documents', 'document_key', row.document_key);
  return there?.revision === row.revision;
}

function newRow(
  ports: WorkPorts,
  name: DocumentName,
  version: number,
  state: string,
  content: DocumentContent,
) {
  const body = packBody(JSON.stringify(content.body));
  if (body === undefined) return undefined;
  const now = ports.clock.now();
  return {
    document_key: keyOf(name, version),
    installation: name.installation,
    kind: name.kind,
    document_id: name.id,
    version,
    state,
    revision: randomToken(ports.random),
    title: content.title.slice(0, 200),
    ...body,
    author_id: content.author.userId.slice(0, 64),
    author_name: content.author.name.slice(0, 200),
    note: content.note.slice(0, 250),
    created_at: now,
    updated_at: now,
  };
}

function readRow(row: Row<'Documents'>): StoredDocument {
  return {
    kind: row.kind as DocumentKind,
    id: row.document_id,
    version: row.version ?? 0,
    state: row.state,
    revision: row.revision ?? '',
    title: row.title ?? '',
    body: JSON.parse(unpackBody(row)) as object,
    author: { userId: row.author_id ?? '', name: row.author_name ?? '' },
    note: row.note ?? '',
    at: row.updated_at ?? 0,
  };
}
