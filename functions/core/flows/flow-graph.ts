// The steps of a flow as a graph: what is reached, what goes in circles, what belongs to a for-each.
import { edgesOf, type FlowDocument, type FlowNode } from './document.ts';

export interface FlowEdge {
  /** As `edgesOf` calls it: `then`, `yes`, `for each`. */
  readonly label: string;
  readonly to: string;
}

export interface FlowGraph {
  readonly start: string;
  readonly nodes: ReadonlyMap<string, FlowNode>;
  /** Edges that lead somewhere. */
  edges(id: string): readonly FlowEdge[];
  /** Everything that can come after a step, through loops too; the step itself when it is in a circle. */
  after(id: string): ReadonlySet<string>;
  readonly reached: ReadonlySet<string>;
  /** The for-each in whose body a step stands. */
  readonly loopOf: ReadonlyMap<string, string>;
}

export function graphOf(flow: FlowDocument): FlowGraph {
  const nodes = new Map(Object.entries(flow.nodes));
  const edges = new Map(
    [...nodes].map(([id, node]) => [
      id,
      edgesOf(node).flatMap(([label, to]) => (nodes.has(to) ? [{ label, to }] : [])),
    ]),
  );
  const edgesFrom = (id: string) => edges.get(id) ?? [];
  const targets = (id: string) => edgesFrom(id).map(({ to }) => to);
  const beside = (id: string) => {
    const node = nodes.get(id);
    return node?.kind === 'for-each' ? targets(id).filter((to) => to === node.next) : targets(id);
  };
  const outer = reachedFrom(
    [flow.start].filter((id) => nodes.has(id)),
    beside,
  );
  const loopOf = new Map<string, string>();
  for (const [id, node] of nodes) {
    if (node.kind !== 'for-each' || !outer.has(id) || !nodes.has(node.do)) continue;
    for (const inside of reachedFrom([node.do], targets)) {
      if (!outer.has(inside) && !loopOf.has(inside)) loopOf.set(inside, id);
    }
  }
  const afters = new Map<string, ReadonlySet<string>>();
  return {
    start: flow.start,
    nodes,
    edges: edgesFrom,
    after(id) {
      const known = afters.get(id) ?? reachedFrom(targets(id), targets);
      afters.set(id, known);
      return known;
    },
    reached: new Set([...outer, ...loopOf.keys()]),
    loopOf,
  };
}

/** All that is reached from some steps on, these included, in the order in which it is met. */
export function reachedFrom(
  starts: readonly string[],
  next: (id: string) => readonly string[],
): ReadonlySet<string> {
  const reached = new Set(starts);
  for (const id of reached) for (const to of next(id)) reached.add(to);
  return reached;
}

/** Steps that lead back to each other, each circle once, in the document's order. */
export function circlesOf(
  ids: Iterable<string>,
  after: (id: string) => ReadonlySet<string>,
): readonly (readonly string[])[] {
  const circles: string[][] = [];
  for (const id of ids) {
    if (!after(id).has(id)) continue;
    const circle = circles.find(([first = '']) => after(first).has(id) && after(id).has(first));
    if (circle === undefined) circles.push([id]);
    else circle.push(id);
  }
  return circles;
}
