// The shipped flows that are off at first, switched on: what happens at the gateway sets them off by itself.
import { beforeEach, describe, expect, it } from 'vitest';
import { money } from '../../../functions/core/domain/money.ts';
import type { FlowLibrary } from '../../../functions/core/flows/library.ts';
import { shippedFlows } from '../../../functions/core/flows/shipped.ts';
import { triggerNamed } from '../../../functions/core/flows/triggers.ts';
import type { GatewayDispute } from '../../../functions/core/ports/gateway.ts';
import { pollDisputes } from '../../../functions/core/steps/record-disputes.ts';
import { MERCHANT } from './fake-transactions.ts';
import { createWorld, START_MS, type World } from './world.ts';

const allOn: Partial<FlowLibrary> = {
  current: async (_installation, id) => shippedFlows().get(id),
  startedBy: async (_installation, trigger) =>
    [...shippedFlows().values()].filter((flow) => triggerNamed(flow.trigger.on) === trigger),
  anyBeginsWith: async () => true,
};
const sale = { id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' } as const;
const held = { ...sale, status: 'AUTHORIZED_PENDING_REVIEW' } as const;

let world: World;

beforeEach(() => {
  world = createWorld();
  Object.assign(world.ports.flows, allOn);
  world.places('1001', 4_000);
});

async function runsThatAreNotDone() {
  return world.ports.store.select('Runs', { where: [['state', '!=', 'done']] });
}

describe('a payment', () => {
  it('that is held and then accepted has a ticket that is closed, and is booked', async () => {
    await world.happens(held);
    await world.work();
    expect([...world.records.tickets.keys()]).toEqual(['case-p1']);
    await world.happens(sale, false);
    await world.announce('p1', 'risk.casemanagement.decision.accept');
    await world.heal();
    expect([...world.records.closedTickets]).toEqual(['ticket-case-p1']);
    expect([...world.records.comments.values()]).toHaveLength(1);
    expect(world.records.payments.size).toBe(1);
    expect(await runsThatAreNotDone()).toEqual([]);
  });

  it('that is declined is told of once, however often that is announced', async () => {
    await world.happens({ ...sale, status: 'DECLINED' });
    await world.work();
    await world.announce('p1', 'payments.payments.decline', 'again');
    await world.work();
    expect(world.calls.filter((call) => call === 'sendMail')).toHaveLength(1);
    expect(await runsThatAreNotDone()).toEqual([]);
  });

  it('that is disputed has a ticket of its own for each dispute', async () => {
    await world.happens(sale);
    await world.work();
    const dispute = (number: string): GatewayDispute => ({
      number,
      transaction: sale.id as GatewayDispute['transaction'],
      money: 'withdrawn',
      amount: money(1_000, 'USD'),
      reason: '13.1',
      respondBy: START_MS + 10 * 86_400_000,
      at: START_MS,
    });
    world.disputes.push(dispute('D-1'), dispute('D-2'));
    world.advance(3_600_001);
    await pollDisputes(world.ports, world.company, MERCHANT);
    await world.heal();
    expect([...world.records.tickets.keys()].sort()).toEqual(['dispute-D-1', 'dispute-D-2']);
    expect(world.records.tickets.get('dispute-D-1')).toMatchObject({
      dueAt: START_MS + 10 * 86_400_000,
      description: expect.stringContaining('proof of delivery'),
    });
    expect(await runsThatAreNotDone()).toEqual([]);
  });
});
