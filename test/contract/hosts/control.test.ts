// The control server before the company runs.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SandboxClock } from '../../sandbox/clock.ts';
import { type Control, startControl } from '../../sandbox/control/control.ts';

const clock = new SandboxClock();
let control: Control;

beforeAll(async () => {
  control = await startControl(clock, 0, { slackToken: 'token', webhookSecret: 'whsec_AAAA' });
});
afterAll(() => control.close());

test('sandbox.json answers 503 until all is ready', async () => {
  const answer = await fetch(`${control.url}/sandbox.json`);
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({ ready: false });
});

test('the clock is moved by JSON and refuses nonsense', async () => {
  const post = (body: object) =>
    fetch(`${control.url}/control/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  expect((await post({ advanceMs: 90_000 })).status).toBe(200);
  expect(clock.offsetMs).toBe(90_000);
  expect((await post({ advanceMs: -1 })).status).toBe(400);
  await post({ nextDay: true });
  expect(new Date(clock.now()).getUTCHours()).toBe(0);
});

test('a fault for nobody is refused', async () => {
  const answer = await fetch(`${control.url}/control/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ standIn: 'nobody', mode: 'hang' }),
  });
  expect(answer.status).toBe(400);
});
