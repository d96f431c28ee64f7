// Lists: the documented filters, sorting and paging. A filter that is not known changes nothing.
import { fromMinor, parseDecimal } from '../decimal.ts';
import { parseTime } from '../zoho-time.ts';
import type { Json } from './blank.ts';
import { customFieldList, type FieldModule } from './custom-fields.ts';
import type { Kept } from './documents.ts';
import { invalidValue } from './envelope.ts';
import type { FinanceAnswer, FinanceCall } from './finance-router.ts';

const PER_PAGE_MAX = 200;

type Getter<T, V> = (record: T) => V;

/** How one resource is listed. */
export interface ListSpec<T extends Kept> {
  readonly key: string;
  readonly records: readonly T[];
  readonly row: (record: T) => Json;
  readonly reportName: string;
  readonly sortColumn: string;
  readonly sortOrder: 'A' | 'D';
  readonly appliedFilter?: string;
  readonly module?: FieldModule;
  /** Further keys of `page_context`. */
  readonly context?: Json;
  /** Filters by name: equal only. */
  readonly exact?: Readonly<Record<string, Getter<T, string>>>;
  /** Equal, `_startswith`, `_contains`, `_in`, `_not_in`. */
  readonly texts?: Readonly<Record<string, Getter<T, string>>>;
  /** Equal, `_start`, `_end`, `_before`, `_after`. */
  readonly dates?: Readonly<Record<string, Getter<T, string>>>;
  /** Equal, `_less_than`, `_less_equals`, `_greater_than`, `_greater_equals`; minor units and precision. */
  readonly amounts?: Readonly<
    Record<string, Getter<T, readonly [minor: number, precision: number]>>
  >;
  /** What `search_text` looks in. */
  readonly search?: Getter<T, readonly string[]>;
  /** The state that `status` and `filter_by=Status.*` mean. */
  readonly status?: Getter<T, string>;
}

export function listAnswer<T extends Kept>(call: FinanceCall, spec: ListSpec<T>): FinanceAnswer {
  const page = positiveInteger(call.query.page ?? '1', 'page');
  const asked = positiveInteger(call.query.per_page ?? String(PER_PAGE_MAX), 'per_page');
  const perPage = Math.min(asked, PER_PAGE_MAX);
  const column = call.query.sort_column ?? spec.sortColumn;
  const order = call.query.sort_order ?? spec.sortOrder;
  const matching = sorted(
    spec.records.filter((record) => matches(record, call.query, spec)),
    getter(spec, column),
    order,
  );
  const rows = matching.slice((page - 1) * perPage, page * perPage);
  return {
    body: {
      [spec.key]: rows.map(spec.row),
      page_context: {
        page,
        per_page: perPage,
        has_more_page: matching.length > page * perPage,
        report_name: spec.reportName,
        ...(spec.appliedFilter === undefined
          ? {}
          : { applied_filter: call.query.filter_by ?? spec.appliedFilter }),
        ...(spec.module === undefined ? {} : { custom_fields: customFieldList(spec.module) }),
        ...spec.context,
        sort_column: column,
        sort_order: order,
      },
    },
  };
}

function positiveInteger(text: string, name: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw invalidValue(name);
  return value;
}

function matches<T extends Kept>(
  record: T,
  query: Readonly<Record<string, string>>,
  spec: ListSpec<T>,
): boolean {
  return Object.entries(query).every(([name, value]) => {
    if (value === '') return true;
    if (name === 'last_modified_time') return record.modifiedAt >= parseTime(value);
    if (name === 'search_text') return searched(record, value, spec);
    if (name === 'filter_by' || name === 'status') return hasStatus(record, value, spec);
    const exact = spec.exact?.[name];
    if (exact !== undefined) return exact(record) === value;
    return (
      byText(record, name, value, spec) &&
      byDate(record, name, value, spec) &&
      byAmount(record, name, value, spec)
    );
  });
}

