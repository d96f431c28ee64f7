// Reads the notation of test/fixtures/zoho/recorded-shapes.txt and compares an answer with it.
import { readFileSync } from 'node:fs';

type Shape =
  | { readonly kind: 'object'; readonly keys: ReadonlyMap<string, Shape> }
  | { readonly kind: 'list'; readonly of: Shape | undefined }
  | { readonly kind: 'atom'; readonly names: readonly string[] };

class ShapeReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Shape {
    if (this.#take('{')) return { kind: 'object', keys: this.#keys() };
    if (this.#take('[')) {
      if (this.#take(']')) return { kind: 'list', of: undefined };
      const of = this.read();
      this.#take(']');
      return { kind: 'list', of };
    }
    const names = /^[^,}\]]+/.exec(this.#text.slice(this.#at))?.[0] ?? '';
    this.#at += names.length;
    return { kind: 'atom', names: names.split('|') };
  }

  #keys(): Map<string, Shape> {
    const keys = new Map<string, Shape>();
    while (!this.#take('}')) {
      const name = /^[^:]+/.exec(this.#text.slice(this.#at))?.[0] ?? '';
      this.#at += name.length + 1;
      keys.set(name, this.read());
      this.#take(', ');
    }
    return keys;
  }

  #take(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }
}

const file = new URL('../../fixtures/zoho/recorded-shapes.txt', import.meta.url);

/** Recorded shapes by `METHOD path`. */
export const recordedShapes: ReadonlyMap<string, Shape> = new Map(
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z]/.test(line))
    .map((line) => {
      const at = line.indexOf(' {', line.indexOf(' ') + 1);
      return [line.slice(0, at), new ShapeReader(line.slice(at + 1)).read()];
    }),
);

const atoms: Readonly<Record<string, (value: unknown) => boolean>> = {
  id: (value) => typeof value === 'string' && /^\d{15,20}$/.test(value),
  date: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  time: (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}T[\d:]{8}(\.\d{3})?(Z|[+-]\d{2}:?\d{2})$/.test(value),
  str: (value) => typeof value === 'string',
  "''": (value) => typeof value === 'string' || typeof value === 'number',
  int: (value) => typeof value === 'number',
  num: (value) => typeof value === 'number',
  bool: (value) => typeof value === 'boolean',
  // Recorded without a value, so any text may stand there once there is one.
  null: (value) => value === null || typeof value === 'string' || typeof value === 'object',
};

/** Paths at which the answer lacks a recorded key or has another type; empty when it fits. */
export function mismatches(shape: Shape, value: unknown, path = '$'): string[] {
  switch (shape.kind) {
    case 'atom':
      return shape.names.some((name) => atoms[name]?.(value) ?? false)
        ? []
        : [`${path} should be ${shape.names.join('|')}, is ${JSON.stringify(value)}`];
    case 'list':
      return listMismatches(shape.of, value, path);
    case 'object':
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        return [`${path} should be an object, is ${JSON.stringify(value)}`];
      }
      return [...shape.keys].flatMap(([name, of]) =>
        name in value
          ? mismatches(of, (value as Record<string, unknown>)[name], `${path}.${name}`)
          : [`${path}.${name} is missing`],
      );
  }
}

function listMismatches(of: Shape | undefined, value: unknown, path: string): string[] {
  if (!Array.isArray(value)) return [`${path} should be a list, is ${JSON.stringify(value)}`];
  if (of === undefined) return [];
  if (value.length === 0) return [`${path} should have a row`];
  return value.flatMap((row, index) => mismatches(of, row, `${path}[${index}]`));
}

/** Keys of the answer's first objects that were not recorded. */
export function unrecordedKeys(shape: Shape, value: unknown, path = '$'): string[] {
  if (shape.kind === 'list' && Array.isArray(value) && shape.of !== undefined) {
    return unrecordedKeys(shape.of, value[0], `${path}[0]`);
  }
  if (shape.kind !== 'object' || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const of = shape.keys.get(name);
    if (of === undefined) return shape.keys.size === 0 ? [] : [`${path}.${name}`];
    return unrecordedKeys(of, inner, `${path}.${name}`);
  });
}
