// Bars over time, from where one begins to read: earliest first, mirrored from right to left. For the eye only: a table stands behind it.
import type { JSX } from 'preact';

const HEIGHT = 48;
const STEP = 20;
const BAR = 14;
/** A little still shows. */
const HEIGHT_MIN = 2;
const CHART = { inlineSize: '100%', blockSize: `${HEIGHT}px`, display: 'block' };
const ENDS = { display: 'flex', justifyContent: 'space-between' } as const;

interface TimeBarsProps {
  /** The earliest first; values of one kind, zero or more. */
  readonly bars: readonly { readonly key: string; readonly value: number }[];
  /** What is written below the first and the last bar. */
  readonly ends: readonly [string, string];
}

/** Hidden from screen readers: whoever shows it gives the same figures as a table. */
export function TimeBars({ bars, ends: [first, last] }: TimeBarsProps): JSX.Element {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const heightOf = (value: number) =>
    value === 0 ? 0 : Math.max(HEIGHT_MIN, Math.round((value / most) * HEIGHT));
  const width = bars.length * STEP;
  return (
    <div aria-hidden="true">
      <svg
        class="time-axis"
        aria-hidden="true"
        viewBox={`0 0 ${width} ${HEIGHT}`}
        preserveAspectRatio="none"
        style={CHART}
      >
        <line
          x1="0"
          x2={width}
          y1={HEIGHT - 0.5}
          y2={HEIGHT - 0.5}
          style={{ stroke: 'var(--line)' }}
        />
        {bars.map(({ key, value }, index) => (
          <rect
            key={key}
            x={index * STEP + (STEP - BAR) / 2}
            y={HEIGHT - heightOf(value)}
            width={BAR}
            height={heightOf(value)}
            style={{ fill: 'var(--host-accent)' }}
          />
        ))}
      </svg>
      <div class="small muted" style={ENDS}>
        <span>{first}</span>
        <span>{last}</span>
      </div>
    </div>
  );
}
