// What the browser fetches of Microform: the library, the field frames, the public keys and the tokens.
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { brandOf, luhnValid } from '../card-brands.ts';
import { isExpired } from '../cards.ts';
import type { Gateway } from '../gateway.ts';
import { tokenId } from '../ids.ts';
import type { BrowserCode } from './browser-code.ts';
import { type CaptureContext, TokenizationError } from './transient-tokens.ts';

/** Path of the script that pages load with the integrity value from their context. */
export const LIBRARY_PATH = '/microform/bundle/v2.1.0/flex-microform.js';

const FRAME_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; form-action 'none'",
  'referrer-policy': 'no-referrer',
};

const FRAME = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Secure card field</title><script src="/microform/v2/field.js" defer></script></head>
<body></body>
</html>`;

const tokenizeSchema = z.object({
  captureContext: z.string(),
  card: z.object({
    number: z.string(),
    securityCode: z.string().optional(),
    expirationMonth: z.string().regex(/^(0[1-9]|1[0-2])$/),
    expirationYear: z.string().regex(/^\d{4}$/),
  }),
});
type CardInput = z.infer<typeof tokenizeSchema>['card'];

/** The unsigned routes. */
export function microformPages(
  gateway: Gateway,
  code: BrowserCode,
  origin: () => string,
): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.get(LIBRARY_PATH, (c) => script(c, code.library));
  app.get('/microform/v2/field.js', (c) => script(c, code.field));
  app.get('/microform/v2/field', (c) => c.body(FRAME, 200, FRAME_HEADERS));
  app.get('/flex/v2/public-keys/:kid', (c) => {
    const key = gateway.transientTokens.publicKey(c.req.param('kid'));
    if (key === undefined) return c.json(problem('NOT_FOUND', 'There is no such key'), 404);
    return c.json(key, 200, { 'access-control-allow-origin': '*' });
  });
  app.post('/flex/v2/tokens', async (c) => {
    const sender = c.req.header('origin');
    if (sender !== undefined && sender !== origin()) {
      return c.json(problem('FORBIDDEN', 'Card data is taken from the field frames only'), 403);
    }
    const parsed = tokenizeSchema.safeParse(await c.req.json().catch(() => undefined));
    if (!parsed.success) return c.json(problem('VALIDATION_ERROR', 'The request is invalid'), 400);
    try {
      return c.body(await tokenize(gateway, parsed.data), 201, {
        'content-type': 'application/jwt',
      });
    } catch (error) {
      if (!(error instanceof TokenizationError)) throw error;
      const details = [{ location: error.location, message: error.message }];
      return c.json({ ...problem('VALIDATION_ERROR', error.message), details }, 400);
    }
  });
  return app;
}

async function tokenize(
  gateway: Gateway,
  { captureContext, card }: z.infer<typeof tokenizeSchema>,
): Promise<string> {
  const nowMs = gateway.now();
  const context = await gateway.transientTokens.readContext(captureContext, nowMs);
  checkNumber(card, context);
  const kept = gateway.vault.keep(card);
  if (isExpired(kept, nowMs)) {
    throw new TokenizationError('expirationYear', 'The card has expired');
  }
  return gateway.transientTokens.issue(context, kept, nowMs);
}

function checkNumber(card: CardInput, context: CaptureContext): void {
  const brand = /^\d+$/.test(card.number) ? brandOf(card.number) : undefined;
  if (brand === undefined || !brand.lengths.includes(card.number.length)) {
    throw new TokenizationError('number', 'The card number is not valid');
  }
  if (!luhnValid(card.number)) {
    throw new TokenizationError('number', 'The card number is not valid');
  }
  if (!context.allowedCardNetworks.includes(brand.network)) {
    throw new TokenizationError('number', 'The card network is not allowed');
  }
  const { securityCode = '0'.repeat(brand.securityCodeLength) } = card;
  if (!/^\d+$/.test(securityCode) || securityCode.length !== brand.securityCodeLength) {
    throw new TokenizationError('securityCode', 'The security code is not valid');
  }
}

function script(c: Context, code: string): Response {
  return c.body(code, 200, {
    'content-type': 'text/javascript; charset=utf-8',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  });
}

function problem(reason: string, message: string): object {
  return { correlationId: tokenId().toLowerCase(), reason, message, details: [] };
}
