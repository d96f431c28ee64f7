// What our API answers the panel of charges: an invoice or customer, what is asked of it, the saved cards; and what was called.
import type {
  CardView,
  ChargeStartReply,
  ChargesReply,
  ChargeView,
} from '../../../functions/core/contract/charges.ts';
import { NOW, panelReply } from '../payments.ts';
import type { ApiCall, Stage } from './widget-stage.ts';

export const MINUTE_MS = 60_000;
export const INVOICE = { invoiceId: '460000000012345' };

export const visa: CardView = {
  key: 'inst|acme_usd|pi-1',
  brand: 'visa',
  lastFour: '1111',
  expiry: '2031-12',
  isDefault: true,
};
export const amex: CardView = {
  key: 'inst|acme_usd|pi-2',
  brand: 'amex',
  lastFour: '0005',
  expiry: '2026-12',
  nickname: 'Travel',
  isDefault: false,
};

export function charge(changes: Partial<ChargeView> = {}): ChargeView {
  return {
    intentId: '01K0000000000000000000000A',
    state: 'asked',
    purpose: 'sale',
    by: 'link',
    amount: { minor: 10_000, currency: 'USD' },
    askedBy: 'Accounts Clerk',
    askedAt: NOW - 5 * MINUTE_MS,
    expiresAt: NOW + 3 * 24 * 60 * MINUTE_MS,
    ...changes,
  };
}

const customer = { id: '460000000026049', name: 'Some Buyer', email: 'buyer@example.com' };

/** One page's play; what is in it may change while it runs. */
export class ChargePlay {
  charges: ChargeView[] = [];
  cards: CardView[] = [];
  start: ChargeStartReply | { readonly error: object };
  /** Answers what is neither read nor begun. */
  asked: (call: ApiCall) => object | undefined = () => undefined;
  readonly #stage: Stage;

  /** An invoice with nothing paid, or whatever else is open. */
  constructor(stage: Stage, charging: object = INVOICE, payments = panelReply([]).payments) {
    this.#stage = stage;
    this.start = {
      now: NOW,
      ...('invoiceId' in charging
        ? { invoice: { number: 'INV-000017', open: { minor: 10_000, currency: 'USD' } } }
        : {}),
      invoicesMax: 10,
      customer,
      currency: 'USD',
      cards: [visa],
      policy: [
        {
          aboveMinor: 5_000,
          beyond: 'approver',
          why: { code: 'policy-amount', message: 'It is above USD 50.00.', next: '' },
        },
      ],
    };
    stage.answer = (call) => {
      switch (call.path) {
        case '/panel':
          return { ...panelReply(payments), charging };
        case '/charges/list':
          return this.#list();
        case '/charges/start':
          return this.start;
        default:
          return this.asked(call);
      }
    };
  }

  calls(path: string): readonly ApiCall[] {
    return this.#stage.calls.filter((call) => call.path === path);
  }

  #list(): ChargesReply {
    return { now: NOW, mayCharge: true, charges: this.charges, cards: this.cards };
  }
}
