// Kills function processes in the middle of their work, at moments counted in calls to the platform, not in time.
import type { SeededRandom } from '../../simulation/seeded-random.ts';
import type { Company } from './company.ts';

export interface Killer {
  /** Which function died at which call, in order. */
  readonly kills: readonly string[];
  stop(): void;
}

/**
 * SIGKILL for an instance that has work in hand, each time that so many calls have come in; every function is as
 * likely as another, whatever the number of its calls.
 */
export function startKiller(
  { catalyst }: Company,
  random: SeededRandom,
  everyCalls: { readonly from: number; readonly to: number },
): Killer {
  const kills: string[] = [];
  const draw = () => random.whole(everyCalls.from, everyCalls.to);
  let calls = 0;
  let next = draw();
  const stop = catalyst.onCall((operation) => {
    calls += 1;
    if (calls < next) return;
    const busy = catalyst.functions.busy();
    if (busy.length === 0) return;
    const name = random.pick([...new Set(busy.map((one) => one.name))]);
    const { instance } = random.pick(busy.filter((one) => one.name === name));
    catalyst.functions.kill(name, 'SIGKILL', instance);
    kills.push(`${name} ${instance} at call ${calls}, ${operation}`);
    next = calls + draw();
  });
  return { kills, stop };
}
