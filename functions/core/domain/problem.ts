// What can go wrong, as a value: a stable code and the facts that the sentence for a person needs.

/** Whether trying again can help, and how. */
export type Remedy = 'retry' | 'wait' | 'fix-input' | 'fix-setup' | 'ask-gateway' | 'none';

/**
 * A problem. `code` is stable and named in `contract/problems.ts`, where each has its sentence and
 * what to do; `facts` are short display values, never secrets or card data.
 */
export interface Problem {
  readonly code: string;
  readonly remedy: Remedy;
  readonly facts?: Readonly<Record<string, string>>;
  /** What the fact `why` says, for those who tell it in another language. */
  readonly causes?: readonly Problem[];
  /** Milliseconds to wait before trying again, when the other side said so. */
  readonly retryAfterMs?: number;
}

export function problem(
  code: string,
  remedy: Remedy,
  facts?: Readonly<Record<string, string>>,
): Problem {
  return facts === undefined ? { code, remedy } : { code, remedy, facts };
}
