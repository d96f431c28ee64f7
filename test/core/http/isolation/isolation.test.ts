// Nobody crosses: every route of the api is tried by one company with what is another's. New routes are found in the route table.
import { SignJWT } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { roles } from '../../../../functions/core/domain/role.ts';
import { strictHeaders } from '../../../../functions/core/http/strict-headers.ts';
import { schema } from '../../../../functions/core/store/schema.ts';
import { allRoutes } from '../all-routes.ts';
import { TOKEN_KEYS } from '../granted-token.ts';
import { ORGANIZATION, OTHER, OTHERS_MARK, OWN } from './company-past.ts';
import { type Sample, staffSamples } from './route-samples.ts';
import { openTwoCompanies, type TwoCompanies } from './two-companies.ts';

const two = await openTwoCompanies();
const staffRoutes = Object.entries(staffSamples(two));
/** Doors of their own, with tests of their own. */
const OPEN_ROUTES = ['GET /health', 'ALL /pay', 'ALL /pay/*', 'ALL /oauth/*'];

let world: TwoCompanies;
beforeEach(async () => {
  world = await openTwoCompanies();
});

async function ask(route: string, sample: Sample, token: string | undefined) {
  const [method = ''] = route.split(' ');
  return world.ask(sample.path, {
    method,
    body: sample.body,
    ...(token === undefined ? {} : { token }),
  });
}

/** The request's own words, which an answer may repeat. */
function wordsOf({ path, body }: Sample): readonly string[] {
  const texts: string[] = [...decodeURIComponent(path).split(/[/=&]/)];
  JSON.stringify(body, (_, value: unknown) => {
    if (typeof value === 'string') texts.push(value);
    return value;
  });
  return texts.filter((text) => OTHERS_MARK.test(text) || text.includes(OTHER));
}

/** What of the other company is in an answer. */
function ofOthers(text: string, asked: Sample): readonly string[] {
  const rest = wordsOf(asked).reduce((left, word) => left.replaceAll(word, ''), text);
  const marks = rest.matchAll(new RegExp(`.{0,30}(?:${OTHERS_MARK.source}|${OTHER}).{0,30}`, 'gi'));
  return [...marks].map(([mark]) => mark);
}

/** Asks for the company, and sees that nobody else's rows have left the store or were changed, and that nobody else's company was opened. */
async function askWatched(route: string, sample: Sample, token: string) {
  const before = await world.watched.rowsOf(OTHER);
  const calls = world.outsideCalls();
  world.opened.length = 0;
  world.watched.begin(OWN, wordsOf(sample).join('\n'));
  const answer = await ask(route, sample, token);
  const { strangers, unscoped, refused } = structuredClone(world.watched.seen);
  world.watched.begin(undefined);
  expect({ strangers, unscoped }).toEqual({ strangers: [], unscoped: [] });
  expect(ofOthers(answer.text, sample)).toEqual([]);
  expect(world.opened.filter((id) => id !== OWN)).toEqual([]);
  expect(world.outsideCalls()).toEqual(calls);
  expect(await world.watched.rowsOf(OTHER)).toBe(before);
  expect(Object.fromEntries(answer.headers)).toMatchObject(strictHeaders);
  return { ...answer, refused };
}

describe('the twin', () => {
  it('has rows in every table, so that there is something to meet', () => {
    const missing = Object.keys(schema).filter(
      (table) => !two.watched.tablesOf(OTHER).includes(table as never),
    );
    expect(missing).toEqual([]);
  });

  it('is what its own people see: its marks are where they are looked for', async () => {
    const token = await world.token('admin', OTHER);
    for (const path of [
      '/audit',
      '/installation/export',
      '/dead-letters',
      '/alarms',
      '/documents',
      '/staff',
      '/approvals',
    ]) {
      const answer = await world.ask(path, { method: 'GET', token });
      expect([path, answer.status, OTHERS_MARK.test(answer.text)]).toEqual([path, 200, true]);
    }
  });
});

