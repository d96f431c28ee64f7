// Bulk jobs: read a table into a zipped CSV file, write one from an uploaded CSV file.
import { strToU8, zipSync } from 'fflate';
import { z } from 'zod';
import type { Collection } from '../document-store.ts';
import { type Catalog, columnOf, type Table } from './catalog.ts';
import { answeredValue, type Stored, storedValue } from './column-values.ts';
import { fromCsv, toCsv } from './csv.ts';
import { CatalystError, invalidId, invalidInput } from './envelope.ts';
import type { Project } from './project.ts';
import { quoted, type RowStore } from './row-store.ts';
import type { AnsweredRow, Rows } from './rows.ts';

/** Rows of one page of a bulk read (docs "Bulk read rows"). */
const READ_ROWS = 200_000;
const WRITE_BATCH = 200;

const comparators = {
  equal: '=',
  not_equal: '!=',
  greater_than: '>',
  greater_equal: '>=',
  less_than: '<',
  less_equal: '<=',
} as const;

const readBody = z.object({
  table_identifier: z.coerce.string(),
  query: z
    .object({
      page: z.coerce.number().int().min(1).default(1),
      select_columns: z.array(z.string()).min(1).optional(),
      criteria: z
        .object({
          group_operator: z.enum(['and', 'or', 'AND', 'OR']).default('and'),
          group: z
            .array(
              z.object({
                column_name: z.string(),
                comparator: z.enum(Object.keys(comparators) as (keyof typeof comparators)[]),
                value: z.coerce.string(),
              }),
            )
            .min(1),
        })
        .optional(),
    })
    .default({ page: 1 }),
});

const writeBody = z.object({
  table_identifier: z.coerce.string(),
  operation: z.enum(['insert', 'update', 'upsert']).default('insert'),
  find_by: z.string().optional(),
  file_id: z.coerce.string('Only file_id is known here: the sandbox has no Stratus'),
});

export interface BulkJob {
  readonly id: string;
  readonly operation: 'read' | 'write';
  readonly tableId: string;
  readonly status: 'Completed' | 'Failed';
  readonly description: string;
  readonly processed: number;
  readonly createdTime: string;
  /** What a read found. */
  readonly csv?: string;
}

interface BulkOptions {
  readonly jobs: Collection<BulkJob>;
  /** Uploaded files: their text by id. */
  readonly files: Collection<{ readonly text: string }>;
  readonly catalog: Catalog;
  readonly store: RowStore;
  readonly rows: Rows;
  readonly project: Project;
  readonly apiUrl: () => string;
}

export class Bulk {
  readonly #options: BulkOptions;

  constructor(options: BulkOptions) {
    this.#options = options;
  }

