// What people have decided to move, by intent: whatever the gateway does for us must go back to one of these, once.
export type DecidedKind = 'refund' | 'capture' | 'reversal' | 'void' | 'charge';

export interface Decision {
  readonly kind: DecidedKind;
  /** More than one where an intent was used for another amount, which is to be refused. */
  readonly amountsMinor: readonly number[];
  /** The request for money that it belongs to, for a customer's press of the button. */
  readonly wish: string;
}

export class Decisions {
  readonly #byIntent = new Map<string, Decision>();

  note(intentId: string, kind: DecidedKind, amountMinor: number, wish = ''): void {
    const before = this.#byIntent.get(intentId)?.amountsMinor ?? [];
    this.#byIntent.set(intentId, { kind, amountsMinor: [...before, amountMinor], wish });
  }

  of(intentId: string): Decision | undefined {
    return this.#byIntent.get(intentId);
  }
}

/** The decision's own intent: a refund over several captures is a movement for each, named after it. */
export function decisionOf(intent: string): string {
  return intent.replace(/-[1-9]\d{0,2}$/, '');
}
