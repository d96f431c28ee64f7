// Documents that people might make: shipped ones with a change, and new ones that refer to each other.
import type { Result } from '../../../../functions/core/domain/result.ts';
import type { Actor } from '../../../../functions/core/domain/role.ts';
import type { FlowDocument } from '../../../../functions/core/flows/document.ts';
import { shippedFlows } from '../../../../functions/core/flows/shipped.ts';
import type { MappingDocument } from '../../../../functions/core/mapping/document.ts';
import { shippedMappings, shippedTables } from '../../../../functions/core/mapping/shipped.ts';
import {
  exportBundle,
  publishDocument,
  saveDocumentDraft,
} from '../../../../functions/core/steps/documents/document-steps.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { createWorld, type World } from '../world.ts';

export const admin: Actor = { userId: 'u1', name: 'Ann Admin', role: 'admin' };
export const visit = { installation: INSTALLATION, actor: admin };

export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it is there');
  return value;
}

/** Order to cash that leaves the invoice a draft. */
export function withoutMarkSent(): FlowDocument {
  const flow = structuredClone(found(shippedFlows().get('order-to-cash')));
  const { 'mark-sent': _, invoice, ...nodes } = flow.nodes;
  return {
    ...flow,
    nodes: { ...nodes, invoice: { ...found(invoice), next: 'customer-payment' } as never },
  };
}

/** Works out what a payment would be in Books, then tells of it. */
export const mapsPayment = {
  format: 1,
  id: 'tell-payment',
  version: 1,
  title: 'Tell of captured payments',
  trigger: { on: 'payment.captured', once: 'change' },
  start: 'translate',
  nodes: {
    translate: {
      kind: 'map',
      mapping: 'payment-to-books-payment',
      from: { payment: '$payment' },
      next: 'end',
    },
    end: { kind: 'stop', outcome: { mode: '$translate.payment_mode' } },
  },
} as const satisfies FlowDocument;

/** Called by another flow. */
export const calledFlow = {
  format: 1,
  id: 'called-flow',
  version: 1,
  title: 'Called flow',
  trigger: { on: 'call', once: 'change' },
  start: 'end',
  nodes: { end: { kind: 'stop' } },
} as const satisfies FlowDocument;

export const callingFlow = {
  format: 1,
  id: 'a-calling-flow',
  version: 1,
  title: 'Calling flow',
  trigger: { on: 'payment.settled', once: 'change' },
  start: 'call',
  nodes: {
    call: { kind: 'call', flow: 'called-flow', with: {}, next: 'end' },
    end: { kind: 'stop' },
  },
} as const satisfies FlowDocument;

export function shippedMapping(id: string): MappingDocument {
  return structuredClone(found(shippedMappings().get(id)));
}

export function shippedTable(name: string) {
  return structuredClone(found(shippedTables().get(name)));
}

/** Saves a draft and publishes it over the version that is known. */
export async function publish(
  world: World,
  kind: 'flow' | 'mapping' | 'table',
  id: string,
  body: object,
  version: number,
) {
  const request = { kind, id, body: { ...body }, seen: '' };
  const draft = await saveDocumentDraft(world.ports, visit, request);
  if (!draft.ok) return draft;
  const seen = draft.value.revision;
  const note = 'As agreed';
  return publishDocument(world.ports, visit, { kind, id, seen, version, note });
}

export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

export async function exported(world: World): Promise<string> {
  return granted(await exportBundle(world.ports, visit, {}));
}

/** A world that has made four documents its own. */
export async function development(): Promise<World> {
  const world = createWorld();
  const table = shippedTable('payment-mode');
  const mapping = { ...shippedMapping('payment-to-books-payment'), title: 'Ours' };
  granted(await publish(world, 'table', table.name, { ...table, otherwise: 'others' }, 1));
  granted(await publish(world, 'mapping', mapping.id, mapping, 1));
  granted(await publish(world, 'flow', mapsPayment.id, mapsPayment, 0));
  granted(await publish(world, 'flow', 'order-to-cash', withoutMarkSent(), 1));
  return world;
}
