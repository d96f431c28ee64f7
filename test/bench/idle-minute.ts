// What the timer costs a company where nothing happens, minute by minute for a quarter of an hour.
import { runJob } from '../sandbox/setup/catalyst-rest.ts';
import type { BenchCompany } from './bench-company.ts';
import type { Finding } from './finding.ts';
import { recordWork, serviceCalls, type Work } from './recorded-work.ts';
import { digits } from './statistics.ts';
import { type StoreCall, storeCalls } from './store-calls.ts';

const MINUTE_MS = 60_000;
/** Long enough for all that is not asked each minute, but for what is asked once an hour. */
const MINUTES = 15;
/** Rows that one statement reads at most (docs FAQ "ZCQL"). */
const STATEMENT_ROWS = 300;

/** In a company that is as yet without payments. Moves the clock on. */
export async function recordIdleMinutes(company: BenchCompany): Promise<Work[]> {
  const tick = () => recordWork(company, () => runJob(company.catalyst, 'timer', 'each minute'));
  // The first one looks back over the past, the second one over what the first has left.
  await tick();
  await tick();
  const minutes: Work[] = [];
  while (minutes.length < MINUTES) {
    company.clock.advance(MINUTE_MS);
    minutes.push(await tick());
  }
  return minutes;
}

export async function measureIdleMinute(company: BenchCompany): Promise<Finding[]> {
  const minutes = await recordIdleMinutes(company);
  const merchants = Object.keys(company.credentials.merchants).length;
  const store = minutes.map(({ calls }) => storeCalls(calls).length);
  const gateway = minutes.map((work) => serviceCalls(work, 'gateway'));
  const of = (counts: readonly number[]) =>
    `${digits(average(counts))} (${Math.min(...counts)} to ${Math.max(...counts)})`;
  const common = average(minutes.map(commonStoreCalls));
  return [
    {
      what: `store round trips of an idle minute, ${merchants} merchant ids`,
      measured: of(store),
      baseline: `${digits(common)} of them once for all companies`,
    },
    {
      what: `gateway calls of an idle minute, ${merchants} merchant ids`,
      measured: of(gateway),
    },
  ];
}

/** Store calls that are made once for all companies; a read of several companies at once is shared by its rows. */
export function commonStoreCalls({ calls }: Work): number {
  return storeCalls(calls).reduce((sum, call) => sum + commonShare(call), 0);
}

function commonShare({ statement, rowsAnswered }: StoreCall): number {
  if (/ WHERE .*\binstallation IN \(/.test(statement)) return 1 - rowsAnswered / STATEMENT_ROWS;
  const namesNobody = statement !== '' && !/\b(?:installation|\w+_key) = /.test(statement);
  return namesNobody ? 1 : 0;
}

function average(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0) / counts.length;
}
