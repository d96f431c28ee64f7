// The last look before money moves: what will happen, in full sentences.
import type { JSX } from 'preact';
import type { PaymentView } from '../../functions/core/contract/panel.ts';
import { splitRefund } from '../../functions/core/domain/refund-split.ts';
import { useText } from '../text/current-text.ts';
import { moveTexts } from '../text/en-moves.ts';
import { refundTexts } from '../text/en-refund.ts';
import { BooksPreviewSlot } from './books-preview-slot.tsx';
import type { PanelModel } from './panel-model.ts';
import { verdictOf } from './policy-verdict.ts';
import type { RefundModel, RefundStep } from './refund-model.ts';

export interface RefundConfirmProps {
  readonly refund: RefundModel;
  readonly payment: PaymentView;
  readonly model: PanelModel;
  readonly step: Extract<RefundStep, { kind: 'confirm' }>;
}

export function RefundConfirm({ refund, payment, model, step }: RefundConfirmProps): JSX.Element {
  const text = useText();
  const { confirm, approval } = refundTexts;
  const { currency } = payment.amount;
  const amount = text.money({ minor: step.amountMinor, currency });
  const left = text.money({ minor: payment.limits.leftMinor - step.amountMinor, currency });
  const card = text.card(payment.card);
  const { invoice } = payment;
  const offer = payment.offers.find((one) => one.action === 'refund');
  const cautions = offer?.isPossible ? offer.cautions : [];
  const parts = splitRefund(payment.rooms, step.amountMinor) ?? [];
  const verdict = verdictOf(payment, step.amountMinor);
  const by = verdict && (approval.by[verdict.beyond] ?? verdict.beyond);
  return (
    <div class="confirm">
      <h2 tabIndex={-1} data-step-focus>
        {by === undefined ? confirm.title(amount, card) : approval.title(by, amount)}
      </h2>
      <ul>
        {by !== undefined && <li>{approval.afterwards(by)}</li>}
        {by !== undefined && <li>{approval.heldNot}</li>}
        {parts.length > 1 && (
          <li>
            {confirm.split(parts.map(({ amountMinor: minor }) => text.money({ minor, currency })))}
          </li>
        )}
        <li>
          {invoice ? confirm.books(text.messages.invoice(invoice.number)) : confirm.booksNoInvoice}
        </li>
        <li>{confirm.leaves(left)}</li>
        {cautions.map((caution) => (
          <li key={caution}>{moveTexts.cautions[caution]}</li>
        ))}
        {step.lines && <li>{refundTexts.lines.chosen(step.lines.length)}</li>}
        <li>{text.messages.why(step.reason)}</li>
      </ul>
      {by === undefined && <p class="muted">{confirm.final}</p>}
      <BooksPreviewSlot
        model={model}
        paymentKey={payment.key}
        kind="refund"
        amountMinor={step.amountMinor}
        {...(step.lines === undefined ? {} : { lines: [...step.lines] })}
      />
      <button type="button" class="button primary wide" onClick={() => void refund.confirm()}>
        {by === undefined ? confirm.yes(amount) : approval.yes}
      </button>
      <button type="button" class="button quiet wide" onClick={refund.backToForm}>
        {text.messages.back}
      </button>
    </div>
  );
}
