// What the card page asks of us, with the link's secret in the body: never in an address.
import type {
  PayConfirmationStart,
  PayFields,
  PayRequest,
  PayView,
} from '../../functions/core/contract/charges.ts';
import type { ErrorReply, ProblemView } from '../../functions/core/contract/panel.ts';

export type Answered<T> =
  | { readonly ok: true; readonly value: T }
  /** `problem` is absent when nobody answered. */
  | { readonly ok: false; readonly problem?: ProblemView };

export interface PageApi {
  /** Address of the page, without its fragment. */
  readonly base: string;
  show(): Promise<Answered<PayView>>;
  fields(): Promise<Answered<PayFields>>;
  /** Before the payer's bank is asked. */
  confirmation(transientToken: string): Promise<Answered<PayConfirmationStart>>;
  pay(request: Omit<PayRequest, 'secret'>): Promise<Answered<PayView>>;
}

/** @param base address of the page, without its fragment. */
export function createPageApi(base: string, secret: string): PageApi {
  const post = async <T>(path: string, body: object): Promise<Answered<T>> => {
    try {
      const response = await fetch(`${base}/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...body, secret }),
        credentials: 'omit',
      });
      const reply: unknown = await response.json();
      return response.ok
        ? { ok: true, value: reply as T }
        : { ok: false, problem: (reply as ErrorReply).error };
    } catch {
      return { ok: false };
    }
  };
  return {
    base,
    show: () => post('show', {}),
    fields: () => post('fields', {}),
    confirmation: (transientToken) => post('confirmation', { transientToken }),
    pay: (request) => post('card', request),
  };
}
