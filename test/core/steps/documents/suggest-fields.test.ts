// Proposals for unmapped fields, and what an installation's own mappings teach them.
import { describe, expect, it } from 'vitest';
import { findStaticCatalog } from '../../../../functions/core/catalogs/static-catalogs.ts';
import { suggestFields } from '../../../../functions/core/steps/documents/document-steps.ts';
import { createWorld, type World } from '../world.ts';
import { admin, found, granted, publish, shippedMapping, visit } from './sample-documents.ts';

const target = { product: 'books', object: 'customer-payment' } as const;
const sources = [{ product: 'canonical', object: 'payment' } as const];

async function proposalsFor(world: World, path: string) {
  const { fields } = granted(await suggestFields(world.ports, visit, { target, sources }));
  return found(fields.find((field) => field.path === path)).proposals;
}

describe('suggestions', () => {
  it('stand for every field that is not filled yet, ranked and with a reason', async () => {
    const world = createWorld();
    const mapped = ['amount', 'reference_number'];
    const asked = { target, sources, mapped };
    const { fields } = granted(await suggestFields(world.ports, visit, asked));
    const catalog = found(findStaticCatalog('books', 'customer-payment'));
    expect(fields.map(({ path }) => path)).toEqual(
      catalog.fields.map(({ path }) => path).filter((path) => !mapped.includes(path)),
    );
    for (const { proposals, noMatch } of fields) {
      const confidences = proposals.map(({ confidence }) => confidence);
      expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
      for (const { path, reason } of proposals)
        expect([path, reason]).toEqual([
          expect.stringMatching(/^payment\./),
          expect.stringMatching(/\.$/),
        ]);
      expect(noMatch === undefined).toBe(proposals.length > 0);
    }
  });

  it('leave out fields inside a record that is filled as a whole', async () => {
    const world = createWorld();
    const asked = { target: { product: 'books', object: 'contact' } as const, sources };
    const all = granted(await suggestFields(world.ports, visit, asked)).fields;
    const isInside = ({ path }: { path: string }) => path.startsWith('billing_address.');
    expect(all.some(isInside)).toBe(true);
    const mapped = { ...asked, mapped: ['billing_address'] };
    expect(granted(await suggestFields(world.ports, visit, mapped)).fields.some(isInside)).toBe(
      false,
    );
  });

  it('learn from a published mapping what was chosen, and from its next version what was given up', async () => {
    const world = createWorld();
    const mapping = shippedMapping('payment-to-books-payment');
    const others = mapping.rules.filter(({ to }) => to[0]?.path !== 'description');
    const rule = (path: string) => ({ to: [{ path: 'description' }], from: [{ path }] });
    const before = await proposalsFor(world, 'description');
    expect(before.map(({ path }) => path)).not.toContain('payment.customerName');
    const first = { ...mapping, rules: [...others, rule('payment.customerName')] };
    granted(await publish(world, 'mapping', mapping.id, first, 1));
    expect((await proposalsFor(world, 'description'))[0]).toMatchObject({
      path: 'payment.customerName',
      confidence: 0.97,
      reason: expect.stringContaining('You chose this pair before.'),
    });
    const second = { ...mapping, rules: [...others, rule('payment.reconciliationId')] };
    granted(await publish(world, 'mapping', mapping.id, second, 1001));
    const after = await proposalsFor(world, 'description');
    expect(after.map(({ path }) => path)).toContain('payment.reconciliationId');
    expect(after.map(({ path }) => path)).not.toContain('payment.customerName');
  });

  it('are refused for a record that nobody knows, and for others than administrators', async () => {
    const { ports } = createWorld();
    const unknown = { product: 'books', object: 'moon' } as const;
    expect(await suggestFields(ports, visit, { target: unknown, sources })).toMatchObject({
      problem: { code: 'not-found', facts: { what: 'The record moon of books' } },
    });
    const agent = { ...visit, actor: { ...admin, role: 'agent' as const } };
    expect(await suggestFields(ports, agent, { target, sources })).toMatchObject({
      problem: { code: 'not-allowed' },
    });
  });
});
