// The customer at the card page: presses twice, opens two tabs, reloads, tries another card, and gives up at some time.
import type { PayView } from '../../functions/core/contract/charges.ts';
import { intentId } from '../../functions/core/domain/ids.ts';
import type { Coverage } from './coverage.ts';
import type { Decisions } from './decisions.ts';
import { transientToken } from './outside/card-fields.ts';
import type { Buyer } from './outside/shop.ts';
import { type Answer, PUBLIC_URL } from './platform/entries.ts';
import type { Platform } from './platform/platform.ts';
import type { Scheduler } from './scheduler.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface PayerParts {
  readonly scheduler: Scheduler;
  readonly random: SeededRandom;
  readonly platform: Platform;
  readonly coverage: Coverage;
  readonly decisions: Decisions;
  readonly trace: ((line: string) => void) | undefined;
  readonly violation: (what: string) => void;
}

const PRESSES_MAX = 5;
const LOOKS_MAX = 6;

const waysToPress = [
  ['once', 70],
  ['twice', 18],
  ['in two tabs', 12],
] as const;

export class Payer {
  readonly #parts: PayerParts;
  readonly #buyer: Buyer;
  #cards = 0;

  constructor(parts: PayerParts, buyer: Buyer) {
    this.#parts = parts;
    this.#buyer = buyer;
  }

  /** Pays on the page of a link; answers how it stood when the customer left. */
  async pay(secret: string, amountMinor: number, keepsCard: boolean): Promise<string> {
    const { random, scheduler, coverage } = this.#parts;
    for (let presses = 0; presses < PRESSES_MAX; presses += 1) {
      const state = await this.#look(secret);
      if (state !== 'open') return state;
      const fields = await this.#post('/pay/fields', { secret });
      if (fields?.status !== 200) continue;
      await scheduler.sleep(random.between(2_000, 30_000));
      const way = random.weighted(waysToPress);
      coverage.count(`story pays ${way}`);
      const press = this.#press(secret, amountMinor, keepsCard);
      const other = this.#press(secret, amountMinor, keepsCard);
      if (way === 'once') await press();
      if (way === 'twice') await Promise.all([press(), press()]);
      if (way === 'in two tabs') await Promise.all([press(), other()]);
      if (random.chance(0.1)) return 'left';
    }
    return 'left';
  }

  /** Looks until it is clear whether there is something to pay. */
  async #look(secret: string): Promise<string> {
    const { random, scheduler } = this.#parts;
    for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
      const answer = await this.#post('/pay/show', { secret });
      const state = stateOf(answer);
      if (state !== undefined && state !== 'under-way') return state;
      await scheduler.sleep(random.pick([1_000, 20_000, 120_000]) * random.between(0.5, 1));
    }
    return 'left';
  }

  /** One press of the button, which may be sent more than once. */
  #press(secret: string, amountMinor: number, keepsCard: boolean) {
    const { random, scheduler, decisions } = this.#parts;
    const tryId = intentId(Math.floor(scheduler.nowMs), random.bytes(16));
    decisions.note(tryId, 'charge', amountMinor);
    this.#cards += 1;
    const { firstName, lastName, email } = this.#buyer;
    const body = {
      ...{ secret, tryId, firstName, lastName: lastName.slice(0, 60), email, keepsCard },
      transientToken: transientToken(scheduler.nowMs, this.#cards),
      address: { line1: 'Main St 1', city: 'Springfield', postalCode: '12345', country: 'US' },
    };
    return async () => {
      const answer = await this.#post('/pay/card', body);
      // The page sends the same press again while nobody answers.
      return answer === undefined ? this.#post('/pay/card', body) : answer;
    };
  }

  async #post(path: string, body: object): Promise<Answer | undefined> {
    const { random, scheduler, platform, coverage, trace, violation } = this.#parts;
    await scheduler.sleep(random.between(10, 150));
    const headers = { 'content-type': 'application/json', origin: new URL(PUBLIC_URL).origin };
    const text = JSON.stringify(body);
    const answer = await platform.request('api', { method: 'POST', path, headers, body: text });
    coverage.count(`page ${path} ${answer?.status ?? 'cut'}`);
    trace?.(`customer ${path} -> ${answer?.status ?? 'cut'} ${answer?.body.slice(0, 300)}`);
    if (answer?.status === 500) violation(`${path} answered ${answer.body}`);
    return answer;
  }
}

function stateOf(answer: Answer | undefined): PayView['state'] | undefined {
  return answer?.status === 200 ? (JSON.parse(answer.body) as PayView).state : undefined;
}
