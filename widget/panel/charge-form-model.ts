// Asking for money: what is open is read, the person chooses how and how much, and one decision is one request however often it is sent.
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type {
  CardView,
  ChargeReply,
  ChargeRequest,
  ChargeStartReply,
  ChargesRequest,
} from '../../functions/core/contract/charges.ts';
import type { MoneyView, ProblemView } from '../../functions/core/contract/panel.ts';
import { type AmountReading, readAmount, writeAmount } from './amount-input.ts';
import { callApi } from './api-client.ts';
import type { ChargeFault } from './charge-model.ts';
import { newIntentId } from './intent-id.ts';
import type { PanelModelOptions } from './panel-model.ts';
import { type Verdict, verdictOf } from './policy-verdict.ts';

type ChargeStep =
  | { readonly kind: 'closed' }
  | { readonly kind: 'starting' }
  | { readonly kind: 'fault'; readonly fault: ChargeFault }
  | { readonly kind: 'form'; readonly start: ChargeStartReply; readonly fault?: ProblemView }
  /** A saved card is charged at once: asked once more. */
  | { readonly kind: 'sure'; readonly start: ChargeStartReply; readonly card: CardView }
  | { readonly kind: 'busy'; readonly start: ChargeStartReply }
  /** No answer came: the same request is asked about again, and no other is made meanwhile. */
  | { readonly kind: 'unsure'; readonly start: ChargeStartReply }
  | {
      readonly kind: 'answered';
      readonly reply: ChargeReply;
      /** Whether it was to be mailed. */
      readonly sendsMail: boolean;
    };

/** What is asked for: money, or a card to keep; of a customer it is one or the other. */
type ChargeWish = 'payment' | 'card';

interface ChargeForm {
  readonly wish: ChargeWish;
  /** Of a customer's open invoices those that are to be paid. */
  readonly chosen: readonly string[];
  readonly cardKey: string | undefined;
  readonly amountText: string;
  readonly reason: string;
  readonly sendsMail: boolean;
  readonly reserves: boolean;
  /** A saved card that is declined for now is tried again. */
  readonly retries: boolean;
  readonly showsFaults: boolean;
}

export interface ChargeFormModel {
  readonly step: ReadonlySignal<ChargeStep>;
  readonly form: ReadonlySignal<ChargeForm>;
  readonly amount: ReadonlySignal<AmountReading>;
  /** What is open of what is to be paid; undefined for a card. */
  readonly open: ReadonlySignal<MoneyView | undefined>;
  /** What the policy says of the amount; of saved cards only. */
  readonly verdict: ReadonlySignal<Verdict | undefined>;
  begin(wish: ChargeWish): Promise<void>;
  /** Takes an invoice in, or out again; the amount is all that is open of those chosen. */
  choose(invoiceId: string): void;
  change(change: Partial<ChargeForm>): void;
  /** Sends a link's request; for a saved card asks once more. */
  submit(): Promise<void>;
  /** Charges the saved card; or asks about the same request again. */
  confirm(): Promise<void>;
  back(): void;
  close(): void;
}

const EMPTY: ChargeForm = {
  wish: 'payment',
  chosen: [],
  cardKey: undefined,
  amountText: '',
  reason: '',
  sendsMail: false,
  reserves: false,
  retries: true,
  showsFaults: false,
};

export interface ChargeFormOptions
  extends Pick<PanelModelOptions, 'host' | 'timing' | 'randomBytes'> {
  readonly locale: string;
  /** The record that is open, where others are told of a request. */
  readonly openRecord: () => ChargeRequest['askedAt'];
  readonly onStart: (start: ChargeStartReply) => void;
  /** The charge, unless it was refused. */
  readonly onAnswer: (charge: ChargeReply['charge'] | undefined) => void;
}

