// The purchase behind an invoice, as far as the books tell it.
import { money } from '../../domain/money.ts';
import type { LedgerInvoice, LedgerInvoiceLine } from '../../ports/ledger.ts';
import type { Purchase, PurchaseLine } from '../../ports/purchase.ts';

/** Without lines where the books did not tell a line's price without tax. */
export function purchaseOf({ number, purchaseOrder, total, lines }: LedgerInvoice): Purchase {
  const told = lines.map(lineOf);
  const all = told.filter((line) => line !== undefined);
  const taxMinor = all.reduce((sum, line) => sum + line.taxMinor, 0);
  const isTold = all.length === lines.length;
  return {
    orderNumber: purchaseOrder ?? number,
    ...(isTold ? { tax: money(taxMinor, total.currency) } : {}),
    lines: isTold ? all : [],
  };
}

function lineOf(line: LedgerInvoiceLine): PurchaseLine | undefined {
  const { name, sku, commodityCode, unit, quantityMilli, netMinor, totalMinor } = line;
  if (netMinor === undefined) return undefined;
  return {
    name,
    ...(sku === undefined ? {} : { sku }),
    ...(commodityCode === undefined ? {} : { commodityCode }),
    ...(unit === undefined ? {} : { unit }),
    quantityMilli,
    netMinor,
    taxMinor: totalMinor - netMinor,
  };
}
