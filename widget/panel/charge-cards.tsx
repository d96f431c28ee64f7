// A customer's saved cards: which is the default, what it is called, whether it soon ends; removed after a second question.
import type { JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { CardView, ChargesReply } from '../../functions/core/contract/charges.ts';
import { Badge } from '../parts/badge.tsx';
import { useText } from '../text/current-text.ts';
import { chargeTexts } from '../text/en-charges.ts';
import { expiryState } from './charge-expiry.ts';
import { ChargeFaultText } from './charge-fault.tsx';
import type { ChargeModel } from './charge-model.ts';

const words = chargeTexts.card;

export interface ChargeCardsProps {
  readonly charges: ChargeModel;
  readonly reply: ChargesReply;
}

export function ChargeCards({ charges, reply }: ChargeCardsProps): JSX.Element {
  if (reply.cards.length === 0) return <p class="muted">{words.none}</p>;
  return (
    <ul class="plain">
      {reply.cards.map((card) => (
        <li key={card.key}>
          <SavedCard card={card} charges={charges} reply={reply} />
        </li>
      ))}
    </ul>
  );
}

interface SavedCardProps extends ChargeCardsProps {
  readonly card: CardView;
}

function SavedCard({ card, charges, reply }: SavedCardProps): JSX.Element {
  const text = useText();
  const [doing, setDoing] = useState<'rename' | 'remove' | undefined>(undefined);
  const fault = charges.fault.value;
  const name = text.card(card);
  return (
    <>
      <p class="card-line">
        <b>{name}</b>
        {card.nickname && (
          <span>
            <q>{card.nickname}</q>
          </span>
        )}
        {card.isDefault && <Badge tone="good" label={words.isDefault} />}
      </p>
      {card.expiry && <Expiry expiry={card.expiry} now={reply.now} />}
      {reply.mayCharge && doing === undefined && (
        <p class="buttons">
          {!card.isDefault && (
            <CardButton
              label={words.makeDefault}
              card={name}
              press={() => void charges.changeCard('default', card.key)}
            />
          )}
          <CardButton label={words.rename} card={name} press={() => setDoing('rename')} />
          <CardButton label={words.remove} card={name} press={() => setDoing('remove')} />
        </p>
      )}
      {doing === 'rename' && (
        <RenameForm card={card} charges={charges} close={() => setDoing(undefined)} />
      )}
      {doing === 'remove' && (
        <div class="confirm">
          <p>{words.sure(name)}</p>
          <button
            type="button"
            class="button primary wide"
            ref={focusOnce}
            onClick={async () => {
              await charges.changeCard('remove', card.key);
              setDoing(undefined);
            }}
          >
            {words.yes}
          </button>
          <button type="button" class="button quiet wide" onClick={() => setDoing(undefined)}>
            {words.back}
          </button>
        </div>
      )}
      {fault?.of === card.key && (
        <div role="alert">
          <ChargeFaultText fault={fault.cause} />
        </div>
      )}
    </>
  );
}

function Expiry({ expiry, now }: { readonly expiry: string; readonly now: number }): JSX.Element {
  const text = useText();
  const month = text.month(expiry);
  switch (expiryState(expiry, now)) {
    case 'over':
      return <Badge tone="bad" label={`${words.expired} ${month}`} />;
    case 'soon':
      return <Badge tone="waiting" label={words.expiresSoon(month)} />;
    case 'good':
      return <p class="muted">{text.messages.expires(month)}</p>;
  }
}

interface CardButtonProps {
  readonly label: string;
  readonly card: string;
  readonly press: () => void;
}

function CardButton({ label, card, press }: CardButtonProps): JSX.Element {
  return (
    <button type="button" class="button" aria-label={words.of(label, card)} onClick={press}>
      {label}
    </button>
  );
}

interface RenameFormProps {
  readonly card: CardView;
  readonly charges: ChargeModel;
  readonly close: () => void;
}

function RenameForm({ card, charges, close }: RenameFormProps): JSX.Element {
  const [name, setName] = useState(card.nickname ?? '');
  async function submit(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (await charges.changeCard('rename', card.key, name)) close();
  }
  return (
    <form class="form" onSubmit={(event) => void submit(event)}>
      <div class="field">
        <label for="card-nickname">{words.nickname}</label>
        <input
          id="card-nickname"
          autoComplete="off"
          maxLength={40}
          value={name}
          ref={focusOnce}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </div>
      <button type="submit" class="button primary wide">
        {words.save}
      </button>
      <button type="button" class="button quiet wide" onClick={close}>
        {words.back}
      </button>
    </form>
  );
}

/** The pressed button went away: what took its place is where to go on. */
function focusOnce(element: HTMLElement | null): void {
  element?.focus();
}
