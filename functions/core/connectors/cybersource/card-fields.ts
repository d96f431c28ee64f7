// Microform v2: opens card fields for a page, and checks what the gateway and the browser hand over.
import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import type { MerchantId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { CardFields, EnteredCard } from '../../ports/card-payments.ts';
import { parseJson } from '../transport/read-json.ts';
import {
  callGateway,
  type GatewayConnection,
  merchantUnknown,
  problemOfStatus,
} from './gateway-call.ts';
import { readCard } from './read-card.ts';

const TIMEOUT_MS = 10_000;
const SKEW_S = 60;

/** Networks that the fields accept; which of them the merchant's processor takes, it says itself. */
const NETWORKS = ['VISA', 'MASTERCARD', 'AMEX', 'DISCOVER', 'DINERSCLUB', 'JCB', 'MAESTRO', 'CUP'];

const contextShape = z.object({
  exp: z.number(),
  flx: z.object({ jwk: z.looseObject({ kty: z.literal('RSA'), kid: z.string() }) }),
  ctx: z.array(
    z.object({
      data: z.object({
        clientLibrary: z.url({ protocol: /^https?$/ }),
        clientLibraryIntegrity: z.string().check(z.regex(/^sha(256|384|512)-[A-Za-z0-9+/=]+$/)),
        mfOrigin: z.optional(z.url()),
      }),
    }),
  ),
});

/** A context whose signature the gateway's own key confirms; what is in it is then taken as it stands. */
export async function openCardFields(
  connection: GatewayConnection,
  merchant: MerchantId,
  origins: readonly string[],
): Promise<Result<CardFields>> {
  const answer = await callGateway(connection, {
    merchant,
    method: 'POST',
    path: '/microform/v2/sessions',
    body: {
      clientVersion: 'v2',
      targetOrigins: origins,
      allowedCardNetworks: NETWORKS,
      allowedPaymentTypes: ['CARD'],
      // The first digits of a card are more than we want to know.
      transientTokenResponseOptions: { includeCardPrefix: false },
    },
    timeoutMs: TIMEOUT_MS,
  });
  if (answer.kind === 'no-credentials') return refused(merchantUnknown(merchant));
  if (answer.kind === 'no-answer') return refused(problem('gateway-unavailable', 'retry'));
  if (answer.status < 200 || answer.status > 299) {
    const now = connection.clock.now();
    return refused(problemOfStatus(answer, merchant, 'The card fields', now));
  }
  return readContext(connection, answer.body.trim());
}

async function readContext(
  connection: GatewayConnection,
  context: string,
): Promise<Result<CardFields>> {
  try {
    const { kid = '' } = decodeProtectedHeader(context);
    const key = await publicKey(connection, kid);
    if (key === undefined) return refused(problem('gateway-unavailable', 'retry'));
    const { payload } = await jwtVerify(context, await importJWK(key, 'RS256'), {
      algorithms: ['RS256'],
      currentDate: new Date(connection.clock.now()),
      clockTolerance: SKEW_S,
    });
    const { exp, flx, ctx } = contextShape.parse(payload);
    const [first] = ctx;
    if (first === undefined) return refused(distrusted());
    const { clientLibrary: url, clientLibraryIntegrity: integrity, mfOrigin } = first.data;
    // Both come over the connection whose host we chose; a page of ours loads nothing over less.
    const isSafe = url.startsWith('https:') || connection.url.startsWith('http:');
    if (!isSafe) return refused(distrusted());
    return ok({
      context,
      library: { url, integrity },
      frameOrigin: new URL(mfOrigin ?? url).origin,
      tokenKey: JSON.stringify(flx.jwk),
      expiresAt: exp * 1_000,
    });
  } catch {
    return refused(distrusted());
  }
}

/** Keys are public: the request is not signed. */
async function publicKey(connection: GatewayConnection, kid: string) {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(kid)) return undefined;
  const answer = await connection.transport.send({
    method: 'GET',
    url: `${connection.url.replace(/\/+$/, '')}/flex/v2/public-keys/${kid}`,
    headers: { accept: 'application/json' },
    timeoutMs: TIMEOUT_MS,
  });
  if (answer.kind === 'no-answer' || answer.status !== 200) return undefined;
  const jwk = parseJson(answer.body);
  return typeof jwk === 'object' && jwk !== null ? jwk : undefined;
}

const tokenShape = z.object({
  jti: z.string().check(z.minLength(1), z.maxLength(128)),
  content: z.object({
    paymentInformation: z.object({
      card: z.object({
        number: z.looseObject({
          maskedValue: z.optional(z.string()),
          detectedCardTypes: z.optional(z.array(z.string())),
        }),
        expirationMonth: z.object({ value: z.string() }),
        expirationYear: z.object({ value: z.string() }),
      }),
    }),
  }),
});

/** The browser's word is worth its signature: only fields that this page load opened can have made the token. */
export async function readEnteredCard(
  connection: Pick<GatewayConnection, 'clock'>,
  transientToken: string,
  tokenKey: string,
): Promise<Result<EnteredCard>> {
  try {
    const key = await importJWK(JSON.parse(tokenKey), 'RS256');
    const { payload } = await jwtVerify(transientToken, key, {
      algorithms: ['RS256'],
      currentDate: new Date(connection.clock.now()),
      clockTolerance: SKEW_S,
    });
    const { jti, content } = tokenShape.parse(payload);
    const { number, expirationMonth, expirationYear } = content.paymentInformation.card;
    const card = readCard({
      card: {
        suffix: number.maskedValue?.slice(-4),
        type: number.detectedCardTypes?.[0],
        expirationMonth: expirationMonth.value,
        expirationYear: expirationYear.value,
      },
    });
    return card === undefined ? refused(notOurs()) : ok({ id: jti, card });
  } catch {
    return refused(notOurs());
  }
}

function notOurs() {
  return problem('card-entry-invalid', 'fix-input');
}

function distrusted() {
  return problem('gateway-distrusted', 'fix-setup');
}
