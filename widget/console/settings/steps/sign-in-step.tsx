// Sign in with Zoho: opens a window of its own and goes on when it is done there.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { SignInReply } from '../../../../functions/core/contract/setup.ts';
import { Action } from '../parts.tsx';
import type { StepBodyProps } from './step-bodies.tsx';

const products = ['books', 'crm', 'desk'] as const;

export function SignInStep({ model, messages, setup }: StepBodyProps): JSX.Element {
  const text = messages.signIn;
  const chosen = useSignal<readonly (typeof products)[number][]>(products);
  const address = useSignal<string | undefined>(undefined);
  const isBlocked = useSignal(false);

  async function begin(): Promise<void> {
    const body = { products: chosen.peek() };
    const path = '/setup/sign-in';
    const reply = await model.ask<SignInReply>('sign-in', 'POST', path, 'signIn', body);
    if (reply === undefined) return;
    address.value = reply.signIn.url;
    isBlocked.value = window.open(reply.signIn.url, '_blank') === null;
    model.awaitSignIn();
  }
  const toggle = (product: (typeof products)[number]) => {
    const has = chosen.peek().includes(product);
    chosen.value = has
      ? chosen.peek().filter((one) => one !== product)
      : [...chosen.peek(), product];
  };

  return (
    <>
      {setup.signedIn && setup.dataCentre && <p>{text.done(setup.dataCentre)}</p>}
      <fieldset class="choices">
        <legend>{text.products}</legend>
        {products.map((product) => (
          <label key={product} class="choice">
            <input
              type="checkbox"
              checked={chosen.value.includes(product)}
              // The books are what all is about.
              disabled={product === 'books'}
              onChange={() => toggle(product)}
            />
            {messages.products[product]}
          </label>
        ))}
      </fieldset>
      <Action
        model={model}
        messages={messages}
        at="sign-in"
        isPrimary={!setup.signedIn}
        label={setup.signedIn ? text.again : text.button}
        act={() => void begin()}
      />
      <div role="status">
        {address.value && <p>{isBlocked.value ? text.blocked : text.waiting}</p>}
        {address.value && isBlocked.value && (
          <a href={address.value} target="_blank" rel="noreferrer">
            {text.open}
          </a>
        )}
      </div>
    </>
  );
}
