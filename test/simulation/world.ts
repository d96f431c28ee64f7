// One world under one seed: everything is set up, goes wrong for a while, heals, and is checked.
import type { InstallationId } from '../../functions/core/domain/ids.ts';
import { connectCompany } from '../../functions/core/steps/connect/connect-company.ts';
import { createMemoryStore } from '../../functions/core/store/memory-store.ts';
import { grantRole } from '../core/http/granted-token.ts';
import { Administrator } from './administrator.ts';
import { tellCardStory } from './card-story.ts';
import { drawCast } from './cast.ts';
import { ChargePeople } from './charge-people.ts';
import { checkWorld } from './checks/check-world.ts';
import { readDueAt } from './checks/open-work.ts';
import { Watch } from './checks/watch.ts';
import { chooseConfirmation, publishStrictPolicy, publishWriteOffs } from './company-policy.ts';
import { connectionOf } from './connection.ts';
import { agreeFees } from './contract-fees.ts';
import { Coverage } from './coverage.ts';
import { Decisions } from './decisions.ts';
import { Fate } from './fate.ts';
import { tellInvoiceStory } from './invoice-story.ts';
import { Movers } from './movers.ts';
import { Outside } from './outside/outside.ts';
import type { ShopOrder } from './outside/shop.ts';
import { announceOrder, type Deliver, gatewayAnnouncer } from './outside/webhooks.ts';
import { type Duty, People } from './people.ts';
import { tellPhoneStory } from './phone-story.ts';
import type { PlantedBug } from './planted-bugs.ts';
import { openSecrets } from './platform/entries.ts';
import { holdCrypto } from './platform/held-crypto.ts';
import { Platform } from './platform/platform.ts';
import { Scheduler } from './scheduler.ts';
import { SeededRandom } from './seeded-random.ts';
import { staff, staffRequests } from './staff.ts';
import { merchants, tellShopStory } from './story.ts';
import { brewTroubles } from './troubles.ts';

holdCrypto();

const INSTALLATION = 'inst-1' as InstallationId;
const START_MS = 1_795_000_000_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** The longest that anything may take to heal: three days of tries of a card, and something over. */
const HEAL_MAX_MS = 80 * HOUR_MS;
/** What is unknown is cleared up within hours. */
const DUTY_ROUNDS = 8;
const DUTY_EACH_MS = 20 * MINUTE_MS;
const NEVER_IDLE = 'after three days there is still something to do';
const LONG_TROUBLE_MS = 4 * HOUR_MS;
/** How long charges are followed before all heals: the first tries after a decline fall into it. */
const FOLLOWED_MS = 5.5 * HOUR_MS;
/** How long the search index and the announcements may take to catch up. */
const CATCH_UP_MS = 6 * MINUTE_MS;
/** Payments that are captured are read again after this long, which is how a settlement is noticed. */
const SETTLED_AFTER_MS = 6.5 * HOUR_MS;

export interface WorldOptions {
  readonly planted?: PlantedBug;
  /** Told each step. */
  readonly onTrace?: (line: string) => void;
}

export interface WorldReport {
  /** What was found; empty when all is well. */
  readonly violations: readonly string[];
  /** What happened, and how often. */
  readonly coverage: Coverage;
}

export async function simulateWorld(
  seed: number,
  options: WorldOptions = {},
): Promise<WorldReport> {
  const world = openWorld(seed, options);
  await world.liveThrough();
  await world.heal();
  return world.report();
}

