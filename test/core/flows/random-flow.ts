// Random flows that are fit to publish: blocks of every kind, put together so that each path is there in time.
import fc from 'fast-check';
import * as z from 'zod/mini';
import type { ActionDeclaration } from '../../../functions/core/flows/action-declaration.ts';
import type { FlowDocument } from '../../../functions/core/flows/document.ts';
import { graphOf } from '../../../functions/core/flows/flow-graph.ts';
import { calledFlow, flow, sampleMapping } from './sample-flow.ts';

const declared = { about: [], scopes: [], calls: {}, causes: [], sentence: 'do {text}' };
const input = z.object({ text: z.string() });

/** `read` is done again at every try, `write` is kept; `notify-by-mail` is how notes go out. */
export const randomActions: readonly ActionDeclaration[] = [
  {
    ...declared,
    name: 'read',
    input,
    output: z.object({ text: z.string(), lines: z.array(z.string()) }),
  },
  { ...declared, name: 'write', input, output: z.object({ text: z.string() }), inverse: 'unwrite' },
  {
    ...declared,
    name: 'notify-by-mail',
    input: z.object({ to: z.string(), text: z.string() }),
    output: z.object({}),
  },
];
export const randomContext = {
  actions: randomActions,
  flows: [calledFlow],
  mappings: [sampleMapping],
};

type Blocks = readonly Block[];
/** `pick` chooses a value of those that are there, `limit` a number to compare or wait for. */
type Block = { readonly pick: number; readonly limit: number } & (
  | { readonly kind: 'read' | 'write' | 'map' | 'notify' | 'call' | 'for' | 'until' | 'circle' }
  | { readonly kind: 'try-write'; readonly ways: readonly [Blocks] | readonly [] }
  | { readonly kind: 'condition'; readonly ways: readonly [Blocks, Blocks] }
  | { readonly kind: 'branch' | 'approval'; readonly ways: readonly [Blocks, Blocks, Blocks] }
  | { readonly kind: 'limited' | 'each'; readonly ways: readonly [Blocks] }
);

const { blocks } = fc.letrec<{ blocks: Blocks; block: Block; inner: Blocks }>((tie) => {
  const numbers = { pick: fc.nat(9), limit: fc.nat(4) };
  const kind = <const K extends string>(...kinds: K[]) => fc.constantFrom(...kinds);
  const leaf = fc.record({
    ...numbers,
    kind: kind('read', 'write', 'map', 'notify', 'call', 'for', 'until', 'circle'),
  });
  const inner = fc.array(tie('block'), { maxLength: 2, depthIdentifier: 'flow' });
  const one = fc.tuple(inner);
  const nested = fc.oneof(
    fc.record({
      ...numbers,
      kind: kind('try-write'),
      ways: fc.oneof(one, fc.constant([] as const)),
    }),
    fc.record({ ...numbers, kind: kind('condition'), ways: fc.tuple(inner, inner) }),
    fc.record({
      ...numbers,
      kind: kind('branch', 'approval'),
      ways: fc.tuple(inner, inner, inner),
    }),
    fc.record({ ...numbers, kind: kind('limited', 'each'), ways: one }),
  );
  return {
    block: fc.oneof({ depthIdentifier: 'flow', maxDepth: 3 }, leaf, nested),
    inner,
    blocks: fc.array(tie('block'), { minLength: 1, maxLength: 5 }),
  };
});

/** A document that `validateFlow` passes with `randomContext`. */
export const randomFlow: fc.Arbitrary<FlowDocument> = blocks.map((all) => {
  const compiler = new Compiler();
  const start = compiler.chain(all, undefined, { values: ['constant'], inLoop: false });
  const document = flow(Object.fromEntries(compiler.nodes), { start }) as FlowDocument;
  const { reached } = graphOf(document);
  const nodes = Object.entries(document.nodes).filter(([id]) => reached.has(id));
  return { ...document, nodes: Object.fromEntries(nodes) };
});

/** What is there at a place: constants and paths that are certain and stay as they are. */
interface Around {
  readonly values: readonly string[];
  readonly inLoop: boolean;
}

class Compiler {
  readonly nodes = new Map<string, object>();

