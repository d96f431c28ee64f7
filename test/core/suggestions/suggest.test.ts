// What the suggestions look at, and that they explain themselves.
import { describe, expect, it } from 'vitest';
import { staticCatalogs } from '../../../functions/core/catalogs/static-catalogs.ts';
import type { SuggestionField } from '../../../functions/core/suggestions/field-profile.ts';
import { suggest } from '../../../functions/core/suggestions/suggest.ts';
import { fieldsOf } from './field-pairs.ts';

const payment = fieldsOf('cybersource/payment');
const order = fieldsOf('woocommerce/order');

function field(path: string, more: Partial<SuggestionField> = {}): SuggestionField {
  return { path, label: more.label ?? path, type: 'text', ...more };
}

function firstPath(target: SuggestionField, sources: readonly SuggestionField[]) {
  const found = suggest(target, sources);
  return found.kind === 'proposals' ? found.proposals[0]?.source.path : undefined;
}

function confidences(target: SuggestionField, sources: readonly SuggestionField[]) {
  const found = suggest(target, sources);
  return found.kind === 'proposals' ? found.proposals.map((proposal) => proposal.confidence) : [];
}

describe('suggest, by names', () => {
  it.each([
    ['ZIP/Postal', 'orderInformation.billTo.postalCode'],
    ['shippingPostCode', 'orderInformation.shipTo.postalCode'],
    ['BILL_TO_STATE_PROVINCE', 'orderInformation.billTo.administrativeArea'],
    ['E-mail', 'orderInformation.billTo.email'],
    ['Surname', 'orderInformation.billTo.lastName'],
    ['Auth Code', 'processorInformation.approvalCode'],
    ['PAN suffix', 'paymentInformation.card.suffix'],
    ['cc_last4', 'paymentInformation.card.suffix'],
    ['MRN', 'clientReferenceInformation.code'],
    ['Merchant Ref.', 'clientReferenceInformation.code'],
    ['Txn ID', 'id'],
    ['Ccy', 'orderInformation.amountDetails.currency'],
    ['Invoice #', 'clientReferenceInformation.code'],
    ['expiryyear', 'paymentInformation.card.expirationYear'],
  ])('finds the payment field that %s means', (label, path) => {
    expect(firstPath(field(label), payment)).toBe(path);
  });

  it('keeps billing and shipping apart', () => {
    expect(firstPath(field('delivery_city'), order)).toBe('shipping.city');
    expect(firstPath(field('bill_city'), order)).toBe('billing.city');
  });

  it('takes the record’s own number for a reference rather than another’s', () => {
    const target = field('reference_number', { label: 'Reference Number' });
    expect(firstPath(target, order)).toBe('number');
    expect(firstPath(target, payment)).toBe('id');
  });

  it('looks at the label where the path says nothing', () => {
    const target = field('custom_fields.cf_17', { label: 'Approval Code' });
    expect(firstPath(target, payment)).toBe('processorInformation.approvalCode');
  });

  it('tells a line’s total from the order’s', () => {
    expect(firstPath(field('line_items[].item_total', { type: 'amount' }), order)).toBe(
      'line_items[].total',
    );
    expect(firstPath(field('Grand Total', { type: 'amount' }), order)).toBe('total');
  });

  it('does not stumble over names that objects have by nature', () => {
    expect(suggest(field('constructor'), [field('toString')]).kind).toBe('no-match');
  });
});

describe('suggest, by types and samples', () => {
  it('does not put a date into an amount', () => {
    const sources = [field('paid', { type: 'date' }), field('paid_value', { type: 'amount' })];
    expect(firstPath(field('Amount Paid', { type: 'amount' }), sources)).not.toBe('paid');
  });

  it('knows an e-mail address by its look', () => {
    const sources = [
      field('contact_one', { label: 'Contact', samples: ['Jo Doe', 'Ann Roe'] }),
      field('contact_two', { label: 'Contact', samples: ['jo@example.com', 'ann@example.org'] }),
    ];
    const target = field('contact', { label: 'Contact', type: 'email' });
    expect(firstPath(target, sources)).toBe('contact_two');
  });

  it('prefers the source whose sample values are the target’s', () => {
    const sources = [
      field('ref_one', { label: 'Reference', samples: ['A-1001', 'A-1002'] }),
      field('ref_two', { label: 'Reference', samples: ['SO-77', 'SO-78'] }),
    ];
    const target = field('reference', { label: 'Reference', samples: ['SO-78', 'SO-80'] });
    const found = suggest(target, sources);
    if (found.kind !== 'proposals') throw new Error('nothing was proposed');
    expect(found.proposals[0]?.source.path).toBe('ref_two');
    expect(found.proposals[0]?.reason).toContain('samples share values');
  });
});

