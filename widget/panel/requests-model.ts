// Decisions about requests for approval: which one is being made, why, and what became of it.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { ProblemView, RequestView } from '../../functions/core/contract/panel.ts';
import type { HostFailure } from '../hosts/host.ts';
import type { ApiClient } from './api-client.ts';
import type { AnsweredPayment } from './refund-model.ts';

export type Decision = 'approved' | 'rejected' | 'withdrawn';

/** A decision that is being made. */
export interface Deciding {
  readonly key: string;
  readonly decision: Decision;
  readonly reason: string;
  readonly isBusy: boolean;
  /** The reason was asked for and is missing. */
  readonly isReasonMissing: boolean;
  readonly fault?: ProblemView | HostFailure;
}

export interface RequestsModel {
  readonly deciding: ReadonlySignal<Deciding | undefined>;
  begin(request: RequestView, decision: Decision): void;
  cancel(): void;
  typeReason(text: string): void;
  /** Sends the decision; what was decided stays decided, so sending it twice is harmless. */
  confirm(): Promise<void>;
}

/** The most that the contract lets a reason have. */
const REASON_LENGTH_MAX = 200;

/** @param onReply of a request about a payment. @param onDecided of any. */
export function createRequestsModel(
  api: ApiClient,
  onReply: (reply: AnsweredPayment) => void,
  onDecided: () => void = () => {},
): RequestsModel {
  const deciding = signal<Deciding | undefined>(undefined);

  function change(change: Partial<Deciding>): void {
    const current = deciding.peek();
    if (current !== undefined) deciding.value = { ...current, ...change };
  }

  return {
    deciding,
    begin({ key }, decision) {
      deciding.value = { key, decision, reason: '', isBusy: false, isReasonMissing: false };
    },
    cancel() {
      deciding.value = undefined;
    },
    typeReason(text) {
      change({ reason: text.slice(0, REASON_LENGTH_MAX), isReasonMissing: false });
    },
    async confirm() {
      const current = deciding.peek();
      if (current === undefined || current.isBusy) return;
      const { key, decision } = current;
      const reason = current.reason.trim();
      if (reason === '' && decision !== 'withdrawn') return change({ isReasonMissing: true });
      const { fault: _, ...rest } = current;
      deciding.value = { ...rest, isBusy: true };
      const reply =
        decision === 'withdrawn'
          ? await api.withdraw({ key, reason })
          : await api.decide({ key, decision, reason });
      if (reply.kind !== 'ok') {
        const fault = reply.kind === 'refused' ? reply.problem : reply.failure;
        return change({ isBusy: false, fault });
      }
      deciding.value = undefined;
      onDecided();
      const { now, payment } = reply.value;
      if (payment !== undefined) onReply({ now, payment });
    },
  };
}
