// What goes wrong in a world: which faults it knows, how often each strikes, and how long things take.
import type { Coverage } from './coverage.ts';
import type { SeededRandom } from './seeded-random.ts';

/** What may happen to one call over a wire; `before` and `after` the other side has acted. */
export type WireFault =
  | 'crash-before'
  | 'crash-after'
  | 'cut-before'
  | 'cut-after'
  | 'hang-before'
  | 'hang-after'
  | 'never-sent'
  | 'late'
  | 'busy'
  | 'bad-gateway-before'
  | 'bad-gateway-after'
  | 'bad-answer'
  | 'token-revoked';

export const storeFaults = [
  'crash-before',
  'crash-after',
  'cut-before',
  'cut-after',
  'hang-before',
  'hang-after',
] as const satisfies readonly WireFault[];
export const netFaults = [
  ...storeFaults,
  'never-sent',
  'late',
  'busy',
  'bad-gateway-before',
  'bad-gateway-after',
  'bad-answer',
  'token-revoked',
] as const satisfies readonly WireFault[];

/** What may happen to an announcement or a job on its way. */
export type MessageFault = 'dropped' | 'doubled' | 'delayed';
export const messageFaults: readonly MessageFault[] = ['dropped', 'doubled', 'delayed'];

type Rates<F extends string> = readonly (readonly [fault: F, rate: number])[];

/**
 * Each world knows only some of the faults, each at a rate of its own: a world in which everything fails all the
 * time would hide the faults behind each other.
 */
export class Fate {
  readonly #random: SeededRandom;
  readonly #coverage: Coverage;
  readonly #store: Rates<WireFault>;
  readonly #net: Rates<WireFault>;
  readonly #announcements: Rates<MessageFault>;
  readonly #jobs: Rates<MessageFault>;
  readonly #movementTrouble: number;
  readonly #slownessMs: number;
  readonly #skewMs: number;
  #on = true;

  constructor(random: SeededRandom, coverage: Coverage) {
    this.#random = random;
    this.#coverage = coverage;
    const some = <F extends string>(faults: readonly F[], from: number, to: number): Rates<F> =>
      faults.flatMap((fault) =>
        random.chance(0.4) ? [[fault, from * (to / from) ** random.fraction()] as const] : [],
      );
    this.#store = some(storeFaults, 0.001, 0.02);
    this.#net = some(netFaults, 0.005, 0.15);
    const isDeaf = random.chance(0.08);
    this.#announcements = isDeaf ? [['dropped', 1]] : some(messageFaults, 0.05, 0.6);
    this.#jobs = some(messageFaults, 0.05, 0.4);
    this.#movementTrouble = random.pick([0, 0.2, 0.6]);
    this.#slownessMs = random.pick([4, 20, 20, 120]);
    this.#skewMs = random.pick([0, 0, 2_000, 20_000]);
    if (isDeaf) coverage.count('world that hears of nothing');
    if (this.#skewMs > 0) coverage.count('world of clocks that disagree');
  }

  /** From now on nothing goes wrong any more. */
  heal(): void {
    this.#on = false;
  }

  get isHealed(): boolean {
    return !this.#on;
  }

  storeFault(): WireFault | undefined {
    return this.#draw('store', this.#store);
  }

  netFault(): WireFault | undefined {
    return this.#draw('net', this.#net);
  }

  /** Money on its way to the gateway: the one call where everything is at stake. */
  movementFault(): WireFault | undefined {
    const isTrouble = this.#on && this.#random.chance(this.#movementTrouble);
    if (!isTrouble) return this.#draw('movement', this.#net);
    const fault = this.#random.pick(netFaults);
    this.#coverage.count(`fault movement ${fault}`);
    return fault;
  }

  announcementFault(): MessageFault | undefined {
    return this.#draw('announcement', this.#announcements);
  }

  jobFault(): MessageFault | undefined {
    return this.#draw('job', this.#jobs);
  }

  /** One way over a wire: mostly quick, now and then slow. */
  travelMs(): number {
    const usual = this.#slownessMs * (0.1 + this.#random.fraction());
    return this.#random.chance(0.02) ? usual * this.#random.between(5, 40) : usual;
  }

  /** Whether all instances have the same time. */
  get clocksAgree(): boolean {
    return this.#skewMs === 0;
  }

  /** How far the clock of a function instance is off. */
  skewMs(): number {
    return Math.round(this.#random.between(-this.#skewMs, this.#skewMs));
  }

  chance(probability: number): boolean {
    return this.#random.chance(probability);
  }

  between(from: number, to: number): number {
    return this.#random.between(from, to);
  }

  #draw<F extends string>(where: string, rates: Rates<F>): F | undefined {
    if (!this.#on) return undefined;
    let luck = this.#random.fraction();
    for (const [fault, rate] of rates) {
      if (luck < rate) {
        this.#coverage.count(`fault ${where} ${fault}`);
        return fault;
      }
      luck -= rate;
    }
    return undefined;
  }
}
