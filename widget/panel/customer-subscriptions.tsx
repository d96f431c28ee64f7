// A customer's recurring charges: how each stands and when the next comes.
import type { JSX } from 'preact';
import type { CustomerView, SubscriptionView } from '../../functions/core/contract/customer.ts';
import { useText } from '../text/current-text.ts';
import { customerTexts as words } from '../text/en-customer.ts';
import { ProblemText } from './problem-text.tsx';

export function CustomerSubscriptions({
  subscriptions,
}: Pick<CustomerView, 'subscriptions'>): JSX.Element | null {
  if (!('list' in subscriptions)) {
    return (
      <section class="ruled small">
        <ProblemText problem={subscriptions} lead={words.unread} />
      </section>
    );
  }
  const { list, isComplete } = subscriptions;
  if (list.length === 0 && isComplete) return null;
  return (
    <section class="ruled">
      <h2>{words.subscriptions}</h2>
      <ul>
        {list.map((one) => (
          <Line key={one.id} subscription={one} />
        ))}
      </ul>
      {!isComplete && <p class="muted small">{words.notAll}</p>}
    </section>
  );
}

function Line({ subscription }: { readonly subscription: SubscriptionView }): JSX.Element {
  const text = useText();
  const { name, state, amount, every, nextChargeAt } = subscription;
  const facts = [
    words.subscriptionStates[state],
    amount && text.money(amount),
    words.every(every.count, every.unit),
  ];
  return (
    <li class="small">
      <b>{name}</b> <span class="muted">{facts.filter(Boolean).join(' · ')}</span>
      {nextChargeAt !== undefined && <p>{words.nextCharge(text.dateTime(nextChargeAt))}</p>}
    </li>
  );
}
