// Several payments on one record: one to pick.
import type { ComponentChildren, JSX } from 'preact';
import type { PaymentView } from '../../functions/core/contract/panel.ts';
import { Badge } from '../parts/badge.tsx';
import { Icon } from '../parts/icon.tsx';
import { useText } from '../text/current-text.ts';
import { headlineOf } from './payment-headline.ts';

export interface PaymentListProps {
  readonly payments: readonly PaymentView[];
  readonly select: (paymentKey: string) => void;
  /** What else is to be said of each. */
  readonly note?: (payment: PaymentView) => ComponentChildren;
}

export function PaymentList({ payments, select, note }: PaymentListProps): JSX.Element {
  const text = useText();
  return (
    <section class="list">
      <h1>{text.messages.payments.title(payments.length, text.number(payments.length))}</h1>
      <ul>
        {payments.map((payment) => {
          const { tone, label } = headlineOf(payment, text);
          return (
            <li key={payment.key}>
              <button type="button" class="row" onClick={() => select(payment.key)}>
                <span>
                  <b>{text.money(payment.amount)}</b>
                  {payment.card && text.card(payment.card)}
                  <span class="muted">{text.dateTime(payment.submittedAt)}</span>
                  {note?.(payment)}
                </span>
                <Badge tone={tone} label={label} />
                <Icon name="chevron" />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
