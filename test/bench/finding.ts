// One line of the bench: what was measured, beside what, against which bar.

export interface Finding {
  readonly what: string;
  readonly measured: string;
  /** The same in the plainest way that does the job, from this run; empty where nothing compares. */
  readonly baseline?: string;
  readonly bar?: string;
  /** Present where there is a bar: whether it holds. */
  readonly holds?: boolean;
}

/** A finding with a bar that is an upper limit. */
export function atMost(
  finding: Omit<Finding, 'bar' | 'holds'>,
  value: number,
  limit: number,
  unit: string,
): Finding {
  return { ...finding, bar: `<= ${limit}${unit}`, holds: value <= limit };
}

/** A finding with a bar that is a lower limit. */
export function atLeast(
  finding: Omit<Finding, 'bar' | 'holds'>,
  value: number,
  limit: number,
  unit: string,
): Finding {
  return { ...finding, bar: `>= ${limit}${unit}`, holds: value >= limit };
}