it('every route has a sample, and every sample a route', async () => {
  const routes = await allRoutes(world.app);
  const known = [...staffRoutes.map(([route]) => route), ...OPEN_ROUTES];
  expect(routes.toSorted()).toEqual(known.toSorted());
});

describe.each(staffRoutes)('%s', (route, { least }) => {
  const own = () => staffSamples(world)[route]?.own ?? { path: '' };

  it('is taken, asks for the company’s own rows only, and answers with nothing else', async () => {
    const token = await world.token(least);
    const answer = await askWatched(route, own(), token);
    expect([answer.status, answer.refused, answer.text]).toEqual([200, [], expect.any(String)]);
  });

  it('refuses roles below', async () => {
    for (const role of roles.slice(0, roles.indexOf(least))) {
      const answer = await ask(route, own(), await world.token(role));
      expect([role, answer.text]).toEqual([
        role,
        expect.stringMatching(/"code":"(not-allowed|approval-not-yours)"/),
      ]);
    }
  });

  it('lets no token in that is not good for this company', async () => {
    const stranger = await world.token('admin', OTHER);
    const before = [await world.watched.rowsOf(OWN), await world.watched.rowsOf(OTHER)];
    world.watched.begin(OTHER);
    for (const [name, token] of await badTokens(stranger)) {
      const answer = await ask(route, own(), token);
      expect([name, answer.status]).toEqual([name, 401]);
      expect(answer.text).toMatch(/"code":"(not-signed-in|session-expired)"/);
      expect(answer.text).not.toMatch(/Acme|Bolt/);
      expect(Object.fromEntries(answer.headers)).toMatchObject(strictHeaders);
    }
    world.watched.begin(undefined);
    expect([await world.watched.rowsOf(OWN), await world.watched.rowsOf(OTHER)]).toEqual(before);
  });
});

it.each(staffRoutes.filter(([, { others }]) => others !== undefined))(
  '%s finds nothing of another company by its names',
  async (route, { least, own }) => {
    const asked = staffSamples(world)[route]?.others ?? own;
    const answer = await askWatched(route, asked, await world.token(least));
    expect(answer.status).toBeLessThan(500);
    if (answer.refused.length > 0) expect(answer.status).toBeGreaterThanOrEqual(400);
  },
);

const KEY = Buffer.from(TOKEN_KEYS.current, 'base64');

/** An administrator of the other company at work: everything that they could show as a token. */
async function badTokens(
  genuine: string,
): Promise<readonly (readonly [string, string | undefined])[]> {
  const nowS = Math.floor(world.ports.clock.now() / 1000);
  const claims = { ins: OWN, org: ORGANIZATION[OWN], role: 'admin', sid: 'session-1' };
  const signed = (change: {
    key?: Uint8Array;
    alg?: string;
    audience?: string;
    sub?: string;
    at?: number;
    ins?: string;
  }) =>
    new SignJWT({ ...claims, ins: change.ins ?? OWN })
      .setProtectedHeader({ alg: change.alg ?? 'HS256' })
      .setIssuer('tallybridge')
      .setAudience(change.audience ?? 'staff')
      .setSubject(change.sub ?? 'user-admin')
      .setIssuedAt(change.at ?? nowS)
      .setExpirationTime((change.at ?? nowS) + 600)
      .sign(change.key ?? KEY);
  const [head = '', body = '', signature = ''] = genuine.split('.');
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const read = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
  const moved = part({ ...read, ins: OWN, org: ORGANIZATION[OWN] });
  await world.token('admin');
  return [
    ['none at all', undefined],
    ['theirs, rewritten for us', `${head}.${moved}.${signature}`],
    ['theirs, without a signature', `${part({ alg: 'none' })}.${moved}.`],
    ['of another key', await signed({ key: Buffer.alloc(32, 9) })],
    ['of a stronger-sounding algorithm', await signed({ alg: 'HS512', key: Buffer.alloc(64, 7) })],
    ['for another purpose', await signed({ audience: 'consent' })],
    ['that is over', await signed({ at: nowS - 3_600 })],
    ['of a person who is nobody here', await signed({ sub: 'user-only' })],
    ['for a company that is none', await signed({ ins: 'inst-3' })],
  ];
}
