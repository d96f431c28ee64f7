// The refund of the shown payment: from the button to the answer, always in the same place.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PanelReply, PaymentView } from '../../functions/core/contract/panel.ts';
import { useText } from '../text/current-text.ts';
import type { PanelModel } from './panel-model.ts';
import { RefundConfirm } from './refund-confirm.tsx';
import { RefundForm } from './refund-form.tsx';
import type { RefundModel } from './refund-model.ts';
import { RefundResult } from './refund-result.tsx';

export interface RefundSectionProps {
  readonly refund: RefundModel;
  readonly payment: PaymentView;
  readonly person: PanelReply['person'];
  readonly model: PanelModel;
}

export function RefundSection(props: RefundSectionProps): JSX.Element {
  const { refund, payment, person, model } = props;
  const { messages } = useText();
  const step = refund.step.value;
  const section = useRef<HTMLElement>(null);
  useFocusOnChange(section, step.kind);
  return (
    <section class="refund" aria-label={messages.refund.title} ref={section}>
      {step.kind === 'closed' && <Closed {...props} />}
      {step.kind === 'form' && <RefundForm refund={refund} payment={payment} />}
      {step.kind === 'confirm' && <RefundConfirm refund={refund} payment={payment} step={step} />}
      <div role="status">
        <RefundResult
          refund={refund}
          payment={payment}
          model={model}
          mayRecheck={person.mayRecheck}
        />
      </div>
    </section>
  );
}

function Closed({ refund, payment, person }: RefundSectionProps): JSX.Element {
  const text = useText();
  const { messages } = text;
  const { capturedMinor, refundedMinor, leftMinor } = payment.limits;
  if (!person.mayRefund) {
    return <p class="hint small">{messages.refund.notAllowed(text.role(person.role))}</p>;
  }
  if (leftMinor === 0) {
    const { uncaptured, refunded, held } = messages.refund.nothingLeft;
    const why = capturedMinor === 0 ? uncaptured : refundedMinor >= capturedMinor ? refunded : held;
    return (
      <p class="hint small" tabIndex={-1} data-step-focus>
        {why}
      </p>
    );
  }
  return (
    <button type="button" class="button wide" onClick={refund.open} data-step-focus>
      {messages.refund.open}
    </button>
  );
}

/** The focused element goes away with each step: the next step names the one to go on from. */
function useFocusOnChange(section: { readonly current: HTMLElement | null }, kind: string): void {
  const last = useRef(kind);
  useEffect(() => {
    if (last.current === kind) return;
    last.current = kind;
    section.current?.querySelector<HTMLElement>('[data-step-focus]')?.focus();
  }, [kind, section]);
}
