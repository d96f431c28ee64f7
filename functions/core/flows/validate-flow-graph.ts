// Checks how the steps of a flow hang together: edges, circles, loops.
import { edgesOf, type FlowDocument } from './document.ts';
import { type SayFault, stepName } from './flow-fault.ts';
import { circlesOf, type FlowGraph, reachedFrom } from './flow-graph.ts';
import type { FlowEntry, FlowScope } from './flow-scope.ts';
import { subjectData } from './subject-data.ts';
import { listed } from './value-shape.ts';

/** More steps than this are no longer a flow that a person can read. */
export const STEPS_MAX = 200;

export function checkGraph(flow: FlowDocument, { graph, entry }: FlowScope, say: SayFault): void {
  checkEdges(flow, graph, say);
  checkNames(graph, entry, say);
  checkLoops(graph, say);
  checkCircles(graph, say);
  for (const [id, node] of graph.nodes) {
    if (graph.reached.has(id)) continue;
    say(
      'unreachable-step',
      `The flow never comes to the step ${stepName(id, node)}. Connect it or remove it.`,
      { node: id },
    );
  }
}

function checkEdges({ start }: FlowDocument, { nodes }: FlowGraph, say: SayFault): void {
  if (!nodes.has(start)) {
    say('no-such-step', `The flow begins with the step “${start}”, which does not exist.`, {
      field: 'start',
    });
  }
  for (const [id, node] of nodes) {
    for (const [label, to] of edgesOf(node)) {
      if (nodes.has(to)) continue;
      say(
        'no-such-step',
        `From the step ${stepName(id, node)}, the way “${label}” leads to “${to}”, which does not exist.`,
        { node: id },
      );
    }
  }
}

/** A step's result must not stand where the data of the run does. */
function checkNames({ nodes }: FlowGraph, { subject, given }: FlowEntry, say: SayFault): void {
  const records = subject === undefined ? Object.values(subjectData) : [subjectData[subject]];
  const taken = new Set([
    'item',
    'index',
    ...records.flatMap(Object.keys),
    ...(given?.keys() ?? []),
  ]);
  for (const [id, node] of nodes) {
    if (!taken.has(id)) continue;
    say(
      'name-taken',
      `The step ${stepName(id, node)} has the id “${id}”, which stands for the run's own data. Give it another id.`,
      { node: id },
    );
  }
}

function checkLoops({ nodes, loopOf, reached, edges }: FlowGraph, say: SayFault): void {
  for (const [id, node] of nodes) {
    const outer = loopOf.get(id);
    if (node.kind === 'stop' && outer !== undefined && node.outcome !== undefined) {
      say(
        'loop-outcome',
        `The step ${stepName(id, node)} ends one item of ${stepName(outer, nodes.get(outer))} only: its outcome would be lost.`,
        { node: id, field: 'outcome' },
      );
    }
    if (node.kind !== 'for-each' || !reached.has(id) || !nodes.has(node.do)) continue;
    if (outer !== undefined) {
      say(
        'loop-in-loop',
        `${stepName(id, node)} goes through a list inside ${stepName(outer, nodes.get(outer))}. Let the inner one be a flow of its own that is called for each item.`,
        { node: id },
      );
      continue;
    }
    for (const inside of reachedFrom([node.do], (at) => edges(at).map(({ to }) => to))) {
      const loop = loopOf.get(inside);
      if (loop === id || (loop !== undefined && loopOf.has(loop))) continue;
      const other = loop === undefined ? 'the rest of the flow' : stepName(loop, nodes.get(loop));
      say(
        'loop-left',
        `The steps that ${stepName(id, node)} does for each item lead to ${stepName(inside, nodes.get(inside))}, which belongs to ${other}. Let them end by themselves; what comes after the last item follows ${stepName(id, node)}.`,
        { node: id },
      );
    }
  }
}

const ONCE_IN_A_RUN = new Set(['action', 'notify', 'approval', 'call', 'for-each']);

function checkCircles(graph: FlowGraph, say: SayFault): void {
  const { nodes } = graph;
  const name = (id: string) => stepName(id, nodes.get(id));
  for (const circle of circlesOf(nodes.keys(), graph.after)) {
    const [node = ''] = circle;
    const all = `${listed(circle.map(name), 'and')} ${circle.length === 1 ? 'leads' : 'lead'} back to ${circle.length === 1 ? 'itself' : 'each other'}`;
    const once = circle.filter((id) => ONCE_IN_A_RUN.has(nodes.get(id)?.kind ?? ''));
    if (once.length > 0) {
      say(
        'circle-with-actions',
        `${all}, but a run does each step once: ${listed(once.map(name), 'and')} would not be done again. To do something several times, use a for-each.`,
        { node: once[0] ?? node },
      );
    } else if (goesOnByTime(circle, graph)) {
      say(
        'circle-by-time',
        `${all} as time goes by, without an end. Use one step that waits until something is so, with how often to look again and for how long at most.`,
        { node },
      );
    } else if (isTight(circle, graph)) {
      say('circle-without-wait', `${all} without ever waiting: the flow would never end.`, {
        node,
      });
    }
  }
}

/** Whether a way inside the circle is taken because time has passed. */
function goesOnByTime(circle: readonly string[], { nodes }: FlowGraph): boolean {
  return circle.some((id) => {
    const node = nodes.get(id);
    if (node?.kind !== 'wait') return false;
    const byTime = [node.forMinutes === undefined ? undefined : node.next, node.late];
    return byTime.some((to) => to !== undefined && circle.includes(to));
  });
}

/** Whether there is still a circle without the ways that are taken only when something has changed. */
function isTight(circle: readonly string[], { nodes, edges }: FlowGraph): boolean {
  const atOnce = (id: string) => {
    const node = nodes.get(id);
    if (node?.kind === 'wait' && node.until !== undefined) return [];
    return edges(id).flatMap(({ to }) => (circle.includes(to) ? [to] : []));
  };
  return circle.some((id) => reachedFrom(atOnce(id), atOnce).has(id));
}
