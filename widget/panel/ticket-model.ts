// Remembering which payment a ticket is about: one call, then the panel is read anew.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ProblemView } from '../../functions/core/contract/panel.ts';
import type { TicketPickReply } from '../../functions/core/contract/ticket.ts';
import { callApi } from './api-client.ts';
import type { PanelModel } from './panel-model.ts';

export type PickStep =
  | { readonly kind: 'ready' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'refused'; readonly problem: ProblemView }
  /** No answer came: it may be remembered. */
  | { readonly kind: 'unsure' };

export interface TicketModel {
  readonly step: ReadonlySignal<PickStep>;
  /** Without a payment what was picked is forgotten. Does nothing while a call is under way. */
  pick(paymentKey?: string): Promise<void>;
}

export function createTicketModel(
  panel: Pick<PanelModel, 'options' | 'retry'>,
  ticketId: string,
): TicketModel {
  const step = signal<PickStep>({ kind: 'ready' });
  return {
    step,
    async pick(paymentKey) {
      if (step.peek().kind === 'busy') return;
      step.value = { kind: 'busy' };
      const body = { ticketId, ...(paymentKey === undefined ? {} : { paymentKey }) };
      const { host } = panel.options;
      const reply = await callApi<TicketPickReply>(host, 'POST', '/tickets/pick', body, 'ticket');
      if (reply.kind === 'ok') {
        step.value = { kind: 'ready' };
        await panel.retry();
      } else {
        step.value =
          reply.kind === 'refused'
            ? { kind: 'refused', problem: reply.problem }
            : { kind: 'unsure' };
      }
    },
  };
}
