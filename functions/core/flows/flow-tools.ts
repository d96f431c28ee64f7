// What the interpreter needs beneath it: actions, mappings, a place for results, and ways to other runs and people.
import type { Result } from '../domain/result.ts';
import type { FlowNode } from './document.ts';
import type { FlowData, FlowWords } from './expression.ts';

/** The place of a result in a run: the node, with the number of the item inside a for-each (`node#3`). */
export type Place = string;

/** A result as it stays over a crash. */
export interface KeptResult {
  readonly output: FlowData;
  /** Every decision that the run had taken by then, in order, as `place:way`. */
  readonly path: readonly string[];
}

export interface ActionResult {
  /** Kept, and readable by later nodes as `$<node>.<name>`. */
  readonly output: FlowData;
  /** What would undo it, in words and ids; absent when nothing was written. */
  readonly inverse?: FlowData;
  /** What is to be noted on the subject of the run. */
  readonly note?: Readonly<Record<string, string>>;
}

/** What an action is told about the try. */
export interface EffectContext {
  /** `run|place`: the same at every try. */
  readonly effectKey: string;
  /** An earlier try may have got through: look for its record before writing. */
  readonly retried: boolean;
}

/** An action that documents may name. Input is what the node's `with` gave, still to be checked. */
export type Action = (input: FlowData, effect: EffectContext) => Promise<Result<ActionResult>>;

export interface EffectLog {
  read(): Promise<ReadonlyMap<Place, KeptResult>>;
  /** @param path the decisions up to here when the result must outlive a crash, undefined when it need not. */
  finish(
    place: Place,
    action: string,
    result: ActionResult,
    path: readonly string[] | undefined,
  ): Promise<void>;
  /** Keeps the first result of a place and answers the one that stays: a person may have been quicker than the clock. */
  settle(
    place: Place,
    action: string,
    output: FlowData,
    path: readonly string[],
  ): Promise<KeptResult>;
  /** Starts the run of another flow, once; when it ends, its outcome is kept as the result of `place`. */
  call(place: Place, flow: string, input: FlowData): Promise<void>;
  /**
   * Asks the people of a role and tells them; may be called again after a crash.
   * @returns whether they were told; if not, it wants to be called again soon.
   */
  ask(place: Place, node: Extract<FlowNode, { kind: 'approval' }>, text: string): Promise<boolean>;
}

/** What the interpreter works with beside the document. */
export interface FlowTools {
  readonly actions: ReadonlyMap<string, Action>;
  readonly effects: EffectLog;
  /** Translates by a mapping document. */
  map(
    mapping: { readonly id: string; readonly version: number | undefined },
    sources: FlowData,
  ): Promise<Result<FlowData>>;
  /** Absent where the flow writes no shipped text. */
  readonly words?: FlowWords;
}
