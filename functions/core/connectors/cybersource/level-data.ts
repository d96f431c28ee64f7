// Level II and III data of an invoice in the gateway's fields; what does not fit them is left out, as the charge counts more.
import { type Money, money, toDecimal } from '../../domain/money.ts';
import type { Purchase, PurchaseLine } from '../../ports/purchase.ts';

/** More are refused for some processors (docs "Level III processing"). */
const LINES_MAX = 98;
const ORDER_NUMBER_MAX = 25;
const NAME_MAX = 30;
const UNIT_MAX = 12;
const CODE_MAX = 15;
const PIECE_MILLI = 1_000;

/** Parts of `processingInformation` and `orderInformation`. */
export interface LevelData {
  readonly processing: { readonly purchaseLevel?: '3' };
  readonly amounts: { readonly taxAmount?: string };
  readonly order: object;
}

/** @param amount what is charged: tax and lines are of the whole invoice, and say nothing about a part of it. */
export function levelData(purchase: Purchase | undefined, amount: Money): LevelData {
  if (purchase === undefined) return { processing: {}, amounts: {}, order: {} };
  const orderNumber = purchase.orderNumber.slice(0, ORDER_NUMBER_MAX);
  const lines = linesOf(purchase, amount);
  const isWhole = lines.length > 0;
  const tax = isWhole ? purchase.tax : undefined;
  const taxable = lines.some(({ taxMinor }) => taxMinor > 0);
  const invoiceDetails = {
    ...(isMeaningful(orderNumber) ? { purchaseOrderNumber: orderNumber } : {}),
    ...(isWhole ? { taxable } : {}),
  };
  return {
    processing: isWhole ? { purchaseLevel: '3' } : {},
    amounts: tax === undefined ? {} : { taxAmount: toDecimal(tax) },
    order: {
      ...(Object.keys(invoiceDetails).length === 0 ? {} : { invoiceDetails }),
      ...(isWhole ? { lineItems: lines.map((line) => lineItem(line, amount.currency)) } : {}),
    },
  };
}

/** Only such as add up to what is charged. */
function linesOf({ lines }: Purchase, amount: Money): readonly PurchaseLine[] {
  const sum = lines.reduce((total, { netMinor, taxMinor }) => total + netMinor + taxMinor, 0);
  const fits = lines.length <= LINES_MAX && sum === amount.minor;
  return fits && lines.every(({ netMinor, taxMinor }) => netMinor >= 0 && taxMinor >= 0)
    ? lines
    : [];
}

/** Whole pieces have a price each; what is not sold in whole pieces, or has no exact price, is one piece of its own. */
function lineItem(line: PurchaseLine, currency: string): object {
  const { name, sku, commodityCode, unit, netMinor, taxMinor } = line;
  const pieces = line.quantityMilli / PIECE_MILLI;
  const isEven = Number.isInteger(pieces) && pieces > 0 && netMinor % pieces === 0;
  const quantity = isEven ? pieces : 1;
  const shown = (minor: number) => toDecimal(money(minor, currency));
  return {
    productName: name.slice(0, NAME_MAX),
    ...(sku === undefined ? {} : { productSku: sku.slice(0, NAME_MAX) }),
    ...(commodityCode === undefined ? {} : { commodityCode: commodityCode.slice(0, CODE_MAX) }),
    ...(unit === undefined ? {} : { unitOfMeasure: unit.slice(0, UNIT_MAX) }),
    quantity,
    unitPrice: shown(netMinor / quantity),
    totalAmount: shown(netMinor),
    taxAmount: shown(taxMinor),
  };
}

/** All zeros or nines are refused by card schemes (docs, `purchaseOrderNumber`). */
function isMeaningful(orderNumber: string): boolean {
  return orderNumber !== '' && !/^(0+|9+)$/.test(orderNumber);
}
