// The panel: picks the view for what is the case.
import type { JSX } from 'preact';
import { Notice } from '../parts/notice.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { SupportDetail } from '../parts/support-detail.tsx';
import { useText } from '../text/current-text.ts';
import { ChargeSlot } from './charge-slot.tsx';
import { FlowButtonsSlot } from './flow-buttons-slot.tsx';
import type { PanelModel, PanelView } from './panel-model.ts';
import { PaymentList } from './payment-list.tsx';
import { PaymentPage } from './payment-page.tsx';
import { RecordSlot } from './record-slot.tsx';

interface PanelProps {
  readonly model: PanelModel;
}

export function Panel({ model }: PanelProps): JSX.Element {
  const text = useText();
  const view = model.view.value;
  switch (view.kind) {
    case 'loading':
      return <Skeleton label={text.messages.loading} />;
    case 'no-record':
      return (
        <Notice icon="card" title={text.messages.noRecord.title}>
          <p>{text.messages.noRecord.next}</p>
        </Notice>
      );
    case 'unreachable':
    case 'refused':
      return <Trouble view={view} retry={model.retry} />;
    case 'ready':
      return (
        <>
          <Payments model={model} view={view} />
          <ChargeSlot model={model} reply={view.reply} />
        </>
      );
  }
}

interface TroubleProps {
  readonly view: Extract<PanelView, { kind: 'unreachable' | 'refused' }>;
  readonly retry: () => Promise<void>;
}

function Trouble({ view, retry }: TroubleProps): JSX.Element {
  const text = useText();
  const { unreachable, unauthorized } = text.messages;
  const problem = view.kind === 'refused' ? text.problem(view.problem) : undefined;
  const failure = view.kind === 'unreachable' ? view.failure : undefined;
  const general = failure?.why === 'unauthorized' ? unauthorized : unreachable;
  return (
    <Notice icon="alert" title={problem?.sentence ?? general.title}>
      {failure && <p>{unreachable[failure.why]}</p>}
      <p>{problem?.next ?? general.next}</p>
      <button type="button" class="button" onClick={() => void retry()}>
        {text.messages.retry}
      </button>
      <SupportDetail
        label={text.messages.support}
        detail={view.kind === 'refused' ? view.problem.code : view.failure.detail}
      />
    </Notice>
  );
}

interface PaymentsProps extends PanelProps {
  readonly view: Extract<PanelView, { kind: 'ready' }>;
}

function Payments({ model, view }: PaymentsProps): JSX.Element {
  const { noPayment } = useText().messages;
  const { payments, ticket, customer } = view.reply;
  const payment = model.payment.value;
  const slot = <RecordSlot model={model} reply={view.reply} payment={payment} />;
  if (payment !== undefined) {
    return (
      <>
        {ticket && slot}
        <PaymentPage key={payment.key} model={model} payment={payment} reply={view.reply} />
        <FlowButtonsSlot model={model} payment={payment} reply={view.reply} />
        {customer && payments.length === 1 && slot}
      </>
    );
  }
  if (ticket) return slot;
  if (payments.length > 0) {
    const part = model.parts.customer.state.value;
    const List = customer && part.kind === 'ready' ? part.part.CustomerPayments : PaymentList;
    return (
      <>
        {customer && slot}
        <List payments={payments} select={model.select} />
      </>
    );
  }
  return (
    <>
      <Notice icon="card" title={noPayment.title}>
        <p>{noPayment.next}</p>
      </Notice>
      {customer && slot}
    </>
  );
}
