// Events about what is not there yet: looked for, parked in sight, resolved when it appears, or dead with a reason.
import { beforeEach, describe, expect, it } from 'vitest';
import type { PaymentKey } from '../../../functions/core/domain/ids.ts';
import { problem } from '../../../functions/core/domain/problem.ts';
import { refused } from '../../../functions/core/domain/result.ts';
import type { Actor } from '../../../functions/core/domain/role.ts';
import { pollTransactions } from '../../../functions/core/steps/poll-transactions.ts';
import { showDeadLetters } from '../../../functions/core/steps/show-dead-letters.ts';
import { openAlarms } from '../../../functions/core/work/alarms.ts';
import { putInInbox } from '../../../functions/core/work/inbox.ts';
import { readLog } from '../../../functions/core/work/movement-log.ts';
import { INSTALLATION, MERCHANT } from './fake-transactions.ts';
import { createWorld, START_MS, type World } from './world.ts';

const MINUTE_MS = 60_000;
const admin: Actor = { userId: 'a', name: 'Admin', role: 'admin' };
const sale = { id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' } as const;

let world: World;

async function events() {
  return world.ports.store.select('Inbox', { where: [['installation', '=', INSTALLATION]] });
}

async function states() {
  return (await events()).map((event) => event.state);
}

async function passMinutes(count: number, step = 1): Promise<void> {
  for (let minute = 0; minute < count; minute += step) {
    world.advance(step * MINUTE_MS);
    await world.work();
  }
}

beforeEach(() => {
  world = createWorld();
  world.places('1001', 4_000);
});

describe('an event about a transaction that the gateway does not show', () => {
  beforeEach(() => world.announce('p1'));

  it('is done when the transaction appears within minutes, and nobody has seen it wait', async () => {
    await world.work();
    expect(await states()).toEqual(['received']);
    await world.happens(sale, false);
    await passMinutes(6);
    expect(await states()).toEqual(['done']);
  });

  it('is parked after that, in words, without an alarm', async () => {
    await passMinutes(30);
    expect(await states()).toEqual(['parked']);
    const shown = await showDeadLetters(world.ports, INSTALLATION, admin);
    expect(shown).toMatchObject({
      value: {
        letters: [
          {
            state: 'parked',
            problem: {
              code: 'not-there-yet',
              message: 'Transaction p1 was announced, and the gateway does not show it yet.',
            },
          },
        ],
      },
    });
    expect(await openAlarms(world.ports.store, INSTALLATION)).toEqual([]);
  });

  it('is looked for at least each hour, resolves by itself when it appears, and is booked', async () => {
    await passMinutes(600, 5);
    const looks = world.calls.filter((call) => call === 'readTransaction').length;
    expect(looks).toBeGreaterThanOrEqual(10);
    expect(looks).toBeLessThan(40);
    await world.happens(sale, false);
    await passMinutes(70, 5);
    expect(await states()).toEqual(['done']);
    expect(world.records.payments.size).toBe(1);
  });

  it('resolves at once when the poll finds what it waits for', async () => {
    await passMinutes(240, 5);
    const submittedAt = world.ports.clock.now() - 2 * MINUTE_MS;
    await world.happens({ ...sale, submittedAt }, false);
    await pollTransactions(world.ports, world.company, MERCHANT);
    await world.work();
    expect(await states()).toEqual(['done', 'done']);
    expect(world.records.payments.size).toBe(1);
  });

  it('is dead after a day, for a reason that is no longer "not yet"', async () => {
    await passMinutes(26 * 60, 15);
    expect(await states()).toEqual(['dead']);
    const [event] = await events();
    expect(JSON.parse(event?.problem ?? '{}')).toEqual({
      code: 'never-appeared',
      remedy: 'none',
      facts: { what: 'Transaction p1' },
    });
    const before = world.calls.length;
    await passMinutes(24 * 60, 60);
    expect(world.calls).toHaveLength(before);
  });
});

it('waits with a capture for the payment that it belongs to', async () => {
  await world.happens({ id: 'c1', rootId: 'p1', kind: 'capture', amountMinor: 4_000 });
  await passMinutes(30);
  expect(await states()).toEqual(['parked']);
  expect((await events())[0]?.problem).toContain('Transaction p1');
  await world.happens({ ...sale, kind: 'authorization' }, false);
  await passMinutes(70, 5);
  expect(await states()).toEqual(['done']);
  expect(await readLog(world.ports.store, `inst-1|mid_usd|p1` as PaymentKey)).toHaveLength(1);
});

it('does not park what fails for another reason: that is retried', async () => {
  world.company.gateway.readTransaction = async () =>
    refused(problem('gateway-unavailable', 'retry'));
  await world.announce('p1');
  await passMinutes(60);
  expect(await states()).toEqual(['received']);
});

describe('an announcement that names a reference instead of a transaction', () => {
  const decision = (referenceNumber: string) =>
    putInInbox(world.ports, {
      installation: INSTALLATION,
      source: 'cybersource',
      type: 'risk.casemanagement.decision.accept',
      subject: '',
      merchantId: MERCHANT,
      sameness: [referenceNumber],
      body: JSON.stringify({ payload: { data: { referenceNumber } } }),
    });

  it('is about the transactions with that reference', async () => {
    await world.happens({ ...sale, status: 'AUTHORIZED_PENDING_REVIEW' });
    await world.work();
    await world.happens(sale, false);
    await decision('1001');
    await world.work();
    const row = await world.ports.store.find('Payments', 'payment_key', 'inst-1|mid_usd|p1');
    expect(row?.state).toBe('captured');
  });

  it('waits when there is none yet', async () => {
    await decision('1001');
    await passMinutes(30);
    expect(await states()).toEqual(['parked']);
    await world.happens(sale, false);
    await passMinutes(70, 5);
    expect(await states()).toEqual(['done']);
  });

  it('is dead at once when it names nothing at all', async () => {
    const nothing = {
      source: 'cybersource',
      type: 'payments.payments.accept',
      subject: '',
    } as const;
    const event = { ...nothing, installation: INSTALLATION, sameness: ['x'], body: '{}' };
    await putInInbox(world.ports, event);
    await world.work();
    expect(await states()).toEqual(['dead']);
  });
});

it('acknowledges transactions that move no money, such as a risk check', async () => {
  await world.happens(sale, false);
  const check = world.transactions.get('p1');
  if (check === undefined) throw new Error('it was just put there');
  const applications = [{ name: 'ics_pa_enroll', rCode: '1' }];
  world.transactions.set('e1', {
    ...check,
    id: 'e1' as never,
    rootId: 'e1' as never,
    applications,
  });
  await world.announce('e1', 'payments.payments.accept');
  await world.work();
  expect(await states()).toEqual(['done']);
  expect(await world.ports.store.select('Payments', { where: [['submitted_at', '>', 0]] })).toEqual(
    [],
  );
  expect(world.ports.clock.now()).toBe(START_MS);
});
