// The customer at the card page: presses twice, opens two tabs, reloads, tries another card, and gives up at some time.
import type { PayConfirmationStart, PayView } from '../../functions/core/contract/charges.ts';
import { intentId } from '../../functions/core/domain/ids.ts';
import type { ToldLink } from './charge-people.ts';
import type { Coverage } from './coverage.ts';
import type { Decisions } from './decisions.ts';
import { transientToken } from './outside/card-fields.ts';
import type { Outside } from './outside/outside.ts';
import type { Buyer } from './outside/shop.ts';
import { type Answer, PUBLIC_URL } from './platform/entries.ts';
import type { Platform } from './platform/platform.ts';
import type { Scheduler } from './scheduler.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface PayerParts {
  readonly scheduler: Scheduler;
  readonly random: SeededRandom;
  readonly platform: Platform;
  readonly outside: Outside;
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

const waysAtTheBank = [
  ['confirmed', 60],
  ['refused', 20],
  ['left', 20],
] as const;

const browser = {
  ...{ language: 'en', colorDepth: 24, screenHeight: 800, screenWidth: 400 },
  ...{ timeDifferenceMinutes: 300, userAgent: 'A browser' },
};

type Seen = Pick<PayView, 'confirms'> & { readonly state: PayView['state'] | 'left' };

interface Press {
  readonly amountMinor: number;
  readonly keepsCard: boolean;
  /** The bank is asked first. */
  readonly confirms: boolean;
}

export class Payer {
  readonly #parts: PayerParts;
  readonly #buyer: Buyer;
  #cards = 0;

  constructor(parts: PayerParts, buyer: Buyer) {
    this.#parts = parts;
    this.#buyer = buyer;
  }

  /** Pays on the page of a link; answers how it stood when the customer left. */
  async pay(link: ToldLink, amountMinor: number, keepsCard: boolean): Promise<string> {
    const { random, scheduler, coverage } = this.#parts;
    for (let presses = 0; presses < PRESSES_MAX; presses += 1) {
      const { state, confirms = false } = await this.#look(link.secret);
      if (state !== 'open') return state;
      const fields = await this.#post('/pay/fields', { secret: link.secret });
      if (fields?.status !== 200) continue;
      await scheduler.sleep(random.between(2_000, 30_000));
      const way = random.weighted(waysToPress);
      coverage.count(`story pays ${way}`);
      const press = this.#press(link, { amountMinor, keepsCard, confirms });
      const other = this.#press(link, { amountMinor, keepsCard, confirms });
      if (way === 'once') await press();
      if (way === 'twice') await Promise.all([press(), press()]);
      if (way === 'in two tabs') await Promise.all([press(), other()]);
      if (random.chance(0.1)) return 'left';
    }
    return 'left';
  }

  /** Looks until it is clear whether there is something to pay. */
  async #look(secret: string): Promise<Seen> {
    const { random, scheduler } = this.#parts;
    for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
      const answer = await this.#post('/pay/show', { secret });
      const view = viewOf(answer);
      if (view !== undefined && view.state !== 'under-way') return view;
      await scheduler.sleep(random.pick([1_000, 20_000, 120_000]) * random.between(0.5, 1));
    }
    return { state: 'left' };
  }

  /** One press of the button, which may be sent more than once. */
  #press({ secret, intent }: ToldLink, { amountMinor, keepsCard, confirms }: Press) {
    const { random, scheduler, decisions } = this.#parts;
    const tryId = intentId(Math.floor(scheduler.nowMs), random.bytes(16));
    decisions.note(tryId, 'charge', amountMinor, intent);
    this.#cards += 1;
    const { firstName, lastName, email } = this.#buyer;
    const body = {
      ...{ secret, tryId, firstName, lastName: lastName.slice(0, 60), email, keepsCard },
      transientToken: transientToken(scheduler.nowMs, this.#cards),
      address: { line1: 'Main St 1', city: 'Springfield', postalCode: '12345', country: 'US' },
    };
    return () => (confirms ? this.#confirm(body) : this.#send(body));
  }

  /** The page sends the same press again while nobody answers. */
  async #send(body: object): Promise<Answer | undefined> {
    return (await this.#post('/pay/card', body)) ?? this.#post('/pay/card', body);
  }

  /** Lets the bank look at the device, and does what its page wants: right, wrong, or not at all. */
  async #confirm(body: { secret: string; transientToken: string }): Promise<Answer | undefined> {
    const { random, scheduler, coverage, outside } = this.#parts;
    const { secret, transientToken: token } = body;
    const started = await this.#post('/pay/confirmation', { secret, transientToken: token });
    if (started?.status !== 200) return started;
    const { referenceId } = JSON.parse(started.body) as PayConfirmationStart;
    const device = { kind: 'device', referenceId, browser };
    const answer = await this.#send({ ...body, confirmation: device });
    const challenge = viewOf(answer)?.challenge;
    if (challenge === undefined) return answer;
    const end = random.weighted(waysAtTheBank);
    coverage.count(`story bank ${end}`);
    await scheduler.sleep(random.between(1_000, 60_000));
    if (end === 'left') return answer;
    outside.issuers.visit(challenge.token, end === 'confirmed');
    return this.#send({ ...body, confirmation: { kind: 'returned' } });
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

function viewOf(answer: Answer | undefined): PayView | undefined {
  return answer?.status === 200 ? (JSON.parse(answer.body) as PayView) : undefined;
}
