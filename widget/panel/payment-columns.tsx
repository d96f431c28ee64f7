// What stands below a payment's headline: what can be done with its money, and what happened.
import type { JSX } from 'preact';
import { FraudSection } from './fraud-section.tsx';
import { LimitsSection } from './limits-section.tsx';
import type { PaymentPageProps } from './payment-page.tsx';
import { RefundSection } from './refund-section.tsx';
import { TimelineSection } from './timeline-section.tsx';

export function MoneyColumn({ model, payment, reply }: PaymentPageProps): JSX.Element {
  return (
    <>
      <LimitsSection payment={payment} />
      <RefundSection payment={payment} person={reply.person} model={model} />
    </>
  );
}

export function StoryColumn({ model, payment, reply }: PaymentPageProps): JSX.Element {
  return (
    <>
      <TimelineSection payment={payment} model={model} mayRecheck={reply.person.mayRecheck} />
      {payment.fraud && <FraudSection fraud={payment.fraud} />}
    </>
  );
}
