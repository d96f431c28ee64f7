// Drafts and versions as administrators work with them.
import { describe, expect, it } from 'vitest';
import { roles } from '../../../../functions/core/domain/role.ts';
import {
  compareVersions,
  dropDocumentDraft,
  listDocuments,
  publishDocument,
  rollBackDocument,
  saveDocumentDraft,
  showDocument,
  showVersion,
  switchFlow,
} from '../../../../functions/core/steps/documents/document-steps.ts';
import { createWorld } from '../world.ts';
import {
  admin,
  calledFlow,
  callingFlow,
  found,
  granted,
  mapsPayment,
  publish,
  shippedMapping,
  shippedTable,
  visit,
  withoutMarkSent,
} from './sample-documents.ts';

const orderToCash = { kind: 'flow', id: 'order-to-cash' } as const;

async function auditOf(world: ReturnType<typeof createWorld>) {
  const rows = await world.ports.store.select('Audit', { where: [] });
  return rows.map(({ action, subject, actor_name: name }) => [action, subject, name]);
}

describe('the list of documents', () => {
  it('has what the product ships, and over it what was made here', async () => {
    const world = createWorld();
    const before = granted(await listDocuments(world.ports, visit)).documents;
    const kinds = new Set(before.map(({ kind }) => kind));
    expect([...kinds]).toEqual(['flow', 'mapping', 'policy', 'table']);
    expect(before.find(({ id }) => id === 'order-to-cash')).toMatchObject({
      standing: { version: 1, origin: 'shipped', state: 'published' },
    });
    await publish(world, 'flow', 'order-to-cash', withoutMarkSent(), 1);
    const draft = { kind: 'flow', id: 'new-one', body: { title: 'New one' }, seen: '' } as const;
    await saveDocumentDraft(world.ports, visit, draft);
    const after = granted(await listDocuments(world.ports, visit)).documents;
    expect(after).toHaveLength(before.length + 1);
    expect(after.find(({ id }) => id === 'order-to-cash')).toMatchObject({
      standing: { version: 1001, origin: 'own', author: 'Ann Admin', note: 'As agreed' },
    });
    const added = after.find(({ id }) => id === 'new-one');
    expect(added).toMatchObject({ title: 'New one', draft: { author: 'Ann Admin' } });
    expect(added?.standing).toBeUndefined();
    for (const { standing } of before) expect(standing?.outline.length).toBeGreaterThan(0);
  });

  it.each(roles.filter((role) => role !== 'admin'))('is not for a %s', async (role) => {
    const world = createWorld();
    const other = { ...visit, actor: { ...admin, role } };
    expect(await listDocuments(world.ports, other)).toMatchObject({
      problem: { code: 'not-allowed' },
    });
  });
});

describe('a draft', () => {
  it('is saved with its faults, which come back in words', async () => {
    const world = createWorld();
    const flow = { ...mapsPayment, trigger: { on: 'moon.rises', once: 'change' } };
    const request = { kind: 'flow', id: flow.id, body: flow, seen: '' } as const;
    const saved = granted(await saveDocumentDraft(world.ports, visit, request));
    expect(saved.faults.map(({ sentence }) => sentence).join()).toContain('moon.rises');
    expect(granted(await showDocument(world.ports, visit, request)).draft).toMatchObject({
      revision: saved.revision,
      body: flow,
      faults: saved.faults,
    });
  });

  it.each([
    ['flow', {}],
    ['mapping', { rules: [{}, { to: [{ path: 'a' }], from: [], wrong: 1 }] }],
    ['table', { title: 'Methods', entries: { card: {} } }],
  ] as const)('of a %s may be of any shape', async (kind, body) => {
    const world = createWorld();
    const request = { kind, id: 'half-done', body, seen: '' } as const;
    const saved = granted(await saveDocumentDraft(world.ports, visit, request));
    expect(saved.faults.some(({ severity }) => severity === 'error')).toBe(true);
    expect(saved.outline).toEqual([]);
    for (const { sentence } of saved.faults) expect(sentence).toMatch(/^[A-Z“].*\.$/);
  });

  it('names the rule of a mapping that can’t be read', async () => {
    const world = createWorld();
    const mapping = shippedMapping('payment-to-books-payment');
    const body = { ...mapping, rules: [...mapping.rules, { to: [], from: [], extra: 1 }] };
    const request = { kind: 'mapping', id: mapping.id, body, seen: '' } as const;
    const { faults } = granted(await saveDocumentDraft(world.ports, visit, request));
    const rule = mapping.rules.length + 1;
    expect(faults).toContainEqual({
      severity: 'error',
      rule,
      sentence: `Rule ${rule}: “to” is too small or too short: at least 1.`,
    });
    expect(faults.map(({ sentence }) => sentence)).toContain(
      `Rule ${rule}: it has “extra”, which is not known here.`,
    );
  });

  it('is not saved over somebody else’s', async () => {
    const world = createWorld();
    const request = { ...orderToCash, body: withoutMarkSent(), seen: '' } as const;
    await saveDocumentDraft(world.ports, visit, request);
    expect(await saveDocumentDraft(world.ports, visit, request)).toMatchObject({
      problem: { code: 'document-changed' },
    });
  });

  it('is dropped by the one who has seen it', async () => {
    const world = createWorld();
    const request = { ...orderToCash, body: withoutMarkSent(), seen: '' } as const;
    const { revision } = granted(await saveDocumentDraft(world.ports, visit, request));
    const old = await dropDocumentDraft(world.ports, visit, { ...orderToCash, seen: '9.abc' });
    expect(old).toMatchObject({ problem: { code: 'document-changed' } });
    granted(await dropDocumentDraft(world.ports, visit, { ...orderToCash, seen: revision }));
    expect(granted(await showDocument(world.ports, visit, orderToCash)).draft).toBeUndefined();
  });
});

