// How many events per second the hooks function acknowledges and how long a sender waits, beside a bare inbox.
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { CatalystStandIn } from '../sandbox/catalyst/start-catalyst.ts';
import { SandboxClock } from '../sandbox/clock.ts';
import type { BareInboxInput } from './bare-inbox.ts';
import { type Helper, runHelper, startHelper } from './child-process.ts';
import { type ConnectedProject, startProject } from './connected-project.ts';
import { atLeast, atMost, type Finding } from './finding.ts';
import type { LoadOrder, LoadReport } from './load-generator.ts';
import { newCredentials, noCompany } from './no-company.ts';
import { digits, median } from './statistics.ts';
import type { Subscription } from './webhook.ts';

const ROUNDS = 3;
const WARM_UP = 300;
const EVENTS = 1_200;
const ROUND_MS_MAX = 5_000;
/** What the hooks do after their answers must not slow down whoever is measured next. */
const QUIET_LOOK_MS = 100;
const QUIET_MS_MAX = 5_000;
const CONNECTIONS = [10, 50] as const;
/** Issue bars: share of the bare inbox's throughput, and how many times its p99. */
const THROUGHPUT_SHARE_MIN = 0.3;
const P99_TIMES_MAX = 4;

/** Who is measured, side by side. */
interface Contender {
  readonly name: 'bare' | 'plain' | 'ours';
  readonly url: string;
}

type Reports = Record<Contender['name'], LoadReport[]>;

export async function measureAcknowledgement(dataDir: string): Promise<Finding[]> {
  const clock = new SandboxClock();
  const project = await startProject({
    clock,
    dataDir: join(dataDir, 'project'),
    credentials: newCredentials(),
    product: ['hooks', 'api'],
    plain: ['plain-hook', 'worker'],
    company: noCompany,
  });
  const { subscription } = project;
  const input: BareInboxInput = { file: join(dataDir, 'bare-inbox.sqlite'), subscription };
  const bare = await startHelper<{ url: string }>('bare-inbox.ts', input);
  try {
    return await compare(project, bare);
  } finally {
    await bare.stop();
    await project.catalyst.close();
  }
}

async function compare(
  { catalyst, subscription, gatewayHook }: ConnectedProject,
  bare: Helper<{ url: string }>,
): Promise<Finding[]> {
  const key = Buffer.from(subscription.key, 'base64').toString('base64url');
  const contenders: readonly Contender[] = [
    { name: 'bare', url: bare.said.url },
    { name: 'plain', url: `${catalyst.functions.base}/plain-hook/?key=${key}` },
    { name: 'ours', url: gatewayHook },
  ];
  const findings: Finding[] = [];
  for (const { name, url } of contenders) {
    catalyst.takeCounts();
    const { sent } = await sendEvents(url, subscription, 10, WARM_UP);
    if (name === 'ours') findings.push(showWrites(catalyst.takeCounts(), sent));
  }
  for (const connections of CONNECTIONS) {
    const reports: Reports = { bare: [], plain: [], ours: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { name, url } of contenders) {
        reports[name].push(await sendEvents(url, subscription, connections, EVENTS));
        await untilQuiet(catalyst);
      }
    }
    findings.push(...show(connections, reports));
  }
  return findings;
}

/** Resolves when nothing has reached the Data Store or the job pool for a moment, or when it takes too long. */
async function untilQuiet(catalyst: CatalystStandIn): Promise<void> {
  const end = Date.now() + QUIET_MS_MAX;
  do {
    catalyst.takeCounts();
    await new Promise((resolve) => setTimeout(resolve, QUIET_LOOK_MS));
  } while (Object.keys(catalyst.takeCounts()).length > 0 && Date.now() < end);
}

/** Nothing else writes here: the worker is not ours. */
function showWrites(counts: Readonly<Record<string, number>>, events: number): Finding {
  const writes = ['row.insert', 'row.update', 'row.delete', 'zcql.insert', 'zcql.update'];
  const each = writes.reduce((sum, operation) => sum + (counts[operation] ?? 0), 0) / events;
  const measured = digits(each);
  const baseline = '1 row in a bare inbox';
  return atMost({ what: 'store writes per acknowledged event', measured, baseline }, each, 1, '');
}

/** @throws when an event was not acknowledged: then there is nothing to compare. */
async function sendEvents(
  url: string,
  subscription: Subscription,
  connections: number,
  count: number,
): Promise<LoadReport> {
  const idPrefix = String(randomInt(1e8, 1e9));
  const order: LoadOrder = { url, subscription, connections, count, idPrefix, maxMs: ROUND_MS_MAX };
  const report = await runHelper<LoadReport>('load-generator.ts', order);
  if (report.refused > 0) throw new Error(`${report.refused} events were refused at ${url}`);
  return report;
}

function show(connections: number, reports: Reports): Finding[] {
  const of = (name: Contender['name'], field: 'perSecond' | 'p99Ms') =>
    median(reports[name].map((report) => report[field]));
  const share = of('ours', 'perSecond') / of('bare', 'perSecond');
  const times = of('ours', 'p99Ms') / of('bare', 'p99Ms');
  const at = `@${connections}`;
  return [
    atLeast(
      {
        what: `acknowledged per second ${at}`,
        measured: `${digits(of('ours', 'perSecond'))} (${digits(share)} of baseline)`,
        baseline: `${digits(of('bare', 'perSecond'))} bare inbox`,
      },
      share,
      THROUGHPUT_SHARE_MIN,
      ' of it',
    ),
    {
      what: `  the same behind gateway and Data Store ${at}`,
      measured: digits(of('ours', 'perSecond')),
      baseline: `${digits(of('plain', 'perSecond'))} plain function`,
    },
    atMost(
      {
        what: `acknowledgement p99 ${at}`,
        measured: `${digits(of('ours', 'p99Ms'))} ms (${digits(times)} times)`,
        baseline: `${digits(of('bare', 'p99Ms'))} ms bare inbox`,
      },
      times,
      P99_TIMES_MAX,
      ' times it',
    ),
    {
      what: `  the same behind gateway and Data Store ${at}`,
      measured: `${digits(of('ours', 'p99Ms'))} ms`,
      baseline: `${digits(of('plain', 'p99Ms'))} ms plain function`,
    },
  ];
}
