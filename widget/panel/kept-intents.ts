// Keeps a confirmed refund until it is answered: a frame that reloads asks about it again instead of anew.
import type { RefundRequest } from '../../functions/core/contract/panel.ts';

/** A refund that a person confirmed, with the time of that. */
export interface KeptIntent extends RefundRequest {
  /** Epoch ms, this browser's clock. */
  readonly madeAt: number;
}

export interface KeptIntents {
  find(paymentKey: string): KeptIntent | undefined;
  keep(intent: KeptIntent): void;
  forget(paymentKey: string): void;
}

/** The part of `sessionStorage` that is used. */
export type KeyValueStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const PREFIX = 'tallybridge.refund.';

/** @param storage undefined where the browser denies storage to a third-party frame: then nothing outlives it. */
export function keptIntents(storage: KeyValueStorage | undefined): KeptIntents {
  return {
    find(paymentKey) {
      const kept = attempt(() => JSON.parse(storage?.getItem(PREFIX + paymentKey) ?? 'null'));
      return kept?.paymentKey === paymentKey ? (kept as KeptIntent) : undefined;
    },
    keep(intent) {
      attempt(() => storage?.setItem(PREFIX + intent.paymentKey, JSON.stringify(intent)));
    },
    forget(paymentKey) {
      attempt(() => storage?.removeItem(PREFIX + paymentKey));
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
