// Runs a flow document: node after node, results and decisions kept, so that a crash repeats nothing and changes no way.
import { type Problem, problem } from '../domain/problem.ts';
import { DecisionPath } from './decision-path.ts';
import type { FlowDocument, FlowNode } from './document.ts';
import { type FlowData, holds, resolveAll, resolvePath, resolveValue } from './expression.ts';
import type { FlowTools, KeptResult, Place } from './flow-tools.ts';

export interface InterpretedRun {
  readonly key: string;
  /** Whether this run was worked on before. */
  readonly retried: boolean;
  readonly data: FlowData;
  readonly nowMs: number;
}

export type RunEnd =
  | { readonly kind: 'done'; readonly outcome: FlowData }
  | { readonly kind: 'waiting'; readonly recheckMs: number }
  | { readonly kind: 'problem'; readonly node: string; readonly problem: Problem };

/** No chain of steps needs more; one that goes in circles without a wait is a fault that publishing refuses. */
const STEPS_MAX = 5_000;
const MINUTE_MS = 60_000;
const RECHECK_MINUTES = 60;
/** People who are asked and could not be told of it. */
const TELL_AGAIN_MINUTES = 5;

/** How a chain of nodes ended: with the run, or at a node without a next one. */
type Walked = { readonly end: RunEnd } | { readonly end: undefined };

/**
 * Carries a run on from its start. Kept results are passed over; decisions that were taken before the last of them are
 * taken again as they were; everything after that is judged on the data as it is now.
 */
export async function interpret(
  flow: FlowDocument,
  run: InterpretedRun,
  tools: FlowTools,
): Promise<RunEnd> {
  const kept = await tools.effects.read();
  const walk = new Walk(flow, run, tools, kept);
  const { end } = await walk.from(flow.start, '', { ...run.data });
  return end ?? { kind: 'done', outcome: {} };
}

class Walk {
  readonly #flow: FlowDocument;
  readonly #run: InterpretedRun;
  readonly #tools: FlowTools;
  readonly #kept: ReadonlyMap<Place, KeptResult>;
  readonly #path: DecisionPath;
  /** Waits for something to be so that were passed in this try. */
  readonly #met = new Set<Place>();

  constructor(
    flow: FlowDocument,
    run: InterpretedRun,
    tools: FlowTools,
    kept: ReadonlyMap<Place, KeptResult>,
  ) {
    this.#flow = flow;
    this.#run = run;
    this.#tools = tools;
    this.#kept = kept;
    this.#path = new DecisionPath(kept.values());
  }

  /** Walks on from a node; `suffix` is `#3` inside the fourth item of a for-each. */
  async from(start: string, suffix: string, data: Record<string, unknown>): Promise<Walked> {
    let at: string | undefined = start;
    for (let steps = 1; at !== undefined; steps += 1) {
      if (steps > STEPS_MAX) throw new Error(`flow ${this.#flow.id} goes in circles`);
      const node: FlowNode | undefined = this.#flow.nodes[at];
      if (node === undefined) throw new Error(`flow ${this.#flow.id} has no node ${at}`);
      const went = await this.#step(node, at, `${at}${suffix}`, data);
      if (typeof went === 'object') return { end: went };
      at = went;
    }
    return { end: undefined };
  }

