// The cards that a customer has agreed to have kept: brand, last four digits, expiry.
import type { JSX } from 'preact';
import type { CustomerCardView } from '../../functions/core/contract/customer.ts';
import { Icon } from '../parts/icon.tsx';
import { useText } from '../text/current-text.ts';
import { customerTexts as words } from '../text/en-customer.ts';
import { expiryState } from './charge-expiry.ts';

interface CustomerCardsProps {
  readonly cards: readonly CustomerCardView[];
  /** The server's clock, epoch ms. */
  readonly now: number;
}

export function CustomerCards({ cards, now }: CustomerCardsProps): JSX.Element {
  const text = useText();
  return (
    <section class="ruled">
      <h2>{words.cards}</h2>
      {cards.length === 0 && <p class="muted small">{words.noCards}</p>}
      <ul>
        {cards.map((card) => (
          <li key={card.key} class="card-line">
            <Icon name="card" />
            <b>{text.card(card)}</b>
            <span class="muted small">
              {[card.nickname, card.isDefault && words.standard, expiryOf(card, now)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );

  function expiryOf({ expiry }: CustomerCardView, at: number): string | undefined {
    if (expiry === undefined) return undefined;
    const month = text.month(expiry);
    switch (expiryState(expiry, at)) {
      case 'over':
        return words.expired(month);
      case 'soon':
        return words.expiresSoon(month);
      case 'good':
        return words.expires(month);
    }
  }
}
