// The ways that a run has taken are taken again, also when an order had other lines in between.
import { expect, it } from 'vitest';
import { DecisionPath } from '../../../functions/core/flows/decision-path.ts';

const never = () => 'judged';
const keptWith = (...paths: (readonly string[])[]) =>
  new DecisionPath(paths.map((path) => ({ output: {}, path })));

it('takes the ways of the longest path again and judges only after it', () => {
  const path = keptWith(['a:yes'], ['a:yes', 'b:no'], []);
  expect([path.take('a', never), path.take('b', never), path.take('c', never)]).toEqual([
    'yes',
    'no',
    'judged',
  ]);
  expect(path.soFar).toEqual(['a:yes', 'b:no', 'c:judged']);
});

it('keeps the path up to here only, while it is taken again', () => {
  const path = keptWith(['a:yes', 'b:no']);
  path.take('a', never);
  expect(path.soFar).toEqual(['a:yes']);
});

it('judges anew where the path leads elsewhere, and takes that way again after the next crash', () => {
  const before = ['a:yes', 'line#0:yes', 'line#1:yes', 'after:no'];
  const fewerLines = keptWith(before);
  fewerLines.take('a', never);
  fewerLines.take('line#0', never);
  expect(fewerLines.take('after', () => 'yes')).toBe('yes');
  const again = keptWith(before, fewerLines.soFar);
  again.take('a', never);
  again.take('line#0', never);
  expect(again.before('after')).toBe('yes');
  expect(again.take('after', never)).toBe('yes');
});

it('counts how often a place was passed', () => {
  const path = keptWith();
  path.take('wait', never);
  path.take('wait#1', never);
  path.take('wait', never);
  expect([path.visits('wait'), path.visits('wait#1'), path.visits('w')]).toEqual([2, 1, 0]);
});
