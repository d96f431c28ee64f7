// Where lines of the invoice are chosen for a refund: closed at first, and nothing is loaded or asked before it is opened.
import type { JSX } from 'preact';
import { refundTexts } from '../text/en-refund.ts';
import { LazySlot } from './lazy-slot.tsx';
import type { RefundFormProps } from './refund-form.tsx';

export function RefundLinesSlot({ model, refund, payment }: RefundFormProps): JSX.Element {
  return (
    <LazySlot part={model.parts.lines} title={refundTexts.lines.choose}>
      {({ RefundLines }) => (
        <RefundLines host={model.options.host} refund={refund} payment={payment} />
      )}
    </LazySlot>
  );
}
