// Those who refund through the panel: they click twice, try again, re-send later, and ask what became of it.
import { intentId } from '../../functions/core/domain/ids.ts';
import type { Answer } from './platform/entries.ts';
import type { Scheduler } from './scheduler.ts';
import type { SeededRandom } from './seeded-random.ts';
import { type Person, type StaffRequest, staff, stateOf } from './staff.ts';

export interface PeopleParts {
  readonly scheduler: Scheduler;
  readonly random: SeededRandom;
  readonly request: StaffRequest;
  readonly violation: (what: string) => void;
}

export interface RefundWish {
  readonly intentId: string;
  readonly paymentKey: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly reason: string;
}

const TRIES_MAX = 4;

export class People {
  readonly #parts: PeopleParts;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
  }

  /** A decision to refund: one intent, whatever it takes to get it through. */
  decide(paymentKey: string, amountMinor: number, currency: string): RefundWish {
    const { scheduler, random } = this.#parts;
    const id = intentId(Math.floor(scheduler.nowMs), random.bytes(16));
    return { intentId: id, paymentKey, amountMinor, currency, reason: 'Sent back' };
  }

  /** Asks until somebody answers; one who is told that nothing moved may decide anew. */
  async refund(wish: RefundWish): Promise<void> {
    const { random, scheduler } = this.#parts;
    const person = this.#somebody();
    const state = stateOf(await this.#ask(person, '/refunds', wish));
    if (state === 'failed' || state === 'declined') {
      await scheduler.sleep(random.between(2_000, 60_000));
      const { paymentKey, amountMinor, currency } = wish;
      const again = this.decide(paymentKey, amountMinor, currency);
      if (random.chance(0.7)) await this.#ask(person, '/refunds', again);
    }
    if (state === 'unknown' && random.chance(0.5)) await this.#recheck(wish);
  }

  /** Whoever sees an unknown refund asks what became of it, at once or hours later, more than once. */
  async #recheck({ intentId, paymentKey }: RefundWish): Promise<void> {
    const { random, scheduler } = this.#parts;
    for (let times = random.pick([1, 1, 2, 4]); times > 0; times -= 1) {
      await scheduler.sleep(random.pick([5_000, 60_000, 600_000, 7_200_000]) * random.fraction());
      await this.#ask(this.#somebody(), '/movements/recheck', { intentId, paymentKey });
    }
  }

  /** Two clicks, or the same request again much later. */
  async refundTwice(wish: RefundWish, apartMs: number): Promise<void> {
    const { scheduler } = this.#parts;
    scheduler.after(apartMs, () => void this.refund(wish));
    await this.refund(wish);
  }

  /** The same intent with another amount must be refused, whoever comes first. */
  async reuse(wish: RefundWish): Promise<void> {
    const other = { ...wish, amountMinor: wish.amountMinor + 1 };
    const person = this.#somebody();
    const answers = await Promise.all([
      this.#ask(person, '/refunds', wish),
      this.#ask(person, '/refunds', other),
    ]);
    if (answers.every((answer) => answer?.status === 200)) {
      this.#parts.violation(`intent ${wish.intentId} was taken with two amounts`);
    }
  }

  /** One who may only look must be refused. */
  async overstep(wish: RefundWish): Promise<void> {
    const answer = await this.#ask(staff.onlooker, '/refunds', wish);
    if (answer?.status === 200) this.#parts.violation(`a viewer refunded with ${wish.intentId}`);
  }

  async lookAt(invoiceId: string): Promise<void> {
    const body = { host: 'books', record: { kind: 'invoice', id: invoiceId } };
    await this.#parts.request(this.#somebody(), { path: '/panel', body });
  }

  #somebody(): Person {
    return this.#parts.random.pick(staff.clerks);
  }

  /** Tries again while nobody answers or the payment is not known yet. */
  async #ask(person: Person, path: string, body: object): Promise<Answer | undefined> {
    const { scheduler, random, request } = this.#parts;
    for (let tries = 1; ; tries += 1) {
      const answer = await request(person, { path, body });
      const isClear = answer !== undefined && answer.status !== 503 && answer.status !== 404;
      if (isClear || tries === TRIES_MAX) return answer;
      await scheduler.sleep(random.pick([500, 5_000, 60_000]) * random.between(0.5, 2));
    }
  }
}
