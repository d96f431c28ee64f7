// Where the captured money is: a small stacked bar with its numbers in words.
import type { JSX } from 'preact';
import type { PaymentView } from '../../functions/core/contract/panel.ts';
import { useText } from '../text/current-text.ts';
import { storyTexts } from '../text/en-story.ts';

/** Nothing is shown before something is captured: there is nothing that could go back. */
export function LimitsSection({ payment }: { readonly payment: PaymentView }): JSX.Element | null {
  const text = useText();
  const { limits: words } = storyTexts;
  const { limits } = payment;
  if (limits.capturedMinor === 0) return null;
  const money = (minor: number) => text.money({ minor, currency: payment.amount.currency });
  const parts = (['refunded', 'pending', 'unknown', 'disputed', 'left'] as const).filter(
    (part) => limits[`${part}Minor`] > 0,
  );
  const title = limits.leftMinor > 0 ? words.left(money(limits.leftMinor)) : words.nothingLeft;
  return (
    <section class="ruled" aria-labelledby="limits-title">
      <h2 id="limits-title">{title}</h2>
      <p class="muted">{words.of(money(limits.capturedMinor))}</p>
      <div class="bar" aria-hidden="true">
        {parts.map((part) => (
          <i key={part} class={`part-${part}`} style={{ flexGrow: limits[`${part}Minor`] }} />
        ))}
      </div>
      {parts.some((part) => part !== 'left') && (
        <dl class="small">
          {parts.map((part) => (
            <div key={part}>
              <dt>
                <i class={`swatch part-${part}`} aria-hidden="true" />
                {words.parts[part]}
              </dt>
              <dd>{money(limits[`${part}Minor`])}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
