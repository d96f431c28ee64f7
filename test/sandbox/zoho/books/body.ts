// Request bodies: JSON, or JSON in the form field JSONString; and the fields they are made of.
import type { Context } from 'hono';
import { z } from 'zod';
import { type Decimal, parseDecimal, toMinor } from '../decimal.ts';
import { isDate } from '../zoho-time.ts';
import { invalidValue, refusals } from './envelope.ts';

/** The parsed body; a plain form without JSONString is not JSON, which is code 1038. */
export async function readBody(c: Context): Promise<unknown> {
  try {
    return JSON.parse(await bodyText(c));
  } catch {
    // Not JSON, or the client left before its body was complete.
    throw refusals.notJson();
  }
}

async function bodyText(c: Context): Promise<string> {
  if (!/form-urlencoded|form-data/i.test(c.req.header('content-type') ?? '')) {
    return c.req.query('JSONString') ?? (await c.req.text());
  }
  const { JSONString: text } = await c.req.parseBody();
  return typeof text === 'string' ? text : '';
}

/** Unknown fields are dropped without a word; a wrong one is refused by its name. */
export function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path ?? [];
  const field = path.findLast((part) => typeof part === 'string');
  throw field === undefined ? refusals.notJson() : invalidValue(String(field));
}

/** Ids and texts may come as JSON numbers; they are texts from here on. */
export const text = z.union([z.string(), z.number()]).transform((value) => String(value).trim());

export const decimal = z.union([z.number(), z.string()]).transform((value, context): Decimal => {
  const parsed = parseDecimal(value);
  if (parsed === undefined) {
    context.addIssue({ code: 'custom', message: 'not a decimal number' });
    return z.NEVER;
  }
  return parsed;
});

export const date = z.string().refine(isDate);

export const flag = z.union([
  z.boolean(),
  z.enum(['true', 'false']).transform((value) => value === 'true'),
]);

export const address = z.object({
  attention: text.optional(),
  address: text.optional(),
  street2: text.optional(),
  city: text.optional(),
  state: text.optional(),
  state_code: text.optional(),
  zip: text.optional(),
  country: text.optional(),
  country_code: text.optional(),
  phone: text.optional(),
  fax: text.optional(),
});
export type AddressBody = z.infer<typeof address>;

export const customFieldValues = z.array(
  z.object({
    customfield_id: text.optional(),
    api_name: text.optional(),
    label: text.optional(),
    index: z.number().optional(),
    value: z.union([z.string(), z.number(), z.boolean(), z.null()]).optional(),
  }),
);
export type CustomFieldValues = z.infer<typeof customFieldValues>;

/** A positive amount in minor units, refused by its field name otherwise. */
export function positive(value: Decimal, precision: number, field: string): number {
  const minor = toMinor(value, precision);
  if (minor <= 0) throw invalidValue(field);
  return minor;
}
