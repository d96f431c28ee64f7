// Keeps a confirmed movement until it is answered: a frame that reloads asks about it again instead of anew.
import type { MovementRequest, RefundRequest } from '../../functions/core/contract/panel.ts';

/** A refund that a person confirmed, with the time of that. */
export interface KeptIntent extends RefundRequest {
  /** Epoch ms, this browser's clock. */
  readonly madeAt: number;
  /** To be approved by somebody else first. */
  readonly asks?: boolean;
}

/** A capture, release or void that a person confirmed. */
export interface KeptMove extends MovementRequest {
  readonly madeAt: number;
}

interface Kept<T> {
  find(paymentKey: string): T | undefined;
  keep(intent: T): void;
  forget(paymentKey: string): void;
}

export type KeptIntents = Kept<KeptIntent>;
export type KeptMoves = Kept<KeptMove>;

/** The part of `sessionStorage` that is used. */
export type KeyValueStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** @param storage undefined where the browser denies storage to a third-party frame: then nothing outlives it. */
export function keptIntents(storage: KeyValueStorage | undefined): KeptIntents {
  return kept(storage, 'tallybridge.refund.');
}

export function keptMoves(storage: KeyValueStorage | undefined): KeptMoves {
  return kept(storage, 'tallybridge.move.');
}

function kept<T extends { readonly paymentKey: string }>(
  storage: KeyValueStorage | undefined,
  prefix: string,
): Kept<T> {
  return {
    find(paymentKey) {
      const found = attempt(() => JSON.parse(storage?.getItem(prefix + paymentKey) ?? 'null'));
      return found?.paymentKey === paymentKey ? (found as T) : undefined;
    },
    keep(intent) {
      attempt(() => storage?.setItem(prefix + intent.paymentKey, JSON.stringify(intent)));
    },
    forget(paymentKey) {
      attempt(() => storage?.removeItem(prefix + paymentKey));
    },
  };
}

/** Storage may be full, denied or spoilt at any call; the refund itself does not depend on it. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
