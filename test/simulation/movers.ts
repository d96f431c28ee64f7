// Staff who capture, release and void at the panel: they click twice, ask again later, and are quicker than each other.
import { intentId } from '../../functions/core/domain/ids.ts';
import { insist } from './insist.ts';
import type { MovementKind } from './outside/asked-movements.ts';
import type { Transaction } from './outside/gateway.ts';
import type { PeopleParts } from './people.ts';
import { type Person, staff, stateOf } from './staff.ts';

export const moveActions = ['capture', 'reverse', 'void', 'void-refund'] as const;
export type MoveAction = (typeof moveActions)[number];

export interface MoveWish {
  readonly intentId: string;
  readonly paymentKey: string;
  readonly action: MoveAction;
  readonly amountMinor: number;
  readonly currency: string;
  readonly targetId?: string;
  readonly reason: string;
}

const kinds = {
  capture: 'capture',
  reverse: 'reversal',
  void: 'void',
  'void-refund': 'void',
} as const satisfies Record<MoveAction, MovementKind>;

const waysToAsk = [
  ['once', 65],
  ['clicked twice', 15],
  ['asked again later', 10],
  ['intent used twice', 6],
  ['by a viewer', 4],
] as const;

/** The names of the ways. */
export const moveWays: readonly string[] = waysToAsk.map(([way]) => way);

/** Somebody asks again what became of it, in truth for hours. */
const AGAIN_MS = 600_000;

export interface MoverParts extends PeopleParts {
  readonly installation: string;
}

export class Movers {
  readonly #parts: MoverParts;

  constructor(parts: MoverParts) {
    this.#parts = parts;
  }

  /** One decision, in whatever way it is asked for. */
  async move(
    action: MoveAction,
    payment: Transaction,
    amountMinor: number,
    target?: Transaction,
  ): Promise<void> {
    const { random, coverage, violation } = this.#parts;
    const wish = this.#decide(action, payment, amountMinor, target);
    const person = this.somebody();
    const way = random.weighted(waysToAsk);
    coverage.count(`story ${action} ${way}`);
    switch (way) {
      case 'once':
        return this.#ask(person, wish);
      case 'clicked twice':
        await Promise.all([this.#ask(person, wish), this.#ask(person, wish)]);
        return;
      case 'asked again later':
        await this.#ask(person, wish);
        await this.#parts.scheduler.sleep(random.between(0, AGAIN_MS));
        return this.#ask(person, wish);
      case 'intent used twice':
        return this.#reuse(person, wish);
      case 'by a viewer': {
        const answer = await insist(this.#parts, staff.onlooker, '/movements', wish);
        if (answer?.status === 200) violation(`a viewer moved money with ${wish.intentId}`);
        return this.#ask(person, this.#decide(action, payment, amountMinor, target));
      }
    }
  }

  /** Without any ado, by one who may do everything. */
  async finish(action: MoveAction, payment: Transaction, amountMinor: number): Promise<void> {
    await this.#ask(staff.admin, this.#decide(action, payment, amountMinor));
  }

  somebody(): Person {
    return this.#parts.random.pick([...staff.clerks, staff.admin]);
  }

  #decide(
    action: MoveAction,
    { merchantId, id, currency }: Transaction,
    amountMinor: number,
    target?: Transaction,
  ): MoveWish {
    const { scheduler, random, decisions, installation } = this.#parts;
    const intent = intentId(Math.floor(scheduler.nowMs), random.bytes(16));
    decisions.note(intent, kinds[action], amountMinor);
    return {
      intentId: intent,
      paymentKey: `${installation}|${merchantId}|${id}`,
      action,
      amountMinor,
      currency,
      ...(target === undefined ? {} : { targetId: target.id }),
      reason: 'As agreed',
    };
  }

  async #ask(person: Person, wish: MoveWish): Promise<void> {
    const { scheduler, random } = this.#parts;
    const answer = await insist(this.#parts, person, '/movements', wish);
    if (stateOf(answer) !== 'unknown' || random.chance(0.5)) return;
    const { intentId: intent, paymentKey } = wish;
    await scheduler.sleep(random.pick([5_000, 60_000, 600_000]) * random.fraction());
    await insist(this.#parts, person, '/movements/recheck', { intentId: intent, paymentKey });
  }

  /** The same intent with another amount must be refused, whoever comes first. */
  async #reuse(person: Person, wish: MoveWish): Promise<void> {
    const other = { ...wish, amountMinor: wish.amountMinor - 1 };
    this.#parts.decisions.note(wish.intentId, kinds[wish.action], other.amountMinor);
    const ask = (one: MoveWish) => insist(this.#parts, person, '/movements', one);
    const answers = await Promise.all([ask(wish), ask(other)]);
    if (answers.every((answer) => answer?.status === 200)) {
      this.#parts.violation(`intent ${wish.intentId} was taken with two amounts`);
    }
  }
}
