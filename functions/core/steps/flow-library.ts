// The documents of each installation: the shipped ones, and over them what it has published itself.
import type { InstallationId } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type FlowDocument, readFlow } from '../flows/document.ts';
import type { FlowData } from '../flows/expression.ts';
import type { FlowLibrary } from '../flows/library.ts';
import { beginsWith, isOnAtFirst, shippedFlows } from '../flows/shipped.ts';
import { triggerNamed } from '../flows/triggers.ts';
import type { Companies } from '../ports/company.ts';
import type { Clock } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import {
  findVersion,
  latestDocuments,
  SHIPPED_VERSION_MAX,
  type StoredDocument,
} from '../work/documents.ts';
import type { CatalogOf } from './catalog-of.ts';

export interface LibraryPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly companies: Companies;
}

/** How long a function instance goes on with what it has read: a published flow works everywhere after that. */
const KEPT_MS = 60_000;
const VERSIONS_KEPT = 500;

/** What was read of an installation. */
interface Current {
  readonly own: readonly StoredDocument[];
  /** The flows that new runs start with, by id. */
  readonly flows: ReadonlyMap<string, FlowDocument>;
  /** The fields of records, the organization's own among them: read when a mapping first names one. */
  catalogs?: Promise<CatalogOf>;
}

/** Reads an installation's documents at most once a minute: one store round trip. */
export function createFlowLibrary(ports: LibraryPorts): FlowLibrary {
  const kept = new Map<string, { readonly at: number; readonly current: Promise<Current> }>();
  const versions = new Map<string, FlowDocument>();

  function currentOf(installation: InstallationId): Promise<Current> {
    const now = ports.clock.now();
    const entry = kept.get(installation);
    if (entry !== undefined && now - entry.at < KEPT_MS) return entry.current;
    const current = latestDocuments(ports.store, installation).then((own) => ({
      own,
      flows: currentFlows(own),
    }));
    kept.set(installation, { at: now, current });
    current.catch(() => kept.delete(installation));
    return current;
  }

  return {
    async flow(installation, id, version) {
      const shipped = shippedFlows().get(id);
      if (shipped?.version === version) return shipped;
      if (version <= SHIPPED_VERSION_MAX) return undefined;
      const key = `${installation}|${id}|${version}`;
      const known = versions.get(key);
      if (known !== undefined) return known;
      const stored = await findVersion(ports.store, { installation, kind: 'flow', id }, version);
      if (stored === undefined) return undefined;
      if (versions.size >= VERSIONS_KEPT) versions.clear();
      const flow = readFlow(stored.body);
      versions.set(key, flow);
      return flow;
    },
    async current(installation, id) {
      return (await currentOf(installation)).flows.get(id);
    },
    async startedBy(installation, trigger) {
      const { flows } = await currentOf(installation);
      return [...flows.values()].filter((flow) => triggerNamed(flow.trigger.on) === trigger);
    },
    async anyBeginsWith(installation, starts, but) {
      const { flows } = await currentOf(installation);
      return [...flows.values()].some((flow) => !but.includes(flow.id) && beginsWith(flow, starts));
    },
    async mappingVersions(installation) {
      const { own } = await currentOf(installation);
      const mappings = own.filter(({ kind }) => kind === 'mapping');
      return mappings.length === 0
        ? undefined
        : Object.fromEntries(mappings.map(({ id, version }) => [id, version]));
    },
    async map(installation, mapping, sources) {
      return translate(ports, installation, await currentOf(installation), mapping, sources);
    },
  };
}

function currentFlows(own: readonly StoredDocument[]): ReadonlyMap<string, FlowDocument> {
  const flows = new Map([...shippedFlows()].filter(([id]) => isOnAtFirst(id)));
  for (const { kind, id, state, body } of own) {
    if (kind !== 'flow') continue;
    if (state === 'published') flows.set(id, readFlow(body));
    else flows.delete(id);
  }
  return flows;
}

/** The mapping engine is loaded when the first document needs it. */
async function translate(
  ports: LibraryPorts,
  installation: InstallationId,
  current: Current,
  { id, version }: { readonly id: string; readonly version: number | undefined },
  sources: FlowData,
): Promise<Result<FlowData>> {
  const company = await ports.companies.open(installation);
  if (!company.ok) return company;
  const { own } = current;
  const engine = await import('./mapping-engine.ts');
  const document = await engine.findMapping(ports.store, installation, own, id, version);
  if (document === undefined) {
    return refused(problem('not-found', 'fix-setup', { what: `The mapping ${id}` }));
  }
  const isOwn = company.value.hasKeptFields === true && engine.namesOwnFields(document);
  const catalogOf = isOwn
    ? await catalogsOf(ports, installation, current)
    : engine.standardCatalogOf;
  const mapped = await engine.translate(company.value, own, document, sources, catalogOf);
  return mapped.ok ? ok(mapped.value) : mapped;
}

/** One store read, kept as long as the documents are. */
function catalogsOf(
  { store }: LibraryPorts,
  installation: InstallationId,
  current: Current,
): Promise<CatalogOf> {
  if (current.catalogs === undefined) {
    const reading = readCatalogs(store, installation);
    current.catalogs = reading;
    reading.catch(() => delete current.catalogs);
  }
  return current.catalogs;
}

async function readCatalogs(store: Store, installation: InstallationId): Promise<CatalogOf> {
  const { createCatalogOf, liveFields, readKeptFields } = await import('./mapping-engine.ts');
  return createCatalogOf(liveFields(await readKeptFields(store, installation)));
}
