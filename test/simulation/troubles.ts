// What befalls the company beside the faults of single calls: blocks, lost keys, ended consents, people's own hands.
import type { Administrator } from './administrator.ts';
import type { Coverage } from './coverage.ts';
import type { Announce } from './outside/gateway.ts';
import type { Outside } from './outside/outside.ts';
import type { Scheduler } from './scheduler.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { SimulatedMerchant } from './story.ts';

const MINUTE_MS = 60_000;

export interface TroubleParts {
  readonly scheduler: Scheduler;
  readonly random: SeededRandom;
  readonly outside: Outside;
  readonly administrator: Administrator;
  readonly announce: Announce;
  readonly connected: readonly SimulatedMerchant[];
  readonly coverage: Coverage;
  readonly lastsMs: number;
}

/** Puts the troubles of this world into the queue. */
export function brewTroubles(parts: TroubleParts): void {
  const { random, scheduler, outside, administrator, coverage } = parts;
  const { gateway, books, shop, accounts } = outside;
  const sometime = (probability: number, name: string, act: () => void) => {
    if (!random.chance(probability)) return;
    scheduler.after(random.between(0, parts.lastsMs), () => {
      coverage.count(`trouble ${name}`);
      act();
    });
  };
  /** Nobody notices for some minutes, or for hours. */
  const mendLater = (mend = () => {}) => {
    const afterMs = random.pick([2, 20, 150]) * MINUTE_MS * random.fraction();
    scheduler.after(afterMs, () => {
      mend();
      void administrator.mendConnection();
    });
  };
  sometime(0.12, 'books blocked for an hour', () => outside.blockForAnHour());
  sometime(0.5, 'batch settled', () => gateway.settle());
  sometime(0.3, 'books edited by hand', () => books.editByHand());
  sometime(0.3, 'orders completed by hand', () => shop.completeByHand());
  sometime(0.06, 'gateway key replaced', () => {
    gateway.rotateKey(random.pick(parts.connected).merchantId);
    mendLater();
  });
  sometime(0.05, 'consent ended', () => {
    accounts.endConnection();
    mendLater();
  });
  sometime(0.05, 'role taken away', () => {
    outside.allowBooks(false);
    mendLater(() => outside.allowBooks(true));
  });
  sometime(0.08, 'record deleted by hand', () => books.deleteByHand(random));
  sometime(0.03, 'event about nothing', () => {
    const { merchantId } = random.pick(parts.connected);
    const id = `79${random.whole(10_000_000, 99_999_999)}0000000000${random.whole(10, 99)}`;
    parts.announce(merchantId, 'payments.captures.accept', { id, status: 'PENDING' });
  });
  for (let round = 0; round < 3; round += 1) {
    sometime(0.15, 'dead letters looked through', () => void administrator.lookThrough());
  }
}
