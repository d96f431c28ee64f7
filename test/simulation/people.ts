// Those who refund through the panel: they click twice, try again, re-send later, and ask what became of it.
import { intentId } from '../../functions/core/domain/ids.ts';
import type { Coverage } from './coverage.ts';
import type { Decisions } from './decisions.ts';
import { insist } from './insist.ts';
import type { Scheduler } from './scheduler.ts';
import type { SeededRandom } from './seeded-random.ts';
import { type Person, type StaffRequest, staff, stateOf } from './staff.ts';

export interface PeopleParts {
  readonly scheduler: Scheduler;
  readonly random: SeededRandom;
  readonly request: StaffRequest;
  readonly coverage: Coverage;
  readonly decisions: Decisions;
  readonly violation: (what: string) => void;
}

/** What somebody still has to do once nothing goes wrong any more; undefined when nothing is left of it. */
export type Duty = () => Promise<void> | undefined;

export interface RefundWish {
  readonly intentId: string;
  readonly paymentKey: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly reason: string;
}

const waysToDecide = [
  ['approved', 50],
  ['rejected', 15],
  ['withdrawn', 10],
  ['raced', 15],
  ['left alone', 10],
] as const;

export class People {
  readonly #parts: PeopleParts;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
  }

  /** A decision to refund: one intent, whatever it takes to get it through. */
  decide(paymentKey: string, amountMinor: number, currency: string): RefundWish {
    const { scheduler, random, decisions } = this.#parts;
    const id = intentId(Math.floor(scheduler.nowMs), random.bytes(16));
    decisions.note(id, 'refund', amountMinor);
    return { intentId: id, paymentKey, amountMinor, currency, reason: 'Sent back' };
  }

  /** Asks until somebody answers; one who is told that nothing moved may decide anew. */
  async refund(wish: RefundWish, person: Person = this.#somebody()): Promise<void> {
    const { random, scheduler } = this.#parts;
    const state = stateOf(await insist(this.#parts, person, '/refunds', wish));
    if (state === 'failed' || state === 'declined') {
      await scheduler.sleep(random.between(2_000, 60_000));
      const { paymentKey, amountMinor, currency } = wish;
      const again = this.decide(paymentKey, amountMinor, currency);
      if (random.chance(0.7)) await insist(this.#parts, person, '/refunds', again);
    }
    if (state === 'unknown' && random.chance(0.5)) await this.#recheck(wish);
    if (state === 'approval-needed') await this.#askOthers(person, wish);
  }

  /** Asks for approval, twice now and then; others decide, or nobody does in time. */
  async #askOthers(person: Person, wish: RefundWish): Promise<void> {
    const { random } = this.#parts;
    const ask = () => insist(this.#parts, person, '/approvals/request', wish);
    const [answer] = await Promise.all(random.chance(0.2) ? [ask(), ask()] : [ask()]);
    if (answer?.status !== 200) return;
    const { key } = JSON.parse(answer.body) as { readonly key: string };
    await this.haveDecided(key, person, 'approval');
  }

  /** How a person's request ends. @param what it is about, as it is counted. */
  async haveDecided(key: string, person: Person, what: 'approval' | 'charge'): Promise<void> {
    const { random, scheduler, coverage, violation } = this.#parts;
    coverage.count(`story ${what} asked`);
    const end = random.weighted(waysToDecide);
    coverage.count(`story ${what} ${end}`);
    await scheduler.sleep(random.between(0, 120_000));
    if (end === 'left alone') return;
    if (end === 'withdrawn') {
      await insist(this.#parts, person, '/approvals/withdraw', { key, reason: '' });
      return;
    }
    const own = { key, decision: 'approved', reason: 'Mine' };
    const self = await insist(this.#parts, { ...person, role: 'admin' }, '/approvals/decide', own);
    if (self?.status === 200) violation(`${person.userId} approved their own request ${key}`);
    const deciders = [staff.admin, ...staff.clerks.filter(({ role }) => role === 'approver')];
    const others = deciders.filter(({ userId }) => userId !== person.userId);
    const decide = (decision: string) =>
      insist(this.#parts, random.pick(others), '/approvals/decide', {
        key,
        decision,
        reason: 'Looked',
      });
    if (end === 'raced') await Promise.all([decide('approved'), decide('rejected')]);
    else await decide(end);
  }

  /** Whoever sees an unknown refund asks what became of it, at once or hours later, more than once. */
  async #recheck({ intentId, paymentKey }: RefundWish): Promise<void> {
    const { random, scheduler } = this.#parts;
    for (let times = random.pick([1, 1, 2, 4]); times > 0; times -= 1) {
      await scheduler.sleep(random.pick([5_000, 60_000, 600_000, 7_200_000]) * random.fraction());
      await insist(this.#parts, this.#somebody(), '/movements/recheck', { intentId, paymentKey });
    }
  }

  /** Two clicks of one person, or the same request again much later: an intent is one person's decision. */
  async refundTwice(wish: RefundWish, apartMs: number): Promise<void> {
    const { scheduler } = this.#parts;
    const person = this.#somebody();
    scheduler.after(apartMs, () => void this.refund(wish, person));
    await this.refund(wish, person);
  }

  /** The same intent with another amount must be refused, whoever comes first. */
  async reuse(wish: RefundWish): Promise<void> {
    const other = { ...wish, amountMinor: wish.amountMinor + 1 };
    this.#parts.decisions.note(wish.intentId, 'refund', other.amountMinor);
    const person = this.#somebody();
    const answers = await Promise.all([
      insist(this.#parts, person, '/refunds', wish),
      insist(this.#parts, person, '/refunds', other),
    ]);
    if (answers.every((answer) => answer?.status === 200)) {
      this.#parts.violation(`intent ${wish.intentId} was taken with two amounts`);
    }
  }

  /** One who may only look must be refused. */
  async overstep(wish: RefundWish): Promise<void> {
    const answer = await insist(this.#parts, staff.onlooker, '/refunds', wish);
    if (answer?.status === 200) this.#parts.violation(`a viewer refunded with ${wish.intentId}`);
  }

  async lookAt(invoiceId: string): Promise<void> {
    const body = { host: 'books', record: { kind: 'invoice', id: invoiceId } };
    await this.#parts.request(this.#somebody(), { path: '/panel', body });
  }

  #somebody(): Person {
    return this.#parts.random.pick(staff.clerks);
  }
}
