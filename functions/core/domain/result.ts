// Outcomes as values: a result is either what was asked for or a problem.
import type { Problem } from './problem.ts';

export type Result<T, E = Problem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refused<E>(problem: E): { readonly ok: false; readonly problem: E } {
  return { ok: false, problem };
}
