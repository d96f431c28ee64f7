// What an administrator is told of a budget: that the other side has blocked us for long, or that the day is nearly used up.
import type { InstallationId } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import { type AlarmPorts, clearAlarm, raiseAlarm } from './alarms.ts';
import type { BudgetState } from './budget-state.ts';

const BLOCKED = 'call-block';
const LOW = 'calls-low';
const MINUTE_MS = 60_000;
/** Shorter pauses are everyday and over before anybody looks. */
const LONG_MS = 10 * MINUTE_MS;

export interface BudgetSubject {
  readonly installation: string;
  /** What people call it: `Zoho Books`. */
  readonly product: string;
}

export async function tellBlock(ports: AlarmPorts, about: BudgetSubject, ms: number) {
  if (ms < LONG_MS) return;
  const { product } = about;
  const facts = { product, minutes: String(Math.ceil(ms / MINUTE_MS)) };
  const found = problem('zoho-blocked', 'wait', facts);
  await raiseAlarm(ports, about.installation as InstallationId, BLOCKED, product, found);
}

/** Opens and closes the alarms as the row turns from one state into the next. */
export async function tellChange(
  ports: AlarmPorts,
  about: BudgetSubject,
  before: BudgetState,
  after: BudgetState,
): Promise<void> {
  const { product } = about;
  const installation = about.installation as InstallationId;
  if (before.blockedUntil > 0 && after.blockedUntil === 0) {
    await clearAlarm(ports, installation, BLOCKED, product);
  }
  if (!before.isLow && after.isLow) {
    const found = problem('zoho-calls-low', 'wait', { product });
    await raiseAlarm(ports, installation, LOW, product, found);
  }
  if (before.isLow && !after.isLow) await clearAlarm(ports, installation, LOW, product);
}
