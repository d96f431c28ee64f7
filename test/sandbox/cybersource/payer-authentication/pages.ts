// What the payer's browser sees of payer authentication: the collection of device data, and the bank's own page. Unsigned.
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { jwtVerify } from 'jose';
import type { PayerParts } from './routes.ts';

/** The code that the bank has sent to the payer. */
const CHALLENGE_CODE = '1234';

const HEADERS = { 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'no-referrer' };

export function payerPages(parts: PayerParts): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.post('/V1/Cruise/Collect', async (c) => {
    const claims = await claimsOf(parts, c);
    if (claims?.ReferenceId === undefined) return c.text('Invalid token', 400);
    const message = JSON.stringify({
      MessageType: 'profile.completed',
      'Session Id': claims.ReferenceId,
      Status: true,
    });
    const told = `parent.postMessage(${JSON.stringify(message)}, '*')`;
    return c.body(page(`<script>${told}</script>`), 200, HEADERS);
  });
  app.post('/V2/Cruise/StepUp', async (c) => {
    const claims = await claimsOf(parts, c);
    const asked = parts.challenges.get(String(claims?.TransactionId ?? ''));
    if (asked === undefined) return c.text('Invalid token', 400);
    return c.body(
      page(`<h1>Your bank</h1>
<form method="post" action="/V2/Cruise/Answer">
<input type="hidden" name="id" value="${asked.id}">
<label>Code that we sent you <input name="code" autocomplete="one-time-code"></label>
<button>Confirm</button></form>`),
      200,
      HEADERS,
    );
  });
  app.post('/V2/Cruise/Answer', async (c) => {
    const { id, code } = await c.req.parseBody();
    const asked = parts.challenges.get(String(id));
    if (asked === undefined) return c.text('Unknown', 400);
    parts.challenges.put(asked.id, {
      ...asked,
      isAnswered: true,
      isRight: code === CHALLENGE_CODE,
    });
    return c.body(
      page(`<form id="back" method="post" action="${asked.returnUrl}">
<input type="hidden" name="TransactionId" value="${asked.id}"><input type="hidden" name="MD" value="null">
</form><script>document.getElementById('back').submit()</script>`),
      200,
      HEADERS,
    );
  });
  return app;
}

async function claimsOf({ key }: PayerParts, c: Context) {
  const { JWT } = await c.req.parseBody();
  try {
    return (await jwtVerify(String(JWT), key, { algorithms: ['HS256'] })).payload;
  } catch {
    return undefined;
  }
}

function page(body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bank</title></head><body>${body}</body></html>`;
}
