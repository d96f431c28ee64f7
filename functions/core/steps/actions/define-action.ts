// One action, declared and done in one place: what documents may give it is checked here.
import type * as z from 'zod/mini';
import { problem } from '../../domain/problem.ts';
import { type Result, refused } from '../../domain/result.ts';
import type { ActionDeclaration } from '../../flows/action-declaration.ts';
import type { FlowData } from '../../flows/expression.ts';
import type { ActionResult, EffectContext, FlowTools } from '../../flows/flow-tools.ts';
import type { Company } from '../../ports/company.ts';
import type { PaymentRow } from '../../work/payment-records.ts';
import type { ChangePorts } from '../announce-change.ts';
import type { Subject } from '../run-subject.ts';

/** Translates by a mapping document: the version that the run has started with. */
export type MapRecord = FlowTools['map'];

/** What every action of a run works with. */
export interface ActionScope extends ChangePorts {
  readonly company: Company;
  /** What the run is about, as it was read when the run was taken up. */
  readonly subject: Subject;
  readonly map: MapRecord;
}

export interface DefinedAction extends ActionDeclaration {
  perform(
    scope: ActionScope,
    input: FlowData,
    effect: EffectContext,
  ): Promise<Result<ActionResult>>;
}

type Definition<I extends z.ZodMiniObject, O extends z.ZodMiniObject> = ActionDeclaration & {
  readonly input: I;
  readonly output: O;
  /** @returns the output of the declared shape, with what would undo it when something was written. */
  run(
    scope: ActionScope,
    input: z.output<I>,
    effect: EffectContext,
  ): Promise<Result<ActionResult & { readonly output: z.output<O> }>>;
};

/** A value that is missing or mistyped is the document's fault: the run stops and says which. */
export function defineAction<I extends z.ZodMiniObject, O extends z.ZodMiniObject>({
  run,
  ...declaration
}: Definition<I, O>): DefinedAction {
  return {
    ...declaration,
    async perform(scope, input, effect) {
      const parsed = declaration.input.safeParse(input);
      if (parsed.success) return run(scope, parsed.data as z.output<I>, effect);
      const field = parsed.error.issues[0]?.path.join('.') ?? '';
      return refused(problem('flow-input', 'fix-input', { action: declaration.name, field }));
    },
  };
}

/** The payment that the run is about; publishing sees to it that the trigger is about one. */
export function paymentOf(scope: ActionScope): PaymentRow {
  const { payment } = scope.subject;
  if (payment === undefined) throw new Error('the run is not about a payment');
  return payment;
}
