// Request bodies: parsed against a zod schema, problems told in the gateway's words.
import { z } from 'zod';
import { type FieldProblem, invalidFields, invalidRequest } from './refusal.ts';

/** The JSON object of a body. @throws Refusal INVALID_DATA when it is none. */
export function readObject(bytes: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    // Told below in the same words as a body of another kind.
  }
  throw invalidRequest('INVALID_DATA', 'The request body is not a JSON object');
}

/** The parsed body. @throws Refusal with one detail per field that is absent or wrong. */
export function readBody<T>(bytes: Uint8Array, schema: z.ZodType<T>): T {
  return readValue(readObject(bytes), schema);
}

/** As readBody, for a value already parsed. */
export function readValue<T>(value: unknown, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalidFields(fieldProblems(value, parsed.error));
}

/** One problem per field. */
export function fieldProblems(value: unknown, error: z.ZodError): FieldProblem[] {
  return error.issues.map((issue) => ({
    field: issue.path.join('.'),
    reason: valueAt(value, issue.path) === undefined ? 'MISSING_FIELD' : 'INVALID_DATA',
  }));
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

/** A string that is not empty and not longer than the field. */
export function text(maxLength: number): z.ZodType<string> {
  return z.string().min(1).max(maxLength);
}
