// The refund of one payment, from the form to its answer.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type {
  MovementReply,
  PanelRequest,
  PaymentView,
  ProblemView,
  TimelineEntry,
} from '../../functions/core/contract/panel.ts';
import type { RefundLine } from '../../functions/core/domain/refund-lines.ts';
import { type AmountReading, readAmount, writeAmount } from './amount-input.ts';
import type { ApiClient, Reply } from './api-client.ts';
import { askAgainLater, MAY_BE_ON_ITS_WAY_MS } from './ask-again.ts';
import { newIntentId } from './intent-id.ts';
import type { KeptIntent, KeptIntents } from './kept-intents.ts';
import { type Verdict, verdictOf } from './policy-verdict.ts';
import type { Timing } from './timing.ts';

export type RefundStep =
  | { readonly kind: 'closed' }
  | { readonly kind: 'form' }
  | {
      readonly kind: 'confirm';
      readonly amountMinor: number;
      readonly reason: string;
      readonly lines?: readonly RefundLine[];
    }
  | { readonly kind: 'sending'; readonly intent: KeptIntent }
  | { readonly kind: 'unanswered'; readonly intent: KeptIntent }
  | { readonly kind: 'refused'; readonly intent: KeptIntent; readonly problem: ProblemView }
  /** Others were asked to approve it. */
  | { readonly kind: 'asked'; readonly intent: KeptIntent }
  | { readonly kind: 'answered'; readonly intent: KeptIntent; readonly entry: TimelineEntry };

export interface RefundModel {
  readonly step: ReadonlySignal<RefundStep>;
  readonly amountText: ReadonlySignal<string>;
  readonly reasonText: ReadonlySignal<string>;
  /** Lines of the invoice that the amount is made of; none when it was typed. */
  readonly lines: ReadonlySignal<readonly RefundLine[]>;
  readonly amount: ReadonlySignal<AmountReading>;
  /** What the policy says of what is typed; undefined when it is allowed. */
  readonly verdict: ReadonlySignal<Verdict | undefined>;
  /** Whether faults may be shown: not before the person has done something wrong. */
  readonly showFaults: ReadonlySignal<boolean>;
  open(): void;
  close(): void;
  /** Drops chosen lines: what is typed is no sum of them. */
  typeAmount(text: string): void;
  chooseLines(lines: readonly RefundLine[]): void;
  typeReason(text: string): void;
  /** Form to confirmation; stays when something is missing. */
  review(): void;
  backToForm(): void;
  /** Sends what is being confirmed. Does nothing when it is already on its way. */
  confirm(): Promise<void>;
  /** Sends the unanswered refund again, under its own id. */
  askAgain(): Promise<void>;
  /** Asks others to approve what was refused for want of it. */
  askInstead(): Promise<void>;
}

export interface RefundModelOptions {
  readonly payment: ReadonlySignal<PaymentView>;
  readonly locale: string;
  readonly api: ApiClient;
  readonly intents: KeptIntents;
  readonly timing: Timing;
  readonly randomBytes: (count: number) => Uint8Array;
  /** The record that is open: where others are told of a request. */
  readonly openRecord: () => PanelRequest | undefined;
  /** Told of every answer before the step changes. */
  readonly onReply: (reply: AnsweredPayment) => void;
}

/** What all answers about a payment have. */
export type AnsweredPayment = Pick<MovementReply, 'now' | 'payment'> & { readonly state?: string };

/** After these we cannot tell whether the refund was written down, so the same intent must be asked again. */
export const undecided: readonly string[] = ['internal-error', 'store-unavailable'];
/** The most that the contract lets a reason have. */
const REASON_LENGTH_MAX = 200;