  /** @throws CatalystError 400. */
  read(input: unknown) {
    const { catalog, store } = this.#options;
    const parsed = readBody.safeParse(input);
    if (!parsed.success) throw invalidInput(z.prettifyError(parsed.error));
    const { table_identifier, query } = parsed.data;
    const table = catalog.table(table_identifier);
    const columns = query.select_columns ?? [...table.columns.keys()];
    for (const column of columns) columnOf(table, column);
    const { clause, values } = matching(table, query.criteria);
    const lines = store
      .all(
        `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table.name)} ${clause} ORDER BY "ROWID" LIMIT ? OFFSET ?`,
        [...values, BigInt(READ_ROWS), BigInt((query.page - 1) * READ_ROWS)],
      )
      .map((row) => row.map(answeredValue));
    return this.#begun(table, 'read', {
      status: 'Completed',
      description: 'The bulk read was successful',
      processed: lines.length,
      csv: toCsv([columns, ...lines]),
    });
  }

  /** Rows that cannot be written make the job fail from that batch on. @throws CatalystError 400, 404. */
  write(input: unknown) {
    const parsed = writeBody.safeParse(input);
    if (!parsed.success) throw invalidInput(z.prettifyError(parsed.error));
    const { table_identifier, operation, find_by, file_id } = parsed.data;
    const table = this.#options.catalog.table(table_identifier);
    const file = this.#options.files.get(file_id);
    if (file === undefined) throw invalidId('No such file with the given id exists');
    if (operation !== 'insert' && !table.columns.get(find_by ?? '')?.unique) {
      throw invalidInput('find_by must name a unique column');
    }
    const records = fromCsv(file.text);
    let processed = 0;
    try {
      for (let at = 0; at < records.length; at += WRITE_BATCH) {
        const batch = records.slice(at, at + WRITE_BATCH);
        processed += this.#writeBatch(table, operation, find_by ?? '', batch);
      }
    } catch (error) {
      if (!(error instanceof CatalystError)) throw error;
      return this.#begun(table, 'write', {
        status: 'Failed',
        description: error.message,
        processed,
      });
    }
    const description = 'The bulk write was successful';
    return this.#begun(table, 'write', { status: 'Completed', description, processed });
  }

  /** @throws CatalystError 404. */
  status(operation: string, id: string) {
    return this.#details(this.#find(operation, id));
  }

  /** The ZIP file of a finished read. */
  download(operation: string, id: string): Uint8Array {
    const { csv } = this.#find(operation, id);
    if (csv === undefined) throw invalidId('The job has no result');
    return zipSync({ [`${id}.csv`]: strToU8(csv) });
  }

  #writeBatch(
    table: Table,
    operation: 'insert' | 'update' | 'upsert',
    findBy: string,
    records: readonly AnsweredRow[],
  ): number {
    const { rows } = this.#options;
    if (operation === 'insert') return rows.insert(table, records).length;
    const known = records.map((record) => ({
      record,
      rowId: this.#rowIdOf(table, findBy, record),
    }));
    const updates = known.flatMap(({ record, rowId }) =>
      rowId === undefined ? [] : [{ ...record, ROWID: rowId }],
    );
    const inserts = known.flatMap(({ record, rowId }) => (rowId === undefined ? [record] : []));
    const updated = updates.length === 0 ? 0 : rows.update(table, updates).length;
    if (operation === 'update' || inserts.length === 0) return updated;
    return updated + rows.insert(table, inserts).length;
  }

  #rowIdOf(table: Table, findBy: string, record: AnsweredRow): string | undefined {
    const [row] = this.#options.store.all(
      `SELECT "ROWID" FROM ${quoted(table.name)} WHERE ${quoted(findBy)} = ?`,
      [storedValue(columnOf(table, findBy), record[findBy])],
    );
    return row === undefined ? undefined : String(row[0]);
  }

  #find(operation: string, id: string): BulkJob {
    const job = this.#options.jobs.get(id);
    if (job?.operation !== operation) throw invalidId('No such job with the given id exists');
    return job;
  }

  /** The answer to a submission: the work is done, but callers learn that by asking. */
  #begun(
    table: Table,
    operation: 'read' | 'write',
    outcome: Pick<BulkJob, 'status' | 'description' | 'processed' | 'csv'>,
  ) {
    const { jobs, project } = this.#options;
    const id = String(project.nextId());
    const createdTime = project.timestamp();
    const job = jobs.put(id, { id, operation, tableId: table.id, createdTime, ...outcome });
    const { results: _, ...details } = this.#details(job);
    return { ...details, status: 'In-Progress' };
  }

  #details({ id, operation, tableId, status, description, processed, createdTime, csv }: BulkJob) {
    const { project, apiUrl } = this.#options;
    const url = `${apiUrl()}/baas/v1/project/${project.projectId}/bulk/${operation}/${id}/download`;
    return {
      job_id: id,
      status,
      operation,
      project_details: project.details,
      created_by: project.owner,
      created_time: createdTime,
      results: {
        ...(csv !== undefined && { download_url: url }),
        description,
        details: [{ table_id: tableId, records_processed: processed, more_records: false }],
      },
    };
  }
}

type Criteria = z.infer<typeof readBody>['query']['criteria'];

/** The criteria of a bulk read as a WHERE clause. @throws CatalystError 400. */
function matching(table: Table, criteria: Criteria): { clause: string; values: Stored[] } {
  if (criteria === undefined) return { clause: '', values: [] };
  const tests = criteria.group.map(({ column_name, comparator, value }) => {
    const column = columnOf(table, column_name);
    return {
      sql: `${quoted(column.name)} ${comparators[comparator]} ?`,
      value: storedValue(column, value),
    };
  });
  return {
    clause: `WHERE ${tests.map(({ sql }) => sql).join(` ${criteria.group_operator} `)}`,
    values: tests.map(({ value }) => value),
  };
}
