// Reading and searching transactions: requests and the problems they may meet.
import { describe, expect, test } from 'vitest';
import type { MerchantId } from '../../../../functions/core/domain/ids.ts';
import type { HttpOutcome } from '../../../../functions/core/ports/platform.ts';
import { answered, noAnswer } from '../transport/scripted-transport.ts';
import { MERCHANT, NOW, PAYMENT, scriptedGateway } from './scripted-gateway.ts';

describe('reading a transaction', () => {
  test('asks for the detail by id', async () => {
    const { gateway, transport } = scriptedGateway([answered(200, { id: PAYMENT })]);
    const result = await gateway.readTransaction(MERCHANT, PAYMENT);
    expect(result).toMatchObject({ ok: true, value: { id: PAYMENT, merchantId: MERCHANT } });
    expect(transport.sent[0]).toMatchObject({
      method: 'GET',
      url: `https://apitest.cybersource.com/tss/v2/transactions/${PAYMENT}`,
      timeoutMs: 10_000,
    });
    expect(transport.sent[0]).not.toHaveProperty('body');
  });

  const problems: [name: string, outcome: HttpOutcome, problem: object][] = [
    [
      'an id that is not there (yet) asks to wait as the gateway does',
      answered(404, { message: 'The requested resource does not exist' }),
      {
        code: 'not-found',
        remedy: 'wait',
        facts: { what: `Transaction ${PAYMENT}` },
        retryAfterMs: 300_000,
      },
    ],
    [
      'keys that do not work',
      answered(401, { response: { rmsg: 'Authentication Failed' } }),
      { code: 'gateway-credentials', remedy: 'fix-setup', facts: { merchant: MERCHANT } },
    ],
    ['too many calls', answered(429, ''), { code: 'gateway-busy', remedy: 'retry' }],
    ['a server error', answered(502, '<html>'), { code: 'gateway-unavailable', remedy: 'retry' }],
    ['a time-out', noAnswer(false), { code: 'gateway-unavailable', remedy: 'retry' }],
    ['bad JSON', answered(200, '{"id": '), { code: 'gateway-unavailable', remedy: 'retry' }],
    [
      'somebody else’s transaction',
      answered(200, { id: '1' }),
      { code: 'gateway-unavailable', remedy: 'retry' },
    ],
  ];

  test.each(problems)('meets %s', async (_, outcome, problem) => {
    const { gateway } = scriptedGateway([outcome]);
    expect(await gateway.readTransaction(MERCHANT, PAYMENT)).toEqual({ ok: false, problem });
  });

  test('of a merchant id without keys asks nothing', async () => {
    const { gateway, transport } = scriptedGateway([]);
    const result = await gateway.readTransaction('other' as MerchantId, PAYMENT);
    expect(result).toMatchObject({ ok: false, problem: { code: 'merchant-unknown' } });
    expect(transport.sent).toHaveLength(0);
  });
});

describe('searching transactions', () => {
  test('asks oldest first, by reference', async () => {
    const rows = [
      { id: '1', submitTimeUtc: '2026-11-22T12:20:00Z', clientReferenceInformation: { code: '9' } },
      { submitTimeUtc: '2026-11-22T12:20:00Z' },
    ];
    const { gateway, transport } = scriptedGateway([
      answered(201, { totalCount: 2, _embedded: { transactionSummaries: rows } }),
    ]);
    const result = await gateway.searchTransactions({ merchant: MERCHANT, by: { reference: '9' } });
    expect(result).toEqual({
      ok: true,
      value: { found: [{ id: '1', submittedAt: NOW, reference: '9' }], total: 2 },
    });
    expect(transport.sent[0]).toMatchObject({ method: 'POST', timeoutMs: 10_000 });
    expect(JSON.parse(transport.sent[0]?.body ?? '')).toMatchObject({
      query: 'clientReferenceInformation.code:9',
      offset: 0,
      limit: 200,
      sort: 'submitTimeUtc:asc,id:asc',
    });
  });

  test('pages, and never asks for more rows than the gateway gives', async () => {
    const { gateway, transport } = scriptedGateway([answered(201, { totalCount: 5000 })]);
    const by = { submittedFrom: 1, submittedTo: 2 };
    const search = { merchant: MERCHANT, by, offset: 400, limit: 9999 };
    // Beyond the last row there is no `_embedded` at all.
    expect(await gateway.searchTransactions(search)).toEqual({
      ok: true,
      value: { found: [], total: 5000 },
    });
    expect(JSON.parse(transport.sent[0]?.body ?? '')).toMatchObject({ offset: 400, limit: 2500 });
  });

  test('tells the gateway’s own time, as ours may be wrong', async () => {
    const submitTimeUtc = '2026-11-22T11:00:00Z';
    const { gateway } = scriptedGateway([answered(201, { totalCount: 0, submitTimeUtc })]);
    const by = { submittedFrom: 1, submittedTo: 2 };
    expect(await gateway.searchTransactions({ merchant: MERCHANT, by })).toEqual({
      ok: true,
      value: { found: [], total: 0, at: Date.UTC(2026, 10, 22, 11) },
    });
  });

  test('takes an answer without a count for no answer, and passes refusals on', async () => {
    const by = { reference: '9' };
    const { gateway } = scriptedGateway([
      answered(201, {}),
      answered(400, { reason: 'INVALID_DATA', message: 'm' }),
    ]);
    expect(await gateway.searchTransactions({ merchant: MERCHANT, by })).toMatchObject({
      problem: { code: 'gateway-unavailable' },
    });
    expect(await gateway.searchTransactions({ merchant: MERCHANT, by })).toMatchObject({
      problem: { code: 'gateway-refused', facts: { reason: 'INVALID_DATA' } },
    });
  });
});

describe('the references that an announcement names', () => {
  test.each<[string, unknown, string[]]>([
    ['an analyst’s decision', { payload: { data: { referenceNumber: '1042' } } }, ['1042']],
    [
      'an older envelope with several',
      { payload: [{ data: { referenceNumber: '1' } }, { data: { referenceNumber: '1' } }] },
      ['1'],
    ],
    ['one that names none', { payload: { note: 'x' } }, []],
    ['something else altogether', [], []],
  ])('are read from %s', (_, body, references) => {
    const { gateway } = scriptedGateway([]);
    expect(gateway.referencesIn(JSON.stringify(body))).toEqual(references);
  });
});
