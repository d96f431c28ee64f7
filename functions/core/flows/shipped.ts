// The flows that the product brings along, read and checked when first asked for.
import { problem } from '../domain/problem.ts';
import { refused } from '../domain/result.ts';
import { type FlowDocument, readFlow } from './document.ts';
import type { FlowLibrary } from './library.ts';
import caseDecided from './templates/case-decided.json' with { type: 'json' };
import caseOpened from './templates/case-opened.json' with { type: 'json' };
import chargeDeclined from './templates/charge-declined.json' with { type: 'json' };
import chargeGivenUp from './templates/charge-given-up.json' with { type: 'json' };
import chargeToBooks from './templates/charge-to-books.json' with { type: 'json' };
import customerFromGateway from './templates/customer-from-gateway.json' with { type: 'json' };
import customerSync from './templates/customer-sync.json' with { type: 'json' };
import customerToGateway from './templates/customer-to-gateway.json' with { type: 'json' };
import disputeOpened from './templates/dispute-opened.json' with { type: 'json' };
import invoiceCreated from './templates/invoice-created.json' with { type: 'json' };
import orderToCash from './templates/order-to-cash.json' with { type: 'json' };
import paymentDeclined from './templates/payment-declined.json' with { type: 'json' };
import refundCalledBack from './templates/refund-called-back.json' with { type: 'json' };
import refundToBooks from './templates/refund-to-books.json' with { type: 'json' };
import settlementPosted from './templates/settlement-posted.json' with { type: 'json' };
import voidToBooks from './templates/void-to-books.json' with { type: 'json' };
import { triggerNamed } from './triggers.ts';

const documents = [
  orderToCash,
  chargeToBooks,
  refundToBooks,
  refundCalledBack,
  voidToBooks,
  chargeDeclined,
  chargeGivenUp,
  paymentDeclined,
  caseOpened,
  caseDecided,
  disputeOpened,
  invoiceCreated,
  settlementPosted,
  customerSync,
  customerToGateway,
  customerFromGateway,
];

/**
 * What works as soon as gateway, shop and Books are connected. The others need something more (channels named `payments` and
 * `finance`, our field on Desk's tickets) or write into records that people keep: an administrator switches them on.
 */
const onAtFirst: ReadonlySet<string> = new Set([
  orderToCash.id,
  chargeToBooks.id,
  refundToBooks.id,
  refundCalledBack.id,
  voidToBooks.id,
  chargeDeclined.id,
  chargeGivenUp.id,
]);

let shipped: ReadonlyMap<string, FlowDocument> | undefined;

/** All of them, switched on at first or not. */
export function shippedFlows(): ReadonlyMap<string, FlowDocument> {
  shipped ??= new Map(documents.map(readFlow).map((flow) => [flow.id, flow]));
  return shipped;
}

/** Whether an installation that has said nothing else runs this shipped flow. */
export function isOnAtFirst(id: string): boolean {
  return onAtFirst.has(id);
}

/** Whether the flow's trigger is one of those whose names start so. */
export function beginsWith({ trigger }: FlowDocument, starts: readonly string[]): boolean {
  const name = triggerNamed(trigger.on) ?? '';
  return starts.some((start) => name.startsWith(start));
}

/** The library of an installation that has published nothing of its own. */
export const shippedLibrary: FlowLibrary = {
  async flow(_installation, id, version) {
    const flow = shippedFlows().get(id);
    return flow?.version === version ? flow : undefined;
  },
  async current(_installation, id) {
    return isOnAtFirst(id) ? shippedFlows().get(id) : undefined;
  },
  async startedBy(_installation, trigger) {
    return [...shippedFlows().values()].filter(
      ({ id, trigger: { on } }) => isOnAtFirst(id) && triggerNamed(on) === trigger,
    );
  },
  async anyBeginsWith(_installation, starts, but) {
    const on = [...shippedFlows().values()].filter(
      ({ id }) => !but.includes(id) && isOnAtFirst(id),
    );
    return on.some((flow) => beginsWith(flow, starts));
  },
  async mappingVersions() {
    return undefined;
  },
  async map(_installation, { id }) {
    return refused(problem('not-found', 'fix-setup', { what: `The mapping ${id}` }));
  },
};
