// The payments of a ticket: why each fits, what was looked for, and which one the agent has picked.
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { PaymentView } from '../../functions/core/contract/panel.ts';
import type { TicketView } from '../../functions/core/contract/ticket.ts';
import { Notice } from '../parts/notice.tsx';
import { useText } from '../text/current-text.ts';
import { ticketTexts as words } from '../text/en-ticket.ts';
import { PaymentList } from './payment-list.tsx';
import { ProblemText } from './problem-text.tsx';
import type { RecordPartProps } from './record-slot.tsx';
import { createTicketModel, type PickStep } from './ticket-model.ts';

export function RecordPart({ model, reply, payment }: RecordPartProps): JSX.Element | null {
  const { ticket, payments } = reply;
  if (ticket === undefined) return null;
  if (payment !== undefined) return <Picked model={model} ticket={ticket} payment={payment} />;
  if (payments.length === 0) return <NoneFound ticket={ticket} again={model.retry} />;
  return (
    <>
      <section class="hint" style={APART} aria-label={words.title}>
        <b>{words.which}</b>
        {ticket.mayPick && <p class="small">{words.whichNext}</p>}
      </section>
      <PaymentList
        payments={payments}
        select={model.select}
        note={({ key }) => <Reasons ticket={ticket} paymentKey={key} />}
      />
    </>
  );
}

interface ReasonsProps {
  readonly ticket: TicketView;
  readonly paymentKey: string;
}

function Reasons({ ticket, paymentKey }: ReasonsProps): JSX.Element | null {
  const text = useText();
  const reasons = ticket.reasons[paymentKey];
  if (reasons === undefined) return null;
  const said = text.list(reasons.map((reason) => words.reasons[reason]));
  return <span class="small">{words.fits(said)}</span>;
}

interface PickedProps {
  readonly model: RecordPartProps['model'];
  readonly ticket: TicketView;
  readonly payment: PaymentView;
}

function Picked({ model, ticket, payment }: PickedProps): JSX.Element {
  const { step, pick } = useMemo(() => createTicketModel(model, ticket.id), [model, ticket.id]);
  const isPicked = ticket.picked === payment.key;
  return (
    <section class="hint small" style={APART} aria-label={words.title}>
      {isPicked ? <p>{words.remembered}</p> : <Reasons ticket={ticket} paymentKey={payment.key} />}
      {ticket.mayPick && (
        <div>
          <button
            type="button"
            class="button"
            aria-disabled={step.value.kind === 'busy'}
            onClick={() => void pick(isPicked ? undefined : payment.key)}
          >
            {isPicked ? words.forget : words.remember}
          </button>
          <div role="status">
            <Step step={step.value} />
          </div>
        </div>
      )}
    </section>
  );
}

/** Styles of the panel's one sheet would be loaded by all who have no ticket. */
const APART = { marginBlockEnd: '1.25rem' };

function Step({ step }: { readonly step: PickStep }): JSX.Element | null {
  switch (step.kind) {
    case 'ready':
      return null;
    case 'busy':
      return <p>{words.busy}</p>;
    case 'unsure':
      return <p>{words.unsure}</p>;
    case 'refused':
      return <ProblemText problem={step.problem} />;
  }
}

interface NoneFoundProps {
  readonly ticket: TicketView;
  readonly again: () => Promise<void>;
}

function NoneFound({ ticket: { searched }, again }: NoneFoundProps): JSX.Element {
  const text = useText();
  const lists = { ...searched, email: searched.email === undefined ? [] : [searched.email] };
  const told = (Object.keys(words.searched) as (keyof typeof words.searched)[]).filter(
    (name) => lists[name].length > 0,
  );
  return (
    <Notice icon="card" title={words.none.title}>
      {told.length === 0 ? (
        <p>{words.none.nothing}</p>
      ) : (
        <>
          <p>{words.none.searched}</p>
          <dl>
            {told.map((name) => (
              <div key={name}>
                <dt>{words.searched[name]}</dt>
                <dd>{text.list(lists[name])}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <p>{words.none.next}</p>
      <button type="button" class="button" onClick={() => void again()}>
        {words.none.again}
      </button>
    </Notice>
  );
}
