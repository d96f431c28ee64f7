// The company's staff: they refund through the panel, click twice, try again, and ask what became of it.
import { createHmac } from 'node:crypto';
import { intentId } from '../../functions/core/domain/ids.ts';
import { type Answer, STAFF_KEY } from './platform/entries.ts';
import type { Platform } from './platform/platform.ts';
import type { Scheduler } from './scheduler.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface PeopleParts {
  readonly scheduler: Scheduler;
  readonly random: SeededRandom;
  readonly platform: Platform;
  readonly installation: string;
  readonly trace: (line: string) => void;
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
    const answer = await this.#ask('/refunds', wish);
    const state = stateOf(answer);
    if (state === 'failed' || state === 'declined') {
      await scheduler.sleep(random.between(2_000, 60_000));
      const { paymentKey, amountMinor, currency } = wish;
      const again = this.decide(paymentKey, amountMinor, currency);
      if (random.chance(0.7)) await this.#ask('/refunds', again);
    }
    if (state === 'unknown' && random.chance(0.4)) {
      await scheduler.sleep(random.between(1_000, 600_000));
      const { intentId, paymentKey } = wish;
      await this.#ask('/movements/recheck', { intentId, paymentKey });
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
    const answers = await Promise.all([this.#ask('/refunds', wish), this.#ask('/refunds', other)]);
    if (answers.every((answer) => answer?.status === 200)) {
      this.#parts.violation(`intent ${wish.intentId} was taken with two amounts`);
    }
  }

  async lookAt(invoiceId: string): Promise<void> {
    const body = { host: 'books', record: { kind: 'invoice', id: invoiceId } };
    await this.#send('/panel', body);
  }

  /** Tries again while nobody answers or the payment is not known yet. */
  async #ask(path: string, body: object): Promise<Answer | undefined> {
    const { scheduler, random } = this.#parts;
    for (let tries = 1; ; tries += 1) {
      const answer = await this.#send(path, body);
      const isClear = answer !== undefined && answer.status !== 503 && answer.status !== 404;
      if (isClear || tries === TRIES_MAX) return answer;
      await scheduler.sleep(random.pick([500, 5_000, 60_000]) * random.between(0.5, 2));
    }
  }

  async #send(path: string, body: object): Promise<Answer | undefined> {
    const { scheduler, random, platform, installation, trace, violation } = this.#parts;
    await scheduler.sleep(random.between(5, 80));
    const token = staffToken(Math.floor(scheduler.nowMs / 1000), installation);
    const headers = { 'content-type': 'application/json', 'x-tallybridge-token': token };
    const answer = await platform.request('api', { path, headers, body: JSON.stringify(body) });
    trace(`staff ${path} ${JSON.stringify(body)} -> ${answer?.status ?? 'cut'} ${stateOf(answer)}`);
    if (answer?.status === 500 || answer?.status === 401) {
      violation(`${path} answered ${answer.status} ${answer.body}`);
    }
    return answer;
  }
}

function stateOf(answer: Answer | undefined): string {
  const json = JSON.parse(answer?.body ?? '{}') as { state?: string; error?: { code: string } };
  return json.state ?? json.error?.code ?? '';
}

/** As the token service signs it: HS256, an hour at most. */
function staffToken(nowS: number, installation: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = part({ alg: 'HS256', typ: 'JWT' });
  const claims = part({
    ...{ iss: 'tallybridge', aud: 'staff', sub: 'user-1', name: 'A Clerk', role: 'agent' },
    ...{ ins: installation, org: 'books-org', jti: 'one', iat: nowS, exp: nowS + 600 },
  });
  const sig = createHmac('sha256', Buffer.from(STAFF_KEY, 'base64'))
    .update(`${head}.${claims}`)
    .digest('base64url');
  return `${head}.${claims}.${sig}`;
}
