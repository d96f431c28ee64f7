// Checks flows that call each other: that they exist, end, and find what they need in a run of their caller.
import type { FlowDocument, FlowNode } from './document.ts';
import { type SayFault, stepName } from './flow-fault.ts';
import { reachedFrom } from './flow-graph.ts';
import {
  entryOf,
  type FlowEntry,
  type FlowScope,
  type FlowSurroundings,
  scopeOf,
} from './flow-scope.ts';
import { valueFaults } from './validate-flow-nodes.ts';
import { always, anything, plainNumber, plainText, type ShapeField } from './value-shape.ts';

/** The flows that a flow calls, each with its step. */
export function callsOf(flow: FlowDocument): readonly (readonly [step: string, node: CallNode])[] {
  return Object.entries(flow.nodes).flatMap(([id, node]) =>
    node.kind === 'call' ? [[id, node] as const] : [],
  );
}
type CallNode = Extract<FlowNode, { kind: 'call' }>;

/** The calls of a flow, and theirs: each as the run of the caller makes it. */
export function checkCalls(
  flow: FlowDocument,
  scope: FlowScope,
  around: FlowSurroundings,
  say: SayFault,
): void {
  for (const [id, node] of callsOf(flow)) {
    const name = stepName(id, node);
    const place = { node: id, field: 'flow' };
    const called = around.flows.get(node.flow);
    if (called === undefined) {
      say('unknown-flow', `${name} calls the flow “${node.flow}”, which does not exist.`, place);
      continue;
    }
    const way = wayBack(called, flow.id, around);
    if (way !== undefined) {
      const through = way.map((title) => `“${title}”, which calls `).join('');
      say('call-circle', `${name} calls ${through}this flow again: it would never end.`, place);
      continue;
    }
    const fault = scope.graph.reached.has(id)
      ? faultOfCall(called, entryBy(id, node, scope), around)
      : undefined;
    if (fault === undefined) continue;
    say('call-unfit', `${name} calls “${called.title}”, which can't work here: ${fault}`, place);
  }
}

/** Flows that call this one must still be able to. */
export function checkCallers(flow: FlowDocument, around: FlowSurroundings, say: SayFault): void {
  for (const caller of around.flows.values()) {
    if (caller.id === flow.id) continue;
    const scope = scopeOf(caller, entryOf(caller) ?? ofCallers, around);
    for (const [id, node] of callsOf(caller)) {
      if (node.flow !== flow.id || !scope.graph.reached.has(id)) continue;
      const fault = faultOfCall(flow, entryBy(id, node, scope), around);
      if (fault === undefined) continue;
      say(
        'caller-unfit',
        `“${caller.title}” calls this flow, which could no longer work there: ${fault}`,
      );
    }
  }
}

/** Only the callers know with what the run begins. */
export const ofCallers: FlowEntry = { subject: undefined, given: undefined };

/** The called flow's run is about the same as its caller's, and finds what the step gives. */
function entryBy(id: string, node: CallNode, scope: FlowScope): FlowEntry {
  const given = Object.entries(node.with).map(([name, value]): [string, ShapeField] => {
    if (typeof value === 'number') return [name, always(plainNumber)];
    if (typeof value === 'boolean') return [name, always({ kind: 'boolean' })];
    if (!value.startsWith('$')) return [name, always(plainText)];
    const resolved = scope.at(id, value);
    if (!resolved.found) return [name, always(anything)];
    return [name, { shape: resolved.shape, optional: resolved.certainty !== 'always' }];
  });
  return { subject: scope.entry.subject, given: new Map(given) };
}

/** The first fault that a flow, or one that it calls in turn, has in a run that begins so. */
function faultOfCall(
  flow: FlowDocument,
  entry: FlowEntry,
  around: FlowSurroundings,
  callers: readonly string[] = [],
): string | undefined {
  if (callers.includes(flow.id)) return undefined;
  const scope = scopeOf(flow, entry, around);
  const [fault] = valueFaults(flow, scope, around);
  if (fault !== undefined) return fault.sentence;
  return callsOf(flow)
    .values()
    .map(([id, node]) => {
      const called = around.flows.get(node.flow);
      if (called === undefined) return undefined;
      return faultOfCall(called, entryBy(id, node, scope), around, [...callers, flow.id]);
    })
    .find((sentence) => sentence !== undefined);
}

/** The titles of the flows on the shortest way by calls to a flow; empty when it is that flow itself. */
function wayBack(
  from: FlowDocument,
  id: string,
  { flows }: FlowSurroundings,
): readonly string[] | undefined {
  const before = new Map<string, string>();
  reachedFrom([from.id], (at) => {
    const flow = flows.get(at);
    const calls = flow === undefined ? [] : callsOf(flow).map(([, node]) => node.flow);
    for (const to of calls) if (to !== from.id && !before.has(to)) before.set(to, at);
    return calls;
  });
  if (from.id === id) return [];
  if (!before.has(id)) return undefined;
  const way: string[] = [];
  for (let at = before.get(id); at !== undefined; at = before.get(at)) way.unshift(at);
  return way.map((at) => flows.get(at)?.title ?? at);
}
