// One button's state: from the press over the flow's progress to its end. One press is one run, however often it is sent.
import { type ReadonlySignal, signal } from '@preact/signals';
import type {
  FlowProgressReply,
  FlowStartReply,
  RunProgress,
} from '../../functions/core/contract/flow-start.ts';
import type { ProblemView } from '../../functions/core/contract/panel.ts';
import { callApi } from './api-client.ts';
import { pauseBefore } from './follow-up.ts';
import { newIntentId } from './intent-id.ts';
import type { PanelModelOptions } from './panel-model.ts';

export type ButtonStep =
  | { readonly kind: 'ready' }
  | { readonly kind: 'starting' }
  /** Absent until the first word of it; `rests`: we have looked often enough. */
  | { readonly kind: 'running'; readonly run?: RunProgress; readonly rests?: true }
  | { readonly kind: 'over'; readonly run: RunProgress }
  | { readonly kind: 'refused'; readonly problem: ProblemView }
  /** No answer came: it may have started. */
  | { readonly kind: 'unsure' };

export interface FlowButtonModel {
  readonly step: ReadonlySignal<ButtonStep>;
  /** Does nothing while a press is under way. */
  press(): Promise<void>;
  dispose(): void;
}

export function createFlowButtonModel(
  { host, timing, randomBytes }: Pick<PanelModelOptions, 'host' | 'timing' | 'randomBytes'>,
  flow: string,
  paymentKey: string,
): FlowButtonModel {
  const step = signal<ButtonStep>({ kind: 'ready' });
  /** Kept while it is not certain what became of the press. */
  let intentId: string | undefined;
  let stop = () => {};

  const ask = <T>(path: string, mark: string) =>
    callApi<T>(host, 'POST', path, { intentId, flow, paymentKey }, mark);

  async function press(): Promise<void> {
    const { kind } = step.peek();
    if (kind === 'starting' || kind === 'running') return;
    intentId ??= newIntentId(timing.nowMs(), randomBytes(16));
    step.value = { kind: 'starting' };
    const reply = await ask<FlowStartReply>('/flows/start', 'flow');
    if (reply.kind === 'unreachable') {
      step.value = { kind: 'unsure' };
    } else if (reply.kind === 'refused') {
      intentId = undefined;
      step.value = { kind: 'refused', problem: reply.problem };
    } else {
      step.value = { kind: 'running' };
      follow(0);
    }
  }

  function follow(attempt: number): void {
    const pauseMs = pauseBefore(attempt);
    if (pauseMs !== undefined) {
      stop = timing.later(pauseMs, () => void look(attempt));
      return;
    }
    const current = step.peek();
    if (current.kind === 'running') step.value = { ...current, rests: true };
  }

  /** A look that brings nothing is no news: the next one may do better. */
  async function look(attempt: number): Promise<void> {
    const reply = await ask<FlowProgressReply>('/flows/progress', 'run');
    if (reply.kind === 'ok') {
      const { run } = reply.value;
      const isUnderWay = run.state === 'working' || run.state === 'waiting';
      step.value = { kind: isUnderWay ? 'running' : 'over', run };
      if (!isUnderWay) {
        intentId = undefined;
        return;
      }
    }
    follow(attempt + 1);
  }

  return { step, press, dispose: () => stop() };
}
