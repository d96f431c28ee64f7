// Documents on their way from one installation to another.
import { describe, expect, it } from 'vitest';
import {
  diffBundle,
  exportBundle,
  rollBackDocument,
} from '../../../../functions/core/steps/documents/document-steps.ts';
import { createWorld, type World } from '../world.ts';
import {
  calledFlow,
  callingFlow,
  development,
  exported,
  granted,
  mapsPayment,
  publish,
  visit,
  withoutMarkSent,
} from './sample-documents.ts';

const notifies = {
  ...calledFlow,
  id: 'notifies',
  title: 'Notifies',
  trigger: { on: 'payment.settled', once: 'change' },
  start: 'tell',
  nodes: {
    tell: { kind: 'notify', by: 'slack', to: 'finance', text: 'Settled', next: 'end' },
    end: { kind: 'stop' },
  },
};

async function diff(world: World, text: string) {
  return granted(await diffBundle(world.ports, visit, { bundle: JSON.parse(text) }));
}

describe('an exported bundle', () => {
  it('of an installation that has made nothing its own is empty', async () => {
    const text = await exported(createWorld());
    expect(JSON.parse(text)).toEqual({
      flows: [],
      mappings: [],
      off: [],
      policies: [],
      tables: [],
      tallybridgeBundle: 1,
    });
  });

  it('holds content only: no version, author, note or installation', async () => {
    const text = await exported(await development());
    expect(text).not.toMatch(/ersion"|Ann Admin|As agreed|inst-1|u1/);
    const { flows } = JSON.parse(text) as { flows: { id: string }[] };
    expect(flows.map(({ id }) => id)).toEqual(['order-to-cash', 'tell-payment']);
  });

  it('leaves out what was rolled back to what the product ships', async () => {
    const world = createWorld();
    await publish(world, 'flow', 'order-to-cash', withoutMarkSent(), 1);
    const back = { kind: 'flow', id: 'order-to-cash', to: 1, version: 1001, note: 'x' } as const;
    granted(await rollBackDocument(world.ports, visit, back));
    expect(await exported(world)).toBe(await exported(createWorld()));
  });

  it('has the named documents only, shipped ones too', async () => {
    const world = await development();
    const documents = [
      { kind: 'flow', id: 'refund-to-books' },
      { kind: 'table', id: 'payment-mode' },
    ] as const;
    const text = granted(await exportBundle(world.ports, visit, { documents: [...documents] }));
    expect(JSON.parse(text)).toMatchObject({
      flows: [{ id: 'refund-to-books' }],
      mappings: [],
      tables: [{ name: 'payment-mode' }],
    });
    const unknown = { documents: [{ kind: 'flow', id: 'nowhere' } as const] };
    expect(await exportBundle(world.ports, visit, unknown)).toMatchObject({
      problem: { code: 'not-found' },
    });
  });
});

describe('the diff of a bundle', () => {
  it('says what is new, the same and changed, in lines', async () => {
    const text = await exported(await development());
    const production = createWorld();
    await publish(production, 'flow', mapsPayment.id, mapsPayment, 0);
    const { documents, faults, missing } = await diff(production, text);
    expect(documents.map(({ id, state }) => [id, state])).toEqual([
      ['payment-mode', 'changed'],
      ['payment-to-books-payment', 'changed'],
      ['order-to-cash', 'changed'],
      ['tell-payment', 'same'],
    ]);
    expect(documents[0]?.changes).toEqual(['Added: All others -> others']);
    expect(documents[3]?.changes).toEqual([]);
    expect([missing, faults.filter(({ severity }) => severity === 'error')]).toEqual([[], []]);
  });

  it('says what the documents need that is not here', async () => {
    const bundle = {
      tallybridgeBundle: 1,
      flows: [
        {
          ...mapsPayment,
          nodes: {
            ...mapsPayment.nodes,
            translate: { ...mapsPayment.nodes.translate, mapping: 'gone' },
          },
        },
        { ...callingFlow, id: 'calls' },
        notifies,
      ],
      mappings: [],
      tables: [],
      off: [],
    };
    const { missing, faults } = await diff(createWorld(), JSON.stringify(bundle));
    expect(missing.map(({ kind, name }) => [kind, name])).toEqual(
      expect.arrayContaining([
        ['mapping', 'gone'],
        ['flow', 'called-flow'],
        ['channel', 'finance'],
      ]),
    );
    expect(faults).toContainEqual({
      severity: 'warning',
      sentence: '“Notifies”: No channel “finance” of the kind slack is set up here.',
    });
  });

  it('finds a channel that the settings name', async () => {
    const world = createWorld();
    await world.ports.store.insert('Installations', {
      installation_key: visit.installation,
      state: 'active',
      settings: JSON.stringify({ channels: [{ name: 'finance', kind: 'slack' }] }),
    });
    const bundle = { tallybridgeBundle: 1, flows: [notifies], mappings: [], tables: [], off: [] };
    const { missing } = await diff(world, JSON.stringify(bundle));
    expect(missing.filter(({ kind }) => kind === 'channel')).toEqual([]);
  });

  it.each([
    ['no bundle at all', { hello: 1 }, 'its format is not known here'],
    ['one of a later format', { tallybridgeBundle: 2 }, 'its format is not known here'],
    ['one without its lists', { tallybridgeBundle: 1 }, '“flows” is not as it must be'],
    ['a document without an id', { flows: [{}] }, 'a flow has no usable id'],
    [
      'a document twice',
      { flows: [calledFlow, calledFlow] },
      'the flow called-flow is in it twice',
    ],
    [
      'a switched-off flow that is not in it',
      { off: ['x'] },
      'the flow x is to be off, but is not in it',
    ],
  ])('is refused for %s', async (_, part, detail) => {
    const empty = { tallybridgeBundle: 1, flows: [], mappings: [], tables: [], off: [] };
    const isPart = !('hello' in part) && !('tallybridgeBundle' in part);
    const bundle = isPart ? { ...empty, ...part } : part;
    expect(await diffBundle(createWorld().ports, visit, { bundle })).toMatchObject({
      problem: { code: 'bundle-unreadable', facts: { detail } },
    });
  });
});
