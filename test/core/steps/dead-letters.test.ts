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
      where: [['action', '=', 'dead-letter.replayed']],
    });
    expect(audit.map((row) => row.actor_name)).toEqual(['Admin', 'Admin']);
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
  ])('shows %s as %s', (given, expected) => {
    expect(shown(given)).toBe(expected);
  });
});