function openWorld(seed: number, { planted, onTrace }: WorldOptions) {
  const scheduler = new Scheduler(START_MS);
  const coverage = new Coverage();
  const violations = new Set<string>();
  const trace =
    onTrace && ((line: string) => onTrace(`${(scheduler.nowMs - START_MS).toFixed(3)} ${line}\n`));
  const violation = (what: string) => {
    trace?.(`VIOLATION ${what}`);
    violations.add(what);
  };
  const fate = new Fate(new SeededRandom(seed, 'fate'), coverage);
  const random = new SeededRandom(seed, 'world');
  const lastsMs = random.pick([2, 2, 3, 5]) * MINUTE_MS;
  const deliver: Deliver = async (path, body, headers) =>
    (await platform.request('hooks', { method: 'POST', path, body, headers }))?.status;
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
    coverage,
    violation,
    moved: (mti) => watch.seeMoved(mti),
    random: new SeededRandom(seed, 'outside'),
    callsPerMinute: fate.clocksAgree ? callsPerMinute : Number.POSITIVE_INFINITY,
  });
  const watch = new Watch({ gateway: outside.gateway, coverage, violation });
  const store = createMemoryStore(undefined, (...change) => watch.seeChange(...change));
  const parts = {
    scheduler,
    fate,
    coverage,
    trace,
    violation,
    store,
    outside,
    planted,
    seed,
    watch,
    decisions: new Decisions(),
  };
  const platform = new Platform(parts);
  const connected = random.chance(0.25) ? merchants : merchants.slice(0, 1);
  const common = { ...parts, random, platform, connected, lastsMs, installation: INSTALLATION };
  const request = staffRequests(common);
  const connection = () => ({
    connected,
    callsPerMinute,
    keyIdOf: (merchantId: string) => outside.gateway.keyIdOf(merchantId),
    refreshToken: outside.accounts.refreshToken,
  });
  const administrator = new Administrator({ ...common, request, connection });
  const people = new People({ ...common, request });
  const movers = new Movers({ ...common, request });
  const duties: Duty[] = [];
  const cast = drawCast(new SeededRandom(seed, 'cast'), coverage);

  const ownRandom = new SeededRandom(seed, 'policy');
  const isStrict = ownRandom.chance(0.4);
  /** From when on the strict policy holds (epoch ms). */
  let strictFrom = isStrict ? START_MS : Number.POSITIVE_INFINITY;
  const asksBanks = cast.includes('cards') || cast.includes('invoices');
  const confirms = asksBanks ? ownRandom.pick(['off', 'off', 'asked', 'always'] as const) : 'off';
  let isSettled = false;
  let connectedAt = 0;

  async function connect(): Promise<void> {
    connectedAt = Math.floor(scheduler.nowMs);
    const ports = { store, clock: { now: () => connectedAt }, secrets: openSecrets };
    const admin = { ...staff.admin, name: 'Somebody' };
    await connectCompany(ports, INSTALLATION, admin, connectionOf(connection()));
    const own = { secrets: openSecrets, random: new SeededRandom(seed, 'fees') };
    await agreeFees({ ...common, ...own }, connectedAt);
    if (confirms === 'off') return;
    coverage.count(`world of payers confirmed ${confirms}`);
    await chooseConfirmation(store, openSecrets, INSTALLATION, connectedAt, confirms);
    outside.issuers.confirms = confirms;
  }

  async function signIn(): Promise<void> {
    const ports = { store, clock: { now: () => START_MS } };
    for (const person of [...staff.clerks, staff.onlooker, staff.admin]) {
      await grantRole(ports, { ...person, name: 'Somebody', installation: INSTALLATION });
    }
  }

  async function becomeStrict(): Promise<void> {
    coverage.count('trouble policy changed');
    strictFrom = scheduler.nowMs;
    await publishStrictPolicy(store, ownRandom, INSTALLATION, Math.floor(strictFrom));
  }

  /** The timer of a minute, which comes late or not at all now and then. */
  async function minute(): Promise<void> {
    if (!fate.chance(0.1) || fate.isHealed) void platform.runTimer();
    await scheduler.runUntil(scheduler.nowMs + MINUTE_MS);
  }

  /** Hours in which the timer hardly comes through, and often the gateway's inquiries do not answer. */
  async function longTrouble(): Promise<void> {
    coverage.count('trouble of many hours');
    if (random.chance(0.7)) {
      coverage.count('trouble inquiries not answered');
      outside.silenceInquiries(LONG_TROUBLE_MS);
    }
    const endsMs = scheduler.nowMs + LONG_TROUBLE_MS;
    while (scheduler.nowMs < endsMs) {
      await scheduler.runUntil(scheduler.nowMs + 15 * MINUTE_MS);
      await minute();
    }
  }

  /** Time goes on, from one thing that is due to the next; answers whether nothing is left to do. */
  async function goOn(limitMs: number): Promise<boolean> {
    while (scheduler.nowMs < limitMs) {
      await scheduler.runDry(limitMs);
      const dueAt = await readDueAt(store);
      if (dueAt === undefined) return true;
      await scheduler.runUntil(Math.max(scheduler.nowMs, Math.min(dueAt, limitMs)) + MINUTE_MS);
      await minute();
    }
    return false;
  }

  async function untilIdle(): Promise<void> {
    if (violations.has(NEVER_IDLE)) return;
    if (!(await goOn(scheduler.nowMs + HEAL_MAX_MS))) violation(NEVER_IDLE);
  }

  /** People end what they have begun, as soon as nothing of it is under way any more. */
  async function endDuties(): Promise<void> {
    for (let round = 0; round < DUTY_ROUNDS; round += 1) {
      const begun = duties.flatMap((duty) => duty() ?? []);
      if (begun.length === 0) return;
      await scheduler.runUntil(scheduler.nowMs + DUTY_EACH_MS);
      await minute();
      await goOn(scheduler.nowMs + DUTY_EACH_MS);
    }
  }

  async function idleAt(timeMs: number): Promise<void> {
    await scheduler.runUntil(timeMs);
    await minute();
    await untilIdle();
  }

  return {
    async liveThrough(): Promise<void> {
      await signIn();
      if (isStrict) {
        coverage.count('world of strict limits');
        await publishStrictPolicy(store, ownRandom, INSTALLATION, START_MS);
      } else if (ownRandom.chance(0.15)) {
        scheduler.after(ownRandom.between(0, lastsMs), () => void becomeStrict());
      }
      if (cast.includes('invoices') && ownRandom.chance(0.5)) {
        coverage.count('world of rests written off');
        await publishWriteOffs(store, ownRandom, INSTALLATION, START_MS);
      }
      // Now and then the first customers were there before us.
      if (random.chance(0.1)) {
        coverage.count('world older than its connection');
        scheduler.after(random.between(0, lastsMs / 2), () => void connect());
      } else await connect();
      const story = {
        ...common,
        people,
        movers,
        announceOrder: (order: ShopOrder) => announceOrder(mail, order),
        atLast: (duty: Duty) => void duties.push(duty),
      };
      if (cast.includes('shop')) tellShopStory(story);
      if (cast.includes('phone')) {
        tellPhoneStory({ ...story, random: new SeededRandom(seed, 'phone') });
      }
      for (const [actor, tell] of [
        ['invoices', tellInvoiceStory],
        ['cards', tellCardStory],
      ] as const) {
        if (!cast.includes(actor)) continue;
        const own = { ...story, random: new SeededRandom(seed, actor) };
        tell({ ...own, charging: new ChargePeople({ ...own, request }) });
      }
      brewTroubles({ ...common, administrator, announce });
      while (scheduler.nowMs < START_MS + lastsMs) await minute();
      if (random.chance(0.15)) await longTrouble();
      // A card that is tried again finds the same troubles.
      if (cast.includes('cards')) await goOn(scheduler.nowMs + FOLLOWED_MS);
    },
    /** Nothing goes wrong any more. */
    async heal(): Promise<void> {
      trace?.('healing');
      fate.heal();
      outside.asked.heal();
      await minute();
      await endDuties();
      await idleAt(scheduler.nowMs + CATCH_UP_MS);
      // Once more all is asked for: what is asked for each hour only, and what happened when nobody could ask.
      const { completeAt } = outside.gateway.disputes;
      await idleAt(Math.max(scheduler.nowMs, completeAt) + HOUR_MS + MINUTE_MS);
      void administrator.replayAll();
      await untilIdle();
      // What staff's own movements have left undone is met again when their payments are read anew.
      if (cast.includes('phone')) await idleAt(scheduler.nowMs + SETTLED_AFTER_MS);
      if (random.chance(0.15)) {
        coverage.count('world until settlement');
        outside.gateway.settle();
        await idleAt(scheduler.nowMs + SETTLED_AFTER_MS);
        isSettled = true;
      }
    },
    async report(): Promise<WorldReport> {
      const { decisions } = parts;
      const healed = {
        store,
        outside,
        decisions,
        installation: INSTALLATION,
        connectedAt,
        isSettled,
      };
      await checkWorld({ ...healed, strictFrom, violation });
      return { violations: [...violations], coverage };
    },
  };
}
