// What an event costs when much is stored and when many wait: the same round trips, the same time.
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runJob } from '../sandbox/setup/catalyst-rest.ts';
import type { BenchCompany } from './bench-company.ts';
import { atMost, type Finding } from './finding.ts';
import { recordIdleMinutes } from './idle-minute.ts';
import { recordOrdinaryEvents } from './ordinary-events.ts';
import { announce, payFor, placePaidOrder } from './paid-orders.ts';
import { recordWork, type Work } from './recorded-work.ts';
import { recordOrder } from './round-trips.ts';
import { recordStaff } from './staff-work.ts';
import { planFindings, type StatementPlan, statementPlans } from './statement-plans.ts';
import { digits, median, percentile } from './statistics.ts';
import { isIdleLook, storeCalls } from './store-calls.ts';
import { StoredRows } from './stored-rows.ts';
import type { WireCall } from './wire-counts.ts';

const STORED = [1_000, 100_000, 1_000_000] as const;
const ORDERS = 15;
const WARM_UP_ORDERS = 3;
const QUICKEST_SHARE = 0.2;
/** Waiting at once, and how many of them are measured. */
const BACKLOGS = [
  { waiting: 10, rounds: 12 },
  { waiting: 5_000, rounds: 1 },
] as const;
const MEASURED_OF_BACKLOG = 400;
/** Events whose time is taken together: a worker's look for due events brings it 25. */
const TIMED_TOGETHER = 50;
const LOOK_MS = 50;
/** While rows are written nobody is served: kept connections may have ended meanwhile, and are forgotten in this time. */
const SOCKETS_MS = 200;
/** Times what it is with the least that is stored or waits: bar of the issue, "must not grow". */
const GROWTH_MAX = 1.3;
/** Customers' numbers that nobody else in the bench uses. */
const CUSTOMERS_FROM = 5_000;

interface Cost {
  readonly of: number;
  readonly roundTrips: number;
  readonly elapsedMs: number;
  readonly standInCpuMs: number;
}

/** One company whose store grows; each size is measured with the same orders. */
export async function measureCostPerEvent(
  company: BenchCompany,
  dataDir: string,
): Promise<Finding[]> {
  const stored = new StoredRows(join(dataDir, 'project', 'data-store.sqlite'));
  try {
    const statements = await recordEverything(company);
    const costs: Cost[] = [];
    let customer = CUSTOMERS_FROM;
    for (const rows of STORED) {
      console.error(`  growing the store to ${rows.toLocaleString('en')} rows`);
      stored.growTo(rows);
      await delay(SOCKETS_MS);
      const works: Work[] = [];
      for (let index = 0; index < WARM_UP_ORDERS + ORDERS; index += 1) {
        works.push(await recordOrder(company, customer++));
      }
      costs.push(costOf(rows, works.slice(WARM_UP_ORDERS)));
    }
    let plans: StatementPlan[] = [];
    const backlogs: Cost[] = [];
    for (const backlog of BACKLOGS) {
      const look = () => {
        plans = statementPlans(join(dataDir, 'project'), statements);
      };
      backlogs.push(await drain(company, stored, backlog, look));
    }
    return [
      ...growth('order to cash', 'rows stored', costs),
      ...growth('event on a known payment', 'waiting', backlogs),
      ...planFindings(plans),
    ];
  } finally {
    stored.close();
  }
}

function costOf(of: number, works: readonly Work[]): Cost {
  const roundTrips = works.map(
    ({ calls }) => storeCalls(calls).filter((call) => !isIdleLook(call)).length,
  );
  // What else the machine does only adds to a time: the quickest ones tell most.
  const quickest = (time: (work: Work) => number) => percentile(works.map(time), QUICKEST_SHARE);
  return {
    of,
    roundTrips: median(roundTrips),
    elapsedMs: quickest((work) => work.elapsedMs),
    standInCpuMs: quickest((work) => work.standInCpuMs),
  };
}

