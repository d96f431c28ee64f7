// Flows that wait for a change of a payment or a movement: started once for each, whatever crashes in between.
import { describe, expect, it } from 'vitest';
import { type FlowDocument, readFlow } from '../../../functions/core/flows/document.ts';
import type { FlowLibrary } from '../../../functions/core/flows/library.ts';
import { shippedFlows, shippedLibrary } from '../../../functions/core/flows/shipped.ts';
import { triggerNamed } from '../../../functions/core/flows/triggers.ts';
import { StoreFailure } from '../../../functions/core/ports/store.ts';
import { createWorld } from './world.ts';

function flowOn(on: string, where?: object[]): FlowDocument {
  return readFlow({
    format: 1,
    id: 'noticed',
    version: 1_001,
    title: 'Noticed',
    trigger: { on, once: 'change', ...(where === undefined ? {} : { where }) },
    start: 'end',
    nodes: { end: { kind: 'stop', outcome: { state: '$payment.state' } } },
  });
}

/** The shipped flows and one more. */
function libraryWith(extra: FlowDocument): FlowLibrary {
  return {
    ...shippedLibrary,
    flow: async (installation, id, version) =>
      id === extra.id ? extra : shippedLibrary.flow(installation, id, version),
    startedBy: async (installation, trigger) => [
      ...(await shippedLibrary.startedBy(installation, trigger)),
      ...(triggerNamed(extra.trigger.on) === trigger ? [extra] : []),
    ],
    anyBeginsWith: async (_installation, starts) =>
      starts.some((start) => triggerNamed(extra.trigger.on)?.startsWith(start)),
  };
}

async function outcomes(world: ReturnType<typeof createWorld>) {
  const runs = await world.ports.store.select('Runs', { where: [['flow', '=', 'noticed']] });
  return runs.map(({ state, outcome = '{}' }) => [state, JSON.parse(outcome).state]);
}

const authorization = {
  id: 'p1',
  kind: 'authorization',
  amountMinor: 4_000,
  reference: '1001',
} as const;
const capture = { id: 'c1', rootId: 'p1', kind: 'capture', amountMinor: 4_000 } as const;

function worldWith(on: string, where?: object[]) {
  const world = createWorld({ flows: libraryWith(flowOn(on, where)) });
  world.places('1001', 4_000);
  return world;
}

describe('a change of a payment', () => {
  it('starts the flows that wait for it, once, however often it is announced', async () => {
    const world = worldWith('payment.captured');
    await world.happens(authorization);
    await world.work();
    expect(await outcomes(world)).toEqual([]);
    await world.happens(capture);
    await world.announce('c1', 'payments.captures.accept', 'again');
    await world.work();
    await world.announce('p1', 'payments.payments.accept', 'later');
    await world.work();
    expect(await outcomes(world)).toEqual([['done', 'captured']]);
  });

  it('starts a flow by the alias of its trigger, for each new state', async () => {
    const world = worldWith('paymentstatusupdate');
    await world.happens(authorization);
    await world.work();
    await world.happens(capture);
    await world.work();
    expect((await outcomes(world)).sort()).toEqual([
      ['done', 'authorized'],
      ['done', 'captured'],
    ]);
  });

  it('starts nothing where the condition does not hold', async () => {
    const world = worldWith('payment.captured', [['$payment.authorizedMinor', '>', 400_000]]);
    await world.happens({ ...authorization, kind: 'sale' });
    await world.work();
    expect(await outcomes(world)).toEqual([]);
  });

  it('tells of a decided review', async () => {
    const world = worldWith('frauddecisionupdate');
    await world.happens({ ...authorization, status: 'AUTHORIZED_PENDING_REVIEW' });
    await world.work();
    await world.happens(authorization, false);
    await world.announce('p1', 'risk.casemanagement.decision.accept', 'decided');
    await world.work();
    expect(await outcomes(world)).toEqual([['done', 'authorized']]);
  });

  it('tells of a refund that went out', async () => {
    const world = worldWith('refundstatusupdate');
    await world.happens({ ...authorization, kind: 'sale' });
    await world.work();
    await world.happens({ id: 'r1', rootId: 'p1', kind: 'refund', amountMinor: 1_000 });
    await world.work();
    expect(await outcomes(world)).toHaveLength(1);
  });

  it('does not start flows for payments that changed before the flow was there', async () => {
    const flows = libraryWith(flowOn('payment.captured'));
    const world = createWorld();
    world.places('1001', 4_000);
    await world.happens({ ...authorization, kind: 'sale' });
    await world.work();
    const later = createWorld({ store: world.ports.store, flows });
    later.transactions.set('p1', world.transactions.get('p1') as never);
    await later.announce('p1', 'payments.payments.accept', 'read again');
    await later.work();
    expect(await outcomes(later)).toEqual([]);
  });

  it('loses no start to a crash at any store call', async () => {
    for (let crashAt = 1; crashAt < 60; crashAt += 1) {
      let calls = 0;
      const world = createWorld({
        flows: libraryWith(flowOn('payment.captured')),
        intercept: async (_, apply) => {
          calls += 1;
          if (calls === crashAt) throw new StoreFailure('timed-out', 'crash');
          return apply();
        },
      });
      world.places('1001', 4_000);
      await world.happens({ ...authorization, kind: 'sale' }, false);
      await world.announce('p1').catch(() => world.announce('p1'));
      await world.heal();
      expect(await outcomes(world), `crash at call ${crashAt}`).toEqual([['done', 'captured']]);
    }
  });
});

it('starts no order to cash that was switched off', async () => {
  const flows: FlowLibrary = {
    ...shippedLibrary,
    current: async (_installation, id) =>
      id === 'order-to-cash' ? undefined : shippedFlows().get(id),
  };
  const world = createWorld({ flows });
  world.places('1001', 4_000);
  await world.happens({ ...authorization, kind: 'sale' });
  await world.work();
  expect(world.records.invoices.size).toBe(0);
});
