// A connection that the person has not authorized is told apart from a call that failed.
import { describe, expect, test } from 'vitest';
import { proxiedRequest } from '../../../widget/hosts/proxied-request.ts';

const LAYERS = ['details', 'statusMessage', 'data', 'body'];

function outcomeOf(call: () => unknown) {
  return proxiedRequest(call, LAYERS);
}

const told = [
  'The connection tallybridge_api is not authorized by this user.',
  { code: 'UNAUTHENTICATED_CONNECTION', details: {}, message: 'x', status: 'error' },
  { errMsg: 'Connection tallybridgeapi has not been authorised' },
  JSON.stringify({ statusMessage: 'Unauthorized connection' }),
];

describe('a connection that is not authorized', () => {
  test.each(told)('is known from a rejection with %j', async (reason) => {
    const outcome = await outcomeOf(() => Promise.reject(reason));
    expect(outcome).toMatchObject({ ok: false, why: 'unauthorized' });
  });

  test.each(told)('is known when the proxy resolves with %j', async (value) => {
    expect(await outcomeOf(async () => value)).toMatchObject({ ok: false, why: 'unauthorized' });
  });
});

describe('what is something else', () => {
  test('an answer of ours that speaks of such a connection is an answer', async () => {
    const body = { rows: ['connection is not authorized'] };
    const wrapped = { code: 'SUCCESS', details: { statusMessage: JSON.stringify(body) } };
    expect(await outcomeOf(async () => wrapped)).toEqual({ ok: true, value: body });
  });

  test('a refusal of ours stays one', async () => {
    const error = { error: { code: 'not-signed-in', message: 'connection not authorized' } };
    const rejected = await outcomeOf(() => Promise.reject(JSON.stringify(error)));
    expect(rejected).toEqual({ ok: true, value: error });
  });

  test('an unknown connection is a failed call', async () => {
    const outcome = await outcomeOf(() => Promise.reject('The connection x does not exist.'));
    expect(outcome).toMatchObject({ ok: false, why: 'failed' });
  });
});
