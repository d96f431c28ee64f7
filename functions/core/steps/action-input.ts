// Reading an action's input: a missing or mistyped value is the flow document's fault and stops the run.
import type { Action } from '../flows/interpreter.ts';
import type { Company } from '../ports/company.ts';
import type { Clock, Random } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import { type PaymentRow, savePayment } from '../work/payment-records.ts';

/** What every action of a run works with. */
export interface ActionScope {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly company: Company;
  /** The payment that the run is about, as this run last read or changed it. */
  payment: PaymentRow;
}

/** Changes columns of the run's payment. */
export async function notePayment(
  scope: ActionScope,
  columns: Parameters<typeof savePayment>[2] extends (current: never) => infer C ? C : never,
): Promise<void> {
  const { payment } = scope;
  const saved = await savePayment(scope, payment.payment_key, () => columns, payment);
  if (saved !== undefined) scope.payment = saved;
}

export type ScopedAction = (scope: ActionScope, ...rest: Parameters<Action>) => ReturnType<Action>;

type Input = Readonly<Record<string, unknown>>;

export function textInput(input: Input, name: string): string {
  const given = input[name];
  if (typeof given !== 'string') throw new TypeError(`the action needs the text ${name}`);
  return given;
}

export function numberInput(input: Input, name: string): number {
  const given = input[name];
  if (typeof given !== 'number') throw new TypeError(`the action needs the number ${name}`);
  return given;
}

/** A kept result of an earlier action, such as the order that was read. */
export function objectInput<T extends object>(input: Input, name: string): T {
  const given = input[name];
  if (typeof given !== 'object' || given === null) {
    throw new TypeError(`the action needs ${name}`);
  }
  return given as T;
}
