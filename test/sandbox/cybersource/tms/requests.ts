// Bodies of the token service, and its way of saying that one is wrong.
import { z } from 'zod';
import { fieldProblems, readObject } from '../body.ts';
import { vaultError } from '../refusal.ts';

const address = z.record(z.string(), z.string().max(255));
/** The fields of a bill-to, with the lengths that the published interface gives. */
const upTo = (length: number) => z.exactOptional(z.string().max(length));
const billTo = z.strictObject({
  firstName: upTo(60),
  lastName: upTo(60),
  company: upTo(60),
  address1: upTo(60),
  address2: upTo(60),
  locality: upTo(50),
  administrativeArea: upTo(20),
  postalCode: upTo(10),
  country: z.exactOptional(z.string().regex(/^[A-Z]{2}$/)),
  email: z.exactOptional(z.email().max(255)),
  phoneNumber: upTo(30),
});
const cardSchema = z.looseObject({
  expirationMonth: z.string().regex(/^(0[1-9]|1[0-2])$/),
  expirationYear: z.string().regex(/^\d{4}$/),
  type: z.string().optional(),
});

export const customerSchema = z.looseObject({
  buyerInformation: z
    .looseObject({ merchantCustomerID: z.string().max(100), email: z.email().max(255) })
    .partial()
    .optional(),
  clientReferenceInformation: z.looseObject({}).optional(),
  merchantDefinedInformation: z.array(z.looseObject({})).optional(),
  defaultPaymentInstrument: z.looseObject({ id: z.string() }).optional(),
  defaultShippingAddress: z.looseObject({ id: z.string() }).optional(),
});

export const instrumentSchema = z.looseObject({
  default: z.boolean().optional(),
  card: cardSchema,
  billTo: billTo.optional(),
  buyerInformation: z.looseObject({}).optional(),
  instrumentIdentifier: z.looseObject({ id: z.string() }),
});
export type InstrumentRequest = z.infer<typeof instrumentSchema>;

export const instrumentChangeSchema = instrumentSchema
  .partial()
  .extend({ card: cardSchema.partial().optional() });

export type InstrumentChange = z.infer<typeof instrumentChangeSchema>;

export const shippingSchema = z.looseObject({
  default: z.boolean().optional(),
  shipTo: address,
});

export const identifierSchema = z.looseObject({
  card: z.looseObject({ number: z.string().regex(/^\d{12,19}$/) }),
});

/** @throws Refusal 400 with the names of the fields. */
export function readVaultBody<T>(bytes: Uint8Array, schema: z.ZodType<T>): T {
  const body = readObject(bytes);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const problems = fieldProblems(body, parsed.error);
  const missing = problems.some((problem) => problem.reason === 'MISSING_FIELD');
  throw vaultError(
    400,
    missing ? 'missingHeadersOrFields' : 'invalidParameters',
    missing ? 'Missing fields' : 'Invalid parameter values',
    problems.map(({ field }) => ({ name: field.split('.').at(-1) ?? field, location: field })),
  );
}
