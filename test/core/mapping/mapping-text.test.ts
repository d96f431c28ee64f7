// A mapping for people: its outline, what changed between two versions, and the way back.
import { describe, expect, it } from 'vitest';
import { diffMappings } from '../../../functions/core/mapping/diff-mappings.ts';
import { type MappingDocument, readMapping } from '../../../functions/core/mapping/document.ts';
import { invertMapping } from '../../../functions/core/mapping/invert-mapping.ts';
import { outlineMapping } from '../../../functions/core/mapping/outline-mapping.ts';
import { catalogOf } from './mapping-catalogs.ts';

const source = { product: 'canonical', object: 'payment' } as const;
const target = { product: 'books', object: 'customer-payment' } as const;
const words = { target: catalogOf(target), sources: [catalogOf(source)] };

function document(rules: readonly object[], more: object = {}): MappingDocument {
  return readMapping({
    id: 'test',
    version: 1,
    title: 'Test',
    sources: [source],
    target,
    rules,
    ...more,
  });
}

const reference = {
  to: [{ path: 'reference_number' }],
  from: [{ path: 'payment.transactionId' }],
};
const status = {
  to: [{ path: 'custom_fields.cf_payment_status' }],
  from: [{ path: 'payment.status' }],
  through: [
    {
      use: 'table',
      entries: { captured: 'Paid', settled: 'Paid', authorized: 'Open', declined: 'Void' },
      otherwise: 'Open',
    },
  ],
};
const notes = {
  to: [{ path: 'description' }],
  from: [
    { path: 'payment.merchantReferenceCode', part: 'number' },
    { path: 'payment.cardLast4', part: 'lastFour' },
  ],
  through: [{ use: 'template', text: 'Order {number},\ncard ..{lastFour}' }],
  missing: 'ask',
  tooLong: { truncate: '…' },
};

describe('the outline', () => {
  it('is one readable line a rule', () => {
    expect(outlineMapping(document([reference, status, notes]), words)).toEqual([
      'Reference number <- transaction id',
      'Card payment status <- payment status by table (captured -> Paid, settled -> Paid, authorized -> Open, ...), otherwise Open',
      'Notes <- “Order {merchant reference code}, / card ..{card last four digits}”; if empty, ask; if too long, cut it and end with “…”',
    ]);
  });

  it('shows paths where no catalog knows the field', () => {
    expect(outlineMapping(document([reference]))).toEqual([
      'reference_number <- payment.transactionId',
    ]);
  });
});

describe('the difference of two versions', () => {
  it('is nothing for the same rules in another order', () => {
    expect(diffMappings(document([reference, notes]), document([notes, reference]), words)).toEqual(
      [],
    );
  });

  it('tells what was added, removed and changed, and what stood there', () => {
    const stricter = { ...reference, missing: 'stop' };
    expect(diffMappings(document([reference, notes]), document([stricter, status]), words)).toEqual(
      [
        'Removed: Notes <- “Order {merchant reference code}, / card ..{card last four digits}”; if empty, ask; if too long, cut it and end with “…”',
        'Changed: Reference number <- transaction id',
        '    now: Reference number <- transaction id; if empty, stop',
        'Added: Card payment status <- payment status by table (captured -> Paid, settled -> Paid, authorized -> Open, ...), otherwise Open',
      ],
    );
  });

  it('tells each entry of a table that is no longer the same', () => {
    const entries = { captured: 'Paid', settled: 'Paid', authorized: 'On hold', expired: 'Void' };
    const other = { ...status, through: [{ use: 'table', entries, otherwise: 'Open' }] };
    expect(diffMappings(document([status]), document([other]), words)[1]).toContain(
      'authorized -> On hold (was Open), declined -> no entry (was Void), expired -> Void (was no entry)',
    );
  });

  it('tells another title and other records', () => {
    const crm = { product: 'crm', object: 'contact' };
    const after = document([reference], { title: 'New', target: crm });
    expect(diffMappings(document([reference]), after)).toEqual([
      'Title: “Test” is now “New”',
      'From and to: canonical payment -> books customer-payment is now canonical payment -> crm contact',
    ]);
  });
});

describe('the way back', () => {
  it('swaps both sides and undoes the steps from the last to the first', () => {
    const name = {
      to: [
        { path: 'first', part: 'first' },
        { path: 'last', part: 'last' },
      ],
      from: [{ path: 'payment.customerName' }],
      through: [{ use: 'split-name' }],
    };
    const inverted = invertMapping(document([reference, status, name]));
    expect(inverted.left).toEqual([2]);
    expect(inverted.document).toMatchObject({
      sources: [target],
      target: source,
      rules: [
        { to: [{ path: 'transactionId' }], from: [{ path: 'customer-payment.reference_number' }] },
        {
          to: [{ path: 'customerName' }],
          from: [
            { path: 'customer-payment.first', part: 'first' },
            { path: 'customer-payment.last', part: 'last' },
          ],
          through: [{ use: 'join-name' }],
        },
      ],
    });
    expect(() => readMapping(inverted.document)).not.toThrow();
  });

  it('is none for several sources, or when no step can be undone', () => {
    const two = { sources: [source, { product: 'canonical', object: 'order' }] };
    expect(invertMapping(document([reference], two))).toEqual({ document: undefined, left: [1] });
    expect(invertMapping(document([status]))).toEqual({ document: undefined, left: [1] });
  });
});
