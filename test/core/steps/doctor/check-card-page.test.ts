// The doctor's look at the card page: nothing on the page as it is built, an alarm in words for each way of changing it.
import { describe, expect, it } from 'vitest';
import { createOwnPages } from '../../../../functions/core/connectors/system/own-pages.ts';
import { problems } from '../../../../functions/core/contract/problems.ts';
import { cardPageApp } from '../../../../functions/core/http/card-page-app.ts';
import { createTries } from '../../../../functions/core/http/oauth-limits.ts';
import type { HttpOutcome } from '../../../../functions/core/ports/platform.ts';
import type { Patient } from '../../../../functions/core/steps/doctor/check.ts';
import { checkCardPage } from '../../../../functions/core/steps/doctor/check-card-page.ts';
import { createWorld } from '../world.ts';

const BASE = 'https://pay.example/server/api';
const FIELDS = ['https://flex.cybersource.com'];

type Answered = Extract<HttpOutcome, { kind: 'answered' }>;
/** What somebody has changed between us and the browser. */
type Tampering = (url: string, answer: Answered) => HttpOutcome;

function examine(tamper: Tampering = (_, answer) => answer) {
  const { ports } = createWorld();
  const app = cardPageApp({
    ...ports,
    files: { script: 'start()', style: 'main{}', bank: 'ask()' },
    publicUrl: BASE,
    fieldOrigins: FIELDS,
    visits: createTries(ports.clock, 10, 1_000),
    waker: { wake: async () => {} },
  });
  const transport = {
    async send({ url }: { readonly url: string }): Promise<HttpOutcome> {
      const response = await app.request(url.replace(BASE, ''));
      return tamper(url, {
        kind: 'answered',
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      });
    },
  };
  const setups = { ownPages: createOwnPages(transport, BASE, FIELDS) };
  return checkCardPage.examine({ ports: { setups } } as Patient);
}

const onPage =
  (change: (answer: Answered) => Answered): Tampering =>
  (url, answer) =>
    url.endsWith('/pay') ? change(answer) : answer;

describe('the card page check', () => {
  it('finds nothing wrong with the page as it is served', async () => {
    expect(await examine()).toEqual({ ok: true, value: [] });
  });

  const tampered: readonly [string, Tampering, string][] = [
    [
      'a script of somebody else',
      onPage((one) => ({
        ...one,
        body: one.body.replace(
          '</head>',
          '<script src="https://evil.example/a.js"></script></head>',
        ),
      })),
      'it runs https://evil.example/a.js',
    ],
    [
      'our script with other bytes',
      (url, one) => (url.endsWith('.js') ? { ...one, body: `${one.body};steal()` } : one),
      'is not what its hash says',
    ],
    [
      'a page without its policy',
      onPage((one) => ({ ...one, headers: {} })),
      'the policy says nothing of script-src',
    ],
    [
      'a policy that lets another in',
      onPage((one) => {
        const policy = one.headers['content-security-policy'] ?? '';
        const weaker = policy.replace('script-src', 'script-src https://evil.example');
        return { ...one, headers: { ...one.headers, 'content-security-policy': weaker } };
      }),
      'the policy lets https://evil.example into script-src',
    ],
  ];
  it.each(tampered)('names %s', async (_, tamper, words) => {
    const found = await examine(tamper);
    expect(found).toMatchObject({
      ok: true,
      value: [{ subject: 'card-page', problem: { code: 'card-page-changed' } }],
    });
    expect(JSON.stringify(found)).toContain(words);
  });

  it('is no news while the page does not answer', async () => {
    const found = await examine(() => ({
      kind: 'no-answer',
      neverSent: true,
      reason: 'ECONNREFUSED',
    }));
    expect(found).toMatchObject({ ok: false, problem: { code: 'own-page-unreachable' } });
  });

  it('has its sentence', () => {
    expect(problems['card-page-changed'].sentence).toContain('{faults}');
  });
});
