// Checks a flow before it is published: everything about it that could go wrong when it runs, in words for people.
import type { ActionDeclaration } from './action-declaration.ts';
import { type FlowDocument, flowDocument } from './document.ts';
import { checkEcho } from './echo.ts';
import type { FlowFault, SayFault } from './flow-fault.ts';
import { entryOf, type KnownMapping, scopeOf } from './flow-scope.ts';
import { checkCallers, checkCalls, ofCallers } from './validate-flow-calls.ts';
import { checkGraph, STEPS_MAX } from './validate-flow-graph.ts';
import { checkNodes } from './validate-flow-nodes.ts';
import { shapeFaults } from './validate-flow-shape.ts';
import { checkTrigger } from './validate-flow-trigger.ts';

/** What a flow is checked against. */
export interface FlowContext {
  readonly actions: readonly ActionDeclaration[];
  /** The current flows of the installation, the published version of this one among them or not. */
  readonly flows: readonly FlowDocument[];
  readonly mappings: readonly KnownMapping[];
  /** Zoho scopes that the connection has; absent when there is none yet, then they are not checked. */
  readonly scopes?: readonly string[];
}

/**
 * Everything that keeps a document from being published, `[]` when it is fit; never throws.
 * @param document as it was read, of any shape.
 */
export function validateFlow(document: unknown, context: FlowContext): readonly FlowFault[] {
  const read = flowDocument.safeParse(document);
  if (!read.success) return shapeFaults(document, read.error.issues);
  const flow = read.data;
  const faults: FlowFault[] = [];
  const say: SayFault = (code, sentence, place = {}) => faults.push({ code, sentence, place });
  const count = Object.keys(flow.nodes).length;
  if (count > STEPS_MAX) {
    say(
      'too-many-steps',
      `The flow has ${count} steps; it may have ${STEPS_MAX}. Let it call another flow.`,
    );
    return faults;
  }
  const around = {
    actions: new Map(context.actions.map((action) => [action.name, action])),
    flows: new Map([...context.flows, flow].map((one) => [one.id, one])),
    mappings: new Map(context.mappings.map((mapping) => [mapping.id, mapping])),
  };
  const scope = scopeOf(flow, entryOf(flow) ?? ofCallers, around);
  checkTrigger(flow, scope, say);
  checkGraph(flow, scope, say);
  checkNodes(flow, scope, around, say, context.scopes);
  checkCalls(flow, scope, around, say);
  checkCallers(flow, around, say);
  checkEcho(flow, around, say);
  return faults;
}
