// The last look before money moves: what will happen, in full sentences.
import type { JSX } from 'preact';
import type { PaymentView } from '../../functions/core/contract/panel.ts';
import { useText } from '../text/current-text.ts';
import type { RefundModel, RefundStep } from './refund-model.ts';

export interface RefundConfirmProps {
  readonly refund: RefundModel;
  readonly payment: PaymentView;
  readonly step: Extract<RefundStep, { kind: 'confirm' }>;
}

export function RefundConfirm({ refund, payment, step }: RefundConfirmProps): JSX.Element {
  const text = useText();
  const { confirm } = text.messages.refund;
  const { currency } = payment.amount;
  const amount = text.money({ minor: step.amountMinor, currency });
  const left = text.money({ minor: payment.limits.leftMinor - step.amountMinor, currency });
  const card = text.card(payment.card);
  const { invoice } = payment;
  return (
    <div class="confirm">
      <h2 tabIndex={-1} data-step-focus>
        {confirm.title(amount, card)}
      </h2>
      <ul>
        <li>
          {invoice ? confirm.books(text.messages.invoice(invoice.number)) : confirm.booksNoInvoice}
        </li>
        <li>{confirm.leaves(left)}</li>
        <li>{text.messages.why(step.reason)}</li>
      </ul>
      <p class="muted">{confirm.final}</p>
      <button type="button" class="button primary wide" onClick={() => void refund.confirm()}>
        {confirm.yes(amount)}
      </button>
      <button type="button" class="button quiet wide" onClick={refund.backToForm}>
        {text.messages.back}
      </button>
    </div>
  );
}
