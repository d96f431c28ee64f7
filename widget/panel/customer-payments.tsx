// A customer's payments, the latest first: a table where there is room for one (a related list, a wide page), else the list.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PaymentView } from '../../functions/core/contract/panel.ts';
import { Badge } from '../parts/badge.tsx';
import { useText } from '../text/current-text.ts';
import { customerTexts as words } from '../text/en-customer.ts';
import { headlineOf } from './payment-headline.ts';
import { PaymentList, type PaymentListProps } from './payment-list.tsx';

/** From here on five columns fit beside each other. */
const WIDE = '(min-width: 640px)';
const TABLE = { inlineSize: '100%', borderCollapse: 'collapse' } as const;
const CELL = {
  textAlign: 'start',
  paddingBlock: '4px',
  paddingInlineEnd: '12px',
  borderBlockEnd: '1px solid var(--line)',
} as const;
const FIGURE = { ...CELL, textAlign: 'end' } as const;
/** In a row, where other links have lines of their own. */
const IN_ROW = { marginBlockEnd: 0 };

export function CustomerPayments({ payments, select }: PaymentListProps): JSX.Element {
  const text = useText();
  const isWide = useMedia(WIDE);
  if (!isWide) return <PaymentList payments={payments} select={select} />;
  const { title } = text.messages.payments;
  const { date, what, amount, state, card } = words.columns;
  return (
    <section class="page">
      <h1>{title(payments.length, text.number(payments.length))}</h1>
      <table class="small" style={TABLE}>
        <thead>
          <tr>
            <th style={CELL}>{date}</th>
            <th style={CELL}>{what}</th>
            <th style={FIGURE}>{amount}</th>
            <th style={CELL}>{state}</th>
            <th style={CELL}>{card}</th>
          </tr>
        </thead>
        <tbody>
          {payments.map((payment) => (
            <Row key={payment.key} payment={payment} select={select} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RowProps extends Pick<PaymentListProps, 'select'> {
  readonly payment: PaymentView;
}

function Row({ payment, select }: RowProps): JSX.Element {
  const text = useText();
  const { tone, label } = headlineOf(payment, text);
  const { invoice, reference, gatewayId, submittedAt, amount, card } = payment;
  return (
    <tr>
      <td style={CELL}>{text.dateTime(submittedAt)}</td>
      <td style={CELL}>
        <button type="button" class="link" style={IN_ROW} onClick={() => select(payment.key)}>
          {invoice?.number ?? (reference || gatewayId)}
        </button>
      </td>
      <td style={FIGURE}>{text.money(amount)}</td>
      <td style={CELL}>
        <Badge tone={tone} label={label} />
      </td>
      <td style={CELL}>{card && text.card(card)}</td>
    </tr>
  );
}

function useMedia(query: string): boolean {
  const [isMet, setMet] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const follow = () => setMet(list.matches);
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [query]);
  return isMet;
}
