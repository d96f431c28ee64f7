// One world under one seed: everything is set up, goes wrong for a while, heals, and is checked.
import { createHash } from 'node:crypto';
import type { InstallationId } from '../../functions/core/domain/ids.ts';
import type { Store } from '../../functions/core/ports/store.ts';
import { connectCompany } from '../../functions/core/steps/connect-company.ts';
import { createMemoryStore } from '../../functions/core/store/memory-store.ts';
import { checkWorld } from './checks/check-world.ts';
import { readDueAt } from './checks/open-work.ts';
import { Watch } from './checks/watch.ts';
import { Fate } from './fate.ts';
import { hosts, Outside } from './outside/outside.ts';
import {
  announceOrder,
  type Deliver,
  gatewayAnnouncer,
  SHOP_WEBHOOK_SECRET,
  webhookKeyOf,
} from './outside/webhooks.ts';
import { People } from './people.ts';
import type { PlantedBug } from './planted-bugs.ts';
import { openSecrets } from './platform/entries.ts';
import { Platform } from './platform/platform.ts';
import { Scheduler } from './scheduler.ts';
import { SeededRandom } from './seeded-random.ts';
import { merchants, type SimulatedMerchant, tellStory } from './story.ts';

const INSTALLATION = 'inst-1' as InstallationId;
const START_MS = 1_795_000_000_000;
const MINUTE_MS = 60_000;
/** The longest that anything may take to heal: a day of retries, and something over. */
const HEAL_MAX_MS = 72 * 3_600_000;
const LONG_TROUBLE_MS = 4 * 3_600_000;
/** How long the search index and the announcements may take to catch up. */
const CATCH_UP_MS = 6 * MINUTE_MS;

export interface WorldOptions {
  readonly planted?: PlantedBug;
  /** Told each step. */
  readonly onTrace?: (line: string) => void;
}

export interface WorldReport {
  /** What was found; empty when all is well. */
  readonly violations: readonly string[];
  /** The same for the same seed: a digest of all that happened. */
  readonly digest: string;
  readonly steps: number;
}

export async function simulateWorld(
  seed: number,
  options: WorldOptions = {},
): Promise<WorldReport> {
  const world = await openWorld(seed, options);
  await world.liveThrough();
  await world.heal();
  return world.report();
}

async function openWorld(seed: number, { planted, onTrace }: WorldOptions) {
  const scheduler = new Scheduler(START_MS);
  const violations = new Set<string>();
  const lines: string[] = [];
  const trace = (line: string) => {
    const text = `${(scheduler.nowMs - START_MS).toFixed(3)} ${line}\n`;
    lines.push(text);
    onTrace?.(text);
  };
  const violation = (what: string) => {
    trace(`VIOLATION ${what}`);
    violations.add(what);
  };
  const fate = new Fate(new SeededRandom(seed, 'fate'));
  const random = new SeededRandom(seed, 'world');
  const deliver: Deliver = async (path, body, headers) =>
    (await platform.request('hooks', { path, body, headers }))?.status;
  const mail = {
    scheduler,
    fate,
    random: new SeededRandom(seed, 'mail'),
    deliver,
    installation: INSTALLATION,
  };
  const announce = gatewayAnnouncer(mail);
  // A limit that binds now and then; it is held to the second only where all clocks agree.
  const callsPerMinute = random.pick([100, 100, 100, 12]);
  const outside = new Outside({
    scheduler,
    announce,
    violation,
    random: new SeededRandom(seed, 'outside'),
    callsPerMinute: fate.clocksAgree ? callsPerMinute : Number.POSITIVE_INFINITY,
  });
  const store = createMemoryStore();
  const watch = new Watch(store, outside.gateway, violation);
  const parts = { scheduler, fate, trace, violation, store, outside, planted, seed, watch };
  const platform = new Platform(parts);
  const people = new People({ ...parts, random, platform, installation: INSTALLATION });
  const connected = random.chance(0.25) ? merchants : merchants.slice(0, 1);
  await connect(store, scheduler, connected, callsPerMinute);

  /** The timer of a minute, which comes late or not at all now and then. */
  async function minute(): Promise<void> {
    if (!fate.chance(0.1) || fate.isHealed) void platform.runTimer();
    await scheduler.runUntil(scheduler.nowMs + MINUTE_MS);
  }

  return {
    async liveThrough(): Promise<void> {
      const { lastsMs } = tellStory({
        ...parts,
        random,
        people,
        connected,
        installation: INSTALLATION,
        announceOrder: (order) => announceOrder(mail, order),
      });
      while (scheduler.nowMs < START_MS + lastsMs) await minute();
      // Now and then trouble goes on for hours, with a timer that hardly comes through.
      const troubleEndsMs = scheduler.nowMs + (random.chance(0.05) ? LONG_TROUBLE_MS : 0);
      while (scheduler.nowMs < troubleEndsMs) {
        await scheduler.runUntil(scheduler.nowMs + 15 * MINUTE_MS);
        await minute();
      }
    },
    /** Nothing goes wrong any more; time goes on until nothing is left to do. */
    async heal(): Promise<void> {
      trace('healing');
      fate.heal();
      outside.gateway.heal();
      await minute();
      await scheduler.runUntil(scheduler.nowMs + CATCH_UP_MS);
      await minute();
      const limitMs = scheduler.nowMs + HEAL_MAX_MS;
      while (scheduler.nowMs < limitMs) {
        await scheduler.runDry(limitMs);
        const dueAt = await readDueAt(store);
        if (dueAt === undefined) return;
        await scheduler.runUntil(Math.max(scheduler.nowMs, dueAt) + MINUTE_MS);
        await minute();
      }
      violation('after three days there is still something to do');
    },
    async report(): Promise<WorldReport> {
      await checkWorld({ store, outside, installation: INSTALLATION, violation });
      return { violations: [...violations], digest: digestOf(lines), steps: lines.length };
    },
  };
}

function digestOf(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('')).digest('hex');
}

async function connect(
  store: Store,
  scheduler: Scheduler,
  connected: readonly SimulatedMerchant[],
  callsPerMinute: number,
): Promise<void> {
  const clock = { now: () => scheduler.nowMs };
  const admin = { userId: 'admin-1', name: 'An Admin', role: 'admin' } as const;
  await connectCompany({ store, clock, secrets: openSecrets }, INSTALLATION, admin, {
    name: 'Simulated company',
    timeZone: 'America/New_York',
    zoho: {
      accountsUrl: `https://${hosts.accounts}`,
      apiUrl: `https://${hosts.zoho}`,
      deskUrl: `https://${hosts.desk}`,
      clientId: 'client',
      clientSecret: 'client-secret',
      refreshToken: 'refresh-token',
      booksOrganizationId: 'books-org',
      crmOrgId: 'crm-org',
      deskOrgId: 'desk-org',
      callsPerMinute,
    },
    gateway: {
      url: `https://${hosts.gateway}`,
      host: hosts.gateway,
      authentication: 'http-signature',
    },
    merchants: connected.map(({ merchantId, currency, clearingAccount }) => ({
      merchantId,
      keyId: 'key-1',
      secret: Buffer.alloc(32, 1).toString('base64'),
      currencies: [currency],
      clearingAccounts: { [currency]: clearingAccount },
      webhookKeys: [webhookKeyOf(merchantId)],
    })),
    shop: {
      url: `https://${hosts.shop}`,
      consumerKey: 'ck',
      consumerSecret: 'cs',
      webhookSecret: SHOP_WEBHOOK_SECRET,
    },
  });
}
