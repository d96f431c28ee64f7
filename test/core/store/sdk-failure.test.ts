// What the SDK rejects with, in each of its forms, becomes one kind of failure.
import { expect, it } from 'vitest';
import { StoreFailure } from '../../../functions/core/ports/store.ts';
import {
  isDuplicate,
  mayHaveApplied,
  storeFailure,
} from '../../../functions/core/store/sdk-failure.ts';

const rejections: readonly [what: string, rejection: unknown, code: string, unsure: boolean][] = [
  ['a refusal', { statusCode: 400, code: 'INVALID_INPUT', message: 'no' }, 'refused', false],
  ['a refusal without a code', { statusCode: 403, message: "'Access Denied'" }, 'refused', false],
  ['a missing row', { statusCode: 404, code: 'INVALID_ID', message: 'no' }, 'not-found', false],
  ['a limit', { statusCode: 429, code: 'TOO_MANY_REQUESTS', message: 'no' }, 'busy', false],
  ['a server error', { statusCode: 500, code: 'INTERNAL_SERVER_ERROR' }, 'unavailable', true],
  ['an HTML error page', { statusCode: 502, message: "'<html>'" }, 'unavailable', true],
  [
    'an answer that is not JSON',
    Object.assign(new Error('bad'), { code: 'api/unparsable_response', statusCode: 200 }),
    'bad-answer',
    true,
  ],
  [
    'a broken connection',
    Object.assign(new Error('socket hang up'), { code: 'api/request_failure' }),
    'unavailable',
    true,
  ],
  ['a bare string', 'Invalid response stream', 'unavailable', true],
];

it.each(rejections)('reads %s', (_, rejection, code, unsure) => {
  const failure = storeFailure('insert into Links', rejection);
  expect(failure).toMatchObject({ name: 'StoreFailure', code, cause: rejection });
  expect(mayHaveApplied(failure)).toBe(unsure);
  expect(isDuplicate(rejection)).toBe(false);
});

it('keeps a failure that is one already', () => {
  const failure = new StoreFailure('timed-out', 'no answer');
  expect(storeFailure('find from Links', failure)).toBe(failure);
  expect(mayHaveApplied(failure)).toBe(true);
});

it('takes each of the documented signs of a duplicate', () => {
  expect(isDuplicate({ statusCode: 409, code: 'CONFLICT' })).toBe(true);
  expect(isDuplicate({ statusCode: 409 })).toBe(true);
  expect(isDuplicate({ statusCode: 400, code: 'DUPLICATE_VALUE' })).toBe(true);
  expect(isDuplicate({ statusCode: 500, code: 'DUPLICATE_ENTRY' })).toBe(true);
});

it('cuts what the other side said, which may be a whole page', () => {
  const { message } = storeFailure('x', { statusCode: 500, message: 'm'.repeat(9_999) });
  expect(message.length).toBeLessThan(300);
});
