// The flows that the product brings along, read and checked once.
import { type FlowDocument, readFlow } from './document.ts';
import orderToCash from './templates/order-to-cash.json' with { type: 'json' };
import refundToBooks from './templates/refund-to-books.json' with { type: 'json' };

export const shippedFlows: ReadonlyMap<string, FlowDocument> = new Map(
  [orderToCash, refundToBooks].map(readFlow).map((flow) => [flow.id, flow]),
);
