// The settings page's model and words.
import { expect, test } from 'vitest';
import { enSettings } from '../../widget/console/settings/en-settings.ts';
import { createSetupModel } from '../../widget/console/settings/setup-model.ts';
import { summaryOf } from '../../widget/console/settings/step-summary.ts';
import { webhookAddress } from '../../widget/console/settings/webhook-address.ts';
import { fakeHost, fakeTiming, ok } from './fake-host.ts';
import { setup } from './setup-view.ts';

const problem = { code: 'settings-changed', message: 'Changed.', next: 'Reload.' };

function open() {
  const host = fakeHost();
  host.answer = () => ok(setup);
  const timing = fakeTiming();
  return { host, timing, model: createSetupModel(host, enSettings, timing) };
}

test('it reads how far the set-up is and opens the first step that waits for the person', async () => {
  const { host, model } = open();
  await model.start();
  expect(host.requests).toEqual([{ method: 'GET', path: '/setup', body: undefined }]);
  expect(model.view.value).toEqual({ kind: 'ready', setup });
  expect(model.openStep.value).toBe('accounts');
  model.toggle('doors');
  expect(model.openStep.value).toBe('doors');
  model.toggle('doors');
  expect(model.openStep.value).toBeUndefined();
});

test('a refusal and a host without answer are shown, and can be tried again', async () => {
  const { host, model } = open();
  host.answer = () => ok({ error: problem });
  await model.start();
  expect(model.view.value).toEqual({ kind: 'refused', problem });
  host.context = { ok: false, why: 'time-out', detail: 'late' };
  host.answer = () => ok(setup);
  await model.start();
  expect(model.view.value.kind).toBe('ready');
});

test('a saved step shows what came back; a refused one stays and says why', async () => {
  const { host, model } = open();
  await model.start();
  host.answer = () => ok({ error: problem });
  expect(await model.save('accounts', '/setup/accounts', { revision: 'r1' })).toBe(false);
  expect(model.trouble.value).toEqual({ at: 'accounts', why: { kind: 'refused', problem } });
  expect(model.view.value).toEqual({ kind: 'ready', setup });
  const next = { ...setup, revision: 'r2' };
  host.answer = () => ok(next);
  expect(await model.save('accounts', '/setup/accounts', { revision: 'r1' })).toBe(true);
  expect(model.trouble.value).toBeUndefined();
  expect(model.view.value).toEqual({ kind: 'ready', setup: next });
});

test('the second press while the first is under way sends nothing', async () => {
  const { host, model } = open();
  await model.start();
  const both = [model.save('test', '/setup/test', {}), model.save('test', '/setup/test', {})];
  expect(model.busy.value).toBe('test');
  expect(await Promise.all(both)).toEqual([true, false]);
  expect(host.requests.filter(({ path }) => path === '/setup/test')).toHaveLength(1);
});

test('the host’s own Save is held back while something is typed in, and passes otherwise', async () => {
  const { host, model } = open();
  await model.start();
  expect(await host.save()).toBeUndefined();
  model.touch();
  expect(await host.save()).toEqual({ prevent_save: true, message: enSettings.unsaved });
  await model.save('accounts', '/setup/accounts', {});
  expect(await host.save()).toBeUndefined();
});

test('the page goes on by itself when the sign-in in the other window is done', async () => {
  const { host, timing, model } = open();
  const before = { ...setup, signedIn: false, steps: [{ id: 'sign-in', state: 'open' }] };
  host.answer = () => ok(before);
  await model.start();
  expect(model.openStep.value).toBe('sign-in');
  model.awaitSignIn();
  await timing.advance(3_000);
  expect(host.requests).toHaveLength(2);
  host.answer = () => ok(setup);
  await timing.advance(3_000);
  expect(model.openStep.value).toBe('accounts');
  await timing.advance(30_000);
  expect(host.requests).toHaveLength(3);
});

test('a closed step says in one line what was chosen', () => {
  const said = setup.steps.map(({ id }) => summaryOf(id, setup, enSettings));
  expect(said).toEqual([
    'Signed in; the data centre is www.zohoapis.com.',
    'Acme Trading, Acme Trading',
    'acme_usd',
    '',
    '',
    'cf_tallybridge_customer',
    '',
    'finance',
  ]);
});

test.each([
  [
    'https://a.example.com/server/api',
    '/hooks/cybersource/i',
    'https://a.example.com/server/hooks/cybersource/i',
  ],
  ['https://a.example.com/server/api', '/server/hooks/i', 'https://a.example.com/server/hooks/i'],
  ['http://127.0.0.1:4602/api', '/hooks/i', 'http://127.0.0.1:4602/hooks/i'],
])('with the API at %s the path %s is %s', (apiBase, path, address) => {
  expect(webhookAddress(apiBase, path)).toBe(address);
});
