// Credit notes over the lines of an invoice.
import { describe, expect, it } from 'vitest';
import { money } from '../../../../functions/core/domain/money.ts';
import { bodyOf, done } from '../zoho-http/zoho-script.ts';
import { again, fresh, setUp } from './books-script.ts';

describe('saveCreditNote', () => {
  const creditnote = { creditnote_id: '46811', creditnote_number: 'CN-00003', total: 12.5 };
  const note = {
    customerId: '46001',
    date: '2026-11-03',
    reference: '7369999',
    invoice: { id: '46201', number: 'INV-000042' },
    notes: 'Refund of invoice INV-000042',
    lines: [
      {
        description: 'Refund: Cup',
        accountId: '46401',
        taxId: '46501',
        invoiceLineId: '46301',
        amount: money(1000, 'USD'),
      },
      { description: 'Refund: shipping', amount: money(250, 'USD') },
    ],
  };

  it('has each line with its account and tax, tax inside', async () => {
    const { ledger, sent } = setUp(done({ creditnote }, 201));
    expect(await ledger.saveCreditNote(fresh, note)).toEqual({
      ok: true,
      value: { id: '46811', number: 'CN-00003', total: money(1250, 'USD') },
    });
    expect(bodyOf(sent[0])).toEqual({
      customer_id: '46001',
      date: '2026-11-03',
      reference_number: '7369999',
      notes: 'Refund of invoice INV-000042',
      is_inclusive_tax: true,
      line_items: [
        {
          description: 'Refund: Cup',
          account_id: '46401',
          tax_id: '46501',
          invoice_id: '46201',
          invoice_item_id: '46301',
          quantity: 1,
          rate: 10,
        },
        { description: 'Refund: shipping', quantity: 1, rate: 2.5 },
      ],
      custom_fields: [{ api_name: 'cf_tallybridge_credit_note', value: 'order:1001' }],
    });
  });

  it('tried again, finds the note in the list', async () => {
    const row = { ...creditnote, customer_id: '46001', reference_number: '7369999' };
    const { ledger, calls } = setUp(done({ creditnotes: [row] }));
    expect(await ledger.saveCreditNote(again, note)).toMatchObject({ value: { id: '46811' } });
    expect(calls).toEqual(['books find-credit-note']);
  });

  it('tried again, leaves a note whose amount somebody changed and says both', async () => {
    const row = { ...creditnote, total: 10, customer_id: '46001', reference_number: '7369999' };
    const hash = { custom_field_hash: { cf_tallybridge_credit_note: 'order:1001' } };
    const { ledger, sent } = setUp(done({ creditnotes: [{ ...row, ...hash }] }));
    expect(await ledger.saveCreditNote(again, note)).toMatchObject({
      problem: {
        code: 'money-changed',
        facts: { what: 'The credit note', written: '12.50 USD', now: '10.00 USD' },
      },
    });
    expect(sent).toHaveLength(1);
  });

  it('says so when Zoho makes another total of it', async () => {
    const { ledger } = setUp(done({ creditnote: { ...creditnote, total: 13.2 } }, 201));
    expect(await ledger.saveCreditNote(fresh, note)).toMatchObject({
      problem: {
        code: 'zoho-refused',
        facts: { detail: 'credit note CN-00003 came out at 13.20, not 12.50' },
      },
    });
  });

  it('is not asked for without a line', async () => {
    const { ledger, sent } = setUp();
    expect(await ledger.saveCreditNote(fresh, { ...note, lines: [] })).toMatchObject({
      problem: { code: 'zoho-refused' },
    });
    expect(sent).toHaveLength(0);
  });
});
