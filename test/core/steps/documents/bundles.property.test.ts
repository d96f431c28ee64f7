// Any documents survive the way through a bundle, and their bytes depend on their content only.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  diffBundle,
  importBundle,
} from '../../../../functions/core/steps/documents/document-steps.ts';
import { createWorld, type World } from '../world.ts';
import {
  calledFlow,
  exported,
  granted,
  mapsPayment,
  shippedMapping,
  visit,
} from './sample-documents.ts';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);

const table = fc
  .record({
    name: id,
    title: text,
    entries: fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean()), { minKeys: 1 }),
  })
  .filter(({ name }) => !name.startsWith('payment') && !name.startsWith('card'));

const { rules, ...shipped } = shippedMapping('payment-to-books-payment');
const isOptional = ({ missing }: (typeof rules)[number]) => missing === 'leave';

/** A mapping with some of the rules that it can do without, and another title. */
const mapping = fc
  .tuple(id, text, fc.shuffledSubarray(rules.filter(isOptional)))
  .map(([name, title, chosen]) => {
    const needed = rules.filter((rule) => !isOptional(rule));
    return { ...shipped, id: name, title, rules: [...chosen, ...needed] };
  });

const flow = fc
  .tuple(id, text, fc.boolean(), fc.integer(), fc.integer())
  .map(([name, title, maps, x, y]) => ({
    ...(maps ? mapsPayment : calledFlow),
    id: name,
    title,
    layout: { end: { x, y } },
  }));

const bundles = fc.record({
  tables: fc.uniqueArray(table, { maxLength: 3, selector: ({ name }) => name }),
  mappings: fc.uniqueArray(mapping, { maxLength: 3, selector: (one) => one.id }),
  flows: fc.uniqueArray(flow, { maxLength: 3, selector: (one) => one.id }),
});

/** The same value with the fields of every object the other way round. */
function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).reverse();
  return Object.fromEntries(fields.map(([name, one]) => [name, turnedRound(one)]));
}

async function importInto(world: World, json: unknown): Promise<number> {
  const bundle = json as Record<string, unknown>;
  return granted(await importBundle(world.ports, visit, { bundle })).imported.length;
}

it('gives the same bytes after export, import elsewhere and export', async () => {
  let imports = 0;
  await fc.assert(
    fc.asyncProperty(
      bundles,
      fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
      async (made, offs) => {
        const off = made.flows.flatMap((one, index) => (offs[index] ? [one.id] : []));
        const first = createWorld();
        const json = { tallybridgeBundle: 1, ...made, off };
        imports += await importInto(first, json);
        const bytes = await exported(first);
        const second = createWorld({ seed: 9 });
        await importInto(second, JSON.parse(bytes));
        expect(await exported(second)).toBe(bytes);
        expect(await importInto(second, turnedRound(JSON.parse(bytes)))).toBe(0);
        const { documents } = granted(
          await diffBundle(second.ports, visit, { bundle: JSON.parse(bytes) }),
        );
        expect(documents.filter(({ state }) => state !== 'same')).toEqual([]);
        expect(JSON.parse(bytes)).toMatchObject({
          tables: [...made.tables].sort((a, b) => (a.name < b.name ? -1 : 1)),
        });
      },
    ),
    { numRuns: 60 },
  );
  expect(imports).toBeGreaterThan(100);
});
