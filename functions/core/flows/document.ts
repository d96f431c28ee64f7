// A flow document: what happens after what, as data that people may read and edit.
import * as z from 'zod/mini';

/** Version of the documents' own shape; a later one comes with a step that lifts older documents. */
const FLOW_FORMAT = 1;

const nodeId = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,38}$/));
const documentId = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,38}$/));
const path = z.string().check(z.regex(/^\$[\w.-]+$/));
const minutes = z.number().check(z.int(), z.minimum(1), z.maximum(90 * 24 * 60));

/**
 * A constant, a path such as `$payment.reference` or `$read-order.customer` into the run's data, or a text with
 * paths in braces: `Refund of {$payment.reference}`.
 */
const value = z.union([z.string(), z.number(), z.boolean()]);
export type FlowValue = z.infer<typeof value>;

/** `[path, operator, value]`; all conditions of a list must hold. */
const condition = z.tuple([
  path,
  z.enum(['=', '!=', '>', '>=', '<', '<=', 'in', 'not-in', 'contains', 'known', 'unknown']),
  z.union([value, z.array(value), z.null()]),
]);
export type FlowCondition = z.infer<typeof condition>;

const conditions = z.array(condition).check(z.minLength(1), z.maxLength(20));
const values = z.record(z.string(), value);
const title = z.optional(z.string().check(z.maxLength(120)));

const action = z.strictObject({
  kind: z.literal('action'),
  title,
  action: z.string().check(z.regex(/^[a-z][a-z-]{0,38}$/)),
  with: values,
  /** Whether the result is kept over a crash; when absent, that of an action that wrote something. */
  keep: z.optional(z.boolean()),
  /**
   * What follows when it can't be done and trying again would not help: a dead letter when absent, `go-on`, or
   * another node, which finds why in `$<this node>.problem`.
   */
  onProblem: z.optional(z.union([z.literal('go-on'), z.strictObject({ goTo: nodeId })])),
  next: z.optional(nodeId),
});

const branch = z.strictObject({
  kind: z.literal('condition'),
  title,
  if: conditions,
  yes: nodeId,
  no: nodeId,
});

/** One way of several, by the value of one field. */
const choice = z.strictObject({
  kind: z.literal('branch'),
  title,
  on: path,
  cases: z
    .array(z.strictObject({ is: z.array(value).check(z.minLength(1)), next: nodeId }))
    .check(z.minLength(1), z.maxLength(50)),
  otherwise: nodeId,
});

/** Translates a record by a mapping document; the values are there as `$<node>.<target field>`. */
const map = z.strictObject({
  kind: z.literal('map'),
  title,
  mapping: documentId,
  /** Set when the flow is published, so that a run keeps the mapping that it started with. */
  mappingVersion: z.optional(z.number().check(z.int(), z.minimum(1))),
  from: z.record(z.string(), path),
  next: z.optional(nodeId),
});

/** Does the nodes from `do` on for each item, one after the other; they find it as `$item`, its number as `$index`. */
const forEach = z.strictObject({
  kind: z.literal('for-each'),
  title,
  items: path,
  /** More items than this are a problem, not a longer loop. */
  atMost: z.number().check(z.int(), z.minimum(1), z.maximum(100)),
  do: nodeId,
  next: z.optional(nodeId),
});

/**
 * Sleeps until the conditions hold, or for some time; woken by changes, re-checked by itself as a safety net. After
 * `atMostMinutes` it goes on at `late`.
 */
const wait = z.strictObject({
  kind: z.literal('wait'),
  title,
  until: z.optional(conditions),
  forMinutes: z.optional(minutes),
  recheckMinutes: z.optional(minutes),
  atMostMinutes: z.optional(minutes),
  late: z.optional(nodeId),
  next: z.optional(nodeId),
});

/** Asks a person of that role; nobody decides on what they asked for themselves. */
const approval = z.strictObject({
  kind: z.literal('approval'),
  title,
  ask: z.string().check(z.minLength(1), z.maxLength(500)),
  role: z.enum(['approver', 'admin']),
  expiresMinutes: minutes,
  approved: nodeId,
  rejected: nodeId,
  expired: nodeId,
});

