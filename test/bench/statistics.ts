// Medians and percentiles of measured samples, and how they are written.

/** The middle of the sorted samples. @throws RangeError without samples. */
export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}

/** The smallest sample that at least the given share (0 to 1) of all samples does not exceed. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (found === undefined) throw new RangeError('no samples');
  return found;
}

/** Three digits are enough for a bench: `12.3`, `123`, `0.31`. */
export function digits(value: number): string {
  const size = Math.abs(value);
  return value.toFixed(size >= 100 ? 0 : size >= 1 ? 1 : 2);
}
