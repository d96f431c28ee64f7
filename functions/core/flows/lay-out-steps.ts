// The steps of a flow in the order in which people read them: ways that come together again nested beneath the step.
import type { FlowNode } from './document.ts';
import { reachedFrom } from './flow-graph.ts';
import { joinPoints } from './join-points.ts';
import { type Way, type WordsFor, waysOf } from './step-words.ts';

export interface Step {
  readonly kind: 'step';
  readonly id: string;
  readonly node: FlowNode;
  /** Ways out of it that are told beneath; what follows in the same list is the rest. */
  readonly beneath: readonly Beneath[];
}

interface Beneath {
  readonly label: string;
  readonly items: readonly Item[];
}

/** A step, a pointer to one that stands elsewhere, or an end that must be said. */
export type Item =
  | Step
  | { readonly kind: 'go-on'; readonly to: string }
  | { readonly kind: 'end'; readonly of: 'flow' | 'item' };

/** Where a chain of steps ends. */
interface Bounds {
  /** Told after this chain, so that nothing needs to be said of it. */
  readonly join: string | undefined;
  /** Told elsewhere, so that the chain only points at them. */
  readonly elsewhere: ReadonlySet<string>;
  /** What ends with the chain. */
  readonly unit: 'flow' | 'item';
  /** Whether that must be said at a step without a next one. */
  readonly saysEnd: boolean;
}

/** @returns the outermost steps, in order. */
export function layOut(words: WordsFor): readonly Item[] {
  return new Layout(words).chain(words.flow.start, {
    join: undefined,
    elsewhere: new Set(),
    unit: 'flow',
    saysEnd: false,
  });
}

class Layout {
  readonly #nodes: ReadonlyMap<string, FlowNode>;
  readonly #ways: ReadonlyMap<string, readonly Way[]>;
  readonly #joins: ReadonlyMap<string, string>;
  readonly #placed = new Set<string>();

  constructor(words: WordsFor) {
    this.#nodes = new Map(Object.entries(words.flow.nodes));
    this.#ways = new Map([...this.#nodes].map(([id, node]) => [id, waysOf(node, words)]));
    this.#joins = joinPoints(
      new Map([...this.#ways].map(([id, ways]) => [id, ways.map(({ to }) => to)])),
    );
  }

  chain(start: string | undefined, bounds: Bounds): readonly Item[] {
    const items: Item[] = [];
    let at = start;
    while (at !== undefined) {
      if (at === bounds.join) return items;
      const node = this.#nodes.get(at);
      if (node !== undefined && isBareStop(node))
        return [...items, { kind: 'end', of: bounds.unit }];
      if (node === undefined || this.#placed.has(at) || bounds.elsewhere.has(at)) {
        return [...items, { kind: 'go-on', to: at }];
      }
      this.#placed.add(at);
      const ways = this.#ways.get(at) ?? [];
      const { beneath, next } = this.#split(at, node, ways, bounds);
      items.push({ kind: 'step', id: at, node, beneath });
      if (ways.length === 0) return items;
      at = next;
    }
    return bounds.saysEnd ? [...items, { kind: 'end', of: bounds.unit }] : items;
  }

  /** Which ways are told beneath a step, and with which step the chain goes on. */
  #split(id: string, node: FlowNode, ways: readonly Way[], bounds: Bounds) {
    if (node.kind === 'for-each') {
      const inside = {
        join: undefined,
        elsewhere: new Set<string>(),
        unit: 'item',
        saysEnd: false,
      } as const;
      return { beneath: [{ label: '', items: this.chain(node.do, inside) }], next: node.next };
    }
    const [only] = ways;
    if (ways.length < 2) return { beneath: [], next: only?.to };
    const join = this.#joins.get(id);
    // What follows when all goes well is not nested; of several answers, the one with the most to come.
    const next = join ?? ('next' in node ? node.next : undefined) ?? this.#longest(id, ways);
    const elsewhere =
      join === undefined && next !== undefined
        ? new Set([...bounds.elsewhere, ...this.#after(next, id)])
        : bounds.elsewhere;
    const beneath = ways
      .filter(({ to }) => to !== next)
      .map(({ label, to }) => ({
        label,
        items: this.chain(to, { ...bounds, join: join ?? bounds.join, elsewhere, saysEnd: true }),
      }));
    return { beneath, next };
  }

  /** The way with the most steps is not nested, the later one of two alike. */
  #longest(id: string, ways: readonly Way[]): string | undefined {
    const lengths = ways.map(({ to }) => (to === undefined ? 0 : this.#after(to, id).size));
    return ways[lengths.lastIndexOf(Math.max(...lengths))]?.to;
  }

  /** What is reached from a step on without coming past another. */
  #after(start: string, without: string): ReadonlySet<string> {
    const next = (id: string) =>
      (this.#ways.get(id) ?? []).flatMap(({ to }) =>
        to === undefined || to === without ? [] : [to],
      );
    return reachedFrom([start], next);
  }
}

/** It says nothing beside that this is the end. */
function isBareStop(node: FlowNode): boolean {
  return node.kind === 'stop' && node.outcome === undefined && (node.title ?? '') === '';
}
