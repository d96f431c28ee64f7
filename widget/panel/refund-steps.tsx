// The steps of a refund once it is begun: form, confirmation, answer.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PaymentView } from '../../functions/core/contract/panel.ts';
import type { PanelModel } from './panel-model.ts';
import { RefundConfirm } from './refund-confirm.tsx';
import { RefundForm } from './refund-form.tsx';
import type { RefundModel } from './refund-model.ts';
import { RefundResult } from './refund-result.tsx';

export interface RefundStepsProps {
  readonly refund: RefundModel;
  readonly payment: PaymentView;
  readonly model: PanelModel;
  readonly mayRecheck: boolean;
}

export function RefundSteps(props: RefundStepsProps): JSX.Element {
  const { refund } = props;
  const step = refund.step.value;
  const steps = useRef<HTMLDivElement>(null);
  useFocusOnChange(steps, step.kind);
  return (
    <div ref={steps}>
      {step.kind === 'form' && <RefundForm {...props} />}
      {step.kind === 'confirm' && <RefundConfirm {...props} step={step} />}
      <div role="status">
        <RefundResult {...props} />
      </div>
    </div>
  );
}

/**
 * The focused element goes away with each step: the next step names the one to go on from. A form that has just been
 * loaded was asked for by a button that is gone.
 */
export function useFocusOnChange(
  steps: { readonly current: HTMLElement | null },
  kind: string,
): void {
  const last = useRef(kind === 'form' ? 'closed' : kind);
  useEffect(() => {
    if (last.current === kind) return;
    last.current = kind;
    const section = steps.current?.parentElement;
    section?.querySelector<HTMLElement>('[data-step-focus]')?.focus();
  }, [kind, steps]);
}
