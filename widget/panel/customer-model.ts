// The figures of the customer whose record is open: read once for each record, again when asked.
import { type ReadonlySignal, signal } from '@preact/signals';
import type {
  CustomerReply,
  CustomerRequest,
  CustomerView,
} from '../../functions/core/contract/customer.ts';
import type { ProblemView } from '../../functions/core/contract/panel.ts';
import type { Host } from '../hosts/host.ts';
import { callApi } from './api-client.ts';

type CustomerStep =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly customer: CustomerView; readonly now: number }
  | { readonly kind: 'refused'; readonly problem: ProblemView }
  | { readonly kind: 'unreachable' };

export interface CustomerModel {
  readonly step: ReadonlySignal<CustomerStep>;
  read(): Promise<void>;
}

export function createCustomerModel(host: Host, request: CustomerRequest): CustomerModel {
  const step = signal<CustomerStep>({ kind: 'loading' });
  return {
    step,
    async read() {
      step.value = { kind: 'loading' };
      const reply = await callApi<CustomerReply>(host, 'POST', '/customer', request, 'customer');
      if (reply.kind === 'ok') {
        step.value = { kind: 'ready', customer: reply.value.customer, now: reply.value.now };
      } else if (reply.kind === 'refused') {
        step.value = { kind: 'refused', problem: reply.problem };
      } else {
        step.value = { kind: 'unreachable' };
      }
    },
  };
}
