// What a person moves on one day without approval: each claim takes the next place of the day, so that a limit holds when raced.
import type { InstallationId } from '../domain/ids.ts';
import { holdsAmount, type MovementState } from '../domain/movement.ts';
import type { Store } from '../ports/store.ts';
import type { Row } from '../store/schema.ts';
import type { WorkPorts } from './lease.ts';
import { hashed } from './links.ts';

/** One person's day in one currency. */
export interface PersonDay {
  readonly installation: InstallationId;
  readonly userId: string;
  /** `YYYY-MM-DD` in the organization's time zone. */
  readonly day: string;
  readonly currency: string;
}

type Claim = Row<'DayClaims'>;

const CLAIM_TRIES = 100;
/** One store read; somebody with so many movements on one day has no allowance left. */
const CLAIMS_MAX = 300;
const KEYS_IN_ONE_READ = 100;
/** A function lives for half a minute: a claim without its movement is over by then. */
const CLAIM_HOLDS_MS = 2 * 60_000;

function dayKey({ installation, day, currency, userId }: PersonDay): string {
  return `${installation}|${day}|${currency}|${hashed(userId).slice(0, 32)}`;
}

/** What the person has moved on that day, minor units. One or two store reads. */
export async function movedOnDay(
  ports: Pick<WorkPorts, 'store' | 'clock'>,
  day: PersonDay,
): Promise<number> {
  return movedBy(ports, await readClaims(ports.store, dayKey(day)), '');
}

/**
 * Claims a part of the day for a movement. `judge` sees what the person's other movements of the day come to, up to the
 * place that the claim takes; two who have judged the same day can't both take the same place. Claiming again for a
 * movement that is there changes nothing.
 * @returns what `judge` found against it; undefined when it is claimed.
 */
export async function claimOfDay<P>(
  ports: WorkPorts,
  day: PersonDay,
  movement: { readonly key: string; readonly amountMinor: number },
  judge: (movedMinor: number) => P | undefined,
): Promise<P | undefined> {
  const key = dayKey(day);
  for (let attempt = 0; attempt < CLAIM_TRIES; attempt += 1) {
    const claims = await readClaims(ports.store, key);
    // Somebody has been there before us: perhaps an earlier try of ours, which may have been on another day.
    const mine =
      claims.find((claim) => claim.movement_key === movement.key) ??
      (attempt > 0 ? await ports.store.find('DayClaims', 'movement_key', movement.key) : undefined);
    if (mine !== undefined && (await isMoved(ports.store, mine))) return undefined;
    const found = judge(await movedBy(ports, claims, movement.key));
    if (found !== undefined) return found;
    const place = {
      // Places are never used twice: what was given up keeps its row.
      slot: `${key}#${Math.max(0, ...claims.map(placeOf)) + 1}`,
      day_key: key,
      amount_minor: movement.amountMinor,
      claimed_at: ports.clock.now(),
    };
    if (await takePlace(ports.store, day, movement.key, mine, place)) return undefined;
  }
  throw new Error('no place in a person’s day after many tries');
}

/** Gives a claim back whose movement was not let in. */
export async function giveBackDay(store: Store, movementKey: string): Promise<void> {
  const claim = await store.find('DayClaims', 'movement_key', movementKey);
  if (claim !== undefined) await store.update('DayClaims', claim.ROWID, { amount_minor: 0 });
}

/** A claim of an earlier try moves on to the new place, so that it has judged all that came in between. */
async function takePlace(
  store: Store,
  { installation }: PersonDay,
  movementKey: string,
  mine: Claim | undefined,
  place: Pick<Claim, 'slot' | 'day_key' | 'amount_minor' | 'claimed_at'>,
): Promise<boolean> {
  if (mine !== undefined) return (await store.update('DayClaims', mine.ROWID, place)) === 'updated';
  const row = { ...place, installation, movement_key: movementKey };
  return (await store.insert('DayClaims', row)).kind === 'inserted';
}

function readClaims(store: Store, key: string): Promise<Claim[]> {
  return store.select('DayClaims', { where: [['day_key', '=', key]], limit: CLAIMS_MAX });
}

function placeOf({ slot }: Claim): number {
  return Number(slot.slice(slot.lastIndexOf('#') + 1));
}

async function isMoved(store: Store, claim: Claim): Promise<boolean> {
  return (await store.find('Movements', 'movement_key', claim.movement_key)) !== undefined;
}

/** A movement counts as long as it holds its amount; a claim whose movement is not there yet counts for a while. */
async function movedBy(
  { store, clock }: Pick<WorkPorts, 'store' | 'clock'>,
  claims: readonly Claim[],
  exceptKey: string,
): Promise<number> {
  if (claims.length >= CLAIMS_MAX) return Number.MAX_SAFE_INTEGER;
  const others = claims.filter((claim) => claim.movement_key !== exceptKey);
  const movements = new Map<string, Row<'Movements'>>();
  for (let from = 0; from < others.length; from += KEYS_IN_ONE_READ) {
    const keys = others.slice(from, from + KEYS_IN_ONE_READ).map((claim) => claim.movement_key);
    const rows = await store.select('Movements', { where: [['movement_key', 'in', keys]] });
    for (const row of rows) movements.set(row.movement_key, row);
  }
  return others.reduce((sum, claim) => {
    const movement = movements.get(claim.movement_key);
    if (movement === undefined) {
      const isFresh = clock.now() < claim.claimed_at + CLAIM_HOLDS_MS;
      return sum + (isFresh ? claim.amount_minor : 0);
    }
    return sum + (holdsAmount(movement.state as MovementState) ? movement.amount_minor : 0);
  }, 0);
}
