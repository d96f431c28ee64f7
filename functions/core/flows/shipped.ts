// The flows that the product brings along, read and checked when first asked for.
import { type FlowDocument, readFlow } from './document.ts';
import orderToCash from './templates/order-to-cash.json' with { type: 'json' };
import refundToBooks from './templates/refund-to-books.json' with { type: 'json' };

let shipped: ReadonlyMap<string, FlowDocument> | undefined;

export function shippedFlows(): ReadonlyMap<string, FlowDocument> {
  shipped ??= new Map([orderToCash, refundToBooks].map(readFlow).map((flow) => [flow.id, flow]));
  return shipped;
}
