// What a path in a flow stands for at a step: its shape, and whether it is there by then.
import type { ActionDeclaration, SubjectKind } from './action-declaration.ts';
import type { FlowDocument, FlowNode } from './document.ts';
import { type FlowGraph, graphOf } from './flow-graph.ts';
import { factsOf } from './known-facts.ts';
import { changeShape, subjectData } from './subject-data.ts';
import { triggerNamed, triggers } from './triggers.ts';
import {
  always,
  anything,
  plainNumber,
  plainText,
  recordOf,
  type ShapeField,
  shapeOf,
  type ValueShape,
} from './value-shape.ts';

/** A mapping document as far as flows are concerned with it; every mapping document is one. */
export interface KnownMapping {
  readonly id: string;
  readonly title?: string;
  readonly sources: readonly { readonly object: string }[];
  readonly rules: readonly {
    readonly to: readonly { readonly path: string }[];
    readonly missing?: unknown;
  }[];
}

/** What a flow may name beside its own steps. */
export interface FlowSurroundings {
  readonly actions: ReadonlyMap<string, ActionDeclaration>;
  readonly flows: ReadonlyMap<string, FlowDocument>;
  readonly mappings: ReadonlyMap<string, KnownMapping>;
}

/** With what a run begins. */
export interface FlowEntry {
  /** Undefined when only the callers know. */
  readonly subject: SubjectKind | undefined;
  /** What the caller gives; undefined when only the callers know. */
  readonly given: ReadonlyMap<string, ShapeField> | undefined;
}

/** Whether the value is there: always, perhaps (a field that may be empty), too early, or before its time for sure. */
type Certainty = 'always' | 'optional' | 'early' | 'never';

export type Resolved =
  | { readonly found: true; readonly shape: ValueShape; readonly certainty: Certainty }
  | { readonly found: false; readonly why: string };

export interface FlowScope {
  readonly graph: FlowGraph;
  readonly entry: FlowEntry;
  /** What a path stands for when that step is reached. */
  at(node: string, path: string): Resolved;
  /** What a path in the trigger's `where` stands for. */
  inTrigger(path: string): Resolved;
}

/** The entry of a flow by its trigger; undefined when there is no such trigger. */
export function entryOf(flow: FlowDocument): FlowEntry | undefined {
  const trigger = triggerNamed(flow.trigger.on);
  if (trigger === undefined) return undefined;
  if (trigger === 'call') return { subject: undefined, given: undefined };
  return { subject: triggers[trigger].about, given: new Map() };
}

export function scopeOf(
  flow: FlowDocument,
  entry: FlowEntry,
  surroundings: FlowSurroundings,
): FlowScope {
  const graph = graphOf(flow);
  const facts = factsOf(graph);
  const beginning = atBeginning(entry);

  const at = (step: string, path: string): Resolved => {
    const [head = '', ...rest] = path.slice(1).split('.');
    const { known, perhaps } = facts.get(step) ?? { known: new Set(), perhaps: new Set() };
    const node = graph.nodes.get(head);
    if (node === undefined) {
      const from = loopData(step, head) ?? beginning(head);
      return from === undefined
        ? { found: false, why: `there is nothing called “${head}”` }
        : follow(from, [head, ...rest], known, 'optional');
    }
    const output = outputOf(node, surroundings);
    if (output === undefined) return { found: false, why: `the step “${head}” gives no result` };
    const ran = known.has(`ran:${head}`);
    const otherwise = ran ? 'optional' : perhaps.has(head) ? 'early' : 'never';
    const result = { shape: output, optional: true };
    return follow(result, [head, ...rest], known, otherwise);
  };

  const loopData = (step: string, head: string): ShapeField | undefined => {
    const loop = graph.loopOf.get(step);
    const node = loop === undefined ? undefined : graph.nodes.get(loop);
    if (loop === undefined || node?.kind !== 'for-each') return undefined;
    if (head === 'index') return always(plainNumber);
    if (head !== 'item') return undefined;
    const items = at(loop, node.items);
    return always(items.found && items.shape.kind === 'list' ? items.shape.of : anything);
  };

  return {
    graph,
    entry,
    at,
    inTrigger(path) {
      const segments = path.slice(1).split('.');
      const [head = ''] = segments;
      const from = head === 'change' ? always(shapeOf(changeShape)) : beginning(head);
      return from === undefined
        ? { found: false, why: `the trigger gives nothing called “${head}”` }
        : follow(from, segments, new Set(), 'optional');
    },
  };
}