const notify = z.strictObject({
  kind: z.literal('notify'),
  title,
  by: z.enum(['desk-comment', 'crm-note', 'mail', 'slack', 'webhook']),
  /** Ticket, record, mail address, channel or address by name in the settings. */
  to: value,
  text: z.string().check(z.minLength(1), z.maxLength(2_000)),
  onProblem: z.optional(z.union([z.literal('go-on'), z.strictObject({ goTo: nodeId })])),
  next: z.optional(nodeId),
});

/** Runs another flow and waits for its outcome, which is there as `$<node>`. */
const call = z.strictObject({
  kind: z.literal('call'),
  title,
  flow: documentId,
  with: values,
  next: z.optional(nodeId),
});

const stop = z.strictObject({
  kind: z.literal('stop'),
  title,
  /** What the run has brought about, kept as its outcome. */
  outcome: z.optional(values),
});

const node = z.discriminatedUnion('kind', [
  action,
  branch,
  choice,
  map,
  forEach,
  wait,
  approval,
  notify,
  call,
  stop,
]);
export type FlowNode = z.infer<typeof node>;

const trigger = z.strictObject({
  /** Name of the trigger's declaration, or an alias of it. */
  on: z.string().check(z.regex(/^[a-z][a-z0-9.-]{0,58}$/)),
  /** Only changes that fit start a run. */
  where: z.optional(conditions),
  /** One run for each change, or one for each thing that changes, woken by its later changes. */
  once: z.enum(['change', 'subject']),
  /** Of a schedule: `every day at 06:00` is `0 6 * * *`, in the organization's time zone. */
  at: z.optional(z.string().check(z.regex(/^(\S+ ){4}\S+$/))),
});

export const flowDocument = z.strictObject({
  format: z.literal(FLOW_FORMAT),
  id: documentId,
  version: z.number().check(z.int(), z.minimum(1)),
  title: z.string().check(z.minLength(1), z.maxLength(200)),
  trigger,
  start: nodeId,
  nodes: z.record(nodeId, node),
  /** Where an editor draws the nodes. */
  layout: z.optional(z.record(nodeId, z.strictObject({ x: z.number(), y: z.number() }))),
});
export type FlowDocument = z.infer<typeof flowDocument>;

/** Every edge of a node, with what it is called in words. */
export function edgesOf(from: FlowNode): readonly (readonly [label: string, to: string])[] {
  const next = 'next' in from && from.next !== undefined ? ([['then', from.next]] as const) : [];
  switch (from.kind) {
    case 'condition':
      return [
        ['yes', from.yes],
        ['no', from.no],
      ];
    case 'branch':
      return [
        ...from.cases.map(({ is, next: to }) => [is.join(' or '), to] as const),
        ['otherwise', from.otherwise],
      ];
    case 'for-each':
      return [['for each', from.do], ...next];
    case 'wait':
      return [...next, ...(from.late === undefined ? [] : ([['too late', from.late]] as const))];
    case 'approval':
      return [
        ['approved', from.approved],
        ['rejected', from.rejected],
        ['expired', from.expired],
      ];
    case 'action':
    case 'notify':
      return typeof from.onProblem === 'object'
        ? [...next, ['on a problem', from.onProblem.goTo]]
        : next;
    case 'map':
    case 'call':
    case 'stop':
      return next;
  }
}

/** Reads a document's shape and that every edge leads somewhere; throws with the place of the first fault. */
export function readFlow(json: unknown): FlowDocument {
  const flow = flowDocument.parse(json);
  const edges = [
    ['start', flow.start] as const,
    ...Object.entries(flow.nodes).flatMap(([id, from]) =>
      edgesOf(from).map(([, to]) => [id, to] as const),
    ),
  ];
  const broken = edges.find(([, to]) => !Object.hasOwn(flow.nodes, to));
  if (broken !== undefined) {
    throw new Error(`flow ${flow.id}: ${broken[0]} leads to ${broken[1]}, which is not a node`);
  }
  return flow;
}
