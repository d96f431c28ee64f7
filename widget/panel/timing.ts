// Time as the models see it, so that tests can hold the clock.

export interface Timing {
  /** Epoch ms. */
  nowMs(): number;
  /** Runs once after `delayMs`; returns the canceller. */
  later(delayMs: number, run: () => void): () => void;
}