/** The data that a run begins with, by its first name. */
function atBeginning({ subject, given }: FlowEntry): (head: string) => ShapeField | undefined {
  const records =
    subject === undefined ? Object.assign({}, ...Object.values(subjectData)) : subjectData[subject];
  const named = new Map(Object.entries(records as (typeof subjectData)[SubjectKind]));
  return (head) => {
    const schema = named.get(head);
    if (schema !== undefined) return always(shapeOf(schema));
    return given === undefined ? always(anything) : given.get(head);
  };
}

/** Goes down the fields of a shape; a field that somebody has asked for is certain from there on. */
function follow(
  from: ShapeField,
  [head = '', ...rest]: readonly string[],
  known: ReadonlySet<string>,
  otherwise: Certainty,
): Resolved {
  let { shape } = from;
  let path = `$${head}`;
  // Of a result that may be a problem instead, one known field does not make the others known.
  let certain = !from.optional || known.has(path);
  for (const name of rest) {
    const field = fieldOf(shape, name);
    if (field === undefined) return { found: false, why: `“${path.slice(1)}” has no “${name}”` };
    path += `.${name}`;
    certain = (certain && !field.optional) || isKnown(path, known);
    shape = field.shape;
  }
  return { found: true, shape, certainty: certain ? 'always' : otherwise };
}

function isKnown(path: string, known: ReadonlySet<string>): boolean {
  return known.has(path) || [...known].some((fact) => fact.startsWith(`${path}.`));
}

function fieldOf(shape: ValueShape, name: string): ShapeField | undefined {
  switch (shape.kind) {
    case 'record':
      return shape.fields.get(name);
    case 'list':
      if (name === 'length') return always(plainNumber);
      return /^\d+$/.test(name) ? { shape: shape.of, optional: true } : undefined;
    case 'own':
    case 'anything':
      return always(anything);
    default:
      return undefined;
  }
}

/** What later steps find as `$<node>`; undefined for steps that give nothing. */
function outputOf(node: FlowNode, around: FlowSurroundings): ValueShape | undefined {
  switch (node.kind) {
    case 'action':
    case 'notify': {
      const declared = around.actions.get(actionName(node));
      if (declared === undefined) return anything;
      const output = shapeOf(declared.output);
      if (output.kind !== 'record' || node.onProblem === undefined) return output;
      return recordOf([...output.fields, ['problem', { shape: plainText, optional: true }]]);
    }
    case 'map':
      return mappedShape(around.mappings.get(node.mapping));
    case 'for-each':
      return recordOf([['count', always(plainNumber)]]);
    case 'approval': {
      const decision = { kind: 'text', oneOf: ['approved', 'rejected', 'expired'] } as const;
      return recordOf([['decision', always(decision)]]);
    }
    case 'call':
      return outcomeShape(around.flows.get(node.flow));
    case 'condition':
    case 'branch':
    case 'wait':
    case 'stop':
      return undefined;
  }
}

/** The action behind a step that does something outside. */
export function actionName(node: Extract<FlowNode, { kind: 'action' | 'notify' }>): string {
  return node.kind === 'action' ? node.action : `notify-by-${node.by}`;
}

function mappedShape(mapping: KnownMapping | undefined): ValueShape {
  if (mapping === undefined) return anything;
  return recordOf(
    mapping.rules.flatMap(({ to, missing }) =>
      to.map(({ path }) => {
        const [name = ''] = path.split(/[.[]/);
        return [name, { shape: anything, optional: missing === 'leave' }] as const;
      }),
    ),
  );
}

/** The names that every end of a flow gives are certain; values are known only when it runs. */
function outcomeShape(flow: FlowDocument | undefined): ValueShape {
  if (flow === undefined) return anything;
  const { nodes, reached, loopOf } = graphOf(flow);
  const ends = [...reached].flatMap((id) => {
    const node = nodes.get(id);
    if (node === undefined || loopOf.has(id)) return [];
    if (node.kind === 'stop') return [Object.keys(node.outcome ?? {})];
    return mayEndRun(node) ? [[]] : [];
  });
  const names = new Set(ends.flat());
  return recordOf(
    [...names].map((name) => [
      name,
      { shape: anything, optional: !ends.every((end) => end.includes(name)) },
    ]),
  );
}

/** A step without a next one ends the run without an outcome. */
function mayEndRun(node: FlowNode): boolean {
  switch (node.kind) {
    case 'condition':
    case 'branch':
    case 'approval':
    case 'stop':
      return false;
    default:
      return node.next === undefined;
  }
}
