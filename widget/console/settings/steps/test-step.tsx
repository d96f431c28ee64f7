// The first movement: a test payment in the sandbox, with its result in words.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { TestOutcome, TestReply } from '../../../../functions/core/contract/setup.ts';
import { SupportDetail } from '../../../parts/support-detail.tsx';
import { useText } from '../../../text/current-text.ts';
import { Action } from '../parts.tsx';
import type { StepBodyProps } from './step-bodies.tsx';

export function TestStep({ model, messages, setup }: StepBodyProps): JSX.Element {
  const text = messages.test;
  const { dateTime, messages: shared } = useText();
  const results = useSignal<Readonly<Record<string, TestReply['test']>>>({});

  async function test(merchantId: string): Promise<void> {
    const body = { merchantId };
    const reply = await model.ask<TestReply>('test', 'POST', '/setup/test', 'test', body);
    if (reply === undefined) return;
    results.value = { ...results.peek(), [merchantId]: reply.test };
    await model.refresh();
  }
  return (
    <ul class="rows">
      {setup.merchants.map(({ merchantId, tested }) => {
        const now = results.value[merchantId];
        const outcome = now?.outcome ?? (tested?.outcome as TestOutcome | undefined);
        return (
          <li key={merchantId}>
            <div role="status">
              {outcome && <p>{text.outcomes[outcome]}</p>}
              {tested && <p class="small muted">{text.at(dateTime(tested.at))}</p>}
            </div>
            <Action
              {...{ model, messages }}
              at="test"
              label={text.button(merchantId)}
              act={() => void test(merchantId)}
            />
            {now && <SupportDetail label={shared.support} detail={now.detail} />}
          </li>
        );
      })}
    </ul>
  );
}
