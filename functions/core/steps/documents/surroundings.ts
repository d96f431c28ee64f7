// The documents of an installation as new runs find them: what it has published, over what the product ships.
import * as z from 'zod/mini';
import type { InstallationId } from '../../domain/ids.ts';
import { shippedPolicy } from '../../domain/shipped-policy.ts';
import { type FlowDocument, flowDocument } from '../../flows/document.ts';
import { isOnAtFirst, shippedFlows } from '../../flows/shipped.ts';
import { type MappingDocument, mappingSchema } from '../../mapping/document.ts';
import { type LookupTable, lookupTable } from '../../mapping/lookup-table.ts';
import { shippedMappings, shippedTables } from '../../mapping/shipped.ts';
import type { Store } from '../../ports/store.ts';
import { englishOutlines, type OutlineTexts } from '../../texts/outline-texts.ts';
import { type DocumentKind, latestDocuments, type StoredDocument } from '../../work/documents.ts';
import { type CatalogOf, createCatalogOf } from '../catalog-of.ts';
import { type Kept, liveFields, readKeptFields } from '../kept-fields.ts';

/** The current version of a document, switched off or not. */
export interface StandingDocument {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly version: number;
  readonly state: 'published' | 'off';
  readonly title: string;
  readonly body: object;
  /** Absent when it came with the product and was never changed here. */
  readonly own?: Pick<StoredDocument, 'author' | 'note' | 'at'>;
}

/** What a document is read and checked against. */
export interface Surroundings {
  /** By `kind|id`. */
  readonly standing: ReadonlyMap<string, StandingDocument>;
  /** Those that are switched on. */
  readonly flows: readonly FlowDocument[];
  readonly mappings: ReadonlyMap<string, MappingDocument>;
  readonly tables: ReadonlyMap<string, LookupTable>;
  /** Channels that the settings name, as `kind name`. */
  readonly channels: ReadonlySet<string>;
  /** What the connection to Zoho may do; absent when it is not known. */
  readonly scopes?: readonly string[];
  /** The fields of records, as the connected products told them last. */
  readonly catalogOf: CatalogOf;
  readonly fields: Kept;
  /** In which documents and their changes are told. */
  readonly texts: OutlineTexts;
}

export function standingKey({ kind, id }: { kind: DocumentKind; id: string }): string {
  return `${kind}|${id}`;
}

/** Three store reads, side by side. */
export async function readSurroundings(
  store: Store,
  installation: InstallationId,
  texts: OutlineTexts = englishOutlines,
): Promise<Surroundings> {
  const [own, settings, fields] = await Promise.all([
    latestDocuments(store, installation),
    readSettings(store, installation),
    readKeptFields(store, installation),
  ]);
  const documents = [...shippedDocuments().values(), ...own.map(standingOwn)];
  return surroundings(documents, { ...settings, fields, texts });
}

/** The same surroundings once these documents are published. */
export function withDocuments(
  around: Surroundings,
  documents: readonly StandingDocument[],
): Surroundings {
  return surroundings([...around.standing.values(), ...documents], around);
}

/** Later documents stand in the place of earlier ones of the same name. */
function surroundings(
  documents: readonly StandingDocument[],
  {
    channels,
    scopes,
    fields,
    texts,
  }: Pick<Surroundings, 'channels' | 'scopes' | 'fields' | 'texts'>,
): Surroundings {
  const standing = new Map(documents.map((one) => [standingKey(one), one]));
  const live = [...standing.values()].filter(({ state }) => state === 'published');
  return {
    standing,
    channels,
    ...(scopes === undefined ? {} : { scopes }),
    fields,
    texts,
    catalogOf: createCatalogOf(liveFields(fields)),
    flows: read(live, 'flow', flowDocument),
    mappings: new Map(read(live, 'mapping', mappingSchema).map((one) => [one.id, one])),
    tables: new Map(read(live, 'table', lookupTable).map((one) => [one.name, one])),
  };
}

/** What can't be read any more is left out: it is told of where it is shown. */
function read<T>(
  documents: readonly StandingDocument[],
  kind: DocumentKind,
  shape: z.ZodMiniType<T>,
): readonly T[] {
  return documents.flatMap((one) => {
    const found = one.kind === kind ? shape.safeParse(one.body) : undefined;
    return found?.success ? [found.data] : [];
  });
}

let shipped: ReadonlyMap<string, StandingDocument> | undefined;

/** All that the product brings along, by `kind|id`. */
export function shippedDocuments(): ReadonlyMap<string, StandingDocument> {
  shipped ??= new Map(
    [
      ...[...shippedFlows().values()].map((body) => ({ kind: 'flow' as const, body, ...body })),
      ...[...shippedMappings().values()].map((body) => ({
        kind: 'mapping' as const,
        body,
        ...body,
      })),
      ...[...shippedTables().values()].map((body) => ({
        kind: 'table' as const,
        id: body.name,
        body,
        ...body,
      })),
      { kind: 'policy' as const, body: shippedPolicy, ...shippedPolicy },
    ].map(({ kind, id, version, title, body }) => {
      const isOn = kind !== 'flow' || isOnAtFirst(id);
      const state = isOn ? 'published' : 'off';
      const document = { kind, id, version, title, body, state } as const;
      return [standingKey(document), document];
    }),
  );
  return shipped;
}

function standingOwn(stored: StoredDocument): StandingDocument {
  const { kind, id, version, title, body, author, note, at } = stored;
  const state = stored.state === 'off' ? 'off' : 'published';
  return { kind, id, version, title, body, state, own: { author, note, at } };
}

const settingsShape = z.object({
  channels: z.optional(z.array(z.object({ name: z.string(), kind: z.string() }))),
  zoho: z.optional(z.object({ scopes: z.optional(z.array(z.string())) })),
});

async function readSettings(
  store: Store,
  installation: InstallationId,
): Promise<Pick<Surroundings, 'channels' | 'scopes'>> {
  const row = await store.find('Installations', 'installation_key', installation);
  const read = settingsShape.safeParse(JSON.parse(row?.settings || '{}'));
  const { channels = [], zoho } = read.success ? read.data : {};
  return {
    channels: new Set(channels.map(({ name, kind }) => `${kind} ${name}`)),
    ...(zoho?.scopes === undefined ? {} : { scopes: zoho.scopes }),
  };
}