  /** The next node, undefined where the chain ends, or how the run rests. */
  async #step(
    node: FlowNode,
    id: string,
    place: Place,
    data: Record<string, unknown>,
  ): Promise<string | undefined | RunEnd> {
    const { words } = this.#tools;
    switch (node.kind) {
      case 'condition':
        return this.#path.take(place, () => (holds(node.if, data) ? 'yes' : 'no')) === 'yes'
          ? node.yes
          : node.no;
      case 'branch':
        return this.#branch(node, place, data);
      case 'stop':
        return { kind: 'done', outcome: resolveAll(node.outcome ?? {}, data) };
      case 'action':
        return this.#act(node, node.action, resolveAll(node.with, data, words), id, place, data);
      case 'notify': {
        const text = resolveValue(node.text, data, words);
        const input = { to: resolveValue(node.to, data), text };
        return this.#act({ ...node, keep: true }, `notify-by-${node.by}`, input, id, place, data);
      }
      case 'map':
        return this.#map(node, id, place, data);
      case 'for-each':
        return this.#forEach(node, id, data);
      case 'wait':
        return this.#wait(node, place, data);
      case 'approval':
        return this.#approve(node, id, place, data);
      case 'call': {
        const kept = this.#kept.get(place);
        if (kept === undefined) {
          await this.#since(place);
          await this.#tools.effects.call(place, node.flow, resolveAll(node.with, data));
          return waiting(RECHECK_MINUTES);
        }
        data[id] = kept.output;
        return node.next;
      }
    }
  }

  #branch(
    node: Extract<FlowNode, { kind: 'branch' }>,
    place: Place,
    data: FlowData,
  ): string | undefined {
    const way = this.#path.take(place, () => {
      const actual = resolvePath(node.on, data);
      return String(node.cases.findIndex(({ is }) => is.some((one) => one === actual)));
    });
    return node.cases[Number(way)]?.next ?? node.otherwise;
  }

  async #act(
    node: Extract<FlowNode, { kind: 'action' | 'notify' }> & {
      readonly keep?: boolean | undefined;
    },
    name: string,
    input: FlowData,
    id: string,
    place: Place,
    data: Record<string, unknown>,
  ): Promise<string | undefined | RunEnd> {
    const kept = this.#kept.get(place);
    if (kept !== undefined) {
      data[id] = kept.output;
      return afterAction(node, kept.output);
    }
    const action = this.#tools.actions.get(name);
    if (action === undefined) throw new Error(`flow ${this.#flow.id}: no action ${name}`);
    const { key, retried } = this.#run;
    const result = await action(input, { effectKey: `${key}|${place}`, retried });
    if (!result.ok) {
      if (node.onProblem === undefined || !isFinal(result.problem)) {
        return { kind: 'problem', node: id, problem: result.problem };
      }
      const output = { problem: result.problem.code };
      await this.#tools.effects.finish(place, name, { output }, this.#path.soFar);
      data[id] = output;
      return afterAction(node, output);
    }
    const keep = node.keep ?? result.value.inverse !== undefined;
    await this.#tools.effects.finish(
      place,
      name,
      result.value,
      keep ? this.#path.soFar : undefined,
    );
    data[id] = result.value.output;
    return node.next;
  }

  async #map(
    node: Extract<FlowNode, { kind: 'map' }>,
    id: string,
    place: Place,
    data: Record<string, unknown>,
  ): Promise<string | undefined | RunEnd> {
    const kept = this.#kept.get(place);
    if (kept !== undefined) {
      data[id] = kept.output;
      return node.next;
    }
    const sources: Record<string, unknown> = {};
    for (const [name, from] of Object.entries(node.from)) sources[name] = resolvePath(from, data);
    const mapped = await this.#tools.map(
      { id: node.mapping, version: node.mappingVersion },
      sources,
    );
    if (!mapped.ok) return { kind: 'problem', node: id, problem: mapped.problem };
    data[id] = mapped.value;
    return node.next;
  }

  async #forEach(
    node: Extract<FlowNode, { kind: 'for-each' }>,
    id: string,
    data: Record<string, unknown>,
  ): Promise<string | undefined | RunEnd> {
    const items = resolvePath(node.items, data);
    if (!Array.isArray(items) || items.length > node.atMost) {
      const count = Array.isArray(items) ? items.length : 0;
      const facts = { node: id, count: String(count), limit: String(node.atMost) };
      const found = problem('flow-items', 'fix-input', facts);
      return { kind: 'problem', node: id, problem: found };
    }
    for (const [index, item] of items.entries()) {
      const scope = { ...data, item, index };
      const walked = await this.from(node.do, `#${index}`, scope);
      // A stop inside the loop ends this item only.
      if (walked.end !== undefined && walked.end.kind !== 'done') return walked.end;
    }
    data[id] = { count: items.length };
    return node.next;
  }

  async #wait(
    node: Extract<FlowNode, { kind: 'wait' }>,
    place: Place,
    data: FlowData,
  ): Promise<string | undefined | RunEnd> {
    const { forMinutes, atMostMinutes, recheckMinutes = RECHECK_MINUTES } = node;
    const pass = (way: 'next' | 'late') =>
      this.#path.take(place, () => way) === 'late' ? node.late : node.next;
    if (this.#path.before(place) !== undefined) return pass('next');
    const met = node.until === undefined ? forMinutes === undefined : holds(node.until, data);
    if (met) {
      // In a circle: as long as nothing changes, going round again would lead here again.
      if (this.#met.has(place)) return waiting(recheckMinutes);
      this.#met.add(place);
      return pass('next');
    }
    const limit = forMinutes ?? atMostMinutes;
    if (limit === undefined) return waiting(recheckMinutes);
    const leftMs = (await this.#since(place)) + limit * MINUTE_MS - this.#run.nowMs;
    if (leftMs <= 0) return pass(forMinutes === undefined ? 'late' : 'next');
    const recheckMs = node.until === undefined ? leftMs : recheckMinutes * MINUTE_MS;
    return { kind: 'waiting', recheckMs: Math.min(leftMs, recheckMs) };
  }

  /** When the run came to this place; kept, with the way that led there. */
  async #since(place: Place): Promise<number> {
    const began = `${place}.${this.#path.visits(place)}`;
    const output = { sinceMs: this.#run.nowMs };
    const kept =
      this.#kept.get(began) ??
      (await this.#tools.effects.settle(began, 'wait', output, this.#path.soFar));
    return Number(kept.output.sinceMs);
  }

  async #approve(
    node: Extract<FlowNode, { kind: 'approval' }>,
    id: string,
    place: Place,
    data: Record<string, unknown>,
  ): Promise<string | undefined | RunEnd> {
    const text = String(resolveValue(node.ask, data, this.#tools.words));
    let decided = this.#kept.get(place);
    if (decided === undefined) {
      const endsMs = (await this.#since(place)) + node.expiresMinutes * MINUTE_MS;
      const leftMs = endsMs - this.#run.nowMs;
      if (leftMs > 0) {
        const told = await this.#tools.effects.ask(place, node, text);
        const recheckMinutes = told ? RECHECK_MINUTES : TELL_AGAIN_MINUTES;
        return { kind: 'waiting', recheckMs: Math.min(leftMs, recheckMinutes * MINUTE_MS) };
      }
      const expired = { decision: 'expired' };
      decided = await this.#tools.effects.settle(place, 'approval', expired, this.#path.soFar);
    }
    data[id] = decided.output;
    switch (decided.output.decision) {
      case 'approved':
        return node.approved;
      case 'rejected':
        return node.rejected;
      default:
        return node.expired;
    }
  }
}

function waiting(minutes: number): RunEnd {
  return { kind: 'waiting', recheckMs: minutes * MINUTE_MS };
}

/** Trying again would not help, and no administrator can either. */
function isFinal({ remedy }: Problem): boolean {
  return remedy !== 'retry' && remedy !== 'wait' && remedy !== 'fix-setup';
}

function afterAction(
  { onProblem, next }: Extract<FlowNode, { kind: 'action' | 'notify' }>,
  output: FlowData,
): string | undefined {
  return output.problem !== undefined && typeof onProblem === 'object' ? onProblem.goTo : next;
}
