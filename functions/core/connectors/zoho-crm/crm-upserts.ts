// Upserts that are asked for side by side share a call: the CRM takes a hundred records in one, and each costs a tenth.
import { type Result, refused } from '../../domain/result.ts';
import type { ZohoCaller } from '../zoho-http/zoho-call.ts';
import type { ZohoProblem } from '../zoho-http/zoho-problem.ts';
import { type CrmModule, upsertRecords } from './crm-records.ts';

/** The record's id, or why this one was not written; the others of its call have their own answers. */
type Upserted = Result<{ readonly id: string }, ZohoProblem>;
type CrmRecord = Readonly<Record<string, unknown>>;

/** Creates the record, or updates the one with the same value in `duplicateField`. */
export type Upsert = (
  module: CrmModule,
  duplicateField: string,
  record: CrmRecord,
) => Promise<Upserted>;

interface Wanted {
  readonly record: CrmRecord;
  /** Who is alike: the value of the duplicate field. */
  readonly value: string;
  readonly answer: PromiseWithResolvers<Upserted>;
}

const ROWS_MAX = 100;
/** What comes within this goes together; what comes while a call is under way goes with the next. */
const GATHER_MS = 5;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** @param pause waits; for tests. */
export function createUpserts(
  call: ZohoCaller,
  pause: (ms: number) => Promise<unknown> = sleep,
): Upsert {
  const queues = new Map<string, Wanted[]>();

  async function drain(module: CrmModule, field: string, queue: Wanted[]): Promise<void> {
    await pause(GATHER_MS);
    while (queue.length > 0) await send(call, module, field, takeBatch(queue));
    queues.delete(`${module}|${field}`);
  }

  return (module, duplicateField, record) => {
    const value = String(record[duplicateField]).trim().toLowerCase();
    const wanted = { record, value, answer: Promise.withResolvers<Upserted>() };
    const key = `${module}|${duplicateField}`;
    const queue = queues.get(key);
    if (queue === undefined) {
      const started = [wanted];
      queues.set(key, started);
      void drain(module, duplicateField, started);
    } else {
      queue.push(wanted);
    }
    return wanted.answer.promise;
  };
}

/** No two of one value in a call: the CRM might not see that they are the same. The second one waits for the next. */
function takeBatch(queue: Wanted[]): Wanted[] {
  const batch: Wanted[] = [];
  const later: Wanted[] = [];
  const values = new Set<string>();
  for (const wanted of queue) {
    const fits = batch.length < ROWS_MAX && !values.has(wanted.value);
    (fits ? batch : later).push(wanted);
    values.add(wanted.value);
  }
  queue.splice(0, queue.length, ...later);
  return batch;
}

async function send(
  call: ZohoCaller,
  module: CrmModule,
  field: string,
  batch: readonly Wanted[],
): Promise<void> {
  try {
    const records = batch.map((wanted) => wanted.record);
    const answered = await upsertRecords(call, module, field, records);
    batch.forEach(({ answer }, index) => {
      // A whole call that was refused or got lost is everybody's problem; the upsert makes their retries safe.
      answer.resolve(answered.ok ? (answered.value[index] as Upserted) : refused(answered.problem));
    });
  } catch (error) {
    for (const { answer } of batch) answer.reject(error);
  }
}
