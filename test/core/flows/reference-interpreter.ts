// A tiny interpreter to compare with: it stands where it last kept something, never crashes, and repeats nothing.
import type { FlowDocument, FlowNode } from '../../../functions/core/flows/document.ts';
import {
  type FlowData,
  holds,
  resolveAll,
  resolvePath,
  resolveValue,
} from '../../../functions/core/flows/expression.ts';
import { type Done, outside } from './random-outside.ts';

interface Stand {
  at: string | undefined;
  results: Record<string, unknown>;
  loop?: { id: string; items: readonly unknown[]; index: number; before: Record<string, unknown> };
}

export type ReferenceEnd =
  | { readonly kind: 'done'; readonly outcome: FlowData }
  | { readonly kind: 'waiting'; readonly recheckMs: number }
  | { readonly kind: 'problem'; readonly node: string };

const MINUTE_MS = 60_000;

export class ReferenceRun {
  readonly done: Done[] = [];
  /** Places of calls and approvals that wait for an answer. */
  readonly open = new Map<string, FlowNode>();
  readonly answers = new Map<string, FlowData>();
  readonly #flow: FlowDocument;
  readonly #since = new Map<string, number>();
  #kept: Stand;
  #met = new Set<string>();

  constructor(flow: FlowDocument) {
    this.#flow = flow;
    this.#kept = { at: flow.start, results: {} };
  }

  /** Goes on from where something was kept last, with the data as it is now. */
  wake(data: FlowData, nowMs: number): ReferenceEnd {
    const stand = structuredClone(this.#kept);
    this.#met = new Set();
    for (;;) {
      const node = stand.at === undefined ? undefined : this.#flow.nodes[stand.at];
      if (node === undefined || (node.kind === 'stop' && stand.loop !== undefined)) {
        if (stand.loop === undefined) return { kind: 'done', outcome: {} };
        nextItem(stand, this.#flow);
        continue;
      }
      const end = this.#step(node, stand, { ...data, ...stand.results }, nowMs);
      if (end !== undefined) return end;
    }
  }

  #step(node: FlowNode, stand: Stand, data: FlowData, nowMs: number): ReferenceEnd | undefined {
    const id = stand.at ?? '';
    const place = stand.loop === undefined ? id : `${id}#${stand.loop.index}`;
    switch (node.kind) {
      case 'stop':
        return { kind: 'done', outcome: resolveAll(node.outcome ?? {}, data) };
      case 'condition':
        stand.at = holds(node.if, data) ? node.yes : node.no;
        return undefined;
      case 'branch': {
        const value = resolvePath(node.on, data);
        const found = node.cases.find(({ is }) => is.some((one) => one === value));
        stand.at = found?.next ?? node.otherwise;
        return undefined;
      }
      case 'map':
        return go(stand, id, outside.map(resolveAll(node.from, data)), node.next);
      case 'for-each': {
        const items = resolvePath(node.items, data) as readonly unknown[];
        stand.loop = { id, items, index: -1, before: stand.results };
        nextItem(stand, this.#flow);
        return undefined;
      }
      case 'action':
      case 'notify':
        return this.#act(node, id, place, stand, data);
      case 'wait':
        return this.#wait(node, place, stand, data, nowMs);
      case 'approval':
      case 'call':
        return this.#ask(node, id, place, stand, nowMs);
    }
  }

  #act(
    node: Extract<FlowNode, { kind: 'action' | 'notify' }>,
    id: string,
    place: string,
    stand: Stand,
    data: FlowData,
  ): ReferenceEnd | undefined {
    const name = node.kind === 'notify' ? 'notify-by-mail' : node.action;
    const given = node.kind === 'notify' ? { to: node.to, text: node.text } : node.with;
    const input: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(given)) input[field] = resolveValue(value, data);
    const output = outside.perform(input);
    if (output === undefined) {
      if (node.onProblem === undefined) return { kind: 'problem', node: id };
      const next = node.onProblem === 'go-on' ? node.next : node.onProblem.goTo;
      go(stand, id, { problem: 'odd' }, next);
    } else {
      if (name !== 'read') this.done.push({ key: `run|${place}`, name, input });
      go(stand, id, output, node.next);
    }
    if (name !== 'read' || output === undefined) this.#kept = structuredClone(stand);
    return undefined;
  }

  #wait(
    node: Extract<FlowNode, { kind: 'wait' }>,
    place: string,
    stand: Stand,
    data: FlowData,
    nowMs: number,
  ): ReferenceEnd | undefined {
    const recheckMs = (node.recheckMinutes ?? 60) * MINUTE_MS;
    if (node.until !== undefined && holds(node.until, data)) {
      if (this.#met.has(place)) return { kind: 'waiting', recheckMs };
      this.#met.add(place);
      stand.at = node.next;
      return undefined;
    }
    const limit = node.forMinutes ?? node.atMostMinutes;
    if (limit === undefined) return { kind: 'waiting', recheckMs };
    const leftMs = this.#keptSince(place, stand, nowMs) + limit * MINUTE_MS - nowMs;
    if (leftMs > 0) {
      return { kind: 'waiting', recheckMs: node.until ? Math.min(leftMs, recheckMs) : leftMs };
    }
    stand.at = node.until === undefined ? node.next : node.late;
    return undefined;
  }

  #ask(
    node: Extract<FlowNode, { kind: 'approval' | 'call' }>,
    id: string,
    place: string,
    stand: Stand,
    nowMs: number,
  ): ReferenceEnd | undefined {
    const sinceMs = this.#keptSince(place, stand, nowMs);
    let answer = this.answers.get(place);
    const minutes = node.kind === 'call' ? Number.POSITIVE_INFINITY : node.expiresMinutes;
    const leftMs = sinceMs + minutes * MINUTE_MS - nowMs;
    if (answer === undefined && leftMs > 0) {
      this.open.set(place, node);
      return { kind: 'waiting', recheckMs: Math.min(leftMs, 60 * MINUTE_MS) };
    }
    answer ??= { decision: 'expired' };
    if (node.kind === 'call') go(stand, id, answer, node.next);
    else go(stand, id, answer, node[answer.decision as 'approved' | 'rejected' | 'expired']);
    this.#kept = structuredClone(stand);
    return undefined;
  }

  #keptSince(place: string, stand: Stand, nowMs: number): number {
    const before = this.#since.get(place);
    if (before !== undefined) return before;
    this.#since.set(place, nowMs);
    this.#kept = structuredClone(stand);
    return nowMs;
  }
}

function go(stand: Stand, id: string, result: FlowData, next: string | undefined): undefined {
  stand.results[id] = result;
  stand.at = next;
}

function nextItem(stand: Stand, flow: FlowDocument): void {
  const { loop } = stand;
  const node = flow.nodes[loop?.id ?? ''];
  if (loop === undefined || node?.kind !== 'for-each') throw new Error('not in a loop');
  loop.index += 1;
  if (loop.index < loop.items.length) {
    stand.results = { ...loop.before, item: loop.items[loop.index], index: loop.index };
    stand.at = node.do;
    return;
  }
  stand.results = { ...loop.before, [loop.id]: { count: loop.items.length } };
  stand.at = node.next;
  delete stand.loop;
}
