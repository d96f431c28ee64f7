// A customer's payments by month: bars for the eye, the same figures as a table.
import type { JSX } from 'preact';
import type { CustomerView } from '../../functions/core/contract/customer.ts';
import { useText } from '../text/current-text.ts';
import { enCustomer as words } from '../text/en-customer.ts';

const HEIGHT = 48;
const STEP = 20;
const BAR = 14;
/** A month with little still shows. */
const HEIGHT_MIN = 2;
const CHART = { inlineSize: '100%', blockSize: `${HEIGHT}px`, display: 'block' };
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
  return (
    <section class="ruled">
      <h2>{words.months(currency)}</h2>
      <Bars totals={totals} />
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

/** Hidden from screen readers, who have the table. */
function Bars({ totals }: Pick<NonNullable<CustomerView['months']>, 'totals'>): JSX.Element {
  const text = useText();
  const most = Math.max(1, ...totals.map(({ paidMinor }) => paidMinor));
  const heightOf = (minor: number) =>
    minor === 0 ? 0 : Math.max(HEIGHT_MIN, Math.round((minor / most) * HEIGHT));
  const [first, last] = [totals[0], totals.at(-1)];
  return (
    <div aria-hidden="true">
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${totals.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        style={CHART}
      >
        <line
          x1="0"
          x2={totals.length * STEP}
          y1={HEIGHT - 0.5}
          y2={HEIGHT - 0.5}
          style={{ stroke: 'var(--line)' }}
        />
        {totals.map(({ month, paidMinor }, index) => (
          <rect
            key={month}
            x={index * STEP + (STEP - BAR) / 2}
            y={HEIGHT - heightOf(paidMinor)}
            width={BAR}
            height={heightOf(paidMinor)}
            style={{ fill: 'var(--host-accent)' }}
          />
        ))}
      </svg>
      <div
        class="small muted"
        dir="ltr"
        style={{ display: 'flex', justifyContent: 'space-between' }}
      >
        <span>{first && text.month(first.month)}</span>
        <span>{last && text.month(last.month)}</span>
      </div>
    </div>
  );
}
