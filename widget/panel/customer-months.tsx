// A customer's payments by month: bars for the eye, the same figures as a table.
import type { JSX } from 'preact';
import type { CustomerView } from '../../functions/core/contract/customer.ts';
import { TimeBars } from '../parts/time-bars.tsx';
import { useText } from '../text/current-text.ts';
import { customerTexts as words } from '../text/en-customer.ts';

const TABLE = { inlineSize: '100%', borderCollapse: 'collapse' } as const;
const END = { textAlign: 'end', paddingInlineStart: '12px' } as const;
const START = { textAlign: 'start' } as const;

export function CustomerMonths({
  currency,
  totals,
}: NonNullable<CustomerView['months']>): JSX.Element | null {
  const text = useText();
  const paid = totals.filter(({ paymentCount }) => paymentCount > 0);
  if (paid.length === 0) return null;
  const monthOf = (total: (typeof totals)[number] | undefined) =>
    total === undefined ? '' : text.month(total.month);
  return (
    <section class="ruled">
      <h2>{words.months(currency)}</h2>
      <TimeBars
        bars={totals.map(({ month, paidMinor }) => ({ key: month, value: paidMinor }))}
        ends={[monthOf(totals[0]), monthOf(totals.at(-1))]}
      />
      <details class="small">
        <summary>{words.asTable}</summary>
        <table style={TABLE}>
          <thead>
            <tr>
              <th style={START}>{words.month}</th>
              <th style={END}>{words.amount}</th>
              <th style={END}>{words.count}</th>
            </tr>
          </thead>
          <tbody>
            {paid.map(({ month, paidMinor, paymentCount }) => (
              <tr key={month}>
                <td>{text.month(month)}</td>
                <td style={END}>{text.money({ minor: paidMinor, currency })}</td>
                <td style={END}>{text.number(paymentCount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
