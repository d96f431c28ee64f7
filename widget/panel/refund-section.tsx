// What is done with the shown payment's money: buttons until one is chosen, then everything in the same place.
import type { JSX } from 'preact';
import type { PanelReply, PaymentView } from '../../functions/core/contract/panel.ts';
import { useText } from '../text/current-text.ts';
import { moveTexts } from '../text/en-moves.ts';
import { refundTexts } from '../text/en-refund.ts';
import { MoneyActions } from './money-actions.tsx';
import { MoveSteps } from './move-steps.tsx';
import type { PanelModel } from './panel-model.ts';
import { RefundSteps } from './refund-steps.tsx';
import { RequestsSection } from './requests-section.tsx';

export interface RefundSectionProps {
  readonly payment: PaymentView;
  readonly person: PanelReply['person'];
  readonly model: PanelModel;
}

export function RefundSection(props: RefundSectionProps): JSX.Element {
  const { payment, person, model } = props;
  const refund = model.refund.value;
  const requests = model.requests.value;
  const move = model.move.value;
  const isClosed =
    (refund?.step.value.kind ?? 'closed') === 'closed' &&
    (move?.step.value.kind ?? 'closed') === 'closed';
  return (
    <>
      <section class="refund" aria-label={moveTexts.actions}>
        {isClosed && <Closed {...props} />}
        {refund && (
          <RefundSteps
            refund={refund}
            payment={payment}
            model={model}
            mayRecheck={person.mayRecheck}
          />
        )}
        {move && (
          <MoveSteps move={move} payment={payment} model={model} mayRecheck={person.mayRecheck} />
        )}
      </section>
      {requests && payment.requests.length > 0 && (
        <RequestsSection requests={requests} payment={payment} model={model} />
      )}
    </>
  );
}

function Closed({ payment, person, model }: RefundSectionProps): JSX.Element {
  const text = useText();
  const { capturedMinor, refundedMinor, leftMinor } = payment.limits;
  if (!person.mayRefund) {
    return <p class="hint small">{refundTexts.notAllowed(text.role(person.role))}</p>;
  }
  const { offers } = payment;
  if (offers.some((offer) => offer.isPossible)) {
    return <MoneyActions payment={payment} model={model} />;
  }
  const { uncaptured, refunded, held } = refundTexts.nothingLeft;
  const why = capturedMinor === 0 ? uncaptured : refundedMinor >= capturedMinor ? refunded : held;
  return (
    <>
      {leftMinor === 0 && (
        <p class="hint small" tabIndex={-1} data-step-focus>
          {why}
        </p>
      )}
      <MoneyActions payment={payment} model={model} />
    </>
  );
}
