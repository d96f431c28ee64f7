// Flows told as short texts, and what changed between two of them.
import { describe, expect, it } from 'vitest';
import { diffFlows } from '../../../functions/core/flows/diff-flows.ts';
import type { FlowDocument } from '../../../functions/core/flows/document.ts';
import { outlineFlow } from '../../../functions/core/flows/outline-flow.ts';
import { shippedFlows } from '../../../functions/core/flows/shipped.ts';
import { definedActions } from '../../../functions/core/steps/actions/flow-actions.ts';
import { sampleActions } from './sample-actions.ts';
import { everyKind, flow } from './sample-flow.ts';

function shipped(id: string): FlowDocument {
  const document = shippedFlows().get(id);
  if (document === undefined) throw new Error(`no flow ${id}`);
  return document;
}

describe('the outline of a flow', () => {
  it('tells order to cash', () => {
    expect(outlineFlow(shipped('order-to-cash'), definedActions)).toBe(
      `
When a payment changes its status (one run for each payment):
1. Wait until the payment's state is authorized, partially-captured, captured, settled, disputed, won, pending-review, declined, reversed, voided or expired
2. Read the shop order (the payment's reference)
3. If the payment's state is pending-review:
   3.1. Set the shop order to on-hold
   3.2. Wait until the payment's state is not pending-review
4. If the payment's state is declined, reversed, voided or expired, go on with step 14
5. Find the customer in CRM and Books, or create them
6. Write the sales order into Inventory
7. If the payment's state is authorized:
   7.1. Set the shop order to on-hold
   7.2. Wait until the payment's state is captured, settled, disputed, won, lost, reversed, voided or expired
8. Unless the payment's state is captured, settled, disputed, won or lost:
   8.1. Unless the payment's state is partially-captured, go on with step 14
   Go on with step 7.2.
9. Write the invoice into Books
10. Mark the invoice as sent
11. Write the payment into Books and apply it to invoice (the invoice number from “invoice”)
12. If the write off amount from “customer-payment” is more than 0.00:
   12.1. Write the small rest of the invoice off
13. If the payment id from “customer-payment” is known:
   13.1. Set the shop order to processing
   13.2. Stop, telling the document (the invoice number from “invoice”) and the payment number (the payment number from “customer-payment”)
14. Set the shop order to failed
The flow ends.
`.trim(),
    );
  });

  it('tells refund to books', () => {
    expect(outlineFlow(shipped('refund-to-books'), definedActions)).toBe(
      `
When a refund has gone out (one run for each movement):
1. Wait until the movement's state is succeeded, declined, failed or voided
2. Unless the movement's state is succeeded, the flow ends
3. Wait until the payment's record in Books is yes or never
4. Unless the payment's record in Books is yes, the flow ends
5. See how much of the refunded money was applied to which invoices
6. Unless the excess amount from “choose” is more than 0.00, go on with step 9
7. Record the refund of the unapplied payment in Books
8. Unless the credited amount from “choose” is more than 0.00:
   8.1. Stop, telling the document (the document from “payment-refund”)
9. Write a credit note for the refunded amount
10. Record in Books that the credit note was paid out
11. More invoices that this payment has paid: for each of the others from “choose” (at most 50):
   11.1. Credit note of another invoice: write a credit note for the refunded amount
   11.2. Pay it out: record in Books that the credit note was paid out
12. Stop, telling the document (the credit note number from “credit-note”) and the credit note id (the credit note id from “credit-note”)
`.trim(),
    );
  });

  it('tells a step of every kind', () => {
    expect(outlineFlow(everyKind, sampleActions)).toBe(
      `
When a payment is captured, if the payment's currency is USD or EUR (one run for each payment):
1. Unless the payment's currency is USD and the payment's authorized amount is more than USD 500.00, go on with step 4
2. Tell Slack #finance: “A large payment: {the payment's reference}”
3. May we? Ask an approver, who has 2 days: “Book order {the payment's reference}?”
   If rejected, the flow ends
   If nobody answers in time, go on with step 7.1
4. Read the order: read the order (the payment's reference)
   If it can’t be done, go on with step 7.1
5. See what the payment's card brand is
   If it is visa or mastercard, go on with step 7
   Otherwise, the flow ends
6. Wait 12 hours
7. Wait until the payment's state is settled or won, for 7 days at most
   If that takes too long:
   7.1. Mail boss@example.com: “Nobody answered”
   The flow ends.
8. For each of the lines from “Read the order” (at most 20):
   8.1. If the item contains gift:
      8.1.1. Tell Slack #gifts: “{the item} ({the item's number})”
      That item is done.
   That item is done.
9. Translate the payment by the mapping “to-crm”
10. Run the flow “called” with the amount (the total from “Read the order”)
11. Write the invoice
12. Stop, telling the document (the invoice id from “write”) and the total (the total from “run”)
`.trim(),
    );
  });

  it.each([
    ['payment.captured', undefined, 'When a payment is captured (one run for each payment):'],
    [
      'frauddecisionupdate',
      undefined,
      'When a payment that was held for review is decided (one run for each payment):',
    ],
    ['schedule', '0 6 * * *', 'Every day at 06:00:'],
    ['schedule', '*/5 * * * *', 'By the clock, at “*/5 * * * *”:'],
    ['call', undefined, 'When another flow calls it:'],
    ['moon.full', undefined, 'When “moon.full” happens:'],
  ])('begins with what sets it off: %s %s', (on, at, words) => {
    const trigger = { on, once: 'subject', ...(at === undefined ? {} : { at }) };
    const document = flow({ end: { kind: 'stop' } }, { trigger }) as FlowDocument;
    expect(outlineFlow(document, []).split('\n')).toEqual([words, 'The flow ends.']);
  });

  it.each([
    [['$payment.authorizedMinor', '>=', 1], "the payment's authorized amount is at least 0.01"],
    [['$payment.booksInvoiceId', 'unknown', null], "the payment's Books invoice id is not known"],
    [
      ['$payment.crmContactId', 'not-in', ['a', 'b c']],
      "the payment's CRM contact id is not a or “b c”",
    ],
    [['$gone.totalMinor', '<', -150], "the gone's total amount is less than -1.50"],
    [['$amountMinor', '=', 5], 'the amount is 0.05'],
    [['$change.byTallybridge', '=', false], 'the change is not Tallybridge’s own'],
    [['$change.byTallybridge', '!=', false], 'the change is Tallybridge’s own'],
  ])('tells the condition %j', (condition, words) => {
    const nodes = {
      ask: { kind: 'condition', if: [condition], yes: 'a', no: 'b' },
      a: { kind: 'wait', forMinutes: 1 },
      b: { kind: 'wait', forMinutes: 2 },
    };
    const text = outlineFlow(flow(nodes) as FlowDocument, []);
    expect(text.split('\n')[1]).toBe(`1. If ${words}:`);
  });

  it('tells a question that changes nothing as one', () => {
    const nodes = {
      ask: { kind: 'condition', if: [['$payment.currency', '=', 'USD']], yes: 'on', no: 'on' },
      on: { kind: 'wait', title: 'A pause', forMinutes: 60 },
    };
    expect(
      outlineFlow(flow(nodes) as FlowDocument, [])
        .split('\n')
        .slice(1),
    ).toEqual(["1. See whether the payment's currency is USD", '2. A pause: wait 1 hour']);
  });

  it('tells amounts with the currency that is asked for, with that one’s decimals', () => {
    const wait = (currency: string) => ({
      kind: 'wait',
      until: [
        ['$payment.currency', '=', currency],
        ['$payment.authorizedMinor', '>', 50_000],
      ],
    });
    const told = (currency: string) =>
      outlineFlow(flow({ wait: wait(currency) }) as FlowDocument, []).split('more than ')[1];
    expect([told('USD'), told('JPY'), told('KWD'), told('???')]).toEqual([
      'USD 500.00',
      'JPY 50000',
      'KWD 50.000',
      '500.00',
    ]);
  });
});

