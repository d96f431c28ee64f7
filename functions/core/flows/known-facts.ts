// What is certainly known at each step of a flow, whichever way led there: results of earlier steps, fields asked for.
import type { FlowCondition, FlowNode } from './document.ts';
import type { FlowEdge, FlowGraph } from './flow-graph.ts';

export interface StepFacts {
  /** `$node`: it has given its result. `$path.to.field`: known. `ran:node`: it has run, perhaps with a problem. */
  readonly known: ReadonlySet<string>;
  /** Steps that may have run before. */
  readonly perhaps: ReadonlySet<string>;
}

/** The facts on entering each step that is reached. */
export function factsOf(graph: FlowGraph): ReadonlyMap<string, StepFacts> {
  const facts = new Map<string, StepFacts>();
  if (!graph.nodes.has(graph.start)) return facts;
  facts.set(graph.start, { known: new Set(), perhaps: new Set() });
  // A step that is met again with fewer facts is put at the end of the list once more, until nothing changes.
  const open = [graph.start];
  for (const id of open) {
    const node = graph.nodes.get(id);
    const before = facts.get(id);
    if (node === undefined || before === undefined) continue;
    for (const edge of graph.edges(id)) {
      const after = merged(facts.get(edge.to), along(id, node, edge, before));
      if (after === undefined) continue;
      facts.set(edge.to, after);
      open.push(edge.to);
    }
  }
  return facts;
}

/** Undefined when the new way takes nothing away and adds nothing. */
function merged(old: StepFacts | undefined, way: StepFacts): StepFacts | undefined {
  if (old === undefined) return way;
  const known = new Set([...old.known].filter((fact) => way.known.has(fact)));
  const perhaps = new Set([...old.perhaps, ...way.perhaps]);
  const same = known.size === old.known.size && perhaps.size === old.perhaps.size;
  return same ? undefined : { known, perhaps };
}

function along(id: string, node: FlowNode, edge: FlowEdge, { known, perhaps }: StepFacts) {
  // What was known of an earlier result of the same step is of no more use.
  const kept = [...known].filter((fact) => fact !== `$${id}` && !fact.startsWith(`$${id}.`));
  // A loop's own result is there only after it.
  if (node.kind === 'for-each' && edge.to !== node.next) return { known, perhaps };
  return {
    known: new Set([...kept, ...gained(id, node, edge, known)]),
    perhaps: new Set([...perhaps, id]),
  };
}

function gained(
  id: string,
  node: FlowNode,
  { label, to }: FlowEdge,
  known: ReadonlySet<string>,
): readonly string[] {
  switch (node.kind) {
    case 'action':
    case 'notify':
      if (label === 'on a problem') return [`ran:${id}`, `$${id}.problem`];
      return node.onProblem === 'go-on' ? [`ran:${id}`] : [`ran:${id}`, `$${id}`];
    case 'condition':
      if (node.yes === node.no) return [];
      return to === node.yes && label === 'yes'
        ? node.if.flatMap((one) => implied(one, known))
        : impliedByNot(node.if, known);
    case 'branch': {
      const isCase = to !== node.otherwise && node.cases.some(({ next }) => next === to);
      return isCase ? [node.on] : [];
    }
    case 'wait':
      return label === 'then' && node.forMinutes === undefined
        ? (node.until ?? []).flatMap((one) => implied(one, known))
        : [];
    case 'map':
    case 'for-each':
    case 'approval':
    case 'call':
      return [`ran:${id}`, `$${id}`];
    case 'stop':
      return [];
  }
}

/** What must be known when a condition holds. */
function implied([path, operator]: FlowCondition, known: ReadonlySet<string>): readonly string[] {
  switch (operator) {
    case '!=':
    case 'not-in':
      return [];
    case 'unknown':
      return withoutProblem(path, known);
    default:
      return [path];
  }
}

/** What must be known when the only condition does not hold. */
function impliedByNot(
  conditions: readonly FlowCondition[],
  known: ReadonlySet<string>,
): readonly string[] {
  const [only] = conditions;
  if (only === undefined || conditions.length > 1) return [];
  const [path, operator] = only;
  if (operator === 'known') return withoutProblem(path, known);
  return operator === 'unknown' || operator === '!=' || operator === 'not-in' ? [path] : [];
}

/** A step that has run and found no problem has given its result. */
function withoutProblem(path: string, known: ReadonlySet<string>): readonly string[] {
  const id = /^\$([\w-]+)\.problem$/.exec(path)?.[1];
  return id !== undefined && known.has(`ran:${id}`) ? [`$${id}`] : [];
}
