// Where a part stands that only some records have: of a ticket how it found its payments, of a customer the figures.
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { PanelReply, PaymentView } from '../../functions/core/contract/panel.ts';
import { LazyNotice } from './lazy-notice.tsx';
import type { PanelModel } from './panel-model.ts';

export interface RecordPartProps {
  readonly model: PanelModel;
  readonly reply: PanelReply;
  /** The one that is shown. */
  readonly payment: PaymentView | undefined;
}

export function RecordSlot(props: RecordPartProps): JSX.Element {
  const { ticket, customer } = props.model.parts;
  const part = props.reply.ticket ? ticket : customer;
  const state = part.state.value;
  useEffect(() => void part.load(), [part]);
  return state.kind === 'ready' ? <state.part.RecordPart {...props} /> : <LazyNotice part={part} />;
}
