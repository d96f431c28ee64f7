// The card page: the secret of a link opens that one charge, and nothing else opens anything.
import { beforeEach, describe, expect, it } from 'vitest';
import { ids, OTHER, OWN, payment } from './company-past.ts';
import { openTwoCompanies, type TwoCompanies } from './two-companies.ts';

let world: TwoCompanies;
beforeEach(async () => {
  world = await openTwoCompanies();
});

const routes = [
  ['/pay/show', (secret: string) => ({ secret })],
  ['/pay/fields', (secret: string) => ({ secret })],
  ['/pay/confirmation', (secret: string) => ({ secret, transientToken: 'token-x' })],
  ['/pay/card', (secret: string) => payment(secret, ids.fresh(50))],
] as const;

describe.each(routes)('POST %s', (path, body) => {
  it('with a company’s link reads and changes that company only', async () => {
    if (path === '/pay/card' || path === '/pay/confirmation')
      await world.ask('/pay/fields', { body: { secret: world.links.own } });
    const others = await world.watched.rowsOf(OTHER);
    world.opened.length = 0;
    world.watched.begin(OWN);
    const answer = await world.ask(path, { body: body(world.links.own) });
    expect([answer.status, world.watched.seen]).toEqual([
      200,
      { strangers: [], unscoped: [], refused: [] },
    ]);
    world.watched.begin(undefined);
    expect(answer.text).not.toMatch(/Bolt/i);
    expect(new Set(world.opened)).toEqual(new Set([OWN]));
    expect(await world.watched.rowsOf(OTHER)).toBe(others);
  });

  it('says nothing to a guessed, cut or lengthened secret, to a hash, a key or a staff token', async () => {
    const before = [await world.watched.rowsOf(OWN), await world.watched.rowsOf(OTHER)];
    const token = await world.token('admin');
    const { own } = world.links;
    const [row] = await world.ports.store.select('Charges', {
      where: [['installation', '=', OWN]],
    });
    const guesses = [
      'A'.repeat(43),
      own.slice(0, 42),
      `${own}A`,
      `${own.slice(0, 42)}${own.endsWith('A') ? 'B' : 'A'}`,
      (row?.link_hash ?? '').slice(0, 43),
      row?.charge_key ?? '',
      '',
    ];
    for (const guess of guesses) {
      const answer = await world.ask(path, { body: body(guess), token });
      expect([guess, answer.status >= 400]).toEqual([guess, true]);
      expect(answer.text).toMatch(/"code":"(link-unknown|invalid-request)"/);
    }
    expect([await world.watched.rowsOf(OWN), await world.watched.rowsOf(OTHER)]).toEqual(before);
  });

  it('is for the page itself: another site’s page, a form or a plain request gets nowhere', async () => {
    for (const origin of ['https://evil.example', 'null', '']) {
      const answer = await world.ask(path, { body: body(world.links.own), headers: { origin } });
      expect([origin, answer.status]).toEqual([origin, 404]);
    }
  });
});

it('a card number that is typed into a name or an address comes no further than the door', async () => {
  const { own } = world.links;
  const before = await world.watched.rowsOf(OWN);
  const typed = { ...payment(own, ids.fresh(51)), lastName: '4111 1111 1111 1111' };
  const answer = await world.ask('/pay/card', { body: typed });
  expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('card-data-found')]);
  expect(answer.text).not.toContain('4111');
  expect(await world.watched.rowsOf(OWN)).toBe(before);
});

it('the secret of a link is no staff token', async () => {
  const answer = await world.ask('/panel', {
    body: { host: 'books', record: { kind: 'invoice', id: ids.invoice } },
    token: world.links.own,
  });
  expect(answer.status).toBe(401);
});
