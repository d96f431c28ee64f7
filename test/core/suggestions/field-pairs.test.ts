// How often the right field is proposed, on written pairs of real fields; one half was never used for tuning.
import { describe, expect, it } from 'vitest';
import { readPairs, scoreOf } from './field-pairs.ts';

const measured = readPairs('measured');
const tuning = readPairs('tuning');

describe('suggestions on the written field pairs', () => {
  const score = scoreOf(measured);

  it('are measured on at least 150 pairs and 40 fields without a match', () => {
    expect(score.pairs).toBeGreaterThanOrEqual(150);
    expect(score.none).toBeGreaterThanOrEqual(40);
  });

  it('put a right field first in 85 % of the measured half', () => {
    expect(score.first).toBeGreaterThanOrEqual(0.85);
  });

  it('have a right field among the first three in 95 % of the measured half', () => {
    expect(score.amongThree).toBeGreaterThanOrEqual(0.95);
  });

  it('say "no match" for 80 % of the measured fields that have none', () => {
    expect(score.noneSaid).toBeGreaterThanOrEqual(0.8);
  });

  it('do no worse on the half that they were tuned on', () => {
    const tuned = scoreOf(tuning);
    expect(tuned.first).toBeGreaterThanOrEqual(0.95);
    expect(tuned.amongThree).toBeGreaterThanOrEqual(0.97);
    expect(tuned.noneSaid).toBeGreaterThanOrEqual(0.95);
  });

  it('are measured on other pairs of records than they were tuned on', () => {
    const names = new Set(tuning.map((file) => file.name));
    expect(measured.filter((file) => names.has(file.name))).toEqual([]);
  });
});
