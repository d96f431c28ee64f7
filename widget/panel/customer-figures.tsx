// The figures of a customer: totals for each currency, disputes and risk, payments by month, cards on file.
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { CustomerView } from '../../functions/core/contract/customer.ts';
import { useText } from '../text/current-text.ts';
import { customerTexts as words } from '../text/en-customer.ts';
import { CustomerCards } from './customer-cards.tsx';
import { type CustomerModel, createCustomerModel } from './customer-model.ts';
import { CustomerMonths } from './customer-months.tsx';
import { CustomerSubscriptions } from './customer-subscriptions.tsx';
import { ProblemText } from './problem-text.tsx';
import type { RecordPartProps } from './record-slot.tsx';

/** Styles of the panel's one sheet would be loaded by all who have no customer open. */
const APART = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 280px), 1fr))',
  alignItems: 'start',
  gap: '1rem 2rem',
  marginBlock: '0 1.25rem',
};

export function RecordPart({ model, reply }: RecordPartProps): JSX.Element | null {
  const { host } = model.options;
  const { customer: asked } = reply;
  const name = asked && `${asked.record.kind} ${asked.record.id}`;
  // A quiet reading of the panel brings an equal request: the figures stay.
  const customer = useMemo(() => asked && createCustomerModel(host, asked), [host, name]);
  useEffect(() => void customer?.read(), [customer]);
  if (customer === undefined) return null;
  return (
    <section class="page" style={APART} aria-label={words.title}>
      <Figures model={customer} hasCards={reply.charging === undefined} />
    </section>
  );
}

interface FiguresProps {
  readonly model: CustomerModel;
  /** Where cards can be looked after, they are shown there. */
  readonly hasCards: boolean;
}

function Figures({ model, hasCards }: FiguresProps): JSX.Element {
  const { messages } = useText();
  const step = model.step.value;
  switch (step.kind) {
    case 'loading':
      return (
        <p class="muted" role="status">
          {words.loading}
        </p>
      );
    case 'ready':
      return <Glance customer={step.customer} now={step.now} hasCards={hasCards} />;
    case 'refused':
    case 'unreachable':
      return (
        <div class="hint small" role="alert">
          {step.kind === 'refused' ? <ProblemText problem={step.problem} /> : <p>{words.failed}</p>}
          <button type="button" class="button" onClick={() => void model.read()}>
            {messages.retry}
          </button>
        </div>
      );
  }
}

interface GlanceProps extends Pick<FiguresProps, 'hasCards'> {
  readonly customer: CustomerView;
  readonly now: number;
}

function Glance({ customer, now, hasCards }: GlanceProps): JSX.Element {
  return (
    <>
      {customer.totals.map((totals) => (
        <Totals key={totals.currency} totals={totals} />
      ))}
      <Facts customer={customer} />
      {customer.isRecentOnly && <p class="muted small">{words.recentOnly}</p>}
      {customer.months && <CustomerMonths {...customer.months} />}
      {hasCards && <CustomerCards cards={customer.cards} now={now} />}
      <CustomerSubscriptions subscriptions={customer.subscriptions} />
    </>
  );
}

function Totals({ totals }: { readonly totals: CustomerView['totals'][number] }): JSX.Element {
  const text = useText();
  const { currency, paidMinor, refundedMinor, disputedMinor, paymentCount } = totals;
  const money = (minor: number) => text.money({ minor, currency });
  const count = words.times(paymentCount, text.number(paymentCount));
  return (
    <div>
      <h2>{words.paid(money(paidMinor))}</h2>
      <dl class="small">
        <Fact name={words.payments} value={count} />
        {refundedMinor > 0 && <Fact name={words.refunded} value={money(refundedMinor)} />}
        {disputedMinor > 0 && <Fact name={words.disputed} value={money(disputedMinor)} />}
      </dl>
    </div>
  );
}

function Facts({ customer }: { readonly customer: CustomerView }): JSX.Element {
  const text = useText();
  const { firstPaidAt, lastPaidAt, declinedCount, openDisputeCount, lostDisputeCount } = customer;
  const disputes = [
    ...(openDisputeCount > 0
      ? [words.openDisputes(openDisputeCount, text.number(openDisputeCount))]
      : []),
    ...(lostDisputeCount > 0
      ? [words.lostDisputes(lostDisputeCount, text.number(lostDisputeCount))]
      : []),
  ];
  return (
    <dl class="small">
      {lastPaidAt !== undefined && <Fact name={words.last} value={text.dateTime(lastPaidAt)} />}
      {firstPaidAt !== undefined && firstPaidAt !== lastPaidAt && (
        <Fact name={words.first} value={text.dateTime(firstPaidAt)} />
      )}
      {declinedCount > 0 && <Fact name={words.declined} value={text.number(declinedCount)} />}
      {disputes.length > 0 && <Fact name={words.disputes} value={text.list(disputes)} />}
      {customer.risk && <Fact name={words.risk} value={words.risks[customer.risk]} />}
    </dl>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
