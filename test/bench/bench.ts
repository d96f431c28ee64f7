// `npm run bench`: measures, prints each number beside its baseline and bar; `-- --check` fails when a bar is broken.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from '../sandbox/setup/builds.ts';
import { measureAcknowledgement } from './acknowledgement.ts';
import { type BenchCompany, startBenchCompany } from './bench-company.ts';
import type { Finding } from './finding.ts';
import { measureLoadTime } from './load-time.ts';
import { measureOrderToCash } from './order-to-cash.ts';
import { measurePanelBytes, measurePanelVisit } from './panel-weight.ts';
import { measureRoundTrips } from './round-trips.ts';
import { summary, table } from './table.ts';

/** In the order in which they run and are shown; `--only <name>` picks some. */
const measurements: Readonly<Record<string, (dataDir: string) => Promise<Finding[]>>> = {
  load: measureLoadTime,
  acknowledgement: measureAcknowledgement,
  orders: measureOrders,
  panel: measurePanel,
};

const { values } = parseArgs({
  options: { check: { type: 'boolean' }, only: { type: 'string', multiple: true } },
});
const findings = await measureAll(values.only ?? Object.keys(measurements));
console.log(table(findings));
console.log(summary(findings));
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
    ...(await measurePanelVisit(company)),
  ]);
}

async function inCompany(
  dataDir: string,
  measure: (company: BenchCompany) => Promise<Finding[]>,
): Promise<Finding[]> {
  const company = await startBenchCompany(dataDir);
  try {
    return await measure(company);
  } finally {
    await company.close();
  }
}
