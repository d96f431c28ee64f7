// Flows that would set themselves off again, by whatever way.
import { describe, expect, it } from 'vitest';
import type { FlowDocument } from '../../../functions/core/flows/document.ts';
import { validateFlow } from '../../../functions/core/flows/validate-flow.ts';
import { sampleActions } from './sample-actions.ts';

const write = (next?: string) => ({
  kind: 'action',
  title: 'Write it',
  action: 'write-invoice',
  with: { order: '$read.order' },
  ...(next === undefined ? {} : { next }),
});
const read = { kind: 'action', action: 'read-order', with: { reference: '1' }, next: 'write' };
const setStatus = {
  kind: 'action',
  title: 'Set it',
  action: 'set-status',
  with: { status: 'paid' },
};

function flow(id: string, on: string, nodes: object, where?: unknown): FlowDocument {
  return {
    format: 1,
    id,
    version: 1,
    title: `Flow ${id}`,
    trigger: { on, once: 'change', ...(where === undefined ? {} : { where }) },
    start: Object.keys(nodes)[0],
    nodes,
  } as FlowDocument;
}

/** Writes invoices when an order changes. */
const a = flow('a', 'order.changed', { read, write: write() });
/** Changes orders when an invoice is created. */
const b = flow('b', 'invoice.created', { set: setStatus });

const echoes = (document: FlowDocument, flows: readonly FlowDocument[]) =>
  validateFlow(document, { actions: sampleActions, flows, mappings: [] })
    .filter(({ code }) => code === 'echo')
    .map(({ sentence }) => sentence);

describe('a flow that would echo itself', () => {
  it('is found through a flow that it sets off, with the whole way in words', () => {
    expect(echoes(a, [b])).toEqual([
      'This flow would set itself off again and again: “Write it” writes -> “an invoice is created in Books” -> the flow “Flow b” -> “Set it” writes -> “an order is changed in the shop” -> this flow. Let its trigger leave out what Tallybridge itself has changed.',
    ]);
    expect(echoes(b, [a])).toHaveLength(1);
  });

  it('is found through a flow that it calls', () => {
    const called = flow('called', 'call', { set: setStatus });
    const caller = flow('caller', 'order.changed', {
      run: { kind: 'call', flow: 'called', with: {} },
    });
    expect(echoes(caller, [called])).toEqual([
      'This flow would set itself off again and again: “run” calls it -> the flow “Flow called” -> “Set it” writes -> “an order is changed in the shop” -> this flow. Let its trigger leave out what Tallybridge itself has changed.',
    ]);
    expect(echoes(called, [caller])).toHaveLength(1);
  });

  it.each([
    ['=', false],
    ['!=', true],
    ['in', [false]],
    ['not-in', [true]],
  ])('is none where its trigger leaves out our own changes: %s %s', (operator, value) => {
    const careful = { ...a.trigger, where: [['$change.byTallybridge', operator, value]] };
    const document = { ...a, trigger: careful } as FlowDocument;
    expect(echoes(document, [b])).toEqual([]);
    expect(echoes(b, [document])).toEqual([]);
  });

  it.each([
    ['=', true],
    ['!=', false],
    ['known', null],
  ])('is one where its trigger asks for our own changes: %s %s', (operator, value) => {
    const careless = { ...a.trigger, where: [['$change.byTallybridge', operator, value]] };
    expect(echoes({ ...a, trigger: careless } as FlowDocument, [b])).toHaveLength(1);
  });

  it('is judged by the version that is to be published, not by the one that is current', () => {
    const harmless = flow('a', 'order.changed', { end: { kind: 'stop' } });
    expect(echoes(harmless, [a, b])).toEqual([]);
    expect(echoes(a, [harmless, b])).toHaveLength(1);
  });

  it('is none of the flows beside it that echo each other', () => {
    const beside = flow('beside', 'payment.captured', { end: { kind: 'stop' } });
    expect(echoes(beside, [a, b])).toEqual([]);
  });

  it('is known by a trigger’s other name too', () => {
    const old = flow('old', 'invoice.update', { end: { kind: 'stop' } });
    const updates = sampleActions.map((action) =>
      action.name === 'set-status' ? { ...action, causes: ['invoice.updated' as const] } : action,
    );
    const document = { ...old, nodes: { set: setStatus }, start: 'set' } as FlowDocument;
    const faults = validateFlow(document, { actions: updates, flows: [], mappings: [] });
    expect(faults.map(({ code }) => code)).toEqual(['echo']);
  });
});
