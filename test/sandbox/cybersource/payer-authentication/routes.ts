// Payer authentication, /risk/v1/authentication...: set-up, enrolment check, validation. Written from the vendor's guide for the direct API.
import { SignJWT } from 'jose';
import { z } from 'zod';
import type { Collection } from '../../document-store.ts';
import { type Api, createApi, hal } from '../api.ts';
import { readBody, text } from '../body.ts';
import type { Card } from '../cards.ts';
import type { Gateway } from '../gateway.ts';
import { requestId, timestamp, tokenId } from '../ids.ts';
import {
  addressSchema,
  amountDetailsSchema,
  referenceSchema,
} from '../payments/payment-request.ts';
import { type FieldProblem, invalidField, invalidFields } from '../refusal.ts';
import { bankCaseOf, resultFields } from './cases.ts';

/** A question to a bank that the payer has not answered yet, or has. */
export interface Challenge {
  readonly id: string;
  readonly merchantId: string;
  readonly card: Card;
  readonly returnUrl: string;
  readonly afterwards: 'Y' | 'N' | 'U';
  readonly isAnswered: boolean;
  readonly isRight: boolean;
}

export interface PayerParts {
  readonly challenges: Collection<Challenge>;
  /** Signs what browsers carry. */
  readonly key: Uint8Array;
}

const tokenSchema = z.looseObject({ transientToken: text(64) });
const setupSchema = z.looseObject({
  clientReferenceInformation: referenceSchema.optional(),
  tokenInformation: tokenSchema,
});
const enrolSchema = z.looseObject({
  clientReferenceInformation: referenceSchema.optional(),
  tokenInformation: tokenSchema,
  orderInformation: z.looseObject({ amountDetails: amountDetailsSchema, billTo: addressSchema }),
  deviceInformation: z.looseObject({
    httpAcceptContent: text(256),
    httpBrowserLanguage: text(35),
    httpBrowserJavaEnabled: z.boolean(),
    httpBrowserJavaScriptEnabled: z.boolean(),
    httpBrowserColorDepth: z.string().regex(/^\d{1,2}$/),
    httpBrowserScreenHeight: z.string().regex(/^\d{1,6}$/),
    httpBrowserScreenWidth: z.string().regex(/^\d{1,6}$/),
    httpBrowserTimeDifference: z.string().regex(/^-?\d{1,4}$/),
    userAgentBrowserValue: text(2048),
    ipAddress: z.string().optional(),
  }),
  consumerAuthenticationInformation: z.looseObject({
    referenceId: text(50),
    deviceChannel: z.enum(['BROWSER', 'SDK', '3RI']),
    returnUrl: z.url(),
  }),
});
const validateSchema = z.looseObject({
  clientReferenceInformation: referenceSchema.optional(),
  tokenInformation: z.looseObject({ jti: text(64) }),
  consumerAuthenticationInformation: z.looseObject({ authenticationTransactionId: text(36) }),
});

