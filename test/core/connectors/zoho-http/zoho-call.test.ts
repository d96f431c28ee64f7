// One call to a finance API: what goes out, and what each kind of answer becomes.
import { describe, expect, it } from 'vitest';
import { readFinanceAnswer } from '../../../../functions/core/connectors/zoho-http/finance-answer.ts';
import { createZohoCaller } from '../../../../functions/core/connectors/zoho-http/zoho-call.ts';
import type { HttpOutcome } from '../../../../functions/core/ports/platform.ts';
import { answered, noAnswer } from '../transport/scripted-transport.ts';
import { bodyOf, done, failed, type ZohoScript, zohoScript } from './zoho-script.ts';

const readInvoice = {
  operation: 'read-invoice',
  method: 'GET',
  path: ['invoices', '46000001'],
  what: 'The invoice',
} as const;

function caller(script: ZohoScript) {
  return createZohoCaller(script, {
    product: 'books',
    rootUrl: 'https://api.test/books/v3',
    query: { organization_id: '10234695' },
    readAnswer: readFinanceAnswer('books'),
  });
}

async function problemOf(...outcomes: HttpOutcome[]) {
  const result = await caller(zohoScript(...outcomes))(readInvoice);
  return result.ok ? undefined : result.problem;
}

describe('the request', () => {
  it('carries the token, the organization and a time-out inside the function', async () => {
    const script = zohoScript(done({}));
    await caller(script)({ ...readInvoice, query: { page: '2' } });
    const [request] = script.transport.sent;
    expect(request?.url).toBe(
      'https://api.test/books/v3/invoices/46000001?organization_id=10234695&page=2',
    );
    expect(request?.headers.authorization).toBe('Zoho-oauthtoken token-1');
    expect(request?.headers['content-type']).toBeUndefined();
    expect(request?.timeoutMs).toBe(12_000);
    expect(script.calls).toEqual(['books read-invoice']);
  });

  it('sends bodies as JSON and leaves out what is undefined', async () => {
    const script = zohoScript(done({}, 201));
    await caller(script)({ ...readInvoice, method: 'PUT', body: { a: 1, b: undefined } });
    const [request] = script.transport.sent;
    expect(request?.headers['content-type']).toBe('application/json');
    expect(bodyOf(request)).toEqual({ a: 1 });
  });

  it.each(['..', '', 'a/b', 'a%2Fb', '1?x=1', '.'])(
    'never goes out for an id that is none: %j',
    async (id) => {
      const script = zohoScript();
      const result = await caller(script)({ ...readInvoice, path: ['invoices', id] });
      expect(result).toEqual({
        ok: false,
        problem: { code: 'not-found', remedy: 'none', facts: { what: 'The invoice' } },
      });
      expect(script.transport.sent).toHaveLength(0);
    },
  );
});

describe('a refused token', () => {
  it('is replaced and the call sent once more', async () => {
    const script = zohoScript(failed(401, 14), done({ invoice: 1 }));
    const result = await caller(script)(readInvoice);
    expect(result).toMatchObject({ ok: true, value: { invoice: 1 } });
    expect(script.invalidated).toEqual(['token-1']);
    expect(script.transport.sent[1]?.headers.authorization).toBe('Zoho-oauthtoken token-2');
    expect(script.calls).toHaveLength(2);
  });

  it('asks for a new sign-in when the next one is refused too', async () => {
    expect(await problemOf(failed(401, 14), failed(401, 14))).toEqual({
      code: 'zoho-sign-in-needed',
      remedy: 'fix-setup',
    });
  });

  it('hands on why there is no token', async () => {
    const problem = { code: 'zoho-busy', remedy: 'wait', retryAfterMs: 5 } as const;
    const script = zohoScript();
    const tokens = {
      accessToken: async () => ({ ok: false, problem }) as const,
      invalidate: () => {},
    };
    expect(await caller({ ...script, tokens })(readInvoice)).toEqual({ ok: false, problem });
    expect(script.calls).toHaveLength(0);
  });
});

