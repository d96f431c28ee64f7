// The panel's state: what is open in the host, what the API says of it, and the refund that is being made.
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type {
  PanelReply,
  PanelRequest,
  PaymentView,
  ProblemView,
} from '../../functions/core/contract/panel.ts';
import type { Host, HostContext, HostFailure, HostRecord } from '../hosts/host.ts';
import { currentText, knowReasons, writeFor } from '../text/current-text.ts';
import { panelLanguages, speak } from '../text/speak.ts';
import { createApiClient } from './api-client.ts';
import { awaitedPayment } from './awaited-payment.ts';
import { isUnderWay, pauseBefore } from './follow-up.ts';
import { type KeyValueStorage, keptIntents, keptMoves } from './kept-intents.ts';
import type { MoveModel } from './move-model.ts';
import { type Opening, openPanel } from './opening.ts';
import type { PanelParts } from './panel-parts.ts';
import type { AnsweredPayment, RefundModel } from './refund-model.ts';
import type { RequestsModel } from './requests-model.ts';
import { serverClock } from './server-clock.ts';
import type { Timing } from './timing.ts';

export type PanelView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'no-record' }
  | { readonly kind: 'unreachable'; readonly failure: HostFailure }
  | { readonly kind: 'refused'; readonly problem: ProblemView }
  | { readonly kind: 'ready'; readonly reply: PanelReply };

export interface PanelModel {
  readonly context: ReadonlySignal<HostContext | undefined>;
  readonly view: ReadonlySignal<PanelView>;
  /** The payment that is shown, when one is chosen or there is only one. */
  readonly payment: ReadonlySignal<PaymentView | undefined>;
  /** Made when its part of the panel is there. */
  readonly refund: ReadonlySignal<RefundModel | undefined>;
  readonly move: ReadonlySignal<MoveModel | undefined>;
  readonly requests: ReadonlySignal<RequestsModel | undefined>;
  readonly parts: PanelParts;
  /** For what parts do by themselves. */
  readonly options: PanelModelOptions;
  /** The record that is open in the host. */
  openRecord(): PanelRequest | undefined;
  /** The server's clock now, epoch ms: ages are counted from it. */
  readonly serverNow: ReadonlySignal<number>;
  /** Intent id of the movement that is being rechecked. */
  readonly rechecking: ReadonlySignal<string | undefined>;
  readonly recheckFault: ReadonlySignal<Fault | undefined>;
  /** Connects to the host and reads the panel; `opening` has begun with that. */
  start(opening?: Opening): Promise<void>;
  /** Starts over after a failure. */
  retry(): Promise<void>;
  select(paymentKey: string | undefined): void;
  /** Loads what the first load has left out, for later. */
  preload(): void;
  recheck(intentId: string): Promise<void>;
  /** Reads again under what is shown. */
  refresh(): Promise<void>;
  /** A payment was just made: reads until it is there. */
  awaitPayment(): Promise<void>;
  dispose(): void;
}

/** Why a recheck of a movement brought nothing. */
interface Fault {
  readonly intentId: string;
  readonly cause: ProblemView | HostFailure;
}

export interface PanelModelOptions {
  readonly host: Host;
  readonly timing: Timing;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly storage: KeyValueStorage | undefined;
  readonly parts: PanelParts;
}