describe('publishing', () => {
  it('makes the draft the current version, says what changed, and enters who and why', async () => {
    const world = createWorld();
    const published = granted(await publish(world, 'flow', 'order-to-cash', withoutMarkSent(), 1));
    expect(published.version).toBe(1001);
    expect(published.changes.join('\n')).toContain('Removed: “mark-sent”');
    const shown = granted(await showDocument(world.ports, visit, orderToCash));
    expect(shown.draft).toBeUndefined();
    expect(shown.history).toMatchObject([
      { version: 1001, state: 'published', author: 'Ann Admin', note: 'As agreed' },
      { version: 1, state: 'replaced' },
    ]);
    expect(await auditOf(world)).toEqual([
      ['document.draft-saved', 'flow|order-to-cash', 'Ann Admin'],
      ['document.published', 'flow|order-to-cash', 'Ann Admin'],
    ]);
  });

  it('is refused with the faults in words', async () => {
    const world = createWorld();
    const flow = withoutMarkSent();
    const broken = {
      ...flow,
      nodes: { ...flow.nodes, invoice: { ...flow.nodes.invoice, next: 'gone' } },
    };
    expect(await publish(world, 'flow', flow.id, broken, 1)).toMatchObject({
      problem: { code: 'document-faulty', facts: { faults: expect.stringContaining('gone') } },
    });
    const shown = granted(await showDocument(world.ports, visit, orderToCash));
    expect(shown.standing?.version).toBe(1);
    expect(shown.draft).toBeDefined();
  });

  it('is refused when somebody has published or saved meanwhile', async () => {
    const world = createWorld();
    await publish(world, 'flow', 'order-to-cash', withoutMarkSent(), 1);
    expect(await publish(world, 'flow', 'order-to-cash', withoutMarkSent(), 1)).toMatchObject({
      problem: { code: 'document-changed' },
    });
    const request = { ...orderToCash, seen: '', version: 1001, note: 'Late' };
    expect(await publishDocument(world.ports, visit, request)).toMatchObject({
      problem: { code: 'document-changed' },
    });
  });

  it('pins the mapping’s version, and says later that the flow stays with it', async () => {
    const world = createWorld();
    granted(await publish(world, 'flow', mapsPayment.id, mapsPayment, 0));
    const name = { kind: 'flow', id: mapsPayment.id } as const;
    const { body } = found(granted(await showDocument(world.ports, visit, name)).standing);
    expect(body).toMatchObject({ nodes: { translate: { mappingVersion: 1 } } });
    const mapping = { ...shippedMapping('payment-to-books-payment'), title: 'Ours' };
    const published = granted(await publish(world, 'mapping', mapping.id, mapping, 1));
    expect(published.remarks).toContain(
      '“Tell of captured payments” goes on with the mapping as it was until it is published again.',
    );
    const again = granted(await publish(world, 'flow', mapsPayment.id, mapsPayment, 1001));
    const { nodes } = found(granted(await showDocument(world.ports, visit, name)).standing)
      .body as typeof mapsPayment;
    expect([again.version, nodes.translate]).toMatchObject([1002, { mappingVersion: 1001 }]);
  });

  it('of a table is refused when a mapping would break by it', async () => {
    const world = createWorld();
    const table = shippedTable('payment-mode');
    const broken = { ...table, entries: { ...table.entries, card: 'shells' } };
    const refused = await publish(world, 'table', table.name, broken, 1);
    expect(refused).toMatchObject({ problem: { code: 'document-faulty' } });
    expect(JSON.stringify(refused)).toContain('Card payment to Books customer payment');
  });

  it('tells of a table’s changes entry by entry', async () => {
    const world = createWorld();
    const table = shippedTable('payment-mode');
    const { other: _, ...entries } = table.entries;
    const changed = {
      ...table,
      entries: { ...entries, card: 'banktransfer', cheque: 'check' },
      otherwise: 'others',
    };
    const { changes } = granted(await publish(world, 'table', table.name, changed, 1));
    expect(changes).toEqual([
      'Changed: card -> creditcard is now card -> banktransfer',
      'Removed: other -> others',
      'Added: cheque -> check',
      'Added: All others -> others',
    ]);
  });
});

