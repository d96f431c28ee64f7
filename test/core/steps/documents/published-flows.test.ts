// What the timer reads of everybody's published flows in one go.
import { describe, expect, it } from 'vitest';
import type { InstallationId } from '../../../../functions/core/domain/ids.ts';
import { switchFlow } from '../../../../functions/core/steps/documents/document-steps.ts';
import { flowsOn, readPublishedFlows } from '../../../../functions/core/steps/published-flows.ts';
import { createMemoryStore } from '../../../../functions/core/store/memory-store.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { createWorld } from '../world.ts';
import { granted, publish, visit, withoutMarkSent } from './sample-documents.ts';

const others = Array.from({ length: 60 }, (_, index) => `other-${index}` as InstallationId);

describe('the published flows', () => {
  it('are the latest versions of those that are on, for few reads', async () => {
    const reads: string[] = [];
    const store = createMemoryStore(async ({ operation }, apply) => {
      reads.push(operation);
      return apply();
    });
    const world = createWorld({ store });
    await publish(world, 'flow', 'order-to-cash', withoutMarkSent(), 1);
    reads.length = 0;
    const found = await readPublishedFlows(world.ports.store, [...others, INSTALLATION]);
    expect(reads).toEqual(['select', 'select', 'select']);
    expect([...found.keys()]).toEqual([INSTALLATION]);
    const flows = found.get(INSTALLATION) ?? [];
    expect(flows.map(({ id }) => id)).toEqual(['order-to-cash']);
    expect(flows[0]?.version).toBeGreaterThan(1_000);
    expect(flowsOn(flows, ['payment.changed', 'schedule'])).toHaveLength(1);
    expect(flowsOn(flows, ['schedule', 'contact.updated'])).toEqual([]);
  });

  it('leave out what is switched off', async () => {
    const world = createWorld();
    await publish(world, 'flow', 'order-to-cash', withoutMarkSent(), 1);
    const flows = (await readPublishedFlows(world.ports.store, [INSTALLATION])).get(INSTALLATION);
    const version = flows?.[0]?.version ?? 0;
    const off = { kind: 'flow', id: 'order-to-cash', on: false, version, note: '' } as const;
    granted(await switchFlow(world.ports, visit, off));
    expect((await readPublishedFlows(world.ports.store, [INSTALLATION])).size).toBe(0);
  });
});
