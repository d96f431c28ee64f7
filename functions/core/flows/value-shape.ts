// What a value in a flow can be, read from the declared schemas, and whether one fits where another is asked for.
import type * as z from 'zod/mini';

export type ValueShape =
  | { readonly kind: 'text'; readonly oneOf?: readonly string[] }
  | { readonly kind: 'number' | 'boolean' }
  | { readonly kind: 'list'; readonly of: ValueShape }
  | { readonly kind: 'record'; readonly fields: ReadonlyMap<string, ShapeField> }
  /** A shape of its own, which only its own schema knows: it goes as a whole where the same one is asked for. */
  | { readonly kind: 'own'; readonly schema: unknown }
  /** Not known before the flow runs. */
  | { readonly kind: 'anything' };

export interface ShapeField {
  readonly shape: ValueShape;
  readonly optional: boolean;
}

export const anything: ValueShape = { kind: 'anything' };
export const plainText: ValueShape = { kind: 'text' };
export const plainNumber: ValueShape = { kind: 'number' };

export function recordOf(fields: Iterable<readonly [string, ShapeField]>): ValueShape {
  return { kind: 'record', fields: new Map(fields) };
}

export function always(shape: ValueShape): ShapeField {
  return { shape, optional: false };
}

/** The shape that a declared schema asks for or promises. */
export function shapeOf(schema: z.core.$ZodType): ValueShape {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return plainText;
    case 'number':
      return plainNumber;
    case 'boolean':
      return { kind: 'boolean' };
    case 'enum':
      return { kind: 'text', oneOf: Object.values(def.entries).map(String) };
    case 'array':
      return { kind: 'list', of: shapeOf(def.element) };
    case 'object':
      return recordOf(
        Object.entries(def.shape).map(([name, field]) => [
          name,
          { shape: shapeOf(field), optional: field._zod.optout === 'optional' },
        ]),
      );
    case 'optional':
      return shapeOf(def.innerType);
    case 'custom':
      return { kind: 'own', schema };
    default:
      return anything;
  }
}

/** Whether every value of the one shape may go where the other is asked for. */
export function fits(given: ValueShape, wanted: ValueShape): boolean {
  if (given.kind === 'anything' || wanted.kind === 'anything') return true;
  if (given.kind === 'own' || wanted.kind === 'own') {
    return given.kind === 'own' && wanted.kind === 'own' && given.schema === wanted.schema;
  }
  if (given.kind === 'text' && wanted.kind === 'text') {
    const { oneOf } = wanted;
    return oneOf === undefined || (given.oneOf?.every((one) => oneOf.includes(one)) ?? false);
  }
  if (given.kind === 'list' && wanted.kind === 'list') return fits(given.of, wanted.of);
  if (given.kind === 'record' && wanted.kind === 'record') {
    return [...wanted.fields].every(([name, { shape, optional }]) => {
      const field = given.fields.get(name);
      if (field === undefined) return optional;
      return fits(field.shape, shape) && (optional || !field.optional);
    });
  }
  return given.kind === wanted.kind;
}

/** As a person calls it: `a text`, `one of a, b or c`. */
export function shapeWords(shape: ValueShape): string {
  switch (shape.kind) {
    case 'text':
      return shape.oneOf === undefined ? 'a text' : `one of ${listed(shape.oneOf, 'or')}`;
    case 'number':
      return 'a number';
    case 'boolean':
      return 'yes or no';
    case 'list':
      return `a list of which each is ${shapeWords(shape.of)}`;
    case 'record':
      return 'a record with fields';
    case 'own':
      return 'a whole record';
    case 'anything':
      return 'any value';
  }
}

/** `a, b and c`. */
export function listed(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
