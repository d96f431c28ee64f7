// Orders and gateway transactions as the fakes know them.
import type {
  GatewayApplication,
  GatewayTransaction,
} from '../../../functions/core/domain/gateway-transaction.ts';
import type { GatewayId, InstallationId, MerchantId } from '../../../functions/core/domain/ids.ts';
import { money } from '../../../functions/core/domain/money.ts';
import type { Order } from '../../../functions/core/domain/order.ts';

export const INSTALLATION = 'inst-1' as InstallationId;
export const MERCHANT = 'mid_usd' as MerchantId;

export function order(id: string, totalMinor: number, email = 'buyer@example.com'): Order {
  const usd = (minor: number) => money(minor, 'USD');
  return {
    id,
    number: id,
    status: 'pending',
    currency: 'USD',
    customer: { email, firstName: 'Some', lastName: 'Buyer' },
    lines: [{ sku: 'SKU-1', name: 'Thing', quantity: 1, total: usd(totalMinor) }],
    shipping: usd(0),
    tax: usd(0),
    total: usd(totalMinor),
    placedAt: 1_795_000_000_000,
  };
}

const good = (name: string): GatewayApplication => ({ name, reasonCode: '100', rCode: '1' });

export interface TransactionSeed {
  readonly id: string;
  readonly rootId?: string;
  readonly kind: 'sale' | 'authorization' | 'capture' | 'refund' | 'void' | 'reversal';
  readonly status?: string;
  readonly amountMinor: number;
  readonly reference?: string;
  readonly related?: readonly string[];
  readonly submittedAt?: number;
}

const applications: Readonly<Record<TransactionSeed['kind'], readonly string[]>> = {
  sale: ['ics_auth', 'ics_bill'],
  authorization: ['ics_auth'],
  capture: ['ics_bill'],
  refund: ['ics_credit'],
  void: ['ics_void'],
  reversal: ['ics_auth_reversal'],
};

const statuses: Readonly<Record<TransactionSeed['kind'], string>> = {
  sale: 'AUTHORIZED',
  authorization: 'AUTHORIZED',
  capture: 'PENDING',
  refund: 'PENDING',
  void: 'VOIDED',
  reversal: 'REVERSED',
};

export function transaction(seed: TransactionSeed): GatewayTransaction {
  const declined = seed.status === 'DECLINED';
  return {
    id: seed.id as GatewayId,
    rootId: (seed.rootId ?? seed.id) as GatewayId,
    merchantId: MERCHANT,
    submittedAt: seed.submittedAt ?? 1_795_000_000_000,
    ...(seed.reference === undefined ? {} : { reference: seed.reference }),
    status: seed.status ?? statuses[seed.kind],
    reasonCode: declined ? '203' : '100',
    applications: applications[seed.kind].map((name) =>
      declined ? { name, rCode: '0', reasonCode: '203' } : good(name),
    ),
    total: money(seed.amountMinor, 'USD'),
    authorized: money(seed.amountMinor, 'USD'),
    card: { brand: 'visa', lastFour: '1111', expiry: '2031-12' },
    customer: { email: 'buyer@example.com', firstName: 'Some', lastName: 'Buyer' },
    fraud: { score: 12, factorCodes: ['G'], rules: [] },
    related: (seed.related ?? []) as GatewayId[],
  };
}
