// The one error reader over every service's shape.
import { describe, expect, test } from 'vitest';
import { readError } from '../../../../functions/core/connectors/cybersource/read-error.ts';

describe('reading a refusal of the gateway', () => {
  test.each([
    [
      'payments 400',
      400,
      '{"submitTimeUtc":"2026-11-22T12:00:00Z","status":"INVALID_REQUEST","reason":"MISSING_FIELD","message":"m","details":[{"field":"a","reason":"MISSING_FIELD"}]}',
      { reason: 'MISSING_FIELD' },
    ],
    [
      'a declined refund, which is a 201',
      201,
      '{"id":"795","status":"DECLINED","errorInformation":{"reason":"PROCESSOR_DECLINED","message":"m"}}',
      { reason: 'PROCESSOR_DECLINED', id: '795' },
    ],
    [
      'a lost transaction, with its id',
      502,
      '{"id":"7953500000000000000009","status":"SERVER_ERROR","reason":"SYSTEM_ERROR","message":"m"}',
      { reason: 'SYSTEM_ERROR', id: '7953500000000000000009' },
    ],
    [
      'the door',
      401,
      '{"response":{"rmsg":"Authentication Failed"}}',
      { reason: 'Authentication Failed' },
    ],
    [
      'search',
      404,
      '{"message":"The requested resource does not exist"}',
      { reason: 'The requested resource does not exist' },
    ],
    [
      'tokens',
      409,
      '{"errors":[{"type":"conflict","message":"linked","details":[{"name":"id","location":"path"}]}]}',
      { reason: 'conflict' },
    ],
    [
      'files',
      400,
      '{"code":"VALIDATION_ERROR","message":"m","correlationId":"c","fields":[]}',
      { reason: 'VALIDATION_ERROR' },
    ],
    ['a page', 502, '<html><h1>502 Bad Gateway</h1></html>', { reason: 'HTTP 502' }],
    ['nothing', 500, '', { reason: 'HTTP 500' }],
    ['a bare list', 400, '[]', { reason: 'HTTP 400' }],
    ['null', 400, 'null', { reason: 'HTTP 400' }],
    ['empty errors', 400, '{"errors":[]}', { reason: 'HTTP 400' }],
  ])('%s', (_, status, body, expected) => {
    expect(readError(status, body)).toEqual(expected);
  });

  test('a reason stays short enough to be shown', () => {
    expect(readError(400, JSON.stringify({ message: 'x'.repeat(500) })).reason).toHaveLength(80);
  });
});