function searched<T extends Kept>(record: T, value: string, spec: ListSpec<T>): boolean {
  const wanted = value.toLowerCase();
  return spec.search?.(record).some((one) => one.toLowerCase().includes(wanted)) ?? true;
}

/** `Status.PartiallyPaid` and `partially_paid` mean the same; `unpaid` is whatever is still owed. */
function hasStatus<T extends Kept>(record: T, value: string, spec: ListSpec<T>): boolean {
  if (spec.status === undefined) return true;
  const wanted = value
    .replace(/^Status\./, '')
    .replaceAll('_', '')
    .toLowerCase();
  if (wanted === 'all' || wanted.includes('.')) return true;
  const status = spec.status(record).replaceAll('_', '');
  if (wanted === 'unpaid') return ['sent', 'overdue', 'partiallypaid'].includes(status);
  return status === wanted;
}

/** The filter's own name and the rest: `total_less_than` is `total` with `less_than`. */
function split<V>(
  name: string,
  getters: Readonly<Record<string, V>> | undefined,
): [V, string] | undefined {
  for (const [base, found] of Object.entries(getters ?? {})) {
    if (name === base) return [found, ''];
    if (name.startsWith(`${base}_`)) return [found, name.slice(base.length + 1)];
  }
  return undefined;
}

function byText<T extends Kept>(
  record: T,
  name: string,
  value: string,
  spec: ListSpec<T>,
): boolean {
  const found = split(name, spec.texts);
  if (found === undefined) return true;
  const own = found[0](record).toLowerCase();
  const wanted = value.toLowerCase();
  const listed = wanted.split(',').map((one) => one.trim());
  switch (found[1]) {
    case '':
      return own === wanted;
    case 'startswith':
      return own.startsWith(wanted);
    case 'contains':
      return own.includes(wanted);
    case 'in':
      return listed.includes(own);
    case 'not_in':
      return !listed.includes(own);
    default:
      return true;
  }
}

function byDate<T extends Kept>(
  record: T,
  name: string,
  value: string,
  spec: ListSpec<T>,
): boolean {
  const found = split(name, spec.dates);
  if (found === undefined) return true;
  const own = found[0](record);
  switch (found[1]) {
    case '':
      return own === value;
    case 'start':
      return own >= value;
    case 'end':
      return own <= value;
    case 'before':
      return own < value;
    case 'after':
      return own > value;
    default:
      return true;
  }
}

function byAmount<T extends Kept>(
  record: T,
  name: string,
  value: string,
  spec: ListSpec<T>,
): boolean {
  const found = split(name, spec.amounts);
  if (found === undefined) return true;
  if (parseDecimal(value) === undefined) throw invalidValue(name);
  const wanted = Number(value);
  const own = fromMinor(...found[0](record));
  switch (found[1]) {
    case '':
      return own === wanted;
    case 'less_than':
      return own < wanted;
    case 'less_equals':
      return own <= wanted;
    case 'greater_than':
      return own > wanted;
    case 'greater_equals':
      return own >= wanted;
    default:
      return true;
  }
}

function getter<T extends Kept>(spec: ListSpec<T>, column: string): Getter<T, string | number> {
  if (column === 'last_modified_time') return (record) => record.modifiedAt;
  const amount = spec.amounts?.[column];
  if (amount !== undefined) return (record) => amount(record)[0];
  return spec.texts?.[column] ?? spec.dates?.[column] ?? ((record) => record.createdAt);
}

/** Equal values keep the newest first when descending, as ids grow with time. */
function sorted<T extends Kept>(
  records: T[],
  by: Getter<T, string | number>,
  order: string,
): readonly T[] {
  const ascending = records.toSorted((a, b) => compare(by(a), by(b)) || compare(a.id, b.id));
  return order.toUpperCase().startsWith('A') ? ascending : ascending.reverse();
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [String(a).toLowerCase(), String(b).toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
