// A gateway's card services with behaviours that tests choose: what the next charge does after (or instead of) acting.
import type { GatewayTransaction } from '../../../functions/core/domain/gateway-transaction.ts';
import type { GatewayId } from '../../../functions/core/domain/ids.ts';
import { problem } from '../../../functions/core/domain/problem.ts';
import { ok, refused } from '../../../functions/core/domain/result.ts';
import type {
  CardPayments,
  CardVault,
  ChargeAnswer,
  ChargeOrder,
  SavedCard,
} from '../../../functions/core/ports/card-payments.ts';
import type { PayerAnswer } from '../../../functions/core/ports/payer-confirmation.ts';
import { transaction } from './fake-transactions.ts';

export type ChargeBehaviour =
  | 'pay'
  | 'act-then-time-out'
  | 'time-out'
  | 'decline'
  | 'decline-for-good'
  | 'confirm'
  | 'never-sent'
  | 'review'
  | 'strange';

const TOKEN_KEY = 'key-of-this-page';

const CONFIRMED: PayerAnswer = {
  kind: 'confirmed',
  proof: {
    indicator: 'vbv',
    liability: 'bank',
    facts: { eciRaw: '05', cavv: 'AAABAWFlmQAAAABjRWWZEEFgFz8=' },
  },
};

/** @param step awaited before and after each charge: tests crash there. */
export function createFakeCards(
  transactions: Map<string, GatewayTransaction>,
  step: (name: string) => Promise<void>,
) {
  const behaviours: ChargeBehaviour[] = [];
  const orders: ChargeOrder[] = [];
  const saved: SavedCard[] = [];
  const banks: string[] = [];
  const bankAnswers: PayerAnswer[] = [];

  function act(order: ChargeOrder, seed: { readonly status?: string } = {}): GatewayId | undefined {
    if (orders.some((one) => one.intent === order.intent)) return undefined;
    orders.push(order);
    const id = `charge${orders.length}` as GatewayId;
    transactions.set(
      id,
      transaction({
        id,
        kind: order.isSale ? 'sale' : 'authorization',
        amountMinor: order.amount.minor,
        reference: order.reference,
        ...seed,
      }),
    );
    if (order.keep !== undefined) keepInVault(order, id);
    return id;
  }

  function keepInVault(order: ChargeOrder, id: GatewayId): void {
    const made = transactions.get(id);
    if (made !== undefined) transactions.set(id, { ...made, customerProfileId: 'vault-1' });
    saved.push({
      customerId: 'vault-1',
      paymentInstrumentId: `pi-${orders.length}`,
      instrumentIdentifierId: 'ii-1',
      card: { brand: 'visa', lastFour: '1111', expiry: '2031-12' },
      isDefault: order.keep?.customerId === undefined,
      state: 'ACTIVE',
    });
  }

  function answer(behaviour: ChargeBehaviour, order: ChargeOrder): ChargeAnswer {
    const lost = {
      kind: 'unknown',
      problem: problem('outcome-unknown', 'ask-gateway'),
    } as const;
    const declined = (reason: string) =>
      ({
        kind: 'declined',
        reason,
        problem: problem('card-declined', 'none', { reason }),
      }) as const;
    switch (behaviour) {
      case 'pay': {
        const gatewayId = act(order);
        if (gatewayId === undefined) return { kind: 'duplicate' };
        const ids = {
          customerId: 'vault-1',
          paymentInstrumentId: `pi-${orders.length}`,
          instrumentIdentifierId: 'ii-1',
        };
        return {
          kind: 'paid',
          gatewayId,
          status: 'AUTHORIZED',
          isPartial: false,
          ...(order.keep === undefined ? {} : { saved: ids }),
        };
      }
      case 'act-then-time-out':
        act(order);
        return lost;
      case 'time-out':
        return lost;
      case 'decline':
        return declined('INSUFFICIENT_FUND');
      case 'decline-for-good':
        return declined('STOLEN_LOST_CARD');
      case 'confirm':
        return { kind: 'confirm' };
      case 'never-sent':
        return { kind: 'refused', problem: problem('gateway-unavailable', 'retry') };
      case 'review': {
        const gatewayId = act(order, { status: 'AUTHORIZED_PENDING_REVIEW' });
        if (gatewayId === undefined) return { kind: 'duplicate' };
        return { kind: 'in-review', gatewayId, status: 'AUTHORIZED_PENDING_REVIEW' };
      }
      case 'strange':
        return { kind: 'unrecognized', status: 'MAYBE' };
    }
  }

  const cardPayments: CardPayments = {
    openFields: async () =>
      ok({
        context: 'context',
        library: { url: 'https://flex.example/library.js', integrity: 'sha256-x' },
        frameOrigin: 'https://flex.example',
        tokenKey: TOKEN_KEY,
        expiresAt: Number.MAX_SAFE_INTEGER,
      }),
    readEntered: async (transientToken, tokenKey) =>
      transientToken.startsWith('token-') && tokenKey === TOKEN_KEY
        ? ok({ id: transientToken, card: { brand: 'visa', lastFour: '1111', expiry: '2031-12' } })
        : refused(problem('card-entry-invalid', 'fix-input')),
    payer: {
      prepare: async () =>
        ok({
          referenceId: 'reference-1',
          accessToken: 'device',
          collectionUrl: 'https://bank.example/device',
        }),
      ask: async ({ tokenId }) => {
        banks.push(`asked ${tokenId}`);
        return ok(bankAnswers.shift() ?? CONFIRMED);
      },
      conclude: async ({ tokenId }, transactionId) => {
        banks.push(`concluded ${tokenId} ${transactionId}`);
        return ok(bankAnswers.shift() ?? CONFIRMED);
      },
    },
    charge: async (order) => {
      await step('before charge');
      const answered = answer(behaviours.shift() ?? 'pay', order);
      await step('after charge');
      return answered;
    },
    timeoutReversal: async (_merchant, intent) => {
      const order = orders.find((one) => one.intent === intent);
      const [id, tx] =
        [...transactions].find(([, one]) => one.reference === order?.reference) ?? [];
      if (id === undefined || tx === undefined) return { kind: 'nothing-to-void' };
      transactions.set(id, { ...tx, status: 'REVERSED' });
      return { kind: 'voided', status: 'REVERSED' };
    },
  };
  const vault: CardVault = {
    list: async () => ok(saved),
    makeDefault: async () => ok(undefined),
    remove: async (_merchant, ids) => {
      const at = saved.findIndex((one) => one.paymentInstrumentId === ids.paymentInstrumentId);
      if (at >= 0) saved.splice(at, 1);
      return ok(undefined);
    },
  };
  return {
    cardPayments,
    vault,
    chargeBehaviours: behaviours,
    chargeOrders: orders,
    banks,
    bankAnswers,
  };
}
