// Asks until somebody answers: a request is tried again while none does, or what it is about is not known yet.
import type { Answer } from './platform/entries.ts';
import type { Scheduler } from './scheduler.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { Person, StaffRequest } from './staff.ts';

const TRIES_MAX = 4;

export interface InsistParts {
  readonly scheduler: Scheduler;
  readonly random: SeededRandom;
  readonly request: StaffRequest;
}

export async function insist(
  { scheduler, random, request }: InsistParts,
  person: Person,
  path: string,
  body: object,
): Promise<Answer | undefined> {
  for (let tries = 1; ; tries += 1) {
    const answer = await request(person, { path, body });
    const isClear = answer !== undefined && answer.status !== 503 && answer.status !== 404;
    if (isClear || tries === TRIES_MAX) return answer;
    await scheduler.sleep(random.pick([500, 5_000, 60_000]) * random.between(0.5, 2));
  }
}
