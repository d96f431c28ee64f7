// The flows that the product brings along, read and checked when first asked for.
import { problem } from '../domain/problem.ts';
import { refused } from '../domain/result.ts';
import { type FlowDocument, readFlow } from './document.ts';
import type { FlowLibrary } from './library.ts';
import orderToCash from './templates/order-to-cash.json' with { type: 'json' };
import refundToBooks from './templates/refund-to-books.json' with { type: 'json' };
import { triggerNamed } from './triggers.ts';

let shipped: ReadonlyMap<string, FlowDocument> | undefined;

export function shippedFlows(): ReadonlyMap<string, FlowDocument> {
  shipped ??= new Map([orderToCash, refundToBooks].map(readFlow).map((flow) => [flow.id, flow]));
  return shipped;
}

/** The library of an installation that has published nothing of its own. */
export const shippedLibrary: FlowLibrary = {
  async flow(_installation, id, version) {
    const flow = shippedFlows().get(id);
    return flow?.version === version ? flow : undefined;
  },
  async current(_installation, id) {
    return shippedFlows().get(id);
  },
  async startedBy(_installation, trigger) {
    return [...shippedFlows().values()].filter((flow) => triggerNamed(flow.trigger.on) === trigger);
  },
  async map(_installation, { id }) {
    return refused(problem('not-found', 'fix-setup', { what: `The mapping ${id}` }));
  },
};
