// Healing: nothing goes wrong any more, the sandbox's clock is moved on until our functions have nothing left to do.
import { setTimeout as pause } from 'node:timers/promises';
import { runJob } from '../../sandbox/setup/catalyst-rest.ts';
import type { Company } from './company.ts';

const LOOK_MS = 20;
/** Between an answer of the hooks and the wake-up that follows it, nothing is seen to work. */
const QUIET_LOOKS = 3;
const QUIET_MAX_MS = 90_000;
const ROUNDS_MAX = 60;
/** Longer than the polls for review decisions and the leases of killed functions wait. */
const POLL_MS = 16 * 60_000;
/** Many rows fall due one after the other: one look for all of them. */
const STEP_MIN_MS = 5 * 60_000;

/** The sides that work, as the battery and the sandbox both have them. */
type Working = Pick<Company, 'catalyst' | 'cybersource' | 'zoho' | 'shop' | 'clock'>;

/** Rows that somebody still has to work on, each with the column that says when. */
const open: Readonly<Record<string, readonly string[]>> = {
  Inbox: ['received', 'processing'],
  Runs: ['ready', 'running'],
  Movements: ['intended', 'sent', 'unknown'],
};
const ALL_ROWS = 100_000;

/** Resolves when no function works and no job waits. @throws after 90 s. */
export async function quiet({ catalyst, cybersource, shop }: Working): Promise<void> {
  const end = performance.now() + QUIET_MAX_MS;
  for (let looks = 0; looks < QUIET_LOOKS; ) {
    await Promise.all([cybersource.idle(), shop.idle()]);
    const isBusy =
      catalyst.functions.busy().length > 0 ||
      catalyst.jobs.list().some(({ status }) => status === 'PENDING' || status === 'RUNNING');
    looks = isBusy ? 0 : looks + 1;
    if (performance.now() > end) throw new Error('the functions do not come to rest');
    await pause(LOOK_MS);
  }
}

/** What each minute does on the platform. */
export async function runTimer({ catalyst }: Pick<Working, 'catalyst'>): Promise<void> {
  await runJob(catalyst, 'timer', 'each minute');
}

/** Moves the clock on and lets the timer look; only at rest, as no request may see the clock jump. */
export async function passTime(company: Working, ms: number): Promise<void> {
  await quiet(company);
  company.clock.advance(ms);
  await runTimer(company);
  await quiet(company);
}

/** @throws with what is still open when it does not end. */
export async function heal(company: Working): Promise<void> {
  const { catalyst, cybersource, zoho, shop } = company;
  for (const { faults } of [catalyst, cybersource, zoho.accounts, zoho.api, zoho.desk, shop]) {
    faults.clear();
  }
  await passTime(company, POLL_MS);
  await finish(company);
}

/**
 * Lets what is under way end, with the clock moved on where work waits for it (a minute's budget of calls, say).
 * @throws with what is still open when it does not end.
 */
export async function finish(company: Working): Promise<void> {
  await quiet(company);
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const dueAt = nextDue(company);
    if (dueAt === undefined) return;
    await passTime(company, Math.max(STEP_MIN_MS, dueAt - company.clock.now()));
  }
  throw new Error(`work that does not end: ${JSON.stringify(openRows(company))}`);
}

function nextDue(company: Working): number | undefined {
  const waiting = company.cybersource.deliveries.filter(({ state }) => state === 'waiting');
  const due = [
    ...openRows(company).map((row) => Number(row.due_at)),
    ...waiting.map(({ dueMs }) => dueMs),
  ];
  return due.length === 0 ? undefined : Math.min(...due);
}

function openRows({ catalyst }: Pick<Working, 'catalyst'>) {
  return Object.entries(open).flatMap(([table, states]) =>
    catalyst.tables.newest(table, ALL_ROWS).filter((row) => states.includes(String(row.state))),
  );
}
