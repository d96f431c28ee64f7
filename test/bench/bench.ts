// `npm run bench`: measures, prints each number beside its baseline and bar; `-- --check` fails when a bar is broken.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from '../sandbox/setup/builds.ts';
import { measureAcknowledgement } from './acknowledgement.ts';
import { type BenchCompany, startBenchCompany } from './bench-company.ts';
import { measureCostPerEvent } from './cost-per-event.ts';
import type { Finding } from './finding.ts';
import { measureIdleMinute } from './idle-minute.ts';
import { measureLoadTime } from './load-time.ts';
import { measureMapping } from './mapping.ts';
import { measureCounts } from './measured-counts.ts';
import { measureOrderToCash } from './order-to-cash.ts';
import { measureOrdinaryEvents } from './ordinary-events.ts';
import { measurePanelVisit } from './panel-visit.ts';
import { measureCardPageBytes, measurePanelBytes } from './panel-weight.ts';
import { measureRoundTrips } from './round-trips.ts';
import { scaleTable } from './scale-table.ts';
import { measureSharedBudget } from './shared-budget.ts';
import { summary, table } from './table.ts';

/** In the order in which they run and are shown; `--only <name>` picks some. */
const measurements: Readonly<Record<string, (dataDir: string) => Promise<Finding[]>>> = {
  load: measureLoadTime,
  acknowledgement: measureAcknowledgement,
  events: measureEvents,
  growth: (dataDir) => inCompany(dataDir, (company) => measureCostPerEvent(company, dataDir)),
  orders: measureOrders,
  budget: measureSharedBudget,
  mapping: measureMapping,
  panel: measurePanel,
  scale: measureScale,
};

const { values } = parseArgs({
  options: { check: { type: 'boolean' }, only: { type: 'string', multiple: true } },
});
const findings = await measureAll(values.only ?? Object.keys(measurements));
if (findings.length > 0) console.log(`${table(findings)}\n${summary(findings)}`);
if (values.check === true && findings.some(({ holds }) => holds === false)) process.exitCode = 1;

async function measureAll(names: readonly string[]): Promise<Finding[]> {
  await buildIfStale();
  const load = loadavg()[0]?.toFixed(1);
  console.log(`Node ${process.version}, ${availableParallelism()} CPUs, load average ${load}\n`);
  const dataDir = mkdtempSync(join(tmpdir(), 'tallybridge-bench-'));
  const all: Finding[] = [];
  try {
    for (const name of names) {
      const measure = measurements[name];
      if (measure === undefined) throw new Error(`there is no measurement ${name}`);
      console.error(`measuring: ${name}`);
      all.push(...(await measure(join(dataDir, name))));
    }
    return all;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The timer first, while there are no payments that it would read again. */
function measureEvents(dataDir: string): Promise<Finding[]> {
  return inCompany(dataDir, async (company) => [
    ...(await measureIdleMinute(company)),
    ...(await measureOrdinaryEvents(company)),
  ]);
}

/** Counts first, while the company is small and quiet. */
function measureOrders(dataDir: string): Promise<Finding[]> {
  return inCompany(dataDir, async (company) => [
    ...(await measureRoundTrips(company)),
    ...(await measureOrderToCash(company, dataDir)),
  ]);
}

function measurePanel(dataDir: string): Promise<Finding[]> {
  return inCompany(dataDir, async (company) => [
    ...measurePanelBytes(),
    ...(await measureCardPageBytes()),
    ...(await measurePanelVisit(company)),
  ]);
}

/** Prints the table that functions/README.md holds; there is no bar, only arithmetic. */
async function measureScale(dataDir: string): Promise<Finding[]> {
  const counts = await inCompany(dataDir, measureCounts);
  console.log(`${scaleTable(counts)}\n`);
  return [];
}

async function inCompany<T>(
  dataDir: string,
  measure: (company: BenchCompany) => Promise<T>,
): Promise<T> {
  const company = await startBenchCompany(dataDir);
  try {
    return await measure(company);
  } finally {
    await company.close();
  }
}
