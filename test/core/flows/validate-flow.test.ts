// Good flow documents, which get no fault, and flows that call each other.
import { describe, expect, it } from 'vitest';
import type { FlowDocument } from '../../../functions/core/flows/document.ts';
import { shippedFlows } from '../../../functions/core/flows/shipped.ts';
import { validateFlow } from '../../../functions/core/flows/validate-flow.ts';
import { shippedMappings } from '../../../functions/core/mapping/shipped.ts';
import { definedActions } from '../../../functions/core/steps/actions/flow-actions.ts';
import { called, paid, read, stop, told, write } from './sample-documents.ts';
import { calledFlow, everyKind, flow } from './sample-flow.ts';

describe('a flow that is fit to publish', () => {
  it.each([...shippedFlows().values()].map((one) => [one.id, one] as const))(
    'gets no fault: %s, which the product ships',
    (_, document) => {
      const flows = [...shippedFlows().values()];
      const mappings = [...shippedMappings().values()];
      expect(validateFlow(document, { actions: definedActions, flows, mappings })).toEqual([]);
    },
  );

  it('may name the mappings that the product ships', () => {
    const [mapping] = shippedMappings().values();
    if (mapping === undefined) throw new Error('no mapping is shipped');
    const from = Object.fromEntries(mapping.sources.map(({ object }) => [object, '$payment']));
    const field = mapping.rules[0]?.to[0]?.path.split(/[.[]/)[0] ?? '';
    const document = flow({
      map: { kind: 'map', mapping: mapping.id, from, next: 'end' },
      end: { kind: 'stop', outcome: { first: `$map.${field}` } },
    });
    expect(told(document, { mappings: [mapping] })).toEqual([]);
  });

  it('gets no fault with a step of every kind', () => {
    expect(told(everyKind, { flows: [calledFlow] })).toEqual([]);
  });

  it.each([
    [
      'a field that may be empty, after a wait for it',
      flow({
        known: { kind: 'wait', until: [['$payment.orderId', 'known', null]], next: 'read' },
        read: { ...read, with: { reference: '$payment.orderId' } },
      }),
    ],
    [
      'a field that may be empty, after a question for it',
      flow({
        asked: {
          kind: 'condition',
          if: [['$payment.orderId', 'unknown', null]],
          yes: 'end',
          no: 'read',
        },
        end: stop,
        read: { ...read, with: { reference: '$payment.orderId' } },
      }),
    ],
    [
      'a result that may be a problem, after a question for it',
      flow({
        read: { ...read, onProblem: 'go-on', next: 'asked' },
        asked: {
          kind: 'condition',
          if: [['$read.problem', 'known', null]],
          yes: 'end',
          no: 'write',
        },
        write,
        end: stop,
      }),
    ],
    [
      'a problem where it has happened',
      flow({
        read: { ...read, onProblem: { goTo: 'tell' } },
        tell: { kind: 'notify', by: 'slack', to: '#finance', text: 'Failed: {$read.problem}' },
      }),
    ],
    [
      'a result of one way, asked for where the ways meet',
      flow({
        which: { kind: 'condition', if: [paid], yes: 'read', no: 'asked' },
        read: { ...read, next: 'asked' },
        asked: { kind: 'condition', if: [['$read.order', 'known', null]], yes: 'write', no: 'end' },
        write,
        end: stop,
      }),
    ],
    [
      'each item of a list',
      flow({
        read: { ...read, next: 'lines' },
        lines: { kind: 'for-each', items: '$read.lines', atMost: 5, do: 'tell', next: 'count' },
        tell: { kind: 'notify', by: 'mail', to: '$item', text: 'Line {$index}' },
        count: { kind: 'condition', if: [['$lines.count', '>', 2]], yes: 'end', no: 'end' },
        end: stop,
      }),
    ],
    [
      'a circle that goes round when something changes',
      flow({
        open: { kind: 'wait', until: [['$payment.state', '!=', 'authorized']], next: 'asked' },
        asked: { kind: 'condition', if: [paid], yes: 'end', no: 'open' },
        end: stop,
      }),
    ],
    [
      'a mapping and its fields',
      flow({
        map: { kind: 'map', mapping: 'to-crm', from: { payment: '$payment' }, next: 'tell' },
        tell: { kind: 'notify', by: 'mail', to: '$map.Name', text: 'Phone {$map.Phone}' },
      }),
    ],
    [
      'every day at six',
      flow({ end: stop }, { trigger: { on: 'schedule', once: 'change', at: '0 6 * * 1-5' } }),
    ],
    [
      'its own changes left out',
      flow(
        { set: { kind: 'action', action: 'set-status', with: { status: 'paid' } } },
        {
          trigger: {
            on: 'order.changed',
            once: 'change',
            where: [['$change.byTallybridge', '=', false]],
          },
        },
      ),
    ],
  ])('gets no fault: %s', (_, document) => {
    expect(told(document)).toEqual([]);
  });
});

describe('flows that call each other', () => {
  const run = { kind: 'call', flow: 'called', with: { orderNumber: '$payment.reference' } };

  it('may use what the caller gives and what the called flow tells', () => {
    const other = called({
      read: { ...read, with: { reference: '$orderNumber' }, next: 'end' },
      end: { kind: 'stop', outcome: { total: '$read.total' } },
    });
    const document = flow({
      run: { ...run, next: 'tell' },
      tell: { kind: 'notify', by: 'slack', to: '#a', text: '{$run.total}' },
    });
    expect(told(document, { flows: [other] })).toEqual([]);
    expect(told(other, { flows: [document as FlowDocument] })).toEqual([]);
  });

  it('are refused when the called one misses something', () => {
    const other = called({ read: { ...read, with: { reference: '$number' } } });
    const sentence = '“read” uses “$number”, but there is nothing called “number”.';
    expect(told(flow({ run }), { flows: [other] })).toEqual([
      `call-unfit: “run” calls “Called”, which can't work here: ${sentence}`,
    ]);
    expect(told(other, { flows: [flow({ run }) as FlowDocument] })).toEqual([
      `caller-unfit: “Sample” calls this flow, which could no longer work there: ${sentence}`,
    ]);
  });

  it('are refused when the called one is about something else', () => {
    const other = called({ read: { ...read, with: { reference: '$orderNumber' } } });
    const moved = { trigger: { on: 'refund.succeeded', once: 'subject' } };
    expect(told(flow({ run }, moved), { flows: [other] })).toEqual([
      "call-unfit: “run” calls “Called”, which can't work here: “read” can only be done in a flow about a payment or an order; this one is about money that moved.",
    ]);
  });

  it('are refused when they call each other in a circle', () => {
    const back = called({ run: { kind: 'call', flow: 'sample', with: {} } });
    expect(told(flow({ run }), { flows: [back] })).toEqual([
      'call-circle: “run” calls “Called”, which calls this flow again: it would never end.',
    ]);
    expect(told(flow({ run: { kind: 'call', flow: 'sample', with: {} } }))).toEqual([
      'call-circle: “run” calls this flow again: it would never end.',
    ]);
  });
});
