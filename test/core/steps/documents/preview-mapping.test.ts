// A mapping shown on a record: values, problems and remarks in words, and nothing written.
import { beforeEach, describe, expect, it } from 'vitest';
import type { PreviewRequest } from '../../../../functions/core/contract/documents.ts';
import { previewMapping } from '../../../../functions/core/steps/documents/document-steps.ts';
import { createWorld, type World } from '../world.ts';
import { granted, shippedMapping, visit } from './sample-documents.ts';

const visitor = { ...visit, organization: '10234695' };
const mapping = 'payment-to-books-payment';

let world: World;

beforeEach(async () => {
  world = createWorld();
  world.places('1001', 4_000, 'buyer@example.com');
  await world.happens({ id: 'p1', kind: 'sale', amountMinor: 4_000, reference: '1001' });
  await world.work();
});

const preview = (request: PreviewRequest) => previewMapping(world.ports, visitor, request);

describe('the preview of a mapping', () => {
  it('shows what the payment that was read last would become, and writes nothing', async () => {
    const rows = () => world.ports.store.select('Audit', { where: [] });
    const [before, calls] = [await rows(), world.calls.length];
    const shown = granted(await preview({ mapping }));
    expect(shown).toMatchObject({
      complete: true,
      sample: 'Payment 1001 (p1)',
      record: { reference_number: 'p1', payment_mode: 'creditcard' },
      problems: [],
    });
    expect(await rows()).toEqual(before);
    expect(world.calls.slice(calls)).toEqual(['readTransaction']);
  });

  it('passes over fields that do not exist there, and says so', async () => {
    const { notes } = granted(await preview({ mapping }));
    expect(notes.join()).toContain('does not exist there, so the rule is passed over.');
  });

  it('shows an edited mapping on a record that is given along, with problems in words', async () => {
    const edited = {
      ...shippedMapping(mapping),
      rules: [
        { to: [{ path: 'amount' }], from: [{ path: 'payment.capturedAmount' }], missing: 'stop' },
        {
          to: [{ path: 'reference_number' }],
          from: [{ path: 'payment.transactionId' }],
          missing: 'ask',
        },
        {
          to: [{ path: 'description' }],
          from: [{ path: 'payment.customerName' }],
          missing: { default: 'Nobody' },
        },
      ],
    };
    const shown = granted(await preview({ mapping: edited, sources: { payment: {} } }));
    expect(shown.complete).toBe(false);
    expect(shown.record).toEqual({ description: 'Nobody' });
    expect(shown.problems).toMatchObject([{ rule: 1, code: 'mapping-field-empty' }]);
    expect(shown.problems[0]?.message).toContain('can’t be filled: Captured amount is empty.');
    expect(shown.asks).toMatchObject([{ rule: 2, target: 'Reference number' }]);
    expect(shown.notes).toEqual([
      'Rule 3: “Notes” gets the value that the rule has for such cases.',
    ]);
  });

  it('finds the shop’s order of the payment', async () => {
    const shown = granted(await preview({ mapping: 'order-to-books-invoice' }));
    expect(shown.problems).toEqual([]);
    expect(JSON.stringify(shown.record)).toContain('1001');
  });

  it.each([
    ['a mapping that there is not', { mapping: 'gone' }, 'not-found'],
    ['a mapping that can’t be read', { mapping: { rules: 1 } }, 'document-faulty'],
    ['a payment of somebody else', { mapping, paymentKey: 'inst-2|mid_usd|p1' }, 'sample-missing'],
    [
      'a record that a payment does not lead to',
      { mapping: 'case-to-desk-ticket' },
      'sample-missing',
    ],
  ])('is refused for %s', async (_, request, code) => {
    expect(await preview(request)).toMatchObject({ problem: { code } });
  });

  it('is refused to a visitor of another organization', async () => {
    const other = { ...visitor, organization: '999' };
    expect(await previewMapping(world.ports, other, { mapping })).toMatchObject({
      problem: { code: 'not-signed-in' },
    });
  });
});
