// The audit chain's key of a decision: one entry, whoever makes good what a crash has left open.

export function decidedOnce(key: string): string {
  return `decided|${key.slice(-200)}`;
}