/** Creates the model; a refund that was confirmed before the frame was reloaded is taken up again. */
export function createRefundModel(options: RefundModelOptions): RefundModel {
  const { payment, api, intents, timing } = options;
  const currency = payment.peek().amount.currency;
  const step = signal<RefundStep>({ kind: 'closed' });
  const amountText = signal('');
  const reasonText = signal('');
  const lines = signal<readonly RefundLine[]>([]);
  const showFaults = signal(false);
  const amount = computed(() =>
    readAmount(amountText.value, currency, options.locale, payment.value.limits.leftMinor),
  );
  const verdict = computed(() =>
    amount.value.ok ? verdictOf(payment.value, amount.value.amountMinor) : undefined,
  );
  // An answered refund stays live: what a quiet reading brings replaces what the first answer said.
  const liveStep = computed<RefundStep>(() => {
    const current = step.value;
    if (current.kind !== 'answered') return current;
    return { ...current, entry: entryOf(payment.value, current.intent.intentId) ?? current.entry };
  });

  async function send(intent: KeptIntent): Promise<void> {
    step.value = { kind: 'sending', intent };
    if (intent.asks) return ask(intent);
    const { madeAt: _, asks: __, ...request } = intent;
    const reply = await api.refund(request);
    if (reply.kind === 'unreachable' || isUndecided(reply)) return leaveOpen(reply, intent);
    intents.forget(intent.paymentKey);
    if (reply.kind === 'refused') {
      step.value = { kind: 'refused', intent, problem: reply.problem };
    } else {
      options.onReply(reply.value);
      step.value = { kind: 'answered', intent, entry: entryFrom(reply.value, intent) };
    }
  }

  /** The same intent asked again never moves more. */
  function leaveOpen(reply: Reply<unknown>, intent: KeptIntent): void {
    const open = { kind: 'unanswered', intent } as const;
    step.value = open;
    askAgainLater(timing, reply, intent.madeAt, () => {
      if (step.peek() === open) void send(intent);
    });
  }

  async function ask(intent: KeptIntent): Promise<void> {
    const { madeAt: _, asks: __, ...request } = intent;
    const askedAt = options.openRecord();
    const reply = await api.askApproval({ ...request, ...(askedAt && { askedAt }) });
    if (reply.kind === 'unreachable' || isUndecided(reply)) return leaveOpen(reply, intent);
    intents.forget(intent.paymentKey);
    if (reply.kind === 'refused') {
      step.value = { kind: 'refused', intent, problem: reply.problem };
    } else {
      options.onReply(reply.value);
      step.value = { kind: 'asked', intent };
    }
  }

  function resume(): void {
    const kept = intents.find(payment.peek().key);
    if (kept === undefined) return;
    const { requests } = payment.peek();
    const known =
      entryOf(payment.peek(), kept.intentId) !== undefined ||
      requests.some((request) => request.intentId === kept.intentId);
    if (known || timing.nowMs() - kept.madeAt > MAY_BE_ON_ITS_WAY_MS) {
      // Answered in the timeline; or so old that it would be there if it had ever arrived.
      intents.forget(kept.paymentKey);
    } else {
      void send(kept);
    }
  }

  function open(): void {
    amountText.value = writeAmount(payment.peek().limits.leftMinor, currency, options.locale);
    reasonText.value = '';
    lines.value = [];
    showFaults.value = false;
    step.value = { kind: 'form' };
  }

  resume();
  return {
    step: liveStep,
    amountText,
    reasonText,
    lines,
    amount,
    verdict,
    showFaults,
    open,
    close() {
      step.value = { kind: 'closed' };
    },
    typeAmount(text) {
      amountText.value = text;
      lines.value = [];
    },
    chooseLines(chosen) {
      const sumMinor = chosen.reduce((sum, line) => sum + line.amountMinor, 0);
      lines.value = chosen;
      amountText.value = writeAmount(sumMinor, currency, options.locale);
    },
    typeReason(text) {
      reasonText.value = text.slice(0, REASON_LENGTH_MAX);
    },
    review() {
      const reading = amount.peek();
      const reason = reasonText.peek().trim();
      showFaults.value = true;
      if (!reading.ok || reason === '' || verdict.peek()?.beyond === 'forbidden') return;
      const chosen = lines.peek().length === 0 ? {} : { lines: lines.peek() };
      step.value = { kind: 'confirm', amountMinor: reading.amountMinor, reason, ...chosen };
    },
    backToForm() {
      showFaults.value = true;
      step.value = { kind: 'form' };
    },
    async confirm() {
      const current = step.peek();
      if (current.kind !== 'confirm') return;
      const madeAt = timing.nowMs();
      const intent: KeptIntent = {
        intentId: newIntentId(madeAt, options.randomBytes(16)),
        paymentKey: payment.peek().key,
        amountMinor: current.amountMinor,
        currency,
        reason: current.reason,
        ...(current.lines === undefined ? {} : { lines: [...current.lines] }),
        madeAt,
        ...(verdictOf(payment.peek(), current.amountMinor) === undefined ? {} : { asks: true }),
      };
      intents.keep(intent);
      await send(intent);
    },
    async askAgain() {
      const current = step.peek();
      if (current.kind === 'unanswered') await send(current.intent);
    },
    async askInstead() {
      const current = step.peek();
      if (current.kind !== 'refused') return;
      const intent = { ...current.intent, madeAt: timing.nowMs(), asks: true };
      intents.keep(intent);
      await send(intent);
    },
  };
}

function isUndecided(reply: Reply<unknown>): boolean {
  return reply.kind === 'refused' && undecided.includes(reply.problem.code);
}

/** The refund's line; of one over several captures the part that is not through yet. */
function entryOf({ timeline }: PaymentView, intentId: string): TimelineEntry | undefined {
  const own = timeline.filter(
    (entry) => entry.intentId === intentId || entry.intentId?.startsWith(`${intentId}-`),
  );
  return own.find(({ state }) => state !== 'succeeded') ?? own[0];
}

/** The refund's line in the answered payment; made from the answer itself when the line is not there yet. */
function entryFrom(reply: MovementReply, intent: KeptIntent): TimelineEntry {
  const known = entryOf(reply.payment, intent.intentId);
  if (known !== undefined) return known;
  return {
    kind: 'refund',
    state: reply.state,
    amount: { minor: intent.amountMinor, currency: intent.currency },
    at: reply.now,
    intentId: intent.intentId,
    reason: intent.reason,
    ...(reply.problem === undefined ? {} : { problem: reply.problem }),
  };
}
