// A flow with one step of every kind, and a short way to write others.
import type { FlowDocument } from '../../../functions/core/flows/document.ts';

/** A flow about payments that begins with its first step. */
export function flow(nodes: object, rest: object = {}): object {
  return {
    format: 1,
    id: 'sample',
    version: 1,
    title: 'Sample',
    trigger: { on: 'payment.captured', once: 'subject' },
    start: Object.keys(nodes)[0],
    nodes,
    ...rest,
  };
}

/** The mapping that the sample flow names. */
export const sampleMapping = {
  id: 'to-crm',
  sources: [{ object: 'payment' }],
  rules: [{ to: [{ path: 'Name' }] }, { to: [{ path: 'Phone' }], missing: 'leave' }],
};

export const calledFlow = flow(
  { end: { kind: 'stop', outcome: { total: '$amount' } } },
  { id: 'called', title: 'Called', trigger: { on: 'call', once: 'change' } },
) as FlowDocument;

export const everyKind = flow(
  {
    large: {
      kind: 'condition',
      if: [
        ['$payment.currency', '=', 'USD'],
        ['$payment.authorizedMinor', '>', 50_000],
      ],
      yes: 'tell-finance',
      no: 'read',
    },
    'tell-finance': {
      kind: 'notify',
      by: 'slack',
      to: '#finance',
      text: 'A large payment: {$payment.reference}',
      onProblem: 'go-on',
      next: 'ask',
    },
    ask: {
      kind: 'approval',
      title: 'May we?',
      ask: 'Book order {$payment.reference}?',
      role: 'approver',
      expiresMinutes: 2880,
      approved: 'read',
      rejected: 'end',
      expired: 'remind',
    },
    remind: { kind: 'notify', by: 'mail', to: 'boss@example.com', text: 'Nobody answered' },
    read: {
      kind: 'action',
      title: 'Read the order',
      action: 'read-order',
      with: { reference: '$payment.reference' },
      onProblem: { goTo: 'remind' },
      next: 'brand',
    },
    brand: {
      kind: 'branch',
      on: '$payment.cardBrand',
      cases: [
        { is: ['visa', 'mastercard'], next: 'settled' },
        { is: ['amex'], next: 'night' },
      ],
      otherwise: 'end',
    },
    night: { kind: 'wait', forMinutes: 720, next: 'settled' },
    settled: {
      kind: 'wait',
      until: [['$payment.state', 'in', ['settled', 'won']]],
      atMostMinutes: 10_080,
      late: 'remind',
      next: 'lines',
    },
    lines: { kind: 'for-each', items: '$read.lines', atMost: 20, do: 'line', next: 'map' },
    line: {
      kind: 'condition',
      if: [['$item', 'contains', 'gift']],
      yes: 'tell-gift',
      no: 'other-line',
    },
    'tell-gift': { kind: 'notify', by: 'slack', to: '#gifts', text: '{$item} ({$index})' },
    'other-line': { kind: 'stop' },
    map: { kind: 'map', mapping: 'to-crm', from: { payment: '$payment' }, next: 'run' },
    run: { kind: 'call', flow: 'called', with: { amount: '$read.total' }, next: 'write' },
    write: {
      kind: 'action',
      action: 'write-invoice',
      with: { order: '$read.order' },
      next: 'end-well',
    },
    'end-well': { kind: 'stop', outcome: { document: '$write.invoiceId', total: '$run.total' } },
    end: { kind: 'stop' },
  },
  {
    trigger: {
      on: 'payment.captured',
      once: 'subject',
      where: [['$payment.currency', 'in', ['USD', 'EUR']]],
    },
  },
) as FlowDocument;
