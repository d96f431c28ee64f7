// Bad flow documents, each with the sentence that a person gets: what steps name, are given, ask and wait for.
import { describe, expect, it } from 'vitest';
import { validateFlow } from '../../../functions/core/flows/validate-flow.ts';
import { context, paid, read, stop, told, write } from './sample-documents.ts';
import { flow } from './sample-flow.ts';

describe('a document with a bad step', () => {
  it.each([
    [
      'a result of the loop outside of it',
      flow({
        read: { ...read, next: 'lines' },
        lines: { kind: 'for-each', items: '$read.lines', atMost: 5, do: 'again', next: 'write' },
        again: { ...read },
        write: { ...write, with: { order: '$again.order' } },
      }),
      ['path-too-early: “write” uses the order from “again”, but that step never comes before it.'],
    ],
    [
      'an item where there is no loop',
      flow({ tell: { kind: 'notify', by: 'slack', to: '#a', text: '{$item}' } }),
      ['path-unknown: “tell” uses “$item”, but there is nothing called “item”.'],
    ],
    [
      'a list that is none',
      flow({
        lines: { kind: 'for-each', items: '$payment.state', atMost: 5, do: 'end' },
        end: stop,
      }),
      [
        'input-mistyped: “lines” goes through “$payment.state”, but that is one of created, needs-inspection, pending-review, authorized, partially-captured, captured, settled, disputed, won, lost, declined, reversed, expired or voided, not a list.',
      ],
    ],
    [
      'a trigger that asks for what it does not have',
      flow(
        { end: stop },
        {
          trigger: {
            on: 'payment.captured',
            once: 'change',
            where: [['$movement.state', '=', 'sent']],
          },
        },
      ),
      [
        'path-unknown: The trigger uses “$movement.state”, but the trigger gives nothing called “movement”.',
      ],
    ],
    [
      'an unknown action',
      flow({ fly: { kind: 'action', action: 'fly', with: {} } }),
      ["unknown-action: “fly” is to do “fly”, which Tallybridge can't do."],
    ],
    [
      "a note that can't be sent",
      flow({ tell: { kind: 'notify', by: 'crm-note', to: '5', text: 'x' } }),
      ["unknown-action: “tell” is to send a CRM note, which Tallybridge can't do."],
    ],
    [
      'an unknown flow',
      flow({ run: { kind: 'call', flow: 'gone', with: {} } }),
      ['unknown-flow: “run” calls the flow “gone”, which does not exist.'],
    ],
    [
      'an unknown mapping',
      flow({ map: { kind: 'map', mapping: 'gone', from: { payment: '$payment' } } }),
      ['unknown-mapping: “map” translates by the mapping “gone”, which does not exist.'],
    ],
    [
      'a mapping without its source',
      flow({ map: { kind: 'map', mapping: 'to-crm', from: { order: '$payment' } } }),
      [
        'mapping-source: “map” gives its mapping no “payment”, from which that one reads.',
        'mapping-source: “map” gives its mapping “order”, from which that one does not read.',
      ],
    ],
    [
      'a field that the mapping does not fill',
      flow({
        map: { kind: 'map', mapping: 'to-crm', from: { payment: '$payment' }, next: 'tell' },
        tell: { kind: 'notify', by: 'mail', to: '$map.Mail', text: 'x' },
      }),
      ['path-unknown: “tell” uses “$map.Mail”, but “map” has no “Mail”.'],
    ],
    [
      'an action that needs a payment, by the clock',
      flow(
        { read: { ...read, title: 'Read it', with: { reference: '5' } } },
        { trigger: { on: 'schedule', once: 'change', at: '0 6 * * *' } },
      ),
      [
        'wrong-subject: “Read it” can only be done in a flow about a payment or an order; this one is about nothing but a time.',
      ],
    ],
    [
      'a missing input',
      flow({ read: { ...read, title: 'Read the order', with: {} } }),
      ['input-missing: “Read the order” does not say which reference to use.'],
    ],
    [
      'an input that the action does not take',
      flow({ read: { ...read, with: { reference: '1', colour: 'red' } } }),
      ['input-unknown: “read” gives “colour”, which “read-order” does not take.'],
    ],
    [
      'a constant of the wrong kind',
      flow({ set: { kind: 'action', action: 'set-status', with: { status: 'shut' } } }),
      ['input-mistyped: “set” uses shut as the status, which must be one of open or paid.'],
    ],
    [
      'a number below its limit',
      flow({
        read: { ...read, next: 'write' },
        write: { ...write, with: { order: '$read.order', dueDays: -1 } },
      }),
      ['input-mistyped: “write” uses -1 as the due days, which must be a number.'],
    ],
    [
      'a path of the wrong kind',
      flow({ read: { ...read, with: { reference: '$payment.authorizedMinor' } } }),
      [
        "path-unsure: “read” needs the payment's authorized amount, which may not be known by then. Wait until it is known, or ask for it with a condition first.",
        "input-mistyped: “read” uses the payment's authorized amount (a number) as the reference, which must be a text.",
      ],
    ],
    [
      'a record where another is asked for',
      flow({ write: { ...write, with: { order: '$payment' } } }),
      [
        'input-mistyped: “write” uses the payment (a record with fields) as the order, which must be a whole record.',
      ],
    ],
    [
      'a field that there is not',
      flow({ read: { ...read, with: { reference: '$payment.referenz' } } }),
      ['path-unknown: “read” uses “$payment.referenz”, but “payment” has no “referenz”.'],
    ],
    [
      'a price in dollars, which is no path',
      flow({ tell: { kind: 'notify', by: 'slack', to: '$ 5', text: 'x' } }),
      [
        'path-unknown: “tell” uses “$ 5”, but only a path begins with $. In a text, paths stand in braces.',
      ],
    ],
    [
      'a step that comes later',
      flow({ write, read }, { start: 'write', nodes: { write: { ...write, next: 'read' }, read } }),
      ['path-too-early: “write” uses the order from “read”, but that step never comes before it.'],
    ],
    [
      'a step that came by on one way only',
      flow({
        which: { kind: 'condition', if: [paid], yes: 'read', no: 'write' },
        read: { ...read, title: 'Read the order', next: 'write' },
        write,
      }),
      [
        'path-too-early: “write” uses the order from “Read the order”, but there is a way that comes here without that step.',
      ],
    ],
    [
      'a result that may be a problem',
      flow({ read: { ...read, onProblem: 'go-on', next: 'write' }, write }),
      [
        'path-unsure: “write” needs the order from “read”, which may not be known by then. Wait until it is known, or ask for it with a condition first.',
      ],
    ],
    [
      'a step without a result',
      flow({
        sleep: { kind: 'wait', forMinutes: 5, next: 'tell' },
        tell: { kind: 'notify', by: 'slack', to: '#a', text: '{$sleep.time}' },
      }),
      ['path-unknown: “tell” uses “$sleep.time”, but the step “sleep” gives no result.'],
    ],
    [
      'a record in a text',
      flow({ tell: { kind: 'notify', by: 'slack', to: '#a', text: 'See {$payment}' } }),
      [
        'input-mistyped: “tell” puts the payment into a text, but it is a record with fields. Choose one of its fields.',
      ],
    ],
    [
      'a text compared with a number',
      flow({
        ask: { kind: 'condition', if: [['$payment.cardBrand', '>', 5]], yes: 'end', no: 'end' },
        end: stop,
      }),
      ["condition-mistyped: “ask” compares the payment's card brand with 5, but it is a text."],
    ],
    [
      'a movement that there is not',
      flow(
        {
          ask: {
            kind: 'condition',
            if: [['$movement.kind', '=', 'theft']],
            yes: 'end',
            no: 'end',
          },
          end: stop,
        },
        { trigger: { on: 'refund.changed', once: 'change' } },
      ),
      [
        "condition-mistyped: “ask” compares the movement's kind with theft, but it is one of capture, refund, void, reversal or dispute.",
      ],
    ],
    [
      'a list compared with a text',
      flow({
        read: { ...read, next: 'ask' },
        ask: { kind: 'condition', if: [['$read.lines', '=', 'a']], yes: 'end', no: 'end' },
        end: stop,
      }),
      [
        'condition-mistyped: “ask” asks whether the lines from “read” equals something, but it is a list of which each is a text.',
      ],
    ],
    [
      'one of no list',
      flow({
        ask: { kind: 'condition', if: [['$payment.currency', 'in', 'USD']], yes: 'end', no: 'end' },
        end: stop,
      }),
      [
        "condition-mistyped: “ask” compares the payment's currency with no list of values, so that it could never be so.",
      ],
    ],
    [
      'a branch by a value that never comes',
      flow({
        by: {
          kind: 'branch',
          on: '$payment.currency',
          cases: [
            { is: ['USD', 5], next: 'end' },
            { is: ['USD'], next: 'end' },
          ],
          otherwise: 'end',
        },
        end: stop,
      }),
      [
        "condition-mistyped: “by” compares the payment's currency with 5, but it is a text.",
        'case-twice: “by” has two ways for USD; only the first would be taken.',
      ],
    ],
    [
      'a wait for nothing',
      flow({ sleep: { kind: 'wait' } }),
      ['wait-endless: “sleep” waits, but neither until something is so nor for a time.'],
    ],
    [
      'a wait with a limit and no way out',
      flow({ sleep: { kind: 'wait', until: [paid], atMostMinutes: 5 } }),
      [
        'wait-contradiction: “sleep” waits for some time at most, but does not say what follows when that is over.',
      ],
    ],
    [
      'a wait that is never too late',
      flow({ sleep: { kind: 'wait', until: [paid], late: 'end' }, end: stop }),
      ['wait-contradiction: “sleep” says what follows when it is too late, but not when that is.'],
    ],
    [
      'a wait with two limits',
      flow({ sleep: { kind: 'wait', forMinutes: 5, atMostMinutes: 5, late: 'end' }, end: stop }),
      [
        'wait-contradiction: “sleep” waits both for a time and for some time at most. Say one of the two.',
      ],
    ],
    [
      'its own trigger written',
      flow(
        {
          set: { kind: 'action', title: 'Set it', action: 'set-status', with: { status: 'paid' } },
        },
        { trigger: { on: 'order.changed', once: 'change' } },
      ),
      [
        'echo: This flow would set itself off again and again: “Set it” writes -> “an order is changed in the shop” -> this flow. Let its trigger leave out what Tallybridge itself has changed.',
      ],
    ],
  ])('gets its sentence: %s', (_, document, sentences) => {
    expect(told(document)).toEqual(sentences);
  });

  it('is refused where the connection lacks a permission', () => {
    const document = flow({ read: { ...read, next: 'write' }, write });
    const sentence =
      'scope-missing: “write” needs a permission that the connection to Zoho does not have: to create invoices in Zoho Books (ZohoBooks.invoices.CREATE). An administrator connects Zoho again on the settings page and allows it.';
    expect(told(document, { scopes: ['ZohoBooks.invoices.READ'] })).toEqual([sentence]);
    expect(told(document, { scopes: ['ZohoBooks.invoices.ALL'] })).toEqual([]);
    expect(told(document, { scopes: ['ZohoBooks.fullaccess.all'] })).toEqual([]);
  });

  it('says at which step and field an editor shows the fault', () => {
    const document = flow({ end: stop }, { trigger: { on: 'moon.full', once: 'change' } });
    expect(validateFlow(document, context)).toMatchObject([{ place: { field: 'on' } }]);
    const empty = flow({ sleep: { kind: 'wait' } });
    expect(validateFlow(empty, context)).toMatchObject([{ place: { node: 'sleep' } }]);
  });
});
