// When a payment was made and for what: the last line of its headline.
import type { JSX } from 'preact';
import type { PaymentView } from '../../functions/core/contract/panel.ts';
import { useText } from '../text/current-text.ts';

/** Our own mark of a payment that was asked for, behind its invoice's number: no order. */
const ofCharge = /\.TB[0-9A-Z]{8}$/;

export function PaymentFacts({ payment }: { readonly payment: PaymentView }): JSX.Element {
  const text = useText();
  const { messages } = text;
  const facts = [
    text.dateTime(payment.submittedAt),
    payment.invoice && messages.invoice(payment.invoice.number),
    payment.reference && !ofCharge.test(payment.reference) && messages.order(payment.reference),
  ];
  return <p class="muted">{facts.filter(Boolean).join(' · ')}</p>;
}
