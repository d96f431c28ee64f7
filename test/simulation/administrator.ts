// The administrator: mends the connection, and replays or skips what stands still.
import type { DeadLettersReply, ReplayReply } from '../../functions/core/contract/dead-letters.ts';
import { type ConnectionParts, connectionOf } from './connection.ts';
import type { Coverage } from './coverage.ts';
import type { Answer } from './platform/entries.ts';
import type { Scheduler } from './scheduler.ts';
import type { SeededRandom } from './seeded-random.ts';
import { type Asked, type StaffRequest, staff } from './staff.ts';

export interface AdministratorParts {
  readonly scheduler: Scheduler;
  readonly random: SeededRandom;
  readonly request: StaffRequest;
  readonly connection: () => ConnectionParts;
  readonly coverage: Coverage;
  readonly violation: (what: string) => void;
}

type Letter = DeadLettersReply['letters'][number];

const TRIES_MAX = 20;

export class Administrator {
  readonly #parts: AdministratorParts;

  constructor(parts: AdministratorParts) {
    this.#parts = parts;
  }

  /** Enters the keys and tokens that hold now, until it is done. */
  async mendConnection(): Promise<void> {
    const answer = await this.#ask(() => ({
      method: 'PUT',
      path: '/installation',
      body: connectionOf(this.#parts.connection()),
    }));
    if (answer?.status !== 200) this.#parts.violation('the connection could not be mended');
  }

  /** Looks at what stands still: most of it is replayed, what nobody can help is now and then skipped. */
  async lookThrough(): Promise<void> {
    const { random } = this.#parts;
    await this.#ask(() => ({ method: 'GET', path: '/alarms' }));
    for (const letter of await this.#letters()) {
      const isHopeless = letter.problem.code === 'order-not-found';
      if (isHopeless && random.chance(0.5)) await this.#skip(letter);
      else await this.#replay(letter);
    }
  }

  /** Replays all that stands still. */
  async replayAll(): Promise<void> {
    for (const letter of await this.#letters()) await this.#replay(letter);
  }

  async #letters(): Promise<readonly Letter[]> {
    const answer = await this.#ask(() => ({ method: 'GET', path: '/dead-letters' }));
    if (answer?.status !== 200) return [];
    return (JSON.parse(answer.body) as DeadLettersReply).letters;
  }

  async #replay({ kind, key, attempts }: Letter): Promise<void> {
    const answer = await this.#ask(() => ({ path: '/dead-letters/replay', body: { kind, key } }));
    if (answer?.status !== 200) return;
    this.#parts.coverage.count('story dead letter replayed');
    const { letter } = JSON.parse(answer.body) as ReplayReply;
    const stands = letter.state === 'dead' || letter.state === 'parked';
    if (stands && letter.attempts <= attempts) {
      this.#parts.violation(`the replay of ${key} did not run`);
    }
  }

  async #skip({ kind, key }: Letter): Promise<void> {
    const body = { kind, key, reason: 'Not ours' };
    const answer = await this.#ask(() => ({ path: '/dead-letters/skip', body }));
    if (answer?.status !== 200) return;
    this.#parts.coverage.count('story dead letter skipped');
  }

  /** Tries again until there is an answer that is no trouble of the moment. */
  async #ask(asked: () => Asked): Promise<Answer | undefined> {
    const { request, scheduler, random } = this.#parts;
    for (let tries = 1; ; tries += 1) {
      const answer = await request(staff.admin, asked());
      const isClear = answer !== undefined && answer.status !== 503;
      if (isClear || tries === TRIES_MAX) return answer;
      await scheduler.sleep(random.between(1_000, 60_000));
    }
  }
}
