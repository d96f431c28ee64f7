// Random flows and crashes anywhere: the interpreter ends as a tiny one does that never crashes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FlowDocument } from '../../../functions/core/flows/document.ts';
import type { FlowData } from '../../../functions/core/flows/expression.ts';
import { interpret, type RunEnd } from '../../../functions/core/flows/interpreter.ts';
import { validateFlow } from '../../../functions/core/flows/validate-flow.ts';
import { randomContext, randomFlow } from './random-flow.ts';
import { Crash, CrashingOutside } from './random-outside.ts';
import { ReferenceRun } from './reference-interpreter.ts';

const MINUTE_MS = 60_000;
const crashes = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 80 }), fc.constantFrom('before', 'after')), {
    maxLength: 30,
  })
  .map((all) => new Map(all));
/** What the world is like each time that the run is woken. */
const wakes = fc.array(
  fc.record({
    score: fc.nat(6),
    minutes: fc.nat(4),
    answered: fc.boolean(),
    decision: fc.constantFrom('approved', 'rejected'),
  }),
  { minLength: 1, maxLength: 25 },
);

const paymentWith = (fraudScore: number): FlowData => ({
  payment: { reference: 'R-1', fraudScore },
});

async function attempt(
  flow: FlowDocument,
  data: FlowData,
  nowMs: number,
  world: CrashingOutside,
): Promise<RunEnd | undefined> {
  try {
    return await interpret(flow, { key: 'run', retried: true, data, nowMs }, world.tools);
  } catch (error) {
    if (error instanceof Crash) return undefined;
    throw error;
  }
}

describe('random flows with random crashes', () => {
  it('pass the check before publishing', () => {
    fc.assert(
      fc.property(randomFlow, (flow) => {
        expect(validateFlow(flow, randomContext)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('end as without a crash, and everything is done once and in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(randomFlow, crashes, wakes, async (flow, plan, wakeups) => {
        const world = new CrashingOutside(plan);
        const reference = new ReferenceRun(flow);
        let nowMs = 0;
        for (const { score, minutes, answered, decision } of wakeups) {
          nowMs += minutes * MINUTE_MS;
          const data = paymentWith(score);
          const expected = reference.wake(data, nowMs);
          let end: RunEnd | undefined;
          while (end === undefined) end = await attempt(flow, data, nowMs, world);
          expect(end).toMatchObject(expected);
          expect(world.done).toEqual(reference.done);
          expect(world.repeated).toEqual([]);
          if (end.kind !== 'waiting') return;
          if (!answered) continue;
          for (const [place, node] of reference.open) {
            const output = node.kind === 'call' ? { total: 'T' } : { decision };
            reference.answers.set(place, output);
            world.answer(place, output);
          }
          reference.open.clear();
        }
      }),
      { numRuns: 400 },
    );
  });

  it('go the same way up to the last kept result, even when the data changes with every try', async () => {
    await fc.assert(
      fc.asyncProperty(randomFlow, crashes, wakes, async (flow, plan, wakeups) => {
        const world = new CrashingOutside(plan);
        let nowMs = 0;
        for (const { score, minutes, answered, decision } of wakeups) {
          nowMs += minutes * MINUTE_MS;
          const end = await attempt(flow, paymentWith(score), nowMs, world);
          if (end !== undefined && end.kind !== 'waiting') break;
          if (!answered) continue;
          for (const [place, node] of world.open) {
            world.answer(place, node === undefined ? { total: 'T' } : { decision });
          }
          world.open.clear();
        }
        for (const [index, path] of world.paths.entries()) {
          const before = world.paths[index - 1] ?? [];
          expect(path.slice(0, before.length)).toEqual(before);
        }
        expect(world.repeated).toEqual([]);
        const keys = world.done.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 400 },
    );
  });
});