describe('an answer', () => {
  it('that is empty has no value', async () => {
    expect(await caller(zohoScript(answered(204, '')))(readInvoice)).toEqual({
      ok: true,
      value: undefined,
    });
  });

  const HOUR_MS = 3_600_000;
  const limits: readonly [string, HttpOutcome, number][] = [
    ['43 with Retry-After', answered(429, { code: 43 }, { 'retry-after': '3600' }), HOUR_MS],
    ['43 without', failed(429, 43), HOUR_MS],
    ['44', failed(429, 44), 600_000],
    [
      '44 beside the day counter',
      answered(429, { code: 44 }, { 'x-rate-limit-reset': '9' }),
      600_000,
    ],
    [
      '45 with the day counter',
      answered(429, { code: 45 }, { 'x-rate-limit-reset': '7200' }),
      7_200_000,
    ],
    ['45 without', failed(429, 45), HOUR_MS],
    ['1070', failed(429, 1070), 3_000],
    ['a limit as a 400', failed(400, 1070), 3_000],
    ['an unknown code', failed(429, 9999), 60_000],
    ['a page of HTML', answered(429, '<html></html>', { 'retry-after': '30' }), 30_000],
    ['an unknown JSON', answered(429, { error: 'slow' }), 60_000],
  ];
  it.each(limits)('429 %s: busy, with the time to wait', async (_, outcome, retryAfterMs) => {
    expect(await problemOf(outcome)).toEqual({
      code: 'zoho-busy',
      remedy: 'wait',
      facts: { product: 'Zoho Books' },
      retryAfterMs,
    });
  });

  const unavailable: readonly [string, HttpOutcome][] = [
    ['no answer', noAnswer(false)],
    ['a refused connection', noAnswer(true)],
    ['an HTML 502', answered(502, '<html></html>')],
    ['a 500 with JSON', failed(500, 1000)],
    ['code 1000 with another status', failed(400, 1000)],
    ['a 200 that is not JSON', answered(200, '{"truncated": ')],
    ['an HTML 404', answered(404, '<html></html>')],
    ['JSON of another shape', answered(200, { hello: 'world' })],
    ['an array', answered(200, [])],
  ];
  it.each(unavailable)('%s: unavailable, try again', async (_, outcome) => {
    expect(await problemOf(outcome)).toEqual({
      code: 'zoho-unavailable',
      remedy: 'retry',
      facts: { product: 'Zoho Books' },
    });
  });

  it('a 503 with Retry-After: unavailable until then', async () => {
    const outcome = answered(503, '', { 'retry-after': '20' });
    expect(await problemOf(outcome)).toMatchObject({
      code: 'zoho-unavailable',
      retryAfterMs: 20_000,
    });
  });

  it('57 is a missing permission, though it comes as a 401', async () => {
    const script = zohoScript(failed(401, 57));
    expect(await caller(script)(readInvoice)).toEqual({
      ok: false,
      problem: {
        code: 'zoho-permission-missing',
        remedy: 'fix-setup',
        facts: { product: 'Zoho Books' },
      },
    });
    expect(script.invalidated).toEqual([]);
  });

  it.each([
    ['1002', failed(404, 1002)],
    ['1002 as a 400', failed(400, 1002)],
    ['a 404 of another code', failed(404, 5)],
  ])('%s: not found, in words', async (_, outcome) => {
    expect(await problemOf(outcome)).toEqual({
      code: 'not-found',
      remedy: 'none',
      facts: { what: 'The invoice' },
    });
  });

  it('another code: refused, with the message cut to fit and the code kept', async () => {
    expect(await problemOf(failed(400, 24016, 'x'.repeat(500)))).toEqual({
      code: 'zoho-refused',
      remedy: 'fix-input',
      facts: { product: 'Zoho Books', detail: 'x'.repeat(200) },
      zohoCode: '24016',
    });
  });

  it('an error code on a 200 is an error', async () => {
    expect(await problemOf(failed(200, 4))).toMatchObject({ code: 'zoho-refused' });
  });

  it('a code 0 on a 400 is no success', async () => {
    expect(await problemOf(failed(400, 0))).toMatchObject({ code: 'zoho-refused' });
  });

  it.each(['cf_tallybridge_invoice', 'custom_fields', 'X-Unique-Identifier-Key'])(
    'a refusal that names %s: our field is missing',
    async (name) => {
      const script = zohoScript(failed(400, 4, `Valor no válido para ${name}`));
      const result = await caller(script)({
        ...readInvoice,
        uniqueField: 'cf_tallybridge_invoice',
      });
      expect(result).toMatchObject({
        problem: {
          code: 'zoho-field-missing',
          remedy: 'fix-setup',
          facts: { product: 'Zoho Books', field: 'cf_tallybridge_invoice' },
        },
      });
    },
  );
});
