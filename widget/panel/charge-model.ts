// Payment requests and saved cards of the open record: read, followed while the customer may be paying, cancelled, tidied.
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type {
  CardsReply,
  ChargeReply,
  ChargesReply,
  ChargesRequest,
  ChargeView,
} from '../../functions/core/contract/charges.ts';
import type { ProblemView } from '../../functions/core/contract/panel.ts';
import type { HostFailure } from '../hosts/host.ts';
import { callApi } from './api-client.ts';
import type { PanelModelOptions } from './panel-model.ts';

export type ChargeFault = ProblemView | HostFailure;

type ChargeList =
  | { readonly kind: 'reading' }
  | { readonly kind: 'fault'; readonly fault: ChargeFault }
  | { readonly kind: 'ready'; readonly reply: ChargesReply };

/** What is done to a saved card. */
type CardAct = 'default' | 'rename' | 'remove';

export interface ChargeModel {
  readonly list: ReadonlySignal<ChargeList>;
  /** When it is looked at again by itself, epoch ms of the server; undefined while nothing waits, or after long enough. */
  readonly nextLookAt: ReadonlySignal<number | undefined>;
  /** What is under way: a charge's intent or a card's key. */
  readonly busy: ReadonlySignal<string | undefined>;
  /** Why that brought nothing, and for what. */
  readonly fault: ReadonlySignal<{ readonly of: string; readonly cause: ChargeFault } | undefined>;
  look(): Promise<void>;
  cancel(intentId: string): Promise<void>;
  changeCard(act: CardAct, cardKey: string, nickname?: string): Promise<boolean>;
  /** From the books: the customer whose cards belong here. */
  knowCustomer(customerId: string): void;
  dispose(): void;
}

/** A customer needs some minutes for the page; afterwards a look each minute costs little. */
const PAUSES_MS = [3_000, 5_000, 10_000, 15_000, 30_000];
const PAUSE_MS = 60_000;
const LOOKS_MAX = 60;

/** A declined card that is tried again in days needs no look each minute. */
const OPEN = ['requested', 'asked', 'sent', 'unknown', 'in-review'];

export function isOpen({ state }: Pick<ChargeView, 'state'>): boolean {
  return OPEN.includes(state);
}

/** @param onPaid what was open is paid: the payment itself is the panel's to read. */
export function createChargeModel(
  { host, timing }: Pick<PanelModelOptions, 'host' | 'timing'>,
  subject: ChargesRequest,
  onPaid: (charge: ChargeView) => void,
): ChargeModel {
  const list = signal<ChargeList>({ kind: 'reading' });
  const nextLookAt = signal<number | undefined>(undefined);
  const busy = signal<string | undefined>(undefined);
  const fault = signal<{ of: string; cause: ChargeFault } | undefined>(undefined);
  let asked = subject;
  let looks = 0;
  let isDisposed = false;
  let stop = () => {};

  const post = <T>(path: string, body: unknown, mark: string) =>
    callApi<T>(host, 'POST', path, body, mark);

  async function read(): Promise<void> {
    stop();
    const reply = await post<ChargesReply>('/charges/list', asked, 'charges');
    if (isDisposed) return;
    if (reply.kind === 'ok') show(reply.value);
    // A quiet look that brings nothing is no news.
    else if (list.peek().kind !== 'ready') {
      const cause = reply.kind === 'refused' ? reply.problem : reply.failure;
      list.value = { kind: 'fault', fault: cause };
    }
    follow();
  }

  function show(reply: ChargesReply): void {
    const before = list.peek();
    const waited = before.kind === 'ready' ? before.reply.charges.filter(isOpen) : [];
    list.value = { kind: 'ready', reply };
    for (const charge of reply.charges) {
      const wasOpen = waited.some(({ intentId }) => intentId === charge.intentId);
      if (wasOpen && charge.state === 'paid') onPaid(charge);
    }
  }

  function follow(): void {
    nextLookAt.value = undefined;
    const current = list.peek();
    if (current.kind !== 'ready' || !current.reply.charges.some(isOpen)) return;
    if (looks >= LOOKS_MAX) return;
    const pauseMs = PAUSES_MS[looks] ?? PAUSE_MS;
    looks += 1;
    nextLookAt.value = current.reply.now + pauseMs;
    stop = timing.later(pauseMs, () => void read());
  }

  function look(): Promise<void> {
    looks = 0;
    return read();
  }

  /** One thing at a time. @returns what was answered, if it was good. */
  async function act<T>(of: string, path: string, body: unknown, mark: string) {
    if (busy.peek() !== undefined) return undefined;
    batch(() => {
      busy.value = of;
      fault.value = undefined;
    });
    const reply = await post<T>(path, body, mark);
    busy.value = undefined;
    if (reply.kind === 'ok') return reply.value;
    const cause = reply.kind === 'refused' ? reply.problem : reply.failure;
    fault.value = { of, cause };
    return undefined;
  }

  return {
    list,
    nextLookAt,
    busy,
    fault,
    look,
    async cancel(intentId) {
      await act<ChargeReply>(intentId, '/charges/cancel', { intentId }, 'charge');
      await look();
    },
    async changeCard(what, cardKey, nickname) {
      const body = what === 'rename' ? { cardKey, nickname } : { cardKey };
      const done = await act<CardsReply>(cardKey, `/cards/${what}`, body, 'cards');
      const current = list.peek();
      if (done === undefined || current.kind !== 'ready') return false;
      list.value = { kind: 'ready', reply: { ...current.reply, cards: done.cards } };
      return true;
    },
    knowCustomer(customerId) {
      asked = { ...asked, customerId };
    },
    dispose() {
      isDisposed = true;
      stop();
    },
  };
}