describe('suggest, by earlier decisions', () => {
  const target = field('cf_deposit', { label: 'Deposit Key', product: 'books', object: 'payment' });
  const chosen = payment.find((one) => one.path === 'reconciliationId') ?? field('missing');

  it('proposes what was accepted for this very field, and says so', () => {
    expect(suggest(target, payment).kind).toBe('no-match');
    const found = suggest(target, payment, { accepted: [{ target, source: chosen }] });
    if (found.kind !== 'proposals') throw new Error('nothing was proposed');
    expect(found.proposals[0]?.source.path).toBe('reconciliationId');
    expect(found.proposals[0]?.reason).toContain('You chose this pair before.');
  });

  it('learns from a field of the same meaning elsewhere', () => {
    const reference = field('reference_number', { label: 'Reference Number', object: 'payment' });
    const other = { ...reference, object: 'invoice' };
    const code = payment.find((one) => one.path === 'clientReferenceInformation.code');
    if (code === undefined) throw new Error('the catalog lost its reference code');
    const learned = suggest(reference, payment, { accepted: [{ target: other, source: code }] });
    if (learned.kind !== 'proposals') throw new Error('nothing was proposed');
    expect(learned.proposals[0]?.source.path).toBe('clientReferenceInformation.code');
  });

  it('does not propose again what was turned down', () => {
    const email = field('Email', { type: 'email', product: 'crm', object: 'contact' });
    const billing = order.find((one) => one.path === 'billing.email');
    if (billing === undefined) throw new Error('the catalog lost its e-mail address');
    const found = suggest(email, order, { rejected: [{ target: email, source: billing }] });
    const paths = found.kind === 'proposals' ? found.proposals.map((one) => one.source.path) : [];
    expect(paths).not.toContain('billing.email');
  });
});

describe('what suggest answers', () => {
  it('says in words why', () => {
    const found = suggest(field('Mailing_Zip', { label: 'Mailing Zip' }), order);
    if (found.kind !== 'proposals') throw new Error('nothing was proposed');
    expect(found.proposals[0]?.reason).toBe('Both are the postal code.');
  });

  it('says that nothing fits, naming the field', () => {
    const found = suggest(field('Campaign_Source', { label: 'Campaign Source' }), order);
    expect(found).toEqual({
      kind: 'no-match',
      reason: 'No source field means the same as “Campaign Source”.',
    });
  });

  it('ranks by confidence, five at most, each between 0 and 1', () => {
    for (const target of fieldsOf('books/invoice')) {
      const found = confidences(target, order);
      expect(found.length).toBeLessThanOrEqual(5);
      expect(found.every((one) => one > 0 && one <= 1)).toBe(true);
      expect(found).toEqual(found.toSorted((one, other) => other - one));
    }
  });

  it('is the same each time and whatever was asked before', () => {
    const targets = fieldsOf('books/customer-payment');
    const once = targets.map((target) => suggest(target, payment));
    const again = targets.toReversed().map((target) => suggest({ ...target }, payment));
    expect(again.toReversed()).toEqual(once);
  });

  it('takes less than two milliseconds of work for one field against 300', () => {
    const sources = staticCatalogs
      .flatMap((catalog) => fieldsOf(`${catalog.product}/${catalog.object}`))
      .slice(0, 300);
    expect(sources).toHaveLength(300);
    const targets = fieldsOf('books/customer-payment');
    for (const target of targets) suggest(target, sources);
    const before = process.threadCpuUsage();
    for (const target of targets) suggest(target, sources);
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1000 / targets.length).toBeLessThan(2);
  });
});
