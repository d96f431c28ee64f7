// Any document, however broken: the check never throws, and what it passes runs without a fault of its own.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { problem } from '../../../functions/core/domain/problem.ts';
import { ok, refused } from '../../../functions/core/domain/result.ts';
import { diffFlows } from '../../../functions/core/flows/diff-flows.ts';
import { type FlowDocument, flowDocument } from '../../../functions/core/flows/document.ts';
import type { FlowData } from '../../../functions/core/flows/expression.ts';
import { entryOf } from '../../../functions/core/flows/flow-scope.ts';
import type { Action } from '../../../functions/core/flows/flow-tools.ts';
import { interpret } from '../../../functions/core/flows/interpreter.ts';
import { outlineFlow } from '../../../functions/core/flows/outline-flow.ts';
import { paymentShape } from '../../../functions/core/flows/subject-data.ts';
import { validateFlow } from '../../../functions/core/flows/validate-flow.ts';
import { randomActions, randomContext, randomFlow } from './random-flow.ts';
import { CrashingOutside } from './random-outside.ts';
import { movementSample, paymentSample, recordSample } from './sample-subjects.ts';

const somePath = fc.constantFrom(
  '$payment.orderId',
  '$payment.state',
  '$payment.fraudScore',
  '$movement.reason',
  '$s0.text',
  '$s1.text',
  '$s1.lines',
  '$s2.problem',
  '$s1.lines.0',
  '$s0.lines.length',
  '$item',
  '$s3.text',
  '$s4.Name',
  '$s5.total',
  '$movement.amountMinor',
  '{$s1.text} and {$payment.state}',
);
const junk = fc.oneof(
  somePath,
  fc.constantFrom(
    '$',
    'captured',
    'order.changed',
    'refund.succeeded',
    'schedule',
    'call',
    'button',
    'constructor',
    '__proto__',
    'known',
    'go-on',
    'read',
    'write',
  ),
  fc.nat(12).map((n) => `s${n}`),
  fc.integer({ min: -2, max: 300 }),
  fc.anything({ maxDepth: 2 }),
);
/** Each change picks a place in the document by number and does something to it. */
const changes = fc.array(
  fc.record({
    place: fc.nat(999),
    how: fc.constantFrom('set', 'path', 'path', 'remove', 'rename'),
    junk,
    path: somePath,
  }),
  { minLength: 0, maxLength: 4 },
);

const brokenFlow: fc.Arbitrary<unknown> = fc.tuple(randomFlow, changes).map(([flow, all]) => {
  const document = structuredClone(flow) as object;
  for (const change of all) {
    const places = [...placesIn(document)].filter(
      ([holder, name]) => change.how !== 'path' || takesPath(holder[name]),
    );
    const found = places[change.place % places.length];
    if (found === undefined) continue;
    const [holder, name] = found;
    const value = holder[name];
    if (change.how === 'path') holder[name] = change.path;
    if (change.how === 'remove' || change.how === 'rename') delete holder[name];
    if (change.how === 'rename') holder[JSON.stringify(change.junk) ?? 'none'] = value;
    if (change.how === 'set') holder[name] = change.junk;
  }
  return document;
});

function takesPath(value: unknown): boolean {
  return typeof value === 'string' && /[$ ]|constant/.test(value);
}

function* placesIn(value: unknown): Generator<readonly [Record<string, unknown>, string]> {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Record<string, unknown>;
  for (const name of Object.keys(holder)) {
    yield [holder, name];
    yield* placesIn(holder[name]);
  }
}

const subjects = fc.array(
  fc.record({ payment: paymentSample, movement: movementSample, other: recordSample }),
  { minLength: 1, maxLength: 8 },
);

/** The data of a run that is about what the flow's trigger is about. */
function dataFor(
  flow: FlowDocument,
  { payment, movement, other }: { payment: unknown; movement: unknown; other: unknown },
): FlowData {
  switch (entryOf(flow)?.subject) {
    case 'payment':
      return { payment };
    case 'movement':
      return { payment, movement };
    case 'moment':
      return {};
    case 'sales-order':
      return { salesOrder: other };
    default:
      return { [entryOf(flow)?.subject ?? 'amount']: other };
  }
}

/** Actions that accept only what they have declared, and sometimes can't do it. */
const strictActions = new Map(
  randomActions.map(({ name, input }): [string, Action] => [
    name,
    async (given) => {
      const parsed = z.safeParse(input, given);
      if (!parsed.success) throw new Error(`${name} was given ${JSON.stringify(given)}`);
      const text = JSON.stringify(given);
      if (text.length % 5 === 0) return refused(problem('odd', 'none'));
      return ok({
        output: { text, lines: Array.from({ length: text.length % 4 }, (_, i) => `${i}`) },
        ...(name === 'read' ? {} : { inverse: {} }),
      });
    },
  ]),
);

describe('any document', () => {
  it('is checked without an exception', () => {
    fc.assert(
      fc.property(fc.oneof(brokenFlow, fc.anything()), (document) => {
        for (const { sentence } of validateFlow(document, randomContext)) {
          expect(sentence).toMatch(/\S.*\.$/);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('that passes the check runs without an exception, and its actions get what they declare', async () => {
    await fc.assert(
      fc.asyncProperty(brokenFlow, subjects, async (document, seen) => {
        fc.pre(validateFlow(document, randomContext).length === 0);
        const flow = flowDocument.parse(document);
        fc.pre(entryOf(flow)?.subject !== undefined);
        const world = new CrashingOutside(new Map());
        const tools = { ...world.tools, actions: strictActions };
        for (const [index, subject] of seen.entries()) {
          const nowMs = index * 120_000;
          const data = dataFor(flow, subject);
          const end = await interpret(flow, { key: 'run', retried: false, data, nowMs }, tools);
          if (end.kind !== 'waiting') return;
          for (const [place, node] of world.open) {
            world.answer(place, node === undefined ? { total: 'T' } : { decision: 'approved' });
          }
        }
      }),
      { numRuns: 600 },
    );
  });

  it('of a flow’s shape is told and compared without an exception, and always alike', () => {
    const readable = (document: unknown) => flowDocument.safeParse(document).data;
    fc.assert(
      fc.property(brokenFlow, brokenFlow, (a, b) => {
        const [before, after] = [readable(a), readable(b)];
        fc.pre(before !== undefined && after !== undefined);
        const text = outlineFlow(before, randomActions);
        expect(outlineFlow(structuredClone(before), randomActions)).toBe(text);
        expect(diffFlows(before, structuredClone(before), randomActions)).toEqual([]);
        diffFlows(before, after, randomActions);
      }),
      { numRuns: 300 },
    );
  });
});

it('tells every step of a flow that is fit to publish once, with a number', () => {
  fc.assert(
    fc.property(randomFlow, (flow) => {
      const numbered = outlineFlow(flow, randomActions).match(/^ *[\d.]+\. /gm) ?? [];
      const told = Object.values(flow.nodes).filter(
        (node) => node.kind !== 'stop' || node.outcome !== undefined,
      );
      expect(numbered).toHaveLength(told.length);
      expect(new Set(numbered.map((number) => number.trim())).size).toBe(numbered.length);
    }),
    { numRuns: 300 },
  );
});

it('has samples of the declared shape', () => {
  fc.assert(fc.property(paymentSample, (payment) => z.safeParse(paymentShape, payment).success));
});
