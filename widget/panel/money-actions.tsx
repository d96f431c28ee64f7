// What can be done with the payment's money: the right thing as the main button, the rest under "More", each "no" with its reason.
import type { JSX } from 'preact';
import type { OfferView, PaymentView } from '../../functions/core/contract/panel.ts';
import { useText } from '../text/current-text.ts';
import { moveTexts } from '../text/en-moves.ts';
import { refundTexts } from '../text/en-refund.ts';
import { choicesOf, type MoveChoice } from './move-model.ts';
import type { PanelModel } from './panel-model.ts';

interface MoneyActionsProps {
  readonly payment: PaymentView;
  readonly model: PanelModel;
}

interface ActionButton {
  readonly label: string;
  readonly begin: () => void;
}

export function MoneyActions({ payment, model }: MoneyActionsProps): JSX.Element {
  const text = useText();
  const { offers } = payment;
  const buttonsOf = (offer: OfferView) => actionButtons(offer, payment, model, text.money);
  const best = offers.find((offer) => offer.isPossible && offer.isRecommended);
  const main = best && buttonsOf(best)[0];
  const others = offers.flatMap(buttonsOf).filter(({ label }) => label !== main?.label);
  const impossible = offers.filter((offer) => !offer.isPossible);
  return (
    <>
      {main && (
        <button type="button" class="button primary wide" onClick={main.begin} data-step-focus>
          {main.label}
        </button>
      )}
      {others.length + impossible.length > 0 && (
        <details class="more small">
          <summary data-step-focus={!main}>{moveTexts.more}</summary>
          {others.map(({ label, begin }) => (
            <button key={label} type="button" class="button wide" onClick={begin}>
              {label}
            </button>
          ))}
          {impossible.map((offer) => (
            <WhyNot key={offer.action} offer={offer} />
          ))}
        </details>
      )}
    </>
  );
}

function actionButtons(
  offer: OfferView,
  payment: PaymentView,
  model: PanelModel,
  money: ReturnType<typeof useText>['money'],
): readonly ActionButton[] {
  if (offer.isPossible && offer.action === 'refund') {
    return [{ label: refundTexts.open, begin: () => model.refund.value?.open() }];
  }
  const choices = choicesOf(offer);
  const label = ({ action, maxMinor }: MoveChoice) => {
    const { open, openOf } = moveTexts.words[action];
    const { currency } = payment.amount;
    return choices.length === 1 ? open : openOf(money({ minor: maxMinor, currency }));
  };
  return choices.map((choice) => ({
    label: label(choice),
    begin: () => model.move.value?.open(choice),
  }));
}

function WhyNot({ offer }: { readonly offer: OfferView }): JSX.Element | null {
  const text = useText();
  if (offer.isPossible) return null;
  const { action } = offer;
  const name = action === 'refund' ? moveTexts.refund : moveTexts.words[action].title;
  const { sentence, next } = text.problem(offer.why);
  return (
    <p class="muted">
      <b>{name}:</b> {sentence} {next}
    </p>
  );
}