describe('the difference between two flows', () => {
  const before = shipped('order-to-cash');
  const changed = (change: (nodes: Record<string, Record<string, unknown>>) => object) => {
    const after = structuredClone(before) as unknown as {
      nodes: Record<string, Record<string, unknown>>;
    };
    Object.assign(after, change(after.nodes));
    return diffFlows(before, after as unknown as FlowDocument, definedActions);
  };

  it.each<[string, (nodes: Record<string, Record<string, unknown>>) => object, readonly string[]]>([
    ['nothing', () => ({}), []],
    ['the number of the version', () => ({ version: 2 }), []],
    [
      'the order of fields',
      (nodes) => ({ nodes: Object.fromEntries(Object.entries(nodes).reverse()) }),
      [],
    ],
    [
      'where steps are drawn',
      () => ({ layout: { known: { x: 1, y: 2 } } }),
      ['Only the drawing changed'],
    ],
    [
      'the title',
      () => ({ title: 'Mine' }),
      [
        'Title: “When a shop order is paid by card, put customer, sales order, invoice and payment into Zoho” is now “Mine”',
      ],
    ],
    [
      'the trigger',
      () => ({ trigger: { on: 'payment.settled', once: 'change' } }),
      [
        'Trigger: “When a payment changes its status (one run for each payment)” is now “When a payment is settled”',
      ],
    ],
    ['the beginning', () => ({ start: 'read-order' }), ['Beginning: “known” is now “read-order”']],
    [
      'a step added',
      (nodes) => ({ nodes: { ...nodes, pause: { kind: 'wait', forMinutes: 60 } } }),
      ['Added: “pause”: wait 1 hour'],
    ],
    [
      'a step removed',
      ({ 'mark-sent': _, ...nodes }) => ({
        nodes: { ...nodes, invoice: { ...nodes.invoice, next: 'customer-payment' } },
      }),
      [
        'Removed: “mark-sent”: mark the invoice as sent',
        'Changed: “invoice”, then: “mark-sent” is now “customer-payment”',
      ],
    ],
    [
      'a title of a step',
      (nodes) => ({ nodes: { ...nodes, invoice: { ...nodes.invoice, title: 'Write it' } } }),
      ['Renamed: “invoice” is now “Write it”'],
    ],
    [
      'a condition',
      (nodes) => ({
        nodes: {
          ...nodes,
          refused: { ...nodes.refused, if: [['$payment.state', '=', 'declined']] },
        },
      }),
      [
        "Changed: “refused”: “the payment's state is declined, reversed, voided or expired” is now “the payment's state is declined”",
      ],
    ],
    [
      'what a step is given',
      (nodes) => ({
        nodes: {
          ...nodes,
          'fail-order': {
            ...nodes['fail-order'],
            with: {
              orderId: '$payment.orderId',
              outcome: 'failed',
              gatewayId: '$payment.gatewayId',
            },
          },
        },
      }),
      [
        "Changed: “fail-order”: the order id was the order id from “read-order”, is now the payment's order id",
      ],
    ],
    [
      'what happens on a problem',
      (nodes) => ({
        nodes: { ...nodes, invoice: { ...nodes.invoice, onProblem: { goTo: 'fail-order' } } },
      }),
      ['Changed: “invoice”, if it can’t be done: no way is now “fail-order”'],
    ],
    [
      'a detail',
      (nodes) => ({ nodes: { ...nodes, decided: { ...nodes.decided, recheckMinutes: 5 } } }),
      ["Changed: “decided”: wait until the payment's state is not pending-review (details)"],
    ],
  ])('is told: %s', (_, change, lines) => {
    expect(changed(change)).toEqual(lines);
  });
});
