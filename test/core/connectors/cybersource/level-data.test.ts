// What of an invoice goes along with a charge: Level II and III data in the gateway's fields, each row one invoice.
import { describe, expect, it } from 'vitest';
import { levelData } from '../../../../functions/core/connectors/cybersource/level-data.ts';
import type { PurchaseLine } from '../../../../functions/core/ports/purchase.ts';

const line = (more: Partial<PurchaseLine> = {}): PurchaseLine => ({
  name: 'File cabinet',
  sku: 'FC-1',
  commodityCode: '9403',
  unit: 'pcs',
  quantityMilli: 10_000,
  netMinor: 59_950,
  taxMinor: 4_946,
  ...more,
});
const usd = (minor: number) => ({ minor, currency: 'USD' });
const WHOLE = 59_950 + 4_946;

describe('an invoice that is charged as a whole', () => {
  it('goes along with order number, tax and lines', () => {
    const purchase = { orderNumber: 'PO-17', tax: usd(4_946), lines: [line()] };
    expect(levelData(purchase, usd(WHOLE))).toEqual({
      processing: { purchaseLevel: '3' },
      amounts: { taxAmount: '49.46' },
      order: {
        invoiceDetails: { purchaseOrderNumber: 'PO-17', taxable: true },
        lineItems: [
          {
            productName: 'File cabinet',
            productSku: 'FC-1',
            commodityCode: '9403',
            unitOfMeasure: 'pcs',
            quantity: 10,
            unitPrice: '59.95',
            totalAmount: '599.50',
            taxAmount: '49.46',
          },
        ],
      },
    });
  });

  it.each([
    ['whole pieces', { quantityMilli: 10_000, netMinor: 59_950 }, 10, '59.95'],
    ['hours and a half', { quantityMilli: 1_500, netMinor: 59_950 }, 1, '599.50'],
    ['no exact price each', { quantityMilli: 3_000, netMinor: 59_950 }, 1, '599.50'],
  ])('of %s: the price of a piece is exact', (_, more, quantity, unitPrice) => {
    const purchase = { orderNumber: 'PO-17', lines: [line(more)] };
    expect(levelData(purchase, usd(WHOLE)).order).toMatchObject({
      lineItems: [{ quantity, unitPrice, totalAmount: '599.50' }],
    });
  });

  it('in a currency without decimals', () => {
    const yen = line({ quantityMilli: 2_000, netMinor: 1_000, taxMinor: 100 });
    const purchase = { orderNumber: 'PO-17', lines: [yen] };
    expect(levelData(purchase, { minor: 1_100, currency: 'JPY' }).order).toMatchObject({
      lineItems: [{ unitPrice: '500', totalAmount: '1000', taxAmount: '100' }],
    });
  });
});

describe('what would not be true is left out', () => {
  const many = Array.from({ length: 99 }, () => line({ netMinor: 100, taxMinor: 0 }));
  it.each([
    ['a part of the invoice', [line()], WHOLE - 1],
    ['more lines than fit', many, 9_900],
    [
      'a line with a discount below zero',
      [line(), line({ netMinor: -100, taxMinor: 0 })],
      WHOLE - 100,
    ],
    ['no lines', [], WHOLE],
  ])('%s: the order number alone', (_, lines, minor) => {
    const purchase = { orderNumber: 'PO-17', tax: usd(4_946), lines };
    expect(levelData(purchase, usd(minor))).toEqual({
      processing: {},
      amounts: {},
      order: { invoiceDetails: { purchaseOrderNumber: 'PO-17' } },
    });
  });

  it.each(['0000', '99999', ''])('the order number %s', (orderNumber) => {
    expect(levelData({ orderNumber, lines: [] }, usd(100)).order).toEqual({});
  });

  it('everything where there is no invoice', () => {
    expect(levelData(undefined, usd(100))).toEqual({ processing: {}, amounts: {}, order: {} });
  });
});
