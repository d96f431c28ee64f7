// Wraps what is sealed anew after the master key was changed, until nothing names the former one.
import type { InstallationId } from '../../domain/ids.ts';
import type { Clock, Log, RenewableSecrets } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import type { Row, TableName } from '../../store/schema.ts';
import { ROWS_AT_ONCE, rowsOf } from '../../work/installation-rows.ts';
import { sealedColumns } from '../../work/sealed-columns.ts';

interface RenewPorts {
  readonly store: Store;
  readonly secrets: RenewableSecrets;
}

/** Texts that are sealed, and how many of them the present master key does not wrap. */
export interface SealedCount {
  readonly sealed: number;
  readonly left: number;
}

interface SealedText {
  readonly table: TableName;
  readonly column: string;
  readonly key: string;
  readonly text: string;
  /** The column that changes with the secret, and its value: nobody's newer secret is written over. */
  readonly guard: readonly [column: string, value: number];
}

/** What of the installation's is sealed with what; a store read for each table that holds secrets. */
export async function countSealed(
  { store, secrets }: RenewPorts,
  installation: InstallationId,
): Promise<SealedCount> {
  const texts = await sealedTexts(store, installation);
  const left = texts.filter(({ text }) => !secrets.isCurrent(text)).length;
  return { sealed: texts.length, left };
}

/** One write for each text that is not wrapped by the present master key; nothing else changes. */
export async function renewSecretsOf(
  ports: RenewPorts,
  installation: InstallationId,
): Promise<SealedCount> {
  const { store, secrets } = ports;
  const texts = await sealedTexts(store, installation);
  let left = 0;
  for (const { table, column, key, text, guard } of texts) {
    if (secrets.isCurrent(text)) continue;
    const renewed = secrets.renew(installation, text, `${table}|${key}`);
    const changed = await store.updateWhere(
      table,
      { [column]: renewed } as never,
      [
        [sealedColumns[table]?.key, '=', key],
        [guard[0], '=', guard[1]],
      ] as never,
    );
    // Somebody has saved a newer secret meanwhile: the next turn looks at that one.
    if (changed !== 'updated') left += 1;
  }
  return { sealed: texts.length, left };
}

async function sealedTexts(
  store: Store,
  installation: InstallationId,
): Promise<readonly SealedText[]> {
  const own = await store.find('Installations', 'installation_key', installation);
  const found = own === undefined ? [] : textsOf('Installations', [own]);
  for (const table of Object.keys(sealedColumns) as TableName[]) {
    if (table === 'Installations') continue;
    for (let after: string | undefined, full = true; full; ) {
      const rows = await rowsOf(store, table, installation, after);
      const texts = textsOf(table, rows);
      found.push(...texts);
      after = texts.at(-1)?.key;
      full = rows.length === ROWS_AT_ONCE && after !== undefined;
    }
  }
  return found;
}

function textsOf(table: TableName, rows: readonly Row<TableName>[]): SealedText[] {
  const columns = sealedColumns[table];
  if (columns === undefined) return [];
  return rows.flatMap((row) => {
    const held = row as Readonly<Record<string, unknown>>;
    const text = held[columns.sealed];
    if (typeof text !== 'string') return [];
    const guard = [columns.guard, Number(held[columns.guard] ?? 0)] as const;
    return [{ table, column: columns.sealed, key: String(held[columns.key]), text, guard }];
  });
}

/** Goes through the installations for as long as there is time, and tells how many texts still need the former key. */
export async function renewSecrets(
  ports: RenewPorts & { readonly clock: Clock; readonly log: Log },
  installations: readonly InstallationId[],
  isTimeLeft: () => boolean,
): Promise<void> {
  let left = 0;
  for (const installation of installations) {
    if (!isTimeLeft()) {
      ports.log.warn('sealed texts are still to be looked at', { code: 'master-key' });
      return;
    }
    left += (await renewSecretsOf(ports, installation)).left;
  }
  ports.log.info('sealed texts that need the former master key', { count: left });
}