/** @param origin where browsers find the stand-in. */
export function payerRoutes(gateway: Gateway, parts: PayerParts, origin: () => string): Api {
  const api = createApi();
  const redeem = async (merchantId: string, jti: string, field: string) => {
    const found = await gateway.transientTokens
      .redeem(merchantId, { jti }, gateway.now())
      .catch(() => undefined);
    if (found === undefined) throw invalidField(field);
    return found.card;
  };
  const answer = (request: { clientReferenceInformation?: unknown }, more: object) => ({
    id: requestId(gateway.now()),
    submitTimeUtc: timestamp(gateway.now()),
    ...(request.clientReferenceInformation === undefined
      ? {}
      : { clientReferenceInformation: request.clientReferenceInformation }),
    ...more,
  });

  api.post('/risk/v1/authentication-setups', async (c) => {
    const request = readBody(c.var.body, setupSchema);
    const { transientToken } = request.tokenInformation;
    await redeem(c.var.merchant.merchantId, transientToken, 'tokenInformation.transientToken');
    const referenceId = crypto.randomUUID();
    const consumerAuthenticationInformation = {
      accessToken: await sign(parts, { ReferenceId: referenceId }),
      referenceId,
      deviceDataCollectionUrl: `${origin()}/V1/Cruise/Collect`,
    };
    return hal(c, answer(request, { status: 'COMPLETED', consumerAuthenticationInformation }));
  });

  api.post('/risk/v1/authentications', async (c) => {
    const request = readBody(c.var.body, enrolSchema);
    requirePayer(request.orderInformation.billTo);
    const { merchantId } = c.var.merchant;
    const { transientToken } = request.tokenInformation;
    const card = await redeem(merchantId, transientToken, 'tokenInformation.transientToken');
    const { first, afterwards = 'U' } = bankCaseOf(card);
    if (first === 'N' || first === 'R') return hal(c, answer(request, failed(first)));
    if (first !== 'C') {
      const consumerAuthenticationInformation = resultFields(card, first, false);
      return hal(
        c,
        answer(request, { status: 'AUTHENTICATION_SUCCESSFUL', consumerAuthenticationInformation }),
      );
    }
    const { returnUrl } = request.consumerAuthenticationInformation;
    const id = tokenId().slice(0, 20);
    const asked = {
      id,
      merchantId,
      card,
      returnUrl,
      afterwards,
      isAnswered: false,
      isRight: false,
    };
    parts.challenges.put(id, asked);
    return hal(
      c,
      answer(request, {
        status: 'PENDING_AUTHENTICATION',
        errorInformation: {
          reason: 'CONSUMER_AUTHENTICATION_REQUIRED',
          message:
            'The cardholder is enrolled in Payer Authentication. Please authenticate the cardholder before continuing with the transaction.',
        },
        consumerAuthenticationInformation: {
          accessToken: await sign(parts, { TransactionId: id, ReturnUrl: returnUrl }),
          authenticationTransactionId: id,
          challengeRequired: 'N',
          paresStatus: 'C',
          stepUpUrl: `${origin()}/V2/Cruise/StepUp`,
          veresEnrolled: 'Y',
          specificationVersion: '2.2.0',
        },
      }),
    );
  });

  api.post('/risk/v1/authentication-results', async (c) => {
    const request = readBody(c.var.body, validateSchema);
    const { merchantId } = c.var.merchant;
    const card = await redeem(merchantId, request.tokenInformation.jti, 'tokenInformation.jti');
    const { authenticationTransactionId: id } = request.consumerAuthenticationInformation;
    const asked = parts.challenges.get(id);
    const isKnown = asked?.merchantId === merchantId && asked.card.fingerprint === card.fingerprint;
    if (!isKnown)
      throw invalidField('consumerAuthenticationInformation.authenticationTransactionId');
    const result = asked.isAnswered && asked.isRight ? asked.afterwards : 'N';
    if (result === 'N') return hal(c, answer(request, failed('N')));
    const consumerAuthenticationInformation = {
      ...resultFields(card, result, true),
      authenticationResult: result === 'Y' ? '0' : '6',
    };
    return hal(
      c,
      answer(request, { status: 'AUTHENTICATION_SUCCESSFUL', consumerAuthenticationInformation }),
    );
  });
  return api;
}

function failed(paresStatus: 'N' | 'R'): object {
  return {
    status: 'AUTHENTICATION_FAILED',
    errorInformation: {
      reason: 'CONSUMER_AUTHENTICATION_FAILED',
      message: 'Encountered a Payer Authentication problem. Payer could not be authenticated.',
    },
    consumerAuthenticationInformation: { paresStatus, veresEnrolled: 'Y' },
  };
}

/** Names and address of the payer, as the guide requires them of an enrolment check. */
function requirePayer(billTo: Readonly<Record<string, string>>): void {
  const needed = ['firstName', 'lastName', 'address1', 'locality', 'country', 'email'];
  if (['US', 'CA'].includes(billTo.country ?? '')) needed.push('administrativeArea', 'postalCode');
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

function sign({ key }: PayerParts, payload: Readonly<Record<string, string>>): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(key);
}
