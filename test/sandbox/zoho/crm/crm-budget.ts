// CRM's limits: credits over a rolling day, and requests at the same time.
import type { SandboxClock } from '../../clock.ts';
import { InFlight, RollingWindow } from '../request-budget.ts';
import { crmRefusals } from './crm-errors.ts';

const DAY_MS = 86_400_000;
/** Enterprise with ten users. */
const CREDITS = 60_000;
const CONCURRENT = 20;
const ROWS_PER_CREDIT = 10;

export class CrmBudget {
  readonly #clock: SandboxClock;
  readonly #day = new RollingWindow(DAY_MS);
  readonly #inFlight = new InFlight(CONCURRENT);

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  /** A 429 does not say which of the two limits was met. */
  enter(): void {
    if (this.#day.used(this.#clock.now()) >= CREDITS) throw crmRefusals.tooMany();
    if (!this.#inFlight.enter()) throw crmRefusals.tooMany();
    this.#day.add(this.#clock.now());
  }

  leave(): void {
    this.#inFlight.leave();
  }

  /** Writes cost a credit for every ten rows; the first was counted on entry. */
  addRows(rows: number): void {
    const more = Math.ceil(rows / ROWS_PER_CREDIT) - 1;
    if (more > 0) this.#day.add(this.#clock.now(), more);
  }

  /** The header comes only once half of the credits are gone. */
  headers(): Record<string, string> {
    const left = CREDITS - this.#day.used(this.#clock.now());
    return left * 2 < CREDITS ? { 'X-API-CREDITS-REMAINING': String(left) } : {};
  }
}
