// Steps that bad and good documents share, and a check that answers as text.
import type { FlowDocument } from '../../../functions/core/flows/document.ts';
import { type FlowContext, validateFlow } from '../../../functions/core/flows/validate-flow.ts';
import { sampleActions } from './sample-actions.ts';
import { flow, sampleMapping } from './sample-flow.ts';

export const read = {
  kind: 'action',
  action: 'read-order',
  with: { reference: '$payment.reference' },
};
export const write = { kind: 'action', action: 'write-invoice', with: { order: '$read.order' } };
export const stop = { kind: 'stop' };
export const paid = ['$payment.state', '=', 'captured'];

export const context: FlowContext = {
  actions: sampleActions,
  flows: [],
  mappings: [sampleMapping],
};

/** `code: sentence` of each fault. */
export function told(document: unknown, more: Partial<FlowContext> = {}): readonly string[] {
  const faults = validateFlow(document, { ...context, ...more });
  return faults.map(({ code, sentence }) => `${code}: ${sentence}`);
}

/** A flow that is there to be called. */
export function called(nodes: object, rest: object = {}): FlowDocument {
  const trigger = { on: 'call', once: 'change' };
  return flow(nodes, { id: 'called', title: 'Called', trigger, ...rest }) as FlowDocument;
}
