// Reading an action's input: a missing or mistyped value is the flow document's fault and stops the run.
import type { Action } from '../flows/interpreter.ts';
import type { Company } from '../ports/company.ts';
import type { WorkPorts } from '../work/lease.ts';
import type { PaymentRow } from '../work/payment-records.ts';

/** What every action of a run works with. */
export interface ActionScope extends WorkPorts {
  readonly company: Company;
  /** The payment that the run is about, as it was read when the run was taken up. */
  readonly payment: PaymentRow;
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
