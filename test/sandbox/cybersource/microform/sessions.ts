// POST /microform/v2/sessions: opens a capture context and answers its JWT as plain text.
import { z } from 'zod';
import { type Api, createApi } from '../api.ts';
import { fieldProblems, readObject } from '../body.ts';
import type { Gateway } from '../gateway.ts';
import { tokenId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import type { BrowserCode } from './browser-code.ts';
import { LIBRARY_PATH } from './pages.ts';

const sessionSchema = z.looseObject({
  clientVersion: z.string().regex(/^v2(\.\d+)*$/),
  targetOrigins: z.array(z.string().refine(isAllowedOrigin)).min(1),
  allowedCardNetworks: z.array(z.string().min(1)).min(1),
  allowedPaymentTypes: z.array(z.enum(['CARD', 'CHECK'])).optional(),
  transientTokenResponseOptions: z
    .looseObject({ includeCardPrefix: z.boolean().optional() })
    .optional(),
});

/** @param origin where the browser finds this stand-in, known once it listens. */
export function sessionRoutes(gateway: Gateway, code: BrowserCode, origin: () => string): Api {
  const api = createApi();
  api.post('/microform/v2/sessions', async (c) => {
    const body = readObject(c.var.body);
    const parsed = sessionSchema.safeParse(body);
    if (!parsed.success) throw sessionProblem(fieldProblems(body, parsed.error));
    const request = parsed.data;
    const order = {
      merchantId: c.var.merchant.merchantId,
      targetOrigins: request.targetOrigins,
      allowedCardNetworks: request.allowedCardNetworks,
      includeCardPrefix: request.transientTokenResponseOptions?.includeCardPrefix ?? true,
    };
    const jwt = await gateway.transientTokens.openContext(order, gateway.now(), (id, jwk) => ({
      flx: { path: '/flex/v2/tokens', data: opaque(id), origin: origin(), jwk },
      ctx: [
        {
          type: 'mf-2.1.0',
          data: {
            clientLibrary: `${origin()}${LIBRARY_PATH}`,
            clientLibraryIntegrity: code.libraryIntegrity,
            allowedCardNetworks: request.allowedCardNetworks,
            targetOrigins: request.targetOrigins,
            mfOrigin: origin(),
            allowedPaymentTypes: request.allowedPaymentTypes ?? ['CARD'],
          },
        },
      ],
    }));
    return c.body(jwt, 201, { 'content-type': 'application/jwt' });
  });
  return api;
}

/** https, or plain http on this machine: the real service knows only localhost there. */
function isAllowedOrigin(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.origin !== text || text.includes('*')) return false;
  const local = ['localhost', '127.0.0.1'].includes(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && local);
}

/** Stands for the encrypted session data that only the service reads. */
function opaque(contextId: string): string {
  return Buffer.from(contextId).toString('base64');
}

function sessionProblem(problems: readonly { field: string; reason: string }[]): Refusal {
  const message = 'There are problems with the session request';
  return new Refusal(400, message, () => ({
    correlationId: tokenId().toLowerCase(),
    details: problems.map(({ field, reason }) => ({ location: field, message: reason })),
    informationLink: 'about:blank',
    message,
    reason: 'VALIDATION_ERROR',
  }));
}
