// Dead letters: what they show, that a replay runs, who may do it, and what is parked until the set-up is mended.
import { beforeEach, describe, expect, it } from 'vitest';
import { createWitness, shown } from '../../../functions/core/connectors/transport/witness.ts';
import { problem } from '../../../functions/core/domain/problem.ts';
import { refused } from '../../../functions/core/domain/result.ts';
import type { Actor } from '../../../functions/core/domain/role.ts';
import {
  replayDeadLetter,
  skipDeadLetter,
  unparkAll,
} from '../../../functions/core/steps/replay-dead-letter.ts';
import { showAlarms } from '../../../functions/core/steps/show-alarms.ts';
import { showDeadLetters } from '../../../functions/core/steps/show-dead-letters.ts';
import { INSTALLATION, order } from './fake-transactions.ts';
import { createWorld, type World } from './world.ts';

const admin: Actor = { userId: 'a', name: 'Admin', role: 'admin' };
const agent: Actor = { ...admin, role: 'agent' };

let world: World;

async function letters() {
  const reply = await showDeadLetters(world.ports, INSTALLATION, admin);
  if (!reply.ok) throw new Error('an administrator may see them');
  return reply.value.letters;
}

beforeEach(async () => {
  world = createWorld();
  await world.happens({ id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' });
  await world.work();
});

describe('a dead letter', () => {
  it('says what, why in words, where, and what to do', async () => {
    expect(await letters()).toMatchObject([
      {
        kind: 'run',
        type: 'order-to-cash',
        state: 'dead',
        node: 'read-order',
        attempts: 1,
        problem: { code: 'order-not-found', message: 'The shop has no order 1001.' },
      },
    ]);
  });

  it('is replayed at once, ends well when its cause is gone, and the chain says who did it', async () => {
    const [letter] = await letters();
    if (letter === undefined) throw new Error('there is one');
    const early = await replayDeadLetter(world.ports, INSTALLATION, admin, letter);
    expect(early).toMatchObject({ ok: true, value: { letter: { state: 'dead', attempts: 2 } } });
    world.orders.set('1001', order('1001', 4_000));
    const replayed = await replayDeadLetter(world.ports, INSTALLATION, admin, letter);
    expect(replayed).toMatchObject({ ok: true, value: { letter: { state: 'done', attempts: 3 } } });
    expect(world.records.payments.size).toBe(1);
    const audit = await world.ports.store.select('Audit', {
      where: [['actor_id', '=', 'a']],
      orderBy: ['audit_key', 'asc'],
    });
    expect(audit.map((row) => [row.action, row.actor_name, row.detail])).toEqual([
      ['dead-letter.replayed', 'Admin', '{"reason":""}'],
      [
        'dead-letter.replay-ended',
        'Admin',
        '{"state":"dead","attempts":2,"problem":"order-not-found"}',
      ],
      ['dead-letter.replayed', 'Admin', '{"reason":""}'],
      ['dead-letter.replay-ended', 'Admin', '{"state":"done","attempts":3,"problem":""}'],
    ]);
  });

  it('is not worked on twice when two people replay it at once', async () => {
    world.orders.set('1001', order('1001', 4_000));
    const [letter] = await letters();
    if (letter === undefined) throw new Error('there is one');
    const both = await Promise.all([
      replayDeadLetter(world.ports, INSTALLATION, admin, letter),
      replayDeadLetter(world.ports, INSTALLATION, admin, letter),
    ]);
    expect(both.map((one) => one.ok)).toEqual([true, true]);
    expect(world.calls.filter((call) => call === 'saveInvoice')).toHaveLength(1);
    const [run] = await world.ports.store.select('Runs', { where: [['flow', '=', letter.type]] });
    expect(run).toMatchObject({ state: 'done', attempts: 2 });
  });

  it('that somebody is replaying can’t be skipped under their hands', async () => {
    const [letter] = await letters();
    if (letter === undefined) throw new Error('there is one');
    world.orders.set('1001', order('1001', 4_000));
    const { readOrder } = world.company.shop ?? {};
    const skipped: unknown[] = [];
    Object.assign(world.company.shop ?? {}, {
      readOrder: async (reference: string) => {
        const request = { kind: letter.kind, key: letter.key, reason: 'Test order' };
        skipped.push(await skipDeadLetter(world.ports, INSTALLATION, admin, request));
        return readOrder?.(reference);
      },
    });
    const replayed = await replayDeadLetter(world.ports, INSTALLATION, admin, letter);
    expect(skipped).toMatchObject([{ ok: false, problem: { code: 'not-found' } }]);
    expect(replayed).toMatchObject({ ok: true, value: { letter: { state: 'done' } } });
  });

  it('is shown also when a stored text was cut off', async () => {
    const [run] = await world.ports.store.select('Runs', { where: [['state', '=', 'dead']] });
    const broken = { exchange: 'z:AAAA', problem: '{"code":"order-not' };
    await world.ports.store.update('Runs', run?.ROWID ?? '', broken);
    expect(await letters()).toMatchObject([{ state: 'dead', problem: { code: 'internal-error' } }]);
  });

  it('can be skipped with a reason, and is gone then', async () => {
    const [letter] = await letters();
    if (letter === undefined) throw new Error('there is one');
    const request = { kind: letter.kind, key: letter.key, reason: ' ' };
    expect(await skipDeadLetter(world.ports, INSTALLATION, admin, request)).toMatchObject({
      problem: { code: 'reason-missing' },
    });
    await skipDeadLetter(world.ports, INSTALLATION, admin, { ...request, reason: 'Test order' });
    expect(await letters()).toEqual([]);
  });

  it('is neither shown to nor replayed by an agent, nor by another company', async () => {
    const [letter] = await letters();
    if (letter === undefined) throw new Error('there is one');
    expect(await showDeadLetters(world.ports, INSTALLATION, agent)).toMatchObject({ ok: false });
    expect(await replayDeadLetter(world.ports, INSTALLATION, agent, letter)).toMatchObject({
      problem: { code: 'not-allowed' },
    });
    expect(await replayDeadLetter(world.ports, 'inst-2' as never, admin, letter)).toMatchObject({
      problem: { code: 'not-found' },
    });
  });
});

it('parks what needs an administrator, raises one alarm, and goes on when the set-up is mended', async () => {
  world.orders.set('1002', order('1002', 2_000));
  const { saveAccount } = world.company.customers;
  world.company.customers.saveAccount = async () =>
    refused(problem('zoho-sign-in-needed', 'fix-setup'));
  await world.happens({ id: 'p2', kind: 'sale', amountMinor: 2_000, reference: '1002' });
  await world.heal();
  const parked = (await letters()).filter((letter) => letter.state === 'parked');
  expect(parked).toMatchObject([{ problem: { code: 'zoho-sign-in-needed' } }]);
  const alarms = await showAlarms(world.ports, INSTALLATION, admin);
  expect(alarms).toMatchObject({
    value: { alarms: [{ problem: { code: 'zoho-sign-in-needed' } }] },
  });
  world.company.customers.saveAccount = saveAccount;
  await unparkAll(world.ports, INSTALLATION);
  await world.work();
  expect(world.records.invoices.size).toBe(1);
  const mended = await showAlarms(world.ports, INSTALLATION, admin);
  expect(mended).toMatchObject({ value: { alarms: [] } });
});

describe('the witness', () => {
  it('remembers the last exchange of each piece of work apart, without headers', async () => {
    const { transport, witness } = createWitness({
      send: async ({ url }) => ({ kind: 'answered', status: 400, headers: {}, body: `no ${url}` }),
    });
    const ask = (url: string) =>
      witness.watch(() =>
        transport.send({
          method: 'POST',
          url,
          headers: { authorization: 'Zoho-oauthtoken 1000.abc' },
          body: '{"a":1}',
          timeoutMs: 1,
        }),
      );
    const [one, two] = await Promise.all([ask('https://a.example'), ask('https://b.example')]);
    expect(one.last).toEqual({
      request: 'POST https://a.example\n{"a":1}',
      answer: '400\nno https://a.example',
    });
    expect(two.last?.answer).toContain('b.example');
    expect(JSON.stringify([one.last, two.last])).not.toContain('1000.abc');
  });

  it.each([
    ['{"refresh_token":"1000.x.y","a":1}', '{"refresh_token":"***","a":1}'],
    ['client_secret=abc&grant=1', 'client_secret=***&grant=1'],
    ['card 4111 1111 1111 1111 here', 'card *** here'],
    ['id 460000000000200244 stays', 'id 460000000000200244 stays'],
    ['id 7953500000000000000001 stays', 'id 7953500000000000000001 stays'],
    ['{"transientTokenJwt":"eyJh.eyJh.c2ln"}', '{"transientTokenJwt":"***"}'],
    ['{"sharedSecret":"c2VjcmV0"}', '{"sharedSecret":"***"}'],
    ['?consumer_secret=cs_1&page=2', '?consumer_secret=***&page=2'],
    [
      '{"card":{"number":"4111111111111111","securityCode":"123"}}',
      '{"card":{"number":"***","securityCode":"***"}}',
    ],
    ['378282246310005 and 5555-5555-5555-4444', '*** and ***'],
    ['{"client_secret":"a\\"b"}', '{"client_secret":"***"}'],
    ['{"access_token":"1000.cut of', '{"access_token":"***"'],
    ['?consumer_key=ck_1&consumer_secret=cs_1', '?consumer_key=***&consumer_secret=***'],
    ['{"apiKey":"x","securityCode":123}', '{"apiKey":"***","securityCode":"***"}'],
    ['Authorization: Bearer abc.def', 'Authorization: Bearer ***'],
    ['Zoho-oauthtoken 1000.a.b', 'Zoho-oauthtoken ***'],
    ['a eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2ln b', 'a *** b'],
    ['2222420000001113', '***'],
    ['4111.1111-1111 1111', '***'],
    ['B4111111111111111^DOE', 'B***^DOE'],
  ])('shows %s as %s', (given, expected) => {
    expect(shown(given)).toBe(expected);
  });

  it.each(['"refresh_token":"1000.abcdefghij"', '4111111111111111'])(
    'shows no part of %s where the text is cut',
    (secret) => {
      for (let before = 1_970; before <= 2_000; before += 1) {
        const text = shown(`${' '.repeat(before)}${secret}`);
        expect(text).not.toMatch(/1000\.|4111/);
      }
    },
  );
});
