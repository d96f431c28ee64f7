// The control server before the company runs.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SandboxClock } from '../../sandbox/clock.ts';
import { type Control, startControl } from '../../sandbox/control/control.ts';
import { changePerson } from '../../sandbox/control/people-switches.ts';
import { DocumentStore } from '../../sandbox/document-store.ts';
import { People } from '../../sandbox/zoho/people.ts';

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

test('people are changed by scripts and by the form, and only in ways that make sense', () => {
  const people = new People(new DocumentStore(':memory:', 'zoho'), 'us');
  const email = 'agent@example.com';
  expect(changePerson(people, { email, isActive: false })).toBe(true);
  expect(changePerson(people, { email, role: 'approver' })).toBe(true);
  expect(people.byEmail(email)).toMatchObject({ role: 'approver', isActive: false });
  expect(changePerson(people, { email, isActive: 'true' })).toBe(true);
  expect(people.byEmail(email)?.isActive).toBe(true);
  expect(changePerson(people, { email, role: 'king' })).toBe(false);
  expect(changePerson(people, { email: 'nobody@example.com', role: 'admin' })).toBe(false);
});
