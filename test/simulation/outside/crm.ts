// The CRM: accounts and contacts, searched through an index that lags behind, written by upserts that do not.
import type { Scheduler } from '../scheduler.ts';
import type { SeededRandom } from '../seeded-random.ts';
import {
  type JsonObject,
  listOf,
  type OutsideReply,
  type OutsideRequest,
  textOf,
} from './route.ts';

export interface CrmRecord {
  readonly id: string;
  fields: JsonObject;
  /** From when on a search finds it. */
  readonly indexedAt: number;
}

type Module = 'Accounts' | 'Contacts';

export class CrmModel {
  readonly records: Readonly<Record<Module, CrmRecord[]>> = { Accounts: [], Contacts: [] };
  readonly #scheduler: Scheduler;
  readonly #random: SeededRandom;
  #nextId = 530_000_000_000;

  constructor(scheduler: Scheduler, random: SeededRandom) {
    this.#scheduler = scheduler;
    this.#random = random;
  }

  answer({ method, path, query, json }: OutsideRequest): OutsideReply {
    const [, , module, id] = path;
    if (module !== 'Accounts' && module !== 'Contacts') return invalid;
    const [record] = listOf(json, 'data');
    if (method === 'GET' && id === 'search') return this.#search(module, query);
    if (method === 'POST' && id === 'upsert' && record !== undefined) {
      const [field] = (json.duplicate_check_fields ?? []) as string[];
      return written(this.#upsert(module, record, field ?? ''));
    }
    const known = this.records[module].find((one) => one.id === id);
    if (method !== 'PUT' || known === undefined || record === undefined) return invalid;
    known.fields = { ...known.fields, ...record };
    return written(known);
  }

  #search(module: Module, query: URLSearchParams): OutsideReply {
    const name = /^\(Account_Name:equals:(.*)\)$/.exec(query.get('criteria') ?? '')?.[1];
    const [field, wanted] =
      name === undefined
        ? ['Email', query.get('email') ?? '']
        : ['Account_Name', name.replace(/\\(.)/g, '$1')];
    const fields = (query.get('fields') ?? '').split(',');
    const found = this.records[module].filter(
      (one) => one.indexedAt <= this.#scheduler.nowMs && same(one.fields, field, wanted),
    );
    if (found.length === 0) return { status: 204 };
    const data = found.map((one) => ({
      id: one.id,
      ...Object.fromEntries(fields.map((each) => [each, one.fields[each] ?? null])),
    }));
    return { status: 200, body: { data } };
  }

  #upsert(module: Module, record: JsonObject, field: string): CrmRecord {
    const wanted = textOf(record, field);
    const known = this.records[module].find((one) => same(one.fields, field, wanted));
    if (known !== undefined) {
      known.fields = { ...known.fields, ...record };
      return known;
    }
    this.#nextId += 1;
    const lagMs = this.#random.between(0, 60_000);
    const indexedAt = this.#scheduler.nowMs + lagMs;
    const created = { id: String(this.#nextId), fields: record, indexedAt };
    this.records[module].push(created);
    return created;
  }
}

const invalid: OutsideReply = {
  status: 404,
  body: { code: 'INVALID_URL_PATTERN', message: 'Please check the URL', status: 'error' },
};

function same(fields: JsonObject, field: string, wanted: string): boolean {
  return textOf(fields, field).toLowerCase() === wanted.toLowerCase();
}

function written({ id }: CrmRecord): OutsideReply {
  const row = { code: 'SUCCESS', status: 'success', message: 'done', details: { id } };
  return { status: 200, body: { data: [row] } };
}