export function createPanelModel(options: PanelModelOptions): PanelModel {
  const { host, timing, parts } = options;
  const api = createApiClient(host);
  const intents = keptIntents(options.storage);
  const moves = keptMoves(options.storage);

  const view = signal<PanelView>({ kind: 'loading' });
  const context = signal<HostContext | undefined>(undefined);
  const selectedKey = signal<string | undefined>(undefined);
  const refund = signal<RefundModel | undefined>(undefined);
  const move = signal<MoveModel | undefined>(undefined);
  const requests = signal<RequestsModel | undefined>(undefined);
  const rechecking = signal<string | undefined>(undefined);
  const recheckFault = signal<Fault | undefined>(undefined);
  const clock = serverClock(timing);
  const payment = computed(() =>
    view.value.kind === 'ready'
      ? view.value.reply.payments.find((one) => one.key === selectedKey.value)
      : undefined,
  );

  let record: HostRecord | undefined;
  /** Counts what changed the view: an answer to an older question is dropped. */
  let version = 0;
  /** Until the texts are in the reader's language: nothing is shown in another one before. */
  let language: Promise<void> = Promise.resolve();
  const awaited = awaitedPayment();
  let stopListening = () => {};
  let stopFollowing = () => {};

  function show(reply: PanelReply): void {
    version += 1;
    batch(() => {
      writeFor(currentText.peek().locale, reply.timeZone);
      clock.set(reply.now);
      view.value = { kind: 'ready', reply };
    });
  }

  async function read(answer = record && api.readPanel(record)): Promise<void> {
    leavePayment();
    awaited.end();
    view.value = record === undefined ? { kind: 'no-record' } : { kind: 'loading' };
    version += 1;
    if (answer === undefined) return;
    const asked = version;
    const [reply] = await Promise.all([answer, language]);
    if (asked !== version) return;
    if (reply.kind === 'ok') {
      show(reply.value);
      selectFirst(reply.value);
      follow(0);
    } else if (reply.kind === 'refused') {
      view.value = { kind: 'refused', problem: reply.problem };
    } else {
      view.value = { kind: 'unreachable', failure: reply.failure };
    }
  }

  /** The only payment, or the one that a ticket is about; or the one whose movement was under way when the frame was reloaded. */
  function selectFirst({ payments, ticket }: PanelReply): void {
    const resumed = payments.find(({ key }) => intents.find(key) ?? moves.find(key));
    const [only] = payments;
    select(resumed?.key ?? ticket?.likely ?? (payments.length === 1 ? only?.key : undefined));
  }

  /** Reads quietly again, after growing pauses, as long as something is under way. */
  function follow(attempt: number): void {
    stopFollowing();
    const current = view.peek();
    const pauseMs = pauseBefore(attempt);
    if (pauseMs === undefined || current.kind !== 'ready') return;
    if (!awaited.isOpen() && !isUnderWay(current.reply.payments)) return;
    stopFollowing = timing.later(pauseMs, () => void readQuietly(attempt + 1));
  }

  /** Reads again under what is shown. A failure shows nothing: the next attempt may do better. */
  async function readQuietly(nextAttempt: number): Promise<void> {
    if (record === undefined) return;
    const asked = version;
    const reply = await api.readPanel(record);
    if (asked !== version) return;
    if (reply.kind === 'ok') {
      show(reply.value);
      if (awaited.comesWith(reply.value) && payment.peek() === undefined) selectFirst(reply.value);
    }
    follow(nextAttempt);
  }

  function openRecord(): PanelRequest | undefined {
    return record && { host: host.kind, record };
  }

  function leavePayment(): void {
    stopFollowing();
    batch(() => {
      refund.value = undefined;
      move.value = undefined;
      requests.value = undefined;
      selectedKey.value = undefined;
      recheckFault.value = undefined;
    });
  }

  function select(paymentKey: string | undefined): void {
    batch(() => {
      selectedKey.value = paymentKey;
      refund.value = undefined;
      move.value = undefined;
      requests.value = undefined;
    });
    const chosen = payment.peek();
    if (chosen === undefined) return;
    void parts.payment.load();
    makeModels();
    if (chosen.errorReason !== undefined) void loadReasons();
  }

  async function loadReasons(): Promise<void> {
    const part = await parts.reasons.load();
    if (part !== undefined) knowReasons(part.reasonTexts);
  }

  /** Makes the models of the shown payment, as soon as their part of the panel is there. */
  function makeModels(): void {
    const state = parts.payment.state.peek();
    const chosen = payment.peek();
    if (state.kind !== 'ready' || chosen === undefined || refund.peek() !== undefined) return;
    const { part } = state;
    batch(() => {
      requests.value = part.createRequestsModel(api, takeReply);
      const common = {
        payment: computed(() => paymentOf(view.value, chosen.key) ?? chosen),
        locale: currentText.peek().locale,
        api,
        timing,
        randomBytes: options.randomBytes,
        onReply: takeReply,
      };
      move.value = part.createMoveModel({ ...common, moves });
      refund.value = part.createRefundModel({ ...common, intents, openRecord });
    });
  }

  /** Puts an answered movement's payment into the panel, if it still shows that payment. */
  function takeReply(reply: AnsweredPayment): void {
    const current = view.peek();
    if (current.kind !== 'ready') return;
    const payments = current.reply.payments.map((one) =>
      one.key === reply.payment.key ? reply.payment : one,
    );
    show({ ...current.reply, now: reply.now, payments });
    follow(0);
    if (reply.state === 'succeeded') {
      host.notify('success', currentText.peek().messages.refundAccepted);
    }
  }

  async function recheck(intentId: string): Promise<void> {
    const paymentKey = payment.peek()?.key;
    if (paymentKey === undefined || rechecking.peek() !== undefined) return;
    rechecking.value = intentId;
    recheckFault.value = undefined;
    const reply = await api.recheck({ intentId, paymentKey });
    rechecking.value = undefined;
    if (reply.kind === 'ok') takeReply(reply.value);
    else {
      const cause = reply.kind === 'refused' ? reply.problem : reply.failure;
      recheckFault.value = { intentId, cause };
    }
  }

  async function start(opening = openPanel(host)): Promise<void> {
    view.value = { kind: 'loading' };
    const ready = await opening.ready;
    const { reply, ...opened } = opening.take();
    if (!ready.ok) {
      view.value = { kind: 'unreachable', failure: ready };
      return;
    }
    context.value = ready.value;
    writeFor(ready.value.locale);
    language = speak(ready.value.locale, timing.later, panelLanguages);
    record = opened.record;
    stopListening = host.onRecordChange(changeRecord);
    if (record === undefined) await language;
    await read(reply);
  }

  function changeRecord(next: HostRecord | undefined): void {
    const isSame = next?.kind === record?.kind && next?.id === record?.id;
    record = next;
    // The same record, changed: a half-filled form or an answer must not vanish.
    void (isSame && view.peek().kind === 'ready' ? readQuietly(0) : read());
  }

  const stopWaiting = parts.payment.state.subscribe(makeModels);

  return {
    context,
    view,
    payment,
    refund,
    move,
    requests,
    parts,
    options,
    openRecord,
    serverNow: clock.now,
    rechecking,
    recheckFault,
    start,
    retry: () => (context.peek() === undefined ? start() : read()),
    select,
    preload() {
      void parts.payment.load();
      void loadReasons();
    },
    recheck,
    refresh: () => readQuietly(0),
    awaitPayment() {
      awaited.begin(view.peek());
      return readQuietly(0);
    },
    dispose() {
      stopListening();
      stopWaiting();
      clock.stop();
      leavePayment();
    },
  };
}

function paymentOf(view: PanelView, key: string): PaymentView | undefined {
  return view.kind === 'ready' ? view.reply.payments.find((one) => one.key === key) : undefined;
}
