// One payment: is it paid, by which card, how much can go back, what happened.
import type { ComponentChildren, JSX } from 'preact';
import type { PanelReply, PaymentView } from '../../functions/core/contract/panel.ts';
import { Badge } from '../parts/badge.tsx';
import { Icon } from '../parts/icon.tsx';
import { useText } from '../text/current-text.ts';
import { LazyNotice } from './lazy-notice.tsx';
import type { PanelModel } from './panel-model.ts';
import { headlineOf } from './payment-headline.ts';

export interface PaymentPageProps {
  readonly model: PanelModel;
  readonly payment: PaymentView;
  readonly reply: PanelReply;
}

export function PaymentPage(props: PaymentPageProps): JSX.Element {
  const { model, payment, reply } = props;
  const state = model.parts.payment.state.value;
  const { messages } = useText();
  return (
    <article class="page">
      {reply.payments.length > 1 && (
        <button type="button" class="link" onClick={() => model.select(undefined)}>
          <Icon name="back" />
          {messages.payments.back}
        </button>
      )}
      <div class="columns">
        <div class="column">
          <PaymentHeader payment={payment}>
            {/* Not in the first frame: a browser takes long over its first date. */}
            {state.kind === 'ready' && <state.part.PaymentFacts payment={payment} />}
          </PaymentHeader>
          {state.kind === 'ready' ? (
            <state.part.MoneyColumn {...props} />
          ) : (
            <LazyNotice part={model.parts.payment} />
          )}
        </div>
        <div class="column">{state.kind === 'ready' && <state.part.StoryColumn {...props} />}</div>
      </div>
    </article>
  );
}

interface PaymentHeaderProps {
  readonly payment: PaymentView;
  readonly children: ComponentChildren;
}

function PaymentHeader({ payment, children }: PaymentHeaderProps): JSX.Element {
  const text = useText();
  const { messages } = text;
  const { tone, label, meaning } = headlineOf(payment, text);
  return (
    <header class="headline">
      <h1>{text.money(payment.amount)}</h1>
      <Badge tone={tone} label={label} />
      {payment.card && <CardLine card={payment.card} />}
      <p>{meaning}</p>
      {payment.errorReason && <p>{messages.why(text.reason(payment.errorReason))}</p>}
      {children}
    </header>
  );
}

function CardLine({ card }: { readonly card: NonNullable<PaymentView['card']> }): JSX.Element {
  const text = useText();
  return (
    <p class="card-line">
      <Icon name="card" />
      <b>{text.card(card)}</b>
      {card.expiry && <span class="muted">{text.messages.expires(text.month(card.expiry))}</span>}
    </p>
  );
}
