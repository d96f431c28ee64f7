// Where payment links and saved cards stand. Paid invoices seldom need them: there they are opened by hand, and load nothing before.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PanelReply } from '../../functions/core/contract/panel.ts';
import { useText } from '../text/current-text.ts';
import { LazyNotice } from './lazy-notice.tsx';
import type { PanelModel } from './panel-model.ts';

/** As far from what stands above it as sections are from each other; one sheet for all would be loaded by those who see no button. */
const APART = { marginBlockStart: '20px' };

export interface ChargeSlotProps {
  readonly model: PanelModel;
  readonly reply: PanelReply;
}

export function ChargeSlot({ model, reply }: ChargeSlotProps): JSX.Element | null {
  const { charging, payments } = reply;
  const { messages } = useText();
  const part = model.parts.charges;
  const [openFor, setOpenFor] = useState('');
  const record = JSON.stringify(charging ?? null);
  const isAtOnce = charging !== undefined && !(charging.invoiceId && payments.length > 0);
  // What was opened stays so when the payment comes in.
  const isOpen = isAtOnce || openFor === record;
  useEffect(() => {
    if (!isOpen) return;
    setOpenFor(record);
    void part.load();
  }, [isOpen, part, record]);
  if (charging === undefined) return null;
  const state = part.state.value;
  if (isOpen && state.kind === 'ready') {
    return <state.part.ChargeSection key={record} model={model} subject={charging} />;
  }
  if (isOpen) return <LazyNotice part={part} />;
  return (
    <button type="button" class="button wide" style={APART} onClick={() => setOpenFor(record)}>
      {messages.charging}
    </button>
  );
}
