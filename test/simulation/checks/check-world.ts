// What must hold once a world has healed, whatever went wrong in it.
import type { Store } from '../../../functions/core/ports/store.ts';
import type { Decisions } from '../decisions.ts';
import type { Outside } from '../outside/outside.ts';
import { checkApprovals } from './check-approvals.ts';
import { checkAudit } from './check-audit.ts';
import { checkBooks } from './check-books.ts';
import { checkCharges } from './check-charges.ts';
import { checkDecisions } from './check-decisions.ts';
import { checkEvents } from './check-events.ts';
import { checkOrders } from './check-orders.ts';
import { checkPayments } from './check-payments.ts';
import { checkSavedCards } from './check-saved-cards.ts';
import type { HealedWorld } from './healed-world.ts';

export async function checkWorld(parts: {
  readonly store: Store;
  readonly outside: Outside;
  readonly decisions: Decisions;
  readonly installation: string;
  readonly connectedAt: number;
  readonly isSettled: boolean;
  /** From when on the world's policy is the strict one (epoch ms). */
  readonly strictFrom: number;
  readonly violation: (what: string) => void;
}): Promise<void> {
  const { store, installation } = parts;
  const all = { where: [['installation', '=', installation]] } as const;
  const world: HealedWorld = {
    ...parts,
    inbox: await store.select('Inbox', { where: [...all.where] }),
    runs: await store.select('Runs', { where: [...all.where] }),
    movements: await store.select('Movements', { where: [...all.where] }),
    payments: await store.select('Payments', { where: [...all.where] }),
    charges: await store.select('Charges', { where: [...all.where] }),
    alarms: await store.select('Alarms', { where: [...all.where] }),
    audit: await store.select('Audit', { where: [...all.where], orderBy: ['audit_key', 'asc'] }),
  };
  checkEvents(world);
  checkPayments(world);
  checkOrders(world);
  checkBooks(world);
  checkAudit(world);
  checkDecisions(world);
  checkCharges(world);
  checkSavedCards(world, await store.select('Cards', { where: [...all.where] }));
  checkApprovals(
    world,
    await store.select('Approvals', { where: [...all.where] }),
    parts.strictFrom,
  );
}
