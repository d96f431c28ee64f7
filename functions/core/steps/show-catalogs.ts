// What an administrator sees of the fields of connected products, and how they are asked for anew.
import { staticCatalogs } from '../catalogs/static-catalogs.ts';
import type {
  CatalogReply,
  CatalogRequest,
  CatalogSummary,
  CatalogsReply,
  RefreshRequest,
} from '../contract/catalogs.ts';
import type { InstallationId } from '../domain/ids.ts';
import { type Problem, problem } from '../domain/problem.ts';
import { ok, type Result, refused } from '../domain/result.ts';
import { type Actor, mayDo } from '../domain/role.ts';
import { canonicalCatalogs } from '../mapping/canonical-catalogs.ts';
import type { CatalogField, FieldCatalog } from '../mapping/catalog-field.ts';
import type { MappingRecord } from '../mapping/document.ts';
import type { Company } from '../ports/company.ts';
import { type CatalogOf, createCatalogOf, recordKey } from './catalog-of.ts';
import { type Kept, liveFields, readKeptFields } from './kept-fields.ts';
import { type FieldPorts, liveRecords, meetFields, readFields } from './read-fields.ts';
import { viewProblem } from './view-problem.ts';

interface CatalogVisit {
  readonly installation: InstallationId;
  readonly actor: Actor;
  /** The Books organization that the visitor's token was issued for. */
  readonly organization: string;
}

/** Every kind of record that mappings can name. One store read. */
export async function showCatalogs(
  ports: FieldPorts,
  visit: CatalogVisit,
): Promise<Result<CatalogsReply>> {
  const entered = await enter(ports, visit);
  if (!entered.ok) return entered;
  const kept = await readKeptFields(ports.store, visit.installation);
  const catalogOf = createCatalogOf(liveFields(kept));
  const all: readonly FieldCatalog[] = [...canonicalCatalogs, ...staticCatalogs];
  const told = toldBy(entered.value);
  const catalogs = all.map((one) => summaryOf(one, catalogOf, kept, told));
  return ok({ now: ports.clock.now(), catalogs });
}

/** One kind of record with its fields; the product is asked when nobody has asked it before. */
export async function showCatalog(
  ports: FieldPorts,
  visit: CatalogVisit,
  request: CatalogRequest,
): Promise<Result<CatalogReply>> {
  const entered = await enter(ports, visit);
  if (!entered.ok) return entered;
  const record = request as MappingRecord;
  await meetFields(ports, visit.installation, [record]);
  const kept = await readKeptFields(ports.store, visit.installation);
  const catalogOf = createCatalogOf(liveFields(kept));
  const { fields } = catalogOf(record);
  if (fields.length === 0) {
    const what = `The record ${request.object} of ${request.product}`;
    return refused(problem('not-found', 'fix-input', { what }));
  }
  const summary = summaryOf(record, catalogOf, kept, toldBy(entered.value));
  return ok({ now: ports.clock.now(), catalog: { ...summary, list: fields.map(viewField) } });
}

/** Asks now: all that was asked for before and all else that the products tell, or those of one product. */
export async function refreshCatalogs(
  ports: FieldPorts,
  visit: CatalogVisit,
  { product }: RefreshRequest,
): Promise<Result<CatalogsReply>> {
  const entered = await enter(ports, visit);
  if (!entered.ok) return entered;
  const company = entered.value;
  const wanted = liveRecords(company).filter(
    (one) => product === undefined || one.product === product,
  );
  const kept = await readKeptFields(ports.store, visit.installation);
  if (wanted.length > 0) await readFields(ports, company, wanted, kept);
  return showCatalogs(ports, visit);
}

async function enter(ports: FieldPorts, visit: CatalogVisit): Promise<Result<Company>> {
  const stopped = notAllowed(visit);
  if (stopped !== undefined) return refused(stopped);
  const opened = await ports.companies.open(visit.installation);
  if (!opened.ok) return opened;
  // Fields are the organization's own: a token of another one sees none.
  return opened.value.organization === visit.organization
    ? opened
    : refused(problem('not-signed-in', 'fix-setup'));
}

function notAllowed({ actor }: CatalogVisit): Problem | undefined {
  return mayDo(actor.role, 'configure')
    ? undefined
    : problem('not-allowed', 'none', { role: actor.role });
}

function toldBy(company: Company): ReadonlySet<string> {
  return new Set(liveRecords(company).map(recordKey));
}

/** @param told the records whose fields a connected product tells. */
function summaryOf(
  record: MappingRecord,
  catalogOf: CatalogOf,
  kept: Kept,
  told: ReadonlySet<string>,
): CatalogSummary {
  const { product, object, label, fields } = catalogOf(record);
  const own = kept.get(recordKey(record));
  const isLive = own?.readAt !== undefined;
  return {
    product,
    object,
    label,
    fields: fields.length,
    custom: fields.filter(({ custom }) => custom === true).length,
    source: isLive ? 'live' : told.has(recordKey(record)) ? 'unread' : 'fixed',
    ...(own?.readAt === undefined ? {} : { readAt: own.readAt }),
    ...(own?.problem === undefined ? {} : { problem: viewProblem(own.problem) }),
  };
}

function viewField({ path, label, type, required, custom, lengthMax, choices }: CatalogField) {
  return {
    path,
    label,
    type,
    ...(required && { required }),
    ...(custom && { custom }),
    ...(lengthMax === undefined ? {} : { lengthMax }),
    ...(choices && { choices }),
  };
}
