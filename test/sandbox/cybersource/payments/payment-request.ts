// The body of POST /pts/v2/payments (and risk decisions): what is required, and how the amount is read.
import { z } from 'zod';
import { parseAmount } from '../amounts.ts';
import { readBody, text } from '../body.ts';
import { type FieldProblem, invalidField, invalidFields } from '../refusal.ts';

export const referenceSchema = z.looseObject({
  code: text(50).optional(),
  transactionId: text(30).optional(),
});

export const currencySchema = z.string().regex(/^[A-Z]{3}$/);

export const amountDetailsSchema = z.looseObject({
  totalAmount: z.string(),
  currency: currencySchema,
});

/** Only what is text is kept: some fields, as a company, may be objects. */
export const addressSchema = z
  .record(z.string(), z.unknown())
  .transform((fields) =>
    Object.fromEntries(
      Object.entries(fields).filter((entry): entry is [string, string] => isShortText(entry[1])),
    ),
  );
const tokenSchema = z.looseObject({ id: text(32) }).optional();

const cardSchema = z.looseObject({
  number: z
    .string()
    .regex(/^\d{12,19}$/)
    .optional(),
  expirationMonth: z
    .string()
    .regex(/^(0[1-9]|1[0-2])$/)
    .optional(),
  expirationYear: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  securityCode: z
    .string()
    .regex(/^\d{3,4}$/)
    .optional(),
  type: z.string().optional(),
});

export const paymentSchema = z.looseObject({
  clientReferenceInformation: referenceSchema.optional(),
  processingInformation: z
    .looseObject({
      capture: z.boolean().optional(),
      actionList: z.array(z.string()).optional(),
      actionTokenTypes: z.array(z.string()).optional(),
      reconciliationId: text(60).optional(),
    })
    .optional(),
  paymentInformation: z
    .looseObject({
      card: cardSchema.optional(),
      customer: tokenSchema,
      paymentInstrument: tokenSchema,
      instrumentIdentifier: tokenSchema,
    })
    .optional(),
  tokenInformation: z
    .looseObject({ transientTokenJwt: z.string().optional(), jti: z.string().optional() })
    .optional(),
  orderInformation: z.looseObject({
    amountDetails: amountDetailsSchema,
    billTo: addressSchema.optional(),
    shipTo: addressSchema.optional(),
  }),
  consumerAuthenticationInformation: z
    .looseObject({
      eciRaw: z.enum(['01', '02', '05', '06', '07', '00']).optional(),
      // 20 bytes that a bank has signed.
      cavv: z
        .string()
        .regex(/^[A-Za-z0-9+/]{27}=$/)
        .optional(),
    })
    .optional(),
  buyerInformation: z.looseObject({ merchantCustomerID: z.string().optional() }).optional(),
  deviceInformation: z.looseObject({ ipAddress: z.string().optional() }).optional(),
  merchantDefinedInformation: z
    .array(z.looseObject({ key: z.string(), value: z.string() }))
    .optional(),
});
export type PaymentRequest = z.infer<typeof paymentSchema>;

function isShortText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 255;
}

/** The body of a payment. @throws Refusal 400. */
export function readPayment(bytes: Uint8Array): PaymentRequest {
  return readBody(bytes, paymentSchema);
}

/** Minor units of `amountDetails.totalAmount`. @throws Refusal 400 INVALID_DATA. */
export function readAmount(
  details: { totalAmount: string; currency: string },
  field = 'orderInformation.amountDetails.totalAmount',
): number {
  const amountMinor = parseAmount(details.totalAmount, details.currency);
  if (amountMinor === undefined) throw invalidField(field);
  return amountMinor;
}

/** A card that is entered needs the holder's name and address. @throws Refusal 400 MISSING_FIELD. */
export function requireBillTo(billTo: Readonly<Record<string, string>>): void {
  const needed = ['firstName', 'lastName', 'address1', 'locality', 'country', 'email'];
  if (['US', 'CA'].includes(billTo.country ?? '')) {
    needed.push('administrativeArea', 'postalCode');
  }
  const missing = needed.filter((name) => !billTo[name]);
  if (missing.length === 0) return;
  throw invalidFields(
    missing.map(
      (name): FieldProblem => ({
        field: `orderInformation.billTo.${name}`,
        reason: 'MISSING_FIELD',
      }),
    ),
  );
}
