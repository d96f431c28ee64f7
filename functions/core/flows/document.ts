// A flow document: what happens after what, as data that people may read and (later) edit.
import * as z from 'zod/mini';

const nodeId = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,38}$/));

/** A value: a constant, or a path such as `$payment.reference` or `$read-order.customer` into the run's data. */
const value = z.union([z.string(), z.number(), z.boolean()]);

/** `[path, operator, value]`; all conditions of a list must hold. */
const condition = z.tuple([
  z.string().check(z.regex(/^\$[\w.-]+$/)),
  z.enum(['=', '!=', 'in', 'known', 'unknown']),
  z.union([value, z.array(value), z.null()]),
]);
export type FlowCondition = z.infer<typeof condition>;

const action = z.object({
  kind: z.literal('action'),
  action: z.string().check(z.regex(/^[a-z][a-z-]{0,38}$/)),
  with: z.record(z.string(), value),
  /** Whether the result is kept over a crash; when absent, that of an action that wrote something. */
  keep: z.optional(z.boolean()),
  next: z.optional(nodeId),
});

const branch = z.object({
  kind: z.literal('condition'),
  if: z.array(condition).check(z.minLength(1)),
  yes: nodeId,
  no: nodeId,
});

/** Sleeps until the conditions hold; woken by the payment's changes, re-checked by itself as a safety net. */
const wait = z.object({
  kind: z.literal('wait'),
  until: z.array(condition).check(z.minLength(1)),
  recheckMinutes: z.number().check(z.int(), z.minimum(1)),
  next: nodeId,
});

const stop = z.object({
  kind: z.literal('stop'),
  /** What the run has brought about, kept as its outcome. */
  outcome: z.optional(z.record(z.string(), value)),
});

const flowDocument = z.object({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,38}$/)),
  version: z.number().check(z.int(), z.minimum(1)),
  title: z.string(),
  trigger: z.string(),
  start: nodeId,
  nodes: z.record(nodeId, z.discriminatedUnion('kind', [action, branch, wait, stop])),
});
export type FlowDocument = z.infer<typeof flowDocument>;
export type FlowNode = FlowDocument['nodes'][string];

/** Reads a document and checks that every edge leads somewhere; throws with the place of the first fault. */
export function readFlow(json: unknown): FlowDocument {
  const flow = flowDocument.parse(json);
  const known = (id: string | undefined) => id === undefined || flow.nodes[id] !== undefined;
  const edges = Object.entries(flow.nodes).flatMap(([id, node]) => {
    if (node.kind === 'condition') return [[id, node.yes] as const, [id, node.no] as const];
    return node.kind === 'stop' ? [] : [[id, node.next] as const];
  });
  const broken = [['start', flow.start] as const, ...edges].find(([, to]) => !known(to));
  if (broken !== undefined) {
    throw new Error(`flow ${flow.id}: ${broken[0]} leads to ${broken[1]}, which is not a node`);
  }
  return flow;
}
