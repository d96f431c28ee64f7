// Items in the books, by SKU.
import { describe, expect, it } from 'vitest';
import { done } from '../zoho-http/zoho-script.ts';
import { setUp } from './books-script.ts';

describe('findItem', () => {
  it('takes only the active item with exactly this SKU', async () => {
    const rows = [
      { item_id: '1', sku: 'CUP-10', status: 'active' },
      { item_id: '2', sku: 'CUP-1', status: 'inactive' },
      { item_id: '3', sku: 'CUP-1', status: 'active' },
    ];
    const { ledger } = setUp(done({ items: rows }), done({ items: rows.slice(0, 2) }));
    expect(await ledger.findItem('CUP-1')).toEqual({ ok: true, value: { id: '3' } });
    expect(await ledger.findItem('CUP-1')).toEqual({ ok: true, value: undefined });
  });
});
