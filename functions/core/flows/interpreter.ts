// Runs a flow document: node after node, each finished action's result kept, so that a crash repeats nothing.
import type { Problem } from '../domain/problem.ts';
import type { Result } from '../domain/result.ts';
import type { FlowDocument, FlowNode } from './document.ts';
import { type FlowData, holds, resolveValue } from './expression.ts';

/** What an action is told about the try. */
interface EffectContext {
  /** `run|node`: the same at every try. */
  readonly effectKey: string;
  /** An earlier try may have got through: look for its record before writing. */
  readonly retried: boolean;
}

interface ActionResult {
  /** Kept, and readable by later nodes as `$<node>.<name>`. */
  readonly output: FlowData;
  /** What would undo it, in words and ids; absent when nothing was written. */
  readonly inverse?: FlowData;
  /** What is to be noted on the subject of the run. */
  readonly note?: Readonly<Record<string, string>>;
}

/** An action that documents may name. Input is what the node's `with` gave, still to be checked. */
export type Action = (input: FlowData, effect: EffectContext) => Promise<Result<ActionResult>>;

/** Where the interpreter keeps what is finished. */
export interface EffectLog {
  read(): Promise<ReadonlyMap<string, FlowData>>;
  /** @param keep whether the result must outlive a crash. */
  finish(node: string, action: string, result: ActionResult, keep: boolean): Promise<void>;
}

export type RunEnd =
  | { readonly kind: 'done'; readonly outcome: FlowData }
  | { readonly kind: 'waiting'; readonly recheckMs: number }
  | { readonly kind: 'problem'; readonly node: string; readonly problem: Problem };

/** No shipped or edited flow needs more; a loop that does not end is a fault of the document. */
const STEPS_MAX = 200;

/**
 * Carries a run on from its start: finished actions are passed over with their kept results, conditions and
 * waits are judged on the data as it is now.
 * @param retried whether this run was worked on before.
 */
export async function interpret(
  flow: FlowDocument,
  run: { readonly key: string; readonly retried: boolean; readonly data: FlowData },
  actions: ReadonlyMap<string, Action>,
  effects: EffectLog,
): Promise<RunEnd> {
  const finished = await effects.read();
  const data: Record<string, unknown> = { ...run.data };
  for (const [node, output] of finished) data[node] = output;
  let at: string | undefined = flow.start;
  for (let step = 0; step < STEPS_MAX; step += 1) {
    if (at === undefined) return { kind: 'done', outcome: {} };
    const id: string = at;
    const node: FlowNode | undefined = flow.nodes[id];
    if (node === undefined) throw new Error(`flow ${flow.id} has no node ${id}`);
    switch (node.kind) {
      case 'condition':
        at = holds(node.if, data) ? node.yes : node.no;
        break;
      case 'wait':
        if (!holds(node.until, data)) {
          return { kind: 'waiting', recheckMs: node.recheckMinutes * 60_000 };
        }
        at = node.next;
        break;
      case 'stop':
        return { kind: 'done', outcome: resolveAll(node.outcome ?? {}, data) };
      case 'action': {
        if (!finished.has(id)) {
          const action = actions.get(node.action);
          if (action === undefined) throw new Error(`flow ${flow.id}: no action ${node.action}`);
          const result = await action(resolveAll(node.with, data), {
            effectKey: `${run.key}|${id}`,
            retried: run.retried,
          });
          if (!result.ok) return { kind: 'problem', node: id, problem: result.problem };
          const keep = node.keep ?? result.value.inverse !== undefined;
          await effects.finish(id, node.action, result.value, keep);
          data[id] = result.value.output;
        }
        at = node.next;
        break;
      }
    }
  }
  throw new Error(`flow ${flow.id} took more than ${STEPS_MAX} steps`);
}

function resolveAll(
  values: Readonly<Record<string, string | number | boolean>>,
  data: FlowData,
): FlowData {
  const resolved: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) resolved[name] = resolveValue(value, data);
  return resolved;
}
