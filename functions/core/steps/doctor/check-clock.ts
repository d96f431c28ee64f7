// Is our clock right? What is signed with a wrong one is refused, and webhooks look too old.
import { problem } from '../../domain/problem.ts';
import { ok } from '../../domain/result.ts';
import type { Check } from './check.ts';

/** The gateway's date has whole seconds and travels; our signatures live for two minutes. */
const AHEAD_MAX_MS = 30_000;

export const checkClock: Check = {
  name: 'clock',
  appliesTo: ({ merchants }) => merchants.length > 0,
  async examine(patient) {
    for (const merchant of patient.merchants) {
      const proof = await patient.proofOf(merchant);
      // The date of any one answer will do.
      if (!proof.ok || proof.value.clockAheadMs === undefined) continue;
      const { clockAheadMs } = proof.value;
      if (Math.abs(clockAheadMs) <= AHEAD_MAX_MS) return ok([]);
      const facts = {
        seconds: String(Math.round(Math.abs(clockAheadMs) / 1000)),
        side: clockAheadMs > 0 ? 'behind' : 'ahead of',
      };
      return ok([{ subject: 'clock', problem: problem('clock-off', 'fix-setup', facts) }]);
    }
    const [first] = patient.merchants;
    const proof = first && (await patient.proofOf(first));
    return proof === undefined || proof.ok ? ok([]) : proof;
  },
};