export function createChargeFormModel(
  { host, timing, randomBytes, locale, openRecord, onStart, onAnswer }: ChargeFormOptions,
  subject: ChargesRequest,
): ChargeFormModel {
  const step = signal<ChargeStep>({ kind: 'closed' });
  const form = signal<ChargeForm>(EMPTY);
  /** Kept while it is not certain what became of the request. */
  let kept: ChargeRequest | undefined;

  const start = computed(() => ('start' in step.value ? step.value.start : undefined));
  const open = computed(() => start.value && openOf(start.value, form.value));
  const amount = computed((): AmountReading => {
    if (open.value === undefined) return { ok: true, amountMinor: 0 };
    const { currency, minor } = open.value;
    return readAmount(form.value.amountText, currency, locale, minor);
  });
  const verdict = computed(() => {
    const given = start.value;
    if (given === undefined || form.value.cardKey === undefined || !amount.value.ok)
      return undefined;
    return verdictOf(given, amount.value.amountMinor);
  });

  async function begin(wish: ChargeWish): Promise<void> {
    if (step.peek().kind === 'starting') return;
    step.value = { kind: 'starting' };
    const reply = await callApi<ChargeStartReply>(host, 'POST', '/charges/start', subject, 'cards');
    if (reply.kind !== 'ok') {
      const fault = reply.kind === 'refused' ? reply.problem : reply.failure;
      step.value = { kind: 'fault', fault };
      return;
    }
    batch(() => {
      fill(reply.value, { ...EMPTY, wish });
      step.value = { kind: 'form', start: reply.value };
    });
    onStart(reply.value);
  }

  /** With all that is open as the amount. */
  function fill(given: ChargeStartReply, wanted: ChargeForm): void {
    const all = openOf(given, wanted);
    const amountText = all?.minor ? writeAmount(all.minor, all.currency, locale) : '';
    form.value = { ...wanted, amountText };
  }

  function choose(invoiceId: string): void {
    const given = start.peek();
    if (given === undefined) return;
    const { chosen, ...others } = form.peek();
    const isIn = chosen.includes(invoiceId);
    const left = isIn ? chosen.filter((id) => id !== invoiceId) : [...chosen, invoiceId];
    if (left.length <= given.invoicesMax) fill(given, { ...others, chosen: left });
  }

  async function submit(): Promise<void> {
    const current = step.peek();
    const { cardKey, reason } = form.peek();
    if (current.kind !== 'form') return;
    change({ showsFaults: true });
    const isForbidden = verdict.peek()?.beyond === 'forbidden';
    if (!amount.peek().ok || reason.trim() === '' || isForbidden) return;
    const card = current.start.cards.find(({ key }) => key === cardKey);
    // A request charges nothing yet, and needs no second question.
    const isRequest = verdict.peek() !== undefined;
    if (card === undefined || isRequest) return send(current.start);
    step.value = { kind: 'sure', start: current.start, card };
  }

  async function send(given: ChargeStartReply): Promise<void> {
    kept ??= { ...wish(given), intentId: newIntentId(timing.nowMs(), randomBytes(16)) };
    const { sendsMail = false } = kept;
    step.value = { kind: 'busy', start: given };
    const reply = await callApi<ChargeReply>(host, 'POST', '/charges', kept, 'charge');
    if (reply.kind === 'unreachable') {
      step.value = { kind: 'unsure', start: given };
    } else if (reply.kind === 'refused') {
      kept = undefined;
      step.value = { kind: 'form', start: given, fault: reply.problem };
    } else {
      kept = undefined;
      step.value = { kind: 'answered', reply: reply.value, sendsMail };
    }
    onAnswer(reply.kind === 'ok' ? reply.value.charge : undefined);
  }

  function wish(given: ChargeStartReply): Omit<ChargeRequest, 'intentId'> {
    const { cardKey, reason, sendsMail, reserves, retries } = form.peek();
    const read = amount.peek();
    const sale = reserves ? 'authorization' : 'sale';
    return {
      purpose: open.peek() === undefined ? 'save-card' : sale,
      amountMinor: read.ok ? read.amountMinor : 0,
      currency: given.currency,
      reason: reason.trim(),
      ...whatFor(given),
      ...(cardKey === undefined ? { sendsMail } : { cardKey, retries }),
      ...(verdict.peek() === undefined ? {} : { asksApproval: true, askedAt: openRecord() }),
    };
  }

  /** In the order in which they are due, as they are paid so. */
  function whatFor({ customer, invoices = [] }: ChargeStartReply): Partial<ChargeRequest> {
    if (subject.invoiceId !== undefined) return { invoiceId: subject.invoiceId };
    const { chosen } = form.peek();
    const ids = invoices.flatMap(({ id }) => (chosen.includes(id) ? [id] : []));
    const [only, ...others] = ids;
    if (only === undefined) return { customerId: customer.id };
    return others.length === 0 ? { invoiceId: only } : { customerId: customer.id, invoiceIds: ids };
  }

  function change(change: Partial<ChargeForm>): void {
    form.value = { ...form.peek(), ...change };
  }

  return {
    step,
    form,
    amount,
    open,
    verdict,
    begin,
    choose,
    change,
    submit,
    async confirm() {
      const current = step.peek();
      if (current.kind === 'sure' || current.kind === 'unsure') await send(current.start);
    },
    back() {
      const current = step.peek();
      if (current.kind === 'sure') step.value = { kind: 'form', start: current.start };
    },
    close() {
      step.value = { kind: 'closed' };
    },
  };
}

function openOf(
  { invoice, invoices = [], currency }: ChargeStartReply,
  { wish, chosen }: Pick<ChargeForm, 'wish' | 'chosen'>,
): MoneyView | undefined {
  if (invoice !== undefined) return invoice.open;
  if (wish === 'card') return undefined;
  const minor = invoices
    .filter(({ id }) => chosen.includes(id))
    .reduce((sum, { open }) => sum + open.minor, 0);
  return { minor, currency };
}
