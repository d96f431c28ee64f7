// Paths, texts and conditions of flow documents, evaluated over a run's data.
import type { FlowCondition, FlowValue } from './document.ts';

export type FlowData = Readonly<Record<string, unknown>>;

/** Follows `$payment.state`; undefined where the path ends early. */
export function resolvePath(path: string, data: FlowData): unknown {
  let at: unknown = data;
  for (const step of path.slice(1).split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return at;
}

const PATH_IN_TEXT = /\{(\$[\w.-]+)\}/g;

/** The language in which the texts of shipped flows are written; all other texts stay as somebody wrote them. */
export interface FlowWords {
  /** A shipped text, its places unfilled; undefined for all others. */
  shipped(text: string): string | undefined;
  /** A value as it stands in such a text. */
  within(value: string): string;
  /** A payment's state in words. */
  state(state: string): string;
}

/** A text starting with `$` is a path, `{$path}` inside a text is filled in, everything else is a constant. */
export function resolveValue(value: FlowValue, data: FlowData, words?: FlowWords): unknown {
  if (typeof value !== 'string') return value;
  if (value.startsWith('$')) return resolvePath(value, data);
  const shipped = words?.shipped(value);
  if (words === undefined || shipped === undefined) {
    return value.replace(PATH_IN_TEXT, (_, path: string) => shown(resolvePath(path, data)));
  }
  return shipped.replace(PATH_IN_TEXT, (_, path: string) => {
    const told = shown(resolvePath(path, data));
    return words.within(path === '$payment.state' ? words.state(told) : told);
  });
}

/** What is missing is left out of a text. */
function shown(found: unknown): string {
  return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean'
    ? String(found)
    : '';
}

export function resolveAll(
  values: Readonly<Record<string, FlowValue>>,
  data: FlowData,
  words?: FlowWords,
): FlowData {
  const resolved: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    resolved[name] = resolveValue(value, data, words);
  }
  return resolved;
}

export function holds(conditions: readonly FlowCondition[], data: FlowData): boolean {
  return conditions.every(([path, operator, expected]) => {
    const actual = resolvePath(path, data);
    switch (operator) {
      case '=':
        return actual === expected;
      case '!=':
        return actual !== expected;
      case '>':
        return compare(actual, expected) > 0;
      case '>=':
        return compare(actual, expected) >= 0;
      case '<':
        return compare(actual, expected) < 0;
      case '<=':
        return compare(actual, expected) <= 0;
      case 'in':
        return Array.isArray(expected) && expected.some((one) => one === actual);
      case 'not-in':
        return Array.isArray(expected) && expected.every((one) => one !== actual);
      case 'contains':
        return contains(actual, expected);
      case 'known':
        return actual !== undefined && actual !== '';
      case 'unknown':
        return actual === undefined || actual === '';
    }
    return false;
  });
}

/** Not a number when the two can't be compared, so that no comparison holds. */
function compare(actual: unknown, expected: unknown): number {
  if (typeof actual === 'number' && typeof expected === 'number') return actual - expected;
  if (typeof actual === 'string' && typeof expected === 'string') {
    return actual < expected ? -1 : Number(actual > expected);
  }
  return Number.NaN;
}

function contains(actual: unknown, expected: unknown): boolean {
  if (Array.isArray(actual)) return actual.some((one) => one === expected);
  if (typeof actual !== 'string' || typeof expected !== 'string') return false;
  return actual.toLowerCase().includes(expected.toLowerCase());
}
