// What an invoice says of a purchase: business cards get better rates for charges that carry it (Level II and III data).
import type { Money } from '../domain/money.ts';

export interface Purchase {
  /** What the customer knows the purchase by. */
  readonly orderNumber: string;
  /** Of the whole. */
  readonly tax?: Money;
  /** Together, with tax, what is charged; else they are left out. */
  readonly lines: readonly PurchaseLine[];
}

export interface PurchaseLine {
  readonly name: string;
  readonly sku?: string;
  readonly commodityCode?: string;
  readonly unit?: string;
  /** Thousandths of a piece. */
  readonly quantityMilli: number;
  /** Without tax, of all pieces. */
  readonly netMinor: number;
  readonly taxMinor: number;
}