describe('rolling back', () => {
  it('makes the old body the newest version, and keeps the history', async () => {
    const world = createWorld();
    await publish(world, 'flow', 'order-to-cash', withoutMarkSent(), 1);
    const request = { ...orderToCash, to: 1, version: 1001, note: 'Customers missed the mail' };
    const { version, changes } = granted(await rollBackDocument(world.ports, visit, request));
    expect([version, changes.join()]).toEqual([
      1002,
      expect.stringContaining('Added: “mark-sent”'),
    ]);
    const { history } = granted(await showDocument(world.ports, visit, orderToCash));
    expect(history.map(({ version: each }) => each)).toEqual([1002, 1001, 1]);
    expect(history[0]?.note).toBe('Rolled back to version 1: Customers missed the mail');
    const compared = { ...orderToCash, from: 1, to: 1002 };
    expect(granted(await compareVersions(world.ports, visit, compared)).changes).toEqual([]);
  });

  it('to a version that there never was is refused', async () => {
    const world = createWorld();
    const request = { ...orderToCash, to: 7, version: 1, note: 'x' };
    expect(await rollBackDocument(world.ports, visit, request)).toMatchObject({
      problem: { code: 'not-found' },
    });
  });
});

describe('switching a flow', () => {
  it('off and on makes versions of the same body', async () => {
    const world = createWorld();
    const off = { ...orderToCash, on: false, version: 1, note: 'Stocktaking' };
    expect(granted(await switchFlow(world.ports, visit, off))).toMatchObject({ version: 1001 });
    const shown = granted(await showDocument(world.ports, visit, orderToCash));
    expect(shown.standing).toMatchObject({ state: 'off', note: 'Switched off: Stocktaking' });
    expect(granted(await switchFlow(world.ports, visit, { ...off, version: 1001 }))).toMatchObject({
      version: 1001,
    });
    const on = { ...off, on: true, version: 1001, note: 'Done' };
    expect(granted(await switchFlow(world.ports, visit, on))).toMatchObject({ version: 1002 });
    const first = granted(await showVersion(world.ports, visit, { ...orderToCash, version: 1 }));
    const last = granted(await showVersion(world.ports, visit, { ...orderToCash, version: 1002 }));
    expect(last.document).toEqual({ ...first.document, version: 1002 });
    expect(last.outline).toEqual(first.outline);
  });

  it('off keeps it off when its draft is published', async () => {
    const world = createWorld();
    await switchFlow(world.ports, visit, { ...orderToCash, on: false, version: 1, note: 'x' });
    await publish(world, 'flow', 'order-to-cash', withoutMarkSent(), 1001);
    const { standing } = granted(await showDocument(world.ports, visit, orderToCash));
    expect(standing).toMatchObject({ version: 1002, state: 'off' });
  });

  it('off is refused while another flow calls it', async () => {
    const world = createWorld();
    granted(await publish(world, 'flow', calledFlow.id, calledFlow, 0));
    granted(await publish(world, 'flow', callingFlow.id, callingFlow, 0));
    const off = { kind: 'flow', id: calledFlow.id, on: false, version: 1001, note: 'x' } as const;
    expect(await switchFlow(world.ports, visit, off)).toMatchObject({
      problem: { code: 'document-in-use', facts: { by: '“Calling flow”' } },
    });
  });
});
