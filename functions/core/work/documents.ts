// What an installation has made its own: drafts and published versions of flows, mappings and tables.
import type { InstallationId } from '../domain/ids.ts';
import type { Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';
import { randomToken, type WorkPorts } from './lease.ts';
import { packBody, unpackBody } from './packed-text.ts';

export const documentKinds = ['flow', 'mapping', 'table'] as const;
export type DocumentKind = (typeof documentKinds)[number];

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
  readonly revision: string;
  /** Epoch ms. */
  readonly at: number;
}

const LATEST = ['published', 'off'];

function keyOf({ installation, kind, id }: DocumentName, version: number): string {
  return `${installation}|${kind}|${id}|${version === 0 ? 'draft' : version}`;
}

export async function findDocument(
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

/** Every version and the draft, the newest first. */
export async function documentHistory(store: Store, name: DocumentName): Promise<StoredDocument[]> {
  const rows = await store.select('Documents', {
    where: [
      ['installation', '=', name.installation],
      ['kind', '=', name.kind],
      ['document_id', '=', name.id],
    ],
  });
  return rows.map(readRow).sort((a, b) => b.at - a.at);
}

/**
 * Saves the draft over the revision that its editor has seen (`''` for a first draft).
 * @returns the new revision; `changed` when somebody else was quicker, `too-long` when it does not fit into a row.
 */
export async function saveDraft(
  ports: WorkPorts,
  name: DocumentName,
  content: DocumentContent,
  seen: string,
): Promise<{ readonly revision: string } | 'changed' | 'too-long'> {
  const row = newRow(ports, name, 0, 'draft', content);
  if (row === undefined) return 'too-long';
  const inserted = seen === '' ? await ports.store.insert('Documents', row) : undefined;
  if (inserted?.kind === 'inserted') return { revision: row.revision };
  if (seen === '') return 'changed';
  await ports.store.updateWhere('Documents', { revision: row.revision }, [
    ['document_key', '=', row.document_key],
    ['revision', '=', seen],
  ]);
  const mine = await ports.store.find('Documents', 'document_key', row.document_key);
  if (mine?.revision !== row.revision) return 'changed';
  const { created_at: _, ...columns } = row;
  await ports.store.update('Documents', mine.ROWID, { body_2: '', body_3: '', ...columns });
  return { revision: row.revision };
}

export async function deleteDraft(store: Store, name: DocumentName): Promise<void> {
  const row = await store.find('Documents', 'document_key', keyOf(name, 0));
  if (row !== undefined) await store.delete('Documents', row.ROWID);
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
  const inserted = await ports.store.insert('Documents', row);
  if (inserted.kind === 'duplicate') return 'changed';
  // A crash before this leaves two latest ones, of which the higher counts.
  await ports.store.updateWhere('Documents', { state: 'replaced' }, [
    ['installation', '=', name.installation],
    ['kind', '=', name.kind],
    ['document_id', '=', name.id],
    ['state', 'in', LATEST],
    ['version', '<', version],
  ]);
  return { version };
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
