// A capture, release or void of one payment, from the form to its answer.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type {
  MovementRequest,
  OfferTargetView,
  OfferView,
  PaymentView,
  ProblemView,
} from '../../functions/core/contract/panel.ts';
import { type AmountReading, readAmount, writeAmount } from './amount-input.ts';
import { askAgainLater, MAY_BE_ON_ITS_WAY_MS } from './ask-again.ts';
import { newIntentId } from './intent-id.ts';
import type { KeptMove, KeptMoves } from './kept-intents.ts';
import { type RefundModelOptions, undecided } from './refund-model.ts';

export type MoveAction = MovementRequest['action'];

/** What is being decided: of a void with what it takes back. */
export interface MoveChoice {
  readonly action: MoveAction;
  readonly maxMinor: number;
  readonly target?: OfferTargetView;
}

export type MoveStep =
  | { readonly kind: 'closed' }
  | { readonly kind: 'form'; readonly choice: MoveChoice }
  | { readonly kind: 'confirm'; readonly choice: MoveChoice; readonly amountMinor: number }
  | { readonly kind: 'sending' | 'unanswered' | 'answered'; readonly intent: KeptMove }
  | { readonly kind: 'refused'; readonly intent: KeptMove; readonly problem: ProblemView };

export interface MoveModel {
  readonly step: ReadonlySignal<MoveStep>;
  readonly amountText: ReadonlySignal<string>;
  readonly reasonText: ReadonlySignal<string>;
  readonly amount: ReadonlySignal<AmountReading>;
  readonly showFaults: ReadonlySignal<boolean>;
  open(choice: MoveChoice): void;
  close(): void;
  typeAmount(text: string): void;
  typeReason(text: string): void;
  /** Form to confirmation; stays when something is missing. */
  review(): void;
  backToForm(): void;
  /** Sends what is being confirmed, once. */
  confirm(): Promise<void>;
  /** Sends the unanswered one again, under its own id. */
  askAgain(): Promise<void>;
}

export interface MoveModelOptions
  extends Pick<
    RefundModelOptions,
    'payment' | 'locale' | 'api' | 'timing' | 'randomBytes' | 'onReply'
  > {
  readonly moves: KeptMoves;
}

/** Creates the model; what was confirmed before the frame was reloaded is taken up again. */
export function createMoveModel(options: MoveModelOptions): MoveModel {
  const { payment, api, moves, timing } = options;
  const { currency } = payment.peek().amount;
  const step = signal<MoveStep>({ kind: 'closed' });
  const amountText = signal('');
  const reasonText = signal('');
  const showFaults = signal(false);
  const amount = computed(() => {
    const { value } = step;
    const maxMinor = value.kind === 'form' ? value.choice.maxMinor : 0;
    return readAmount(amountText.value, currency, options.locale, maxMinor);
  });

  async function send(intent: KeptMove): Promise<void> {
    step.value = { kind: 'sending', intent };
    const { madeAt: _, ...request } = intent;
    const reply = await api.move(request);
    const isOpen = reply.kind === 'refused' && undecided.includes(reply.problem.code);
    if (reply.kind === 'unreachable' || isOpen) {
      const open = { kind: 'unanswered', intent } as const;
      step.value = open;
      askAgainLater(timing, reply, intent.madeAt, () => {
        if (step.peek() === open) void send(intent);
      });
      return;
    }
    moves.forget(intent.paymentKey);
    if (reply.kind === 'refused') {
      step.value = { kind: 'refused', intent, problem: reply.problem };
      return;
    }
    // The outcome stands in the panel itself.
    options.onReply({ now: reply.value.now, payment: reply.value.payment });
    step.value = { kind: 'answered', intent };
  }

  function resume(): void {
    const { key, timeline } = payment.peek();
    const kept = moves.find(key);
    if (kept === undefined) return;
    const isKnown = timeline.some((entry) => entry.intentId === kept.intentId);
    if (isKnown || timing.nowMs() - kept.madeAt > MAY_BE_ON_ITS_WAY_MS) moves.forget(key);
    else void send(kept);
  }

  resume();
  return {
    step,
    amountText,
    reasonText,
    amount,
    showFaults,
    open(choice) {
      amountText.value = writeAmount(choice.maxMinor, currency, options.locale);
      reasonText.value = '';
      showFaults.value = false;
      step.value = { kind: 'form', choice };
    },
    close() {
      step.value = { kind: 'closed' };
    },
    typeAmount(text) {
      amountText.value = text;
    },
    typeReason(text) {
      reasonText.value = text.slice(0, 200);
    },
    review() {
      const current = step.peek();
      if (current.kind !== 'form') return;
      const { choice } = current;
      showFaults.value = true;
      const isCapture = choice.action === 'capture';
      const reading = amount.peek();
      if (isCapture ? !reading.ok : reasonText.peek().trim() === '') return;
      const amountMinor = isCapture && reading.ok ? reading.amountMinor : choice.maxMinor;
      step.value = { kind: 'confirm', choice, amountMinor };
    },
    backToForm() {
      const current = step.peek();
      if (current.kind === 'confirm') step.value = { kind: 'form', choice: current.choice };
    },
    async confirm() {
      const current = step.peek();
      if (current.kind !== 'confirm') return;
      const madeAt = timing.nowMs();
      const { action, target } = current.choice;
      const intent: KeptMove = {
        intentId: newIntentId(madeAt, options.randomBytes(16)),
        paymentKey: payment.peek().key,
        action,
        amountMinor: current.amountMinor,
        currency,
        reason: reasonText.peek().trim(),
        ...(target === undefined ? {} : { targetId: target.gatewayId }),
        madeAt,
      };
      moves.keep(intent);
      await send(intent);
    },
    async askAgain() {
      const current = step.peek();
      if (current.kind === 'unanswered') await send(current.intent);
    },
  };
}

/** An offer as what can be begun: a void once for each that it may take back. */
export function choicesOf(offer: OfferView): readonly MoveChoice[] {
  const { action } = offer;
  if (!offer.isPossible || action === 'refund') return [];
  const { maxMinor, targets } = offer;
  if (targets.length === 0) return [{ action, maxMinor }];
  return targets.map((target) => ({ action, maxMinor: target.amountMinor, target }));
}

/** What the payment is known to have of the movement by now. */
export function moveEntryOf(payment: PaymentView, { intentId }: KeptMove) {
  return payment.timeline.find((entry) => entry.intentId === intentId);
}
