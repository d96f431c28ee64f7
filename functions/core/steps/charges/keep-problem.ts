// Why a charge stands as it does, as its row keeps it.
import type { Problem } from '../../domain/problem.ts';

const LENGTH_MAX = 6_000;

export function keep(found: Problem): string {
  return JSON.stringify(found).slice(0, LENGTH_MAX);
}
