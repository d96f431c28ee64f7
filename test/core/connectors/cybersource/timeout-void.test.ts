// Timeout voids: the request, and what each answer means for a refund whose own answer was lost.
import { describe, expect, test } from 'vitest';
import type { IntentId, MerchantId } from '../../../../functions/core/domain/ids.ts';
import type { HttpOutcome } from '../../../../functions/core/ports/platform.ts';
import { answered, noAnswer } from '../transport/scripted-transport.ts';
import { MERCHANT, scriptedGateway } from './scripted-gateway.ts';

const INTENT = '01KACS2K00000000000000000A' as IntentId;

test('a timeout void names the lost refund by its merchant transaction id', async () => {
  const { gateway, transport } = scriptedGateway([answered(201, { id: '1', status: 'VOIDED' })]);
  await gateway.timeoutVoid(MERCHANT, INTENT);
  expect(transport.sent[0]).toMatchObject({
    method: 'POST',
    url: 'https://apitest.cybersource.com/pts/v2/voids',
    timeoutMs: 15_000,
  });
  expect(JSON.parse(transport.sent[0]?.body ?? '')).toEqual({
    clientReferenceInformation: { code: INTENT, transactionId: INTENT },
  });
});

describe('the answer to a timeout void', () => {
  const notNow = (code: string) => ({ kind: 'not-now', problem: { code } });

  test.each<[string, HttpOutcome, object]>([
    ['VOIDED', answered(201, { id: '1', status: 'VOIDED' }), { kind: 'voided', status: 'VOIDED' }],
    [
      'CANCELLED',
      answered(201, { id: '1', status: 'CANCELLED' }),
      { kind: 'voided', status: 'CANCELLED' },
    ],
    ['201 FAILED', answered(201, { id: '1', status: 'FAILED' }), notNow('gateway-refused')],
    ['201 without a status', answered(201, '{"id":"1"'), notNow('gateway-refused')],
    ['NOT_VOIDABLE', answered(400, { reason: 'NOT_VOIDABLE' }), { kind: 'nothing-to-void' }],
    ['404', answered(404, { message: 'no' }), { kind: 'nothing-to-void' }],
    ['another refusal', answered(400, { reason: 'NOT_SUPPORTED' }), notNow('gateway-refused')],
    ['wrong keys', answered(401, ''), notNow('gateway-credentials')],
    ['a rate limit', answered(429, ''), notNow('gateway-busy')],
    ['502', answered(502, '<html>'), notNow('gateway-unavailable')],
    ['a time-out', noAnswer(false), notNow('gateway-unavailable')],
  ])('%s is read as what it is', async (_, outcome, expected) => {
    const { gateway } = scriptedGateway([outcome]);
    expect(await gateway.timeoutVoid(MERCHANT, INTENT)).toMatchObject(expected);
  });

  test('for a merchant id without keys is that nothing was asked', async () => {
    const { gateway, transport } = scriptedGateway([]);
    expect(await gateway.timeoutVoid('other' as MerchantId, INTENT)).toMatchObject(
      notNow('merchant-unknown'),
    );
    expect(transport.sent).toEqual([]);
  });
});
