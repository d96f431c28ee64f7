// Asks connected products which fields their records have: when somebody first works with them, when asked to, and daily.
import { readLiveFields } from '../catalogs/read-live-fields.ts';
import type { InstallationId } from '../domain/ids.ts';
import { type Problem, problem } from '../domain/problem.ts';
import type { MappingRecord } from '../mapping/document.ts';
import type { Companies, Company } from '../ports/company.ts';
import { fieldProducts } from '../ports/fields.ts';
import type { Clock } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import { moveCursor, readCursors } from '../work/cursors.ts';
import { recordKey } from './catalog-of.ts';
import { FIELDS_CURSOR } from './fields-due.ts';
import { type Kept, keepFields, type LiveRecord, readKeptFields } from './kept-fields.ts';

export interface FieldPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly companies: Companies;
}

/** All kinds of record whose fields the connected products tell. */
export function liveRecords({ fields }: Company): readonly LiveRecord[] {
  return fieldProducts.flatMap((product) =>
    (fields[product]?.objects ?? []).map((object) => ({ product, object })),
  );
}

/**
 * Sees to it that the fields of these records have been asked for once, so that a mapping is judged by what the organization
 * has. Costs nothing for records of our own and the gateway's, one store read else; one call for each that nobody
 * has asked for before.
 */
export async function meetFields(
  ports: FieldPorts,
  installation: InstallationId,
  records: readonly MappingRecord[],
): Promise<void> {
  const isLive = ({ product }: MappingRecord) => fieldProducts.some((one) => one === product);
  if (!records.some(isLive)) return;
  const kept = await readKeptFields(ports.store, installation);
  const unmet = new Set(records.map(recordKey).filter((key) => !kept.has(key)));
  if (unmet.size === 0) return;
  const company = await ports.companies.open(installation);
  if (!company.ok) return;
  const wanted = liveRecords(company.value).filter((record) => unmet.has(recordKey(record)));
  if (wanted.length > 0) await readFields(ports, company.value, wanted, kept);
}

/**
 * Asks for these and keeps what is answered, or why nothing was. Products side by side; one that fails is not asked for more,
 * as each call may take until its time is up.
 */
export async function readFields(
  ports: FieldPorts,
  company: Company,
  records: readonly LiveRecord[],
  kept: Kept,
): Promise<void> {
  const groups = Map.groupBy(records, ({ product }) => product);
  const read = await Promise.all(
    [...groups.values()].map((own) => readProduct(ports, company, own, kept)),
  );
  const { installation } = company;
  const cursors = await readCursors(ports.store, installation, [FIELDS_CURSOR]);
  const cursor = cursors.get(FIELDS_CURSOR);
  if (company.hasKeptFields !== true) await noteKeptFields(ports, company);
  const position = read.every((all) => all) ? ports.clock.now() : (cursor?.position ?? 0);
  await moveCursor(ports, installation, FIELDS_CURSOR, cursor, position);
}

/** So that runs of an installation that has none don't look for them. */
async function noteKeptFields({ store, clock }: FieldPorts, { installation }: Company) {
  const row = await store.find('Installations', 'installation_key', installation);
  if (row === undefined || row.fields_at !== undefined) return;
  await store.update('Installations', row.ROWID, { fields_at: clock.now() });
}

/** @returns whether all of them were read. */
async function readProduct(
  ports: FieldPorts,
  company: Company,
  records: readonly LiveRecord[],
  kept: Kept,
): Promise<boolean> {
  let failed: Problem | undefined;
  for (const record of records) {
    const read = failed ?? (await readRecord(ports, company, record));
    if (!('fields' in read)) failed = read;
    const known = kept.get(recordKey(record));
    await keepFields(ports.store, company.installation, record, known, read);
  }
  return failed === undefined;
}

async function readRecord(ports: FieldPorts, company: Company, { product, object }: LiveRecord) {
  const source = company.fields[product];
  if (source === undefined) return problem('not-found', 'none', { what: `The product ${product}` });
  const answer = await source.readFields(object);
  if (!answer.ok) return answer.problem;
  const fields = readLiveFields(product, answer.value);
  return fields === undefined
    ? problem('fields-unreadable', 'retry', { object })
    : { fields, at: ports.clock.now() };
}

/** Reads again what was read before: the timer's, when `areFieldsDue`. */
export async function refreshFields(
  ports: FieldPorts,
  installation: InstallationId,
): Promise<void> {
  const company = await ports.companies.open(installation);
  if (!company.ok) return;
  const kept = await readKeptFields(ports.store, installation);
  const wanted = liveRecords(company.value).filter((record) => kept.has(recordKey(record)));
  await readFields(ports, company.value, wanted, kept);
}
