// A subscription's retry policy: how it is read, and when which attempt comes.
import { z } from 'zod';

/** Minutes, except the counts. */
export interface RetryPolicy {
  readonly algorithm: 'ARITHMETIC' | 'GEOMETRIC';
  readonly firstRetry: number;
  readonly interval: number;
  readonly numberOfRetries: number;
  readonly deactivateFlag: boolean;
  readonly repeatSequenceCount: number;
  readonly repeatSequenceWaitTime: number;
}

const count = z.coerce.number().int().min(0);

/** Numbers and the flag may come as strings; what is left out has its documented default. */
export const retryPolicySchema: z.ZodType<RetryPolicy> = z.looseObject({
  algorithm: z.enum(['ARITHMETIC', 'GEOMETRIC']).default('ARITHMETIC'),
  firstRetry: count.default(1),
  interval: count.default(1),
  numberOfRetries: count.default(3),
  deactivateFlag: z.preprocess((flag) => flag === true || flag === 'true', z.boolean()),
  repeatSequenceCount: count.default(0),
  repeatSequenceWaitTime: count.default(0),
});

/** The waits before the first, second, ... retry, in minutes. */
export function retryWaits(policy: RetryPolicy): number[] {
  const sequence = Array.from({ length: policy.numberOfRetries }, (_, index) =>
    policy.algorithm === 'GEOMETRIC'
      ? policy.firstRetry * policy.interval ** index
      : index === 0
        ? policy.firstRetry
        : policy.interval,
  );
  const waits = [...sequence];
  for (let round = 0; round < policy.repeatSequenceCount; round += 1) {
    const [first = 0, ...rest] = sequence;
    waits.push(policy.repeatSequenceWaitTime + first, ...rest);
  }
  return waits;
}