  /** The first step of the blocks, which lead on to `next`. */
  chain(all: Blocks, next: string | undefined, around: Around): string | undefined {
    const [block, ...rest] = all;
    if (block === undefined) return next;
    if (block.kind === 'each' && around.inLoop) return this.chain(rest, next, around);
    const id = this.#add({});
    const gives = GIVES[block.kind]?.(id) ?? [];
    const after = { ...around, values: [...around.values, ...gives] };
    const follows = this.chain(rest, next, after);
    this.nodes.set(id, this.#node(block, id, follows, around));
    return id;
  }

  #node(block: Block, id: string, next: string | undefined, around: Around): object {
    const { values } = around;
    const value = values[block.pick % values.length] ?? 'constant';
    const then = next === undefined ? {} : { next };
    const live = ['$payment.fraudScore', '>=', block.limit];
    const way = (chain: Blocks) => this.chain(chain, next, around) ?? this.#end(around);
    switch (block.kind) {
      case 'read':
        return { kind: 'action', action: 'read', with: { text: value }, ...then };
      case 'write':
        return this.#write(`${inText(value)} {$payment.fraudScore}`, then);
      case 'try-write': {
        const [chain] = block.ways;
        const onProblem = chain === undefined ? 'go-on' : { goTo: way(chain) };
        return { ...this.#write(`try ${block.pick} {$payment.fraudScore}`, then), onProblem };
      }
      case 'notify':
        return {
          kind: 'notify',
          by: 'mail',
          to: 'a@b.c',
          text: `See ${inText(values.at(-1) ?? '')}`,
          ...then,
        };
      case 'map':
        return { kind: 'map', mapping: 'to-crm', from: { payment: '$payment' }, ...then };
      case 'call':
        return { kind: 'call', flow: 'called', with: { amount: value }, ...then };
      case 'condition':
        return { kind: 'condition', if: [live], yes: way(block.ways[0]), no: way(block.ways[1]) };
      case 'branch': {
        const [a, b, otherwise] = block.ways.map(way);
        const cases = [
          { is: [block.limit], next: a },
          { is: [block.limit + 1, block.limit + 2], next: b },
        ];
        return { kind: 'branch', on: '$payment.fraudScore', cases, otherwise };
      }
      case 'approval': {
        const [approved, rejected, expired] = block.ways.map(way);
        const asked = { ask: 'Really?', role: 'approver', expiresMinutes: block.limit + 1 };
        return { kind: 'approval', ...asked, approved, rejected, expired };
      }
      case 'for':
        return { kind: 'wait', forMinutes: block.limit + 1, ...then };
      case 'until':
        return { kind: 'wait', until: [live], recheckMinutes: 2, ...then };
      case 'limited':
        return {
          kind: 'wait',
          until: [live],
          atMostMinutes: block.limit + 1,
          late: way(block.ways[0]),
          ...then,
        };
      case 'circle': {
        const high = ['$payment.fraudScore', '>', block.limit];
        const yes = next ?? this.#end(around);
        const asked = this.#add({ kind: 'condition', if: [high], yes, no: id });
        return { kind: 'wait', until: [live], next: asked };
      }
      case 'each': {
        const list = this.#add({});
        const inside = { values: [...values, '$item'], inLoop: true };
        const body = this.chain(block.ways[0], undefined, inside) ?? this.#end(inside);
        this.nodes.set(list, {
          kind: 'for-each',
          items: `$${id}.lines`,
          atMost: 10,
          do: body,
          ...then,
        });
        return { kind: 'action', action: 'read', with: { text: value }, next: list };
      }
    }
  }

  #write(text: string, then: object): object {
    return { kind: 'action', action: 'write', with: { text }, ...then };
  }

  #end({ values, inLoop }: Around): string {
    return this.#add({ kind: 'stop', ...(inLoop ? {} : { outcome: { last: values.at(-1) } }) });
  }

  #add(node: object): string {
    const id = `s${this.nodes.size}`;
    this.nodes.set(id, node);
    return id;
  }
}

const inText = (value: string) => (value.startsWith('$') ? `{${value}}` : value);

const GIVES: Readonly<Partial<Record<Block['kind'], (id: string) => readonly string[]>>> = {
  read: (id) => [`$${id}.text`],
  each: (id) => [`$${id}.text`],
  write: (id) => [`$${id}.text`],
  map: (id) => [`$${id}.Name`],
  call: (id) => [`$${id}.total`],
  approval: (id) => [`$${id}.decision`],
};
