// Opens what the hosts' proxies wrap around our API's answer: objects in strings in objects.

type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `value[name]`, or undefined when there is no such thing. */
export function member(value: unknown, name: string): unknown {
  return isFields(value) ? value[name] : undefined;
}

/** A non-empty id as a string; hosts give numbers, strings or nothing. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** More layers than any host is known to wrap (Desk: string, object, string, object, string). */
const LAYERS_MAX = 8;

/**
 * Follows strings of JSON and the members named in `layers` down to the body.
 * Undefined when a string on the way is no JSON: our API only ever answers JSON objects.
 */
export function openEnvelope(value: unknown, layers: readonly string[]): unknown {
  let current = value;
  for (let depth = 0; depth < LAYERS_MAX; depth += 1) {
    if (typeof current === 'string') {
      current = parse(current);
      continue;
    }
    const next = layers.find((name) => member(current, name) != null);
    if (next === undefined) return current;
    current = member(current, next);
  }
  return current;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
