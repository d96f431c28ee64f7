// The interpreter: order, conditions, waits, kept results, and documents that are faulty.
import { describe, expect, it } from 'vitest';
import { problem } from '../../../functions/core/domain/problem.ts';
import { ok, refused } from '../../../functions/core/domain/result.ts';
import { edgesOf, readFlow } from '../../../functions/core/flows/document.ts';
import {
  chargeToBooksFlow,
  orderToCashFlow,
  refundToBooksFlow,
  voidToBooksFlow,
} from '../../../functions/core/flows/flow-ids.ts';
import type { Action, EffectLog, KeptResult } from '../../../functions/core/flows/flow-tools.ts';
import { interpret } from '../../../functions/core/flows/interpreter.ts';
import { shippedFlows } from '../../../functions/core/flows/shipped.ts';
import { definedActions } from '../../../functions/core/steps/actions/flow-actions.ts';

const flow = readFlow({
  format: 1,
  id: 'sample',
  version: 1,
  title: 'Sample',
  trigger: { on: 'payment.changed', once: 'subject' },
  start: 'first',
  nodes: {
    first: { kind: 'action', action: 'echo', with: { text: '$payment.state' }, next: 'big' },
    big: { kind: 'condition', if: [['$first.text', '=', 'paid']], yes: 'second', no: 'sleep' },
    sleep: {
      kind: 'wait',
      until: [['$payment.state', 'in', ['paid']]],
      recheckMinutes: 5,
      next: 'second',
    },
    second: { kind: 'action', action: 'echo', with: { text: 'done' }, next: 'end' },
    end: { kind: 'stop', outcome: { said: '$second.text' } },
  },
});

function memoryLog(): EffectLog & { kept: Map<string, KeptResult> } {
  const kept = new Map<string, KeptResult>();
  return {
    kept,
    read: async () => new Map(kept),
    finish: async (place, _action, result, path) => {
      if (path !== undefined) kept.set(place, { output: result.output, path });
    },
    settle: async (place, _action, output, path) => {
      const stays = kept.get(place) ?? { output, path };
      kept.set(place, stays);
      return stays;
    },
    call: async () => undefined,
    ask: async () => true,
  };
}

function interpretWith(
  document: ReturnType<typeof readFlow>,
  effects: EffectLog,
  actions: ReadonlyMap<string, Action> = new Map(),
  data: object = {},
) {
  const map = async () => ok({});
  return interpret(
    document,
    { key: 'run', retried: false, data: { ...data }, nowMs: 0 },
    { actions, effects, map },
  );
}

const asked: string[] = [];
const echo: Action = async (input, effect) => {
  asked.push(`${effect.effectKey} ${effect.retried}`);
  return ok({ output: { text: input.text }, inverse: { unsay: input.text } });
};
const run = (state: string, log = memoryLog(), action = echo) =>
  interpretWith(flow, log, new Map([['echo', action]]), { payment: { state } });

describe('the interpreter', () => {
  it('goes from node to node and tells the outcome', async () => {
    expect(await run('paid')).toEqual({ kind: 'done', outcome: { said: 'done' } });
  });

  it('sleeps at a wait, and goes on from there without doing anything twice', async () => {
    const log = memoryLog();
    expect(await run('open', log)).toEqual({ kind: 'waiting', recheckMs: 300_000 });
    asked.length = 0;
    expect(await run('paid', log)).toMatchObject({ kind: 'done' });
    expect(asked).toEqual(['run|second false']);
  });

  it('stops at a problem, names the node, and keeps what was done before', async () => {
    const log = memoryLog();
    const failing: Action = async (input, effect) =>
      effect.effectKey.endsWith('second')
        ? refused(problem('zoho-busy', 'wait'))
        : echo(input, effect);
    const end = await run('paid', log, failing);
    expect(end).toMatchObject({ kind: 'problem', node: 'second', problem: { code: 'zoho-busy' } });
    expect([...log.kept.keys()]).toEqual(['first']);
  });

  it('ends a document that runs in circles', async () => {
    const circle = readFlow({
      ...flow,
      nodes: {
        first: {
          kind: 'condition',
          if: [['$payment.state', '=', 'x']],
          yes: 'first',
          no: 'first',
        },
      },
    });
    await expect(interpretWith(circle, memoryLog())).rejects.toThrow('goes in circles');
  });
});

describe('flow documents', () => {
  it.each([
    ['an edge to nowhere', { ...flow, start: 'nowhere' }],
    [
      'a condition without a path',
      {
        ...flow,
        nodes: { first: { kind: 'condition', if: [['x', '=', 1]], yes: 'first', no: 'first' } },
      },
    ],
    ['a node of an unknown kind', { ...flow, nodes: { first: { kind: 'magic' } } }],
    ['no version', { ...flow, version: undefined }],
  ])('refuses %s', (_, document) => {
    expect(() => readFlow(document)).toThrow();
  });

  it('ships flows that name only actions that exist, and nodes that can be reached', () => {
    for (const shipped of shippedFlows().values()) {
      const reached = new Set([shipped.start]);
      for (const id of reached) {
        const node = shipped.nodes[id];
        if (node?.kind === 'action') {
          expect(definedActions.map(({ name }) => name)).toContain(node.action);
        }
        for (const [, to] of node === undefined ? [] : edgesOf(node)) reached.add(to);
      }
      expect([...reached].sort()).toEqual(Object.keys(shipped.nodes).sort());
    }
  });

  it('starts runs of the versions that are shipped', () => {
    const started = [orderToCashFlow, chargeToBooksFlow, refundToBooksFlow, voidToBooksFlow];
    for (const flow of started) {
      expect(shippedFlows().get(flow.id)?.version).toBe(flow.version);
    }
  });
});