/** The calls of all that the functions do, so that every statement of theirs is seen. */
async function recordEverything(company: BenchCompany): Promise<string[]> {
  const minutes = await recordIdleMinutes(company);
  const order = await recordOrder(company, CUSTOMERS_FROM - 1);
  const events = await recordOrdinaryEvents(company);
  const staff = await recordStaff(company);
  const works = [...minutes, order, ...events.map(({ work }) => work), staff];
  return works.flatMap(({ calls }) => storeCalls(calls)).map(({ statement }) => statement);
}

/**
 * Lets so many events wait, has the worker take them up, and stops when enough were.
 * @param look is called while all of them wait.
 */
async function drain(
  company: BenchCompany,
  stored: StoredRows,
  { waiting, rounds }: (typeof BACKLOGS)[number],
  look: () => void,
): Promise<Cost> {
  const sale = await placePaidOrder(company, CUSTOMERS_FROM - 2);
  await recordWork(company, () => announce(company, sale));
  const drained: Drained[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const others: string[] = [];
    while (others.length < waiting) others.push(await payFor(company, sale.order));
    stored.addWaiting(sale.gatewayId, others, company.clock.now());
    if (round === 0) look();
    await delay(SOCKETS_MS);
    drained.push(await drainOnce(company, stored, waiting));
  }
  const sum = (of: (one: Drained) => number) => drained.reduce((all, one) => all + of(one), 0);
  return {
    of: waiting,
    roundTrips: sum((one) => one.roundTrips) / sum((one) => one.events),
    elapsedMs: percentile(
      drained.flatMap((one) => one.msPerEvent),
      QUICKEST_SHARE,
    ),
    standInCpuMs: sum((one) => one.standInCpuMs) / sum((one) => one.events),
  };
}

interface Drained {
  readonly events: number;
  readonly roundTrips: number;
  /** Of some events together, again and again. */
  readonly msPerEvent: readonly number[];
  readonly standInCpuMs: number;
}

async function drainOnce(
  company: BenchCompany,
  stored: StoredRows,
  waiting: number,
): Promise<Drained> {
  const enough = Math.max(0, waiting - MEASURED_OF_BACKLOG);
  let dropped = 0;
  const { calls, elapsedMs, standInCpuMs } = await recordWork(company, async () => {
    await runJob(company.catalyst, 'worker', 'backlog');
    while (stored.waitingEvents() > enough) await delay(LOOK_MS);
    dropped = stored.dropWaiting();
  });
  const events = waiting - dropped;
  const ofWork = storeCalls(calls).filter((call) => !isIdleLook(call));
  const msPerEvent =
    events <= TIMED_TOGETHER ? [elapsedMs / events] : slices(calls, events / TIMED_TOGETHER);
  return { events, roundTrips: ofWork.length, msPerEvent, standInCpuMs };
}

/** What an event took in each of so many equal parts of the work. */
function slices(calls: readonly WireCall[], count: number): number[] {
  const size = Math.floor(calls.length / count);
  return Array.from({ length: Math.floor(count) }, (_, index) => {
    const first = calls[index * size]?.endedAt ?? 0;
    const last = calls[(index + 1) * size - 1]?.endedAt ?? 0;
    return (last - first) / TIMED_TOGETHER;
  });
}

/** Two lines per size; the least one is what the others are held against, by the lesser of wall and CPU time. */
function growth(what: string, sized: string, costs: readonly Cost[]): Finding[] {
  const [least] = costs;
  if (least === undefined) return [];
  return costs.flatMap((cost) => {
    const at = `${what}, ${cost.of.toLocaleString('en')} ${sized}`;
    const trips = { what: `store round trips: ${at}`, measured: digits(cost.roundTrips) };
    const measured = `${digits(cost.elapsedMs)} (stand-ins' CPU ${digits(cost.standInCpuMs)})`;
    const time = { what: `  milliseconds: ${at}`, measured };
    if (cost === least) return [trips, time];
    const wall = cost.elapsedMs / least.elapsedMs;
    const cpu = cost.standInCpuMs / least.standInCpuMs;
    const baseline = `${digits(wall)} times (CPU ${digits(cpu)})`;
    return [
      atMost(trips, Math.round(cost.roundTrips), Math.round(least.roundTrips), ''),
      atMost({ ...time, baseline }, Math.min(wall, cpu), GROWTH_MAX, ' times'),
    ];
  });
}
