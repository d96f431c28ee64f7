// Where the flow buttons of the shown payment stand, once they are there: most payments have none and load nothing.
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { LazyNotice } from './lazy-notice.tsx';
import type { PaymentPageProps } from './payment-page.tsx';

export function FlowButtonsSlot({
  model,
  payment: { key },
  reply,
}: PaymentPageProps): JSX.Element | null {
  const part = model.parts.buttons;
  const buttons = reply.buttons?.filter(({ payments }) => payments.includes(key)) ?? [];
  const isWanted = buttons.length > 0;
  useEffect(() => {
    if (isWanted) void part.load();
  }, [isWanted, part]);
  if (!isWanted) return null;
  const state = part.state.value;
  if (state.kind !== 'ready') return <LazyNotice part={part} />;
  return <state.part.FlowButtons buttons={buttons} paymentKey={key} options={model.options} />;
}
