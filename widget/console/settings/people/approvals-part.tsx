// What waits for approval, the oldest first: with its age, decided in place with a reason.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { ApprovalsReply } from '../../../../functions/core/contract/approvals.ts';
import { useText } from '../../../text/current-text.ts';
import { Part, type Read, useRead } from '../lists.tsx';
import { Action, Form, type SectionProps, TextField } from '../parts.tsx';
import { peopleTexts } from './en-people.ts';

const words = peopleTexts.approvals;
type Waiting = ApprovalsReply['approvals'][number];

export function ApprovalsPart(props: SectionProps): JSX.Element {
  const read = useRead<ApprovalsReply>(props, 'approvals', '/approvals', 'approvals');
  const done = useSignal('');
  const waiting = [...(read.value?.approvals ?? [])].sort((a, b) => a.since - b.since);
  return (
    <Part
      {...props}
      at="approvals"
      title={words.title}
      about={words.about}
      reload={read.again}
      isEmpty={read.value === undefined}
      isReading={read.isReading}
    >
      <p role="status">{done.value || (waiting.length === 0 ? words.none : '')}</p>
      <ul class="rows ruled-rows">
        {waiting.map((one) => (
          <Request
            key={one.key}
            {...props}
            request={one}
            read={read}
            tell={(said) => {
              done.value = said;
            }}
          />
        ))}
      </ul>
    </Part>
  );
}

interface RequestProps extends SectionProps {
  readonly request: Waiting;
  readonly read: Read<ApprovalsReply>;
  readonly tell: (said: string) => void;
}

function Request({ request, read, tell, model, messages }: RequestProps): JSX.Element {
  const text = useText();
  const reason = useSignal('');
  const { key, ask, own, since, expiresAt, wanted } = request;
  const now = read.value?.now ?? since;
  const age = text.relative(since, now);
  async function decide(decision: 'approved' | 'rejected'): Promise<void> {
    const body = { key, decision, reason: reason.peek().trim() };
    const reply = await model.ask('approvals', 'POST', '/approvals/decide', 'decision', body);
    if (reply === undefined) return;
    tell(words.done[decision]);
    await read.again();
  }
  const isMute = reason.value.trim() === '';
  const shared = { model, messages, at: 'approvals', isDisabled: isMute } as const;
  return (
    <li>
      <p>
        <b>{wanted ? text.money(wanted.amount) : ask}</b>
      </p>
      {wanted && ask !== '' && (
        <p>
          <q>{ask}</q>
        </p>
      )}
      <p class="muted">
        {wanted ? words.asked(wanted.requestedBy, age) : words.since(age)}{' '}
        {words.ends(text.relative(expiresAt, now))}
      </p>
      {wanted && <p>{wanted.why.map((why) => text.problem(why).sentence).join(' ')}</p>}
      {own ? (
        <p>{words.own}</p>
      ) : (
        <Form submit={() => {}}>
          <TextField
            label={words.reason}
            value={reason.value}
            set={(value) => {
              reason.value = value;
            }}
          />
          <p class="buttons">
            <Action
              {...shared}
              isPrimary
              label={words.approve}
              ariaLabel={words.approveLabel(ask)}
              act={() => void decide('approved')}
            />
            <Action
              {...shared}
              label={words.refuse}
              ariaLabel={words.refuseLabel(ask)}
              act={() => void decide('rejected')}
            />
          </p>
        </Form>
      )}
    </li>
  );
}
