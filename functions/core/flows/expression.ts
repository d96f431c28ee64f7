// Paths and conditions of flow documents, evaluated over a run's data.
import type { FlowCondition } from './document.ts';

export type FlowData = Readonly<Record<string, unknown>>;

/** Follows `$payment.state`; undefined where the path ends early. */
function resolvePath(path: string, data: FlowData): unknown {
  let at: unknown = data;
  for (const step of path.slice(1).split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return at;
}

/** A constant stays; a text starting with `$` is a path. */
export function resolveValue(value: string | number | boolean, data: FlowData): unknown {
  return typeof value === 'string' && value.startsWith('$') ? resolvePath(value, data) : value;
}

export function holds(conditions: readonly FlowCondition[], data: FlowData): boolean {
  return conditions.every(([path, operator, expected]) => {
    const actual = resolvePath(path, data);
    switch (operator) {
      case '=':
        return actual === expected;
      case '!=':
        return actual !== expected;
      case 'in':
        return Array.isArray(expected) && expected.some((one) => one === actual);
      case 'known':
        return actual !== undefined && actual !== '';
      case 'unknown':
        return actual === undefined || actual === '';
    }
    return false;
  });
}
