// Payments and panel answers for the widget's tests, as the API gives them.
import type { OfferView, PanelReply, PaymentView } from '../../functions/core/contract/panel.ts';

export const NOW = Date.UTC(2026, 10, 22, 12, 0);
const MINUTE_MS = 60_000;

const usualLimits: PaymentView['limits'] = {
  capturedMinor: 12_000,
  refundedMinor: 3_000,
  pendingMinor: 0,
  unknownMinor: 0,
  disputedMinor: 0,
  leftMinor: 9_000,
};

/** A settled payment of USD 120.00 by Visa, of which USD 30.00 went back; `changes` replace parts of it. */
export function paymentView(changes: Partial<PaymentView> = {}): PaymentView {
  const limits = changes.limits ?? usualLimits;
  return {
    key: 'inst|acme_usd|7000000000000000000001',
    gatewayId: '7000000000000000000001',
    merchantId: 'acme_usd',
    reference: '1042',
    state: 'settled',
    amount: { minor: 12_000, currency: 'USD' },
    submittedAt: NOW - 3 * 24 * 60 * MINUTE_MS,
    card: { brand: 'visa', lastFour: '1111', expiry: '2031-12' },
    fraud: {
      score: 32,
      factorCodes: ['Y', 'T'],
      profile: 'Web shop',
      rules: [{ name: 'Fraud score over limit', decision: 'IGNORE' }],
    },
    invoice: { id: '460000000012345', number: 'INV-000017' },
    limits,
    timeline: [
      {
        kind: 'payment',
        state: 'settled',
        amount: { minor: 12_000, currency: 'USD' },
        at: NOW - 3 * 24 * 60 * MINUTE_MS,
      },
      {
        kind: 'refund',
        state: 'succeeded',
        amount: { minor: 3_000, currency: 'USD' },
        at: NOW - 26 * 60 * MINUTE_MS,
        intentId: '01K0000000000000000000000A',
        actorName: 'Finance Manager',
        reason: 'Goods returned',
        booked: { kind: 'done', document: 'CN-00012' },
      },
    ],
    policy: [],
    requests: [],
    offers: limits.leftMinor > 0 ? [refundOffer(limits.leftMinor)] : [],
    rooms: [],
    ...changes,
  };
}

/** The one thing that can be done with settled money. */
function refundOffer(maxMinor: number): OfferView {
  return {
    action: 'refund',
    isPossible: true,
    isRecommended: true,
    maxMinor,
    targets: [],
    cautions: [],
  };
}

/** What an agent sees. */
export function panelReply(
  payments: readonly PaymentView[] = [paymentView()],
  person: Partial<PanelReply['person']> = {},
): PanelReply {
  return {
    now: NOW,
    person: {
      name: 'Accounts Clerk',
      role: 'agent',
      mayRefund: true,
      mayRecheck: true,
      ...person,
    },
    timeZone: 'America/New_York',
    payments,
  };
}

/** The payment with a further refund in it, its limits moved along. */
export function withRefund(
  payment: PaymentView,
  entry: Partial<PaymentView['timeline'][number]> & { readonly amountMinor: number },
): PaymentView {
  const { amountMinor, ...rest } = entry;
  const state = rest.state ?? 'succeeded';
  const { limits } = payment;
  const holds = state !== 'declined' && state !== 'failed';
  return {
    ...payment,
    limits: {
      ...limits,
      refundedMinor: limits.refundedMinor + (state === 'succeeded' ? amountMinor : 0),
      unknownMinor: limits.unknownMinor + (state === 'unknown' ? amountMinor : 0),
      leftMinor: limits.leftMinor - (holds ? amountMinor : 0),
    },
    timeline: [
      ...payment.timeline,
      {
        kind: 'refund',
        state,
        amount: { minor: amountMinor, currency: payment.amount.currency },
        at: NOW,
        actorName: 'Accounts Clerk',
        ...rest,
      },
    ],
  };
}
