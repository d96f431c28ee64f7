// Refunds in the books: found by the gateway's id and the amount when tried again.
import { describe, expect, it } from 'vitest';
import { money } from '../../../../functions/core/domain/money.ts';
import { bodyOf, done, lineOf } from '../zoho-http/zoho-script.ts';
import { again, fresh, setUp } from './books-script.ts';

describe('refunds', () => {
  const refund = {
    date: '2026-11-03',
    amount: money(1250, 'USD'),
    accountId: '46402',
    reference: '7369999',
    description: 'Refund',
  };
  const body = {
    date: '2026-11-03',
    amount: 12.5,
    refund_mode: 'creditcard',
    reference_number: '7369999',
    from_account_id: '46402',
    description: 'Refund',
  };

  it('of a credit note answers the one refund', async () => {
    const { ledger, sent } = setUp(
      done({ creditnote_refund: { creditnote_refund_id: '46821', amount: 12.5 } }),
    );
    expect(await ledger.refundCreditNote(fresh, '46811', refund)).toEqual({
      ok: true,
      value: { id: '46821' },
    });
    expect(lineOf(sent[0])).toBe('POST /books/v3/creditnotes/46811/refunds');
    expect(bodyOf(sent[0])).toEqual(body);
  });

  it('of a payment finds itself among the refunds answered', async () => {
    const payment_refunds = [
      { payment_refund_id: '1', reference_number: '7368888', amount: 12.5 },
      { payment_refund_id: '2', reference_number: '7369999', amount: 12.5 },
    ];
    const { ledger, sent } = setUp(done({ payment_refunds }));
    expect(await ledger.refundExcess(fresh, '46801', refund)).toEqual({
      ok: true,
      value: { id: '2' },
    });
    expect(lineOf(sent[0])).toBe('POST /books/v3/customerpayments/46801/refunds');
  });

  it.each([
    ['a credit note', 'refundCreditNote', 'creditnote_refund', 'creditnotes/46811'],
    ['a payment', 'refundExcess', 'payment_refund', 'customerpayments/46811'],
  ] as const)('of %s, tried again, takes the one with our reference and amount', async (...row) => {
    const [, method, word, path] = row;
    const list = [
      { [`${word}_id`]: '1', reference_number: '7369999', amount_fcy: 12.49 },
      { [`${word}_id`]: '2', reference_number: '7368888', amount_fcy: 12.5 },
      { [`${word}_id`]: '3', reference_number: '7369999', amount_fcy: 12.5 },
    ];
    const { ledger, lines } = setUp(done({ [`${word}s`]: list }));
    expect(await ledger[method](again, '46811', refund)).toEqual({ ok: true, value: { id: '3' } });
    expect(lines()).toEqual([`GET /books/v3/${path}/refunds?page=1&per_page=200`]);
  });

  it('tried again, knows itself by its description where somebody changed the reference', async () => {
    const wanted = { ...refund, description: 'Cybersource refund 7369999' };
    const row = { creditnote_refund_id: '3', reference_number: 'by hand', amount_fcy: 12.5 };
    const rows = [{ ...row, description: wanted.description }];
    const { ledger, sent } = setUp(done({ creditnote_refunds: rows }));
    expect(await ledger.refundCreditNote(again, '46811', wanted)).toMatchObject({
      value: { id: '3' },
    });
    expect(sent).toHaveLength(1);
  });

  it('tried again, says both amounts where somebody changed it', async () => {
    const row = { payment_refund_id: '2', reference_number: '7369999', amount_fcy: 10 };
    const { ledger, sent } = setUp(done({ payment_refunds: [row] }));
    expect(await ledger.refundExcess(again, '46801', refund)).toEqual({
      ok: false,
      problem: {
        code: 'money-changed',
        remedy: 'fix-setup',
        facts: {
          product: 'Zoho Books',
          what: 'The refund',
          reference: '7369999',
          written: '12.50 USD',
          now: '10.00 USD',
        },
      },
    });
    expect(sent).toHaveLength(1);
  });

  it('tried again, is written when it is not there', async () => {
    const { ledger, sent } = setUp(
      done({ creditnote_refunds: [] }),
      done({ creditnote_refund: { creditnote_refund_id: '46821' } }),
    );
    expect(await ledger.refundCreditNote(again, '46811', refund)).toMatchObject({ ok: true });
    expect(sent).toHaveLength(2);
  });

  it('with an answer that does not show it: not known, look before the next try', async () => {
    const { ledger } = setUp(done({}), done({ payment_refunds: 'none' }));
    const problem = { code: 'zoho-unavailable', remedy: 'retry' };
    expect(await ledger.refundExcess(fresh, '46801', refund)).toMatchObject({ problem });
    expect(await ledger.refundExcess(fresh, '46801', refund)).toMatchObject({ problem });
  });
});
