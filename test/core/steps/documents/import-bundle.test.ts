// What an imported bundle makes of an installation, also when it fails half-way.
import { describe, expect, it } from 'vitest';
import type { InstallationId } from '../../../../functions/core/domain/ids.ts';
import { StoreFailure } from '../../../../functions/core/ports/store.ts';
import {
  diffBundle,
  importBundle,
  listDocuments,
  showDocument,
  switchFlow,
} from '../../../../functions/core/steps/documents/document-steps.ts';
import { createWorld, type World } from '../world.ts';
import {
  calledFlow,
  callingFlow,
  development,
  exported,
  found,
  granted,
  publish,
  shippedMapping,
  shippedTable,
  visit,
  withoutMarkSent,
} from './sample-documents.ts';

async function diff(world: World, text: string) {
  return granted(await diffBundle(world.ports, visit, { bundle: JSON.parse(text) }));
}

describe('an imported bundle', () => {
  it('becomes a version of each document, pinned to what stands here, and changes nothing again', async () => {
    const text = await exported(await development());
    const production = createWorld();
    // A version of its own before: numbers differ from one installation to the next.
    const mapping = { ...shippedMapping('payment-to-books-payment'), title: 'Theirs' };
    await publish(production, 'mapping', mapping.id, mapping, 1);
    const request = { bundle: JSON.parse(text) as Record<string, unknown>, note: 'Release 7' };
    const { imported } = granted(await importBundle(production.ports, visit, request));
    expect(imported).toEqual([
      { kind: 'table', id: 'payment-mode', version: 1001 },
      { kind: 'mapping', id: 'payment-to-books-payment', version: 1002 },
      { kind: 'flow', id: 'order-to-cash', version: 1001 },
      { kind: 'flow', id: 'tell-payment', version: 1001 },
    ]);
    const name = { kind: 'flow', id: 'tell-payment' } as const;
    const { standing } = granted(await showDocument(production.ports, visit, name));
    expect(standing).toMatchObject({
      note: 'Imported: Release 7',
      body: { nodes: { translate: { mappingVersion: 1002 } } },
    });
    expect(await exported(production)).toBe(text);
    expect(granted(await importBundle(production.ports, visit, request)).imported).toEqual([]);
  });

  it('carries switched-off flows as such', async () => {
    const world = createWorld();
    const off = { kind: 'flow', id: 'order-to-cash', on: false, version: 1, note: 'x' } as const;
    granted(await switchFlow(world.ports, visit, off));
    const text = await exported(world);
    const other = createWorld();
    expect((await diff(other, text)).documents).toMatchObject([
      { id: 'order-to-cash', state: 'changed', changes: ['Switched off'] },
    ]);
    granted(await importBundle(other.ports, visit, { bundle: JSON.parse(text) }));
    const { documents } = granted(await listDocuments(other.ports, visit));
    const listed = found(documents.find(({ id }) => id === 'order-to-cash'));
    expect(listed.standing?.state).toBe('off');
    expect(await exported(other)).toBe(text);
  });

  it('publishes a called flow before its caller', async () => {
    const bundle = {
      tallybridgeBundle: 1,
      flows: [callingFlow, calledFlow],
      mappings: [],
      tables: [],
      off: [],
    };
    const { imported } = granted(await importBundle(createWorld().ports, visit, { bundle }));
    expect(imported.map(({ id }) => id)).toEqual(['called-flow', 'a-calling-flow']);
  });

  it('changes nothing when one of its documents is wrong', async () => {
    const world = createWorld();
    const table = { ...shippedTable('payment-mode'), otherwise: 'others' };
    const broken = { ...callingFlow, id: 'calls-nothing' };
    const bundle = {
      tallybridgeBundle: 1,
      flows: [broken],
      mappings: [],
      tables: [table],
      off: [],
    };
    expect(await importBundle(world.ports, visit, { bundle })).toMatchObject({
      problem: {
        code: 'bundle-faulty',
        facts: { faults: expect.stringContaining('Calling flow') },
      },
    });
    expect(await world.ports.store.select('Documents', { where: [] })).toEqual([]);
  });

  it('is finished by importing it again when somebody published half-way', async () => {
    const text = await exported(await development());
    const bundle = JSON.parse(text) as Record<string, unknown>;
    let versions = 0;
    const other: World = createWorld({
      async intercept({ operation, table }, apply) {
        if (operation === 'insert' && table === 'Documents') versions += 1;
        if (versions === 3) {
          versions += 1;
          await publish(other, 'flow', 'order-to-cash', { ...withoutMarkSent(), title: 'T' }, 1);
        }
        return apply();
      },
    });
    const interrupted = await importBundle(other.ports, visit, { bundle });
    expect(interrupted).toMatchObject({ problem: { code: 'document-changed' } });
    const { imported } = granted(await importBundle(other.ports, visit, { bundle }));
    expect(imported.map(({ id }) => id)).toEqual(['order-to-cash', 'tell-payment']);
    expect(await exported(other)).toBe(text);
  });

  it('is whole after importing it again, wherever the store failed the first time', async () => {
    const text = await exported(await development());
    const bundle = JSON.parse(text) as Record<string, unknown>;
    let failures = 0;
    for (let failing = 1; failures === failing - 1; failing += 1) {
      let calls = 0;
      let first = true;
      const world = createWorld({
        async intercept(_, apply) {
          calls += first ? 1 : 0;
          // Every other failure comes after the row was written.
          const fails = first && calls === failing;
          if (fails && failing % 2 === 0) throw new StoreFailure('down', 'down');
          const result = apply();
          if (fails) throw new StoreFailure('down', 'down');
          return result;
        },
      });
      await importBundle(world.ports, visit, { bundle }).catch((error: unknown) => {
        expect(error).toBeInstanceOf(StoreFailure);
        failures += 1;
      });
      first = false;
      granted(await importBundle(world.ports, visit, { bundle }));
      expect(await exported(world)).toBe(text);
    }
    // Two reads before, and three calls and more for each of the four documents.
    expect(failures).toBeGreaterThan(14);
  });

  it('stays within its installation', async () => {
    const world = await development();
    const elsewhere = { ...visit, installation: 'inst-2' as InstallationId };
    const { documents } = granted(await listDocuments(world.ports, elsewhere));
    expect(documents.every(({ standing }) => standing?.origin === 'shipped')).toBe(true);
  });
});
