// Erases one customer: looks first what is there, and wants the address typed once more.
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type {
  ErasePersonReply,
  FindPersonReply,
} from '../../../../functions/core/contract/lifecycle.ts';
import { Part } from '../lists.tsx';
import { Action, Form, type SectionProps, TextField } from '../parts.tsx';
import { dataTexts } from './en-data.ts';

const words = dataTexts.erase;

interface Found {
  readonly mail: string;
  readonly payments: number;
  readonly isMore: boolean;
  readonly rows: number;
}

export function ErasePart(props: SectionProps): JSX.Element {
  const { model, messages } = props;
  const mail = useSignal('');
  const isWrong = useSignal(false);
  const found = useSignal<Found | undefined>(undefined);
  const done = useSignal('');

  async function look(): Promise<void> {
    const email = mail.peek().trim();
    isWrong.value = !/^\S+@\S+\.\S+$/.test(email);
    done.value = '';
    found.value = undefined;
    if (isWrong.peek()) return;
    let rows = 0;
    for (let after: string | undefined; ; ) {
      const body = after === undefined ? { email } : { email, after };
      const reply = await model.ask<FindPersonReply>('data', 'POST', '/people/find', 'rows', body);
      if (reply === undefined) return;
      rows += reply.rows;
      if (reply.next === undefined) {
        const { payments, isMore } = reply;
        found.value = { mail: email, payments, isMore, rows };
        return;
      }
      after = reply.next;
    }
  }
  async function erase(reference: string): Promise<void> {
    const email = found.peek()?.mail;
    const sum = { payments: 0, rows: 0 };
    for (let after: string | undefined; ; ) {
      const body = { email, reference, ...(after === undefined ? {} : { after }) };
      const path = '/people/erase';
      const reply = await model.ask<ErasePersonReply>('data', 'POST', path, 'rows', body);
      if (reply === undefined) return;
      sum.payments += reply.payments;
      sum.rows += reply.rows;
      if (reply.next === undefined) break;
      after = reply.next;
    }
    found.value = undefined;
    mail.value = '';
    done.value = words.done(sum.payments, sum.rows);
  }
  const there = found.value;
  const isNothing = there !== undefined && there.payments === 0 && there.rows === 0;
  return (
    <Part {...props} at="data" title={words.title} about={words.about}>
      <Form submit={() => void look()}>
        <TextField
          label={words.mail}
          value={mail.value}
          set={(value) => {
            mail.value = value;
            found.value = undefined;
          }}
        />
        <p role="alert" class="fault-line">
          {isWrong.value && words.mailFault}
        </p>
        <Action {...{ model, messages }} at="data" label={words.find} act={() => void look()} />
      </Form>
      <div role="status">
        {isNothing && <p>{words.nothing}</p>}
        {done.value && (
          <p>
            <b>{done.value}</b> {words.elsewhere}
          </p>
        )}
      </div>
      {there && !isNothing && <Confirm {...props} found={there} erase={erase} />}
    </Part>
  );
}

interface ConfirmProps extends SectionProps {
  readonly found: Found;
  readonly erase: (reference: string) => Promise<void>;
}

function Confirm({ found, erase, model, messages }: ConfirmProps): JSX.Element {
  const reference = useSignal('');
  const typed = useSignal('');
  const { payments, isMore, rows, mail } = found;
  const isSure =
    typed.value.trim().toLowerCase() === mail.toLowerCase() && reference.value.trim() !== '';
  const count = isMore ? words.orMore(payments) : String(payments);
  const go = () => void (isSure && erase(reference.peek().trim()));
  return (
    <div class="boxed">
      <p role="status">{words.found(count, rows)}</p>
      <p>{words.elsewhere}</p>
      <Form submit={go}>
        <TextField
          label={words.reference}
          hint={words.referenceHint}
          value={reference.value}
          set={(value) => {
            reference.value = value;
          }}
        />
        <TextField
          label={words.confirm}
          hint={words.sure}
          value={typed.value}
          set={(value) => {
            typed.value = value;
          }}
        />
        <Action
          {...{ model, messages }}
          at="data"
          isPrimary
          isDisabled={!isSure}
          label={words.yes}
          act={go}
        />
      </Form>
    </div>
  );
}
