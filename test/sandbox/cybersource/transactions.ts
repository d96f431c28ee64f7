// The transactions the gateway knows: one row per accepted or declined request, and the ledger that keeps them.
import type { Collection } from '../document-store.ts';
import type { Card } from './cards.ts';
import type { ProcessorResult } from './payments/processor-rules.ts';
import type { RiskAssessment } from './risk/decision-rules.ts';

export type TransactionKind =
  | 'payment'
  | 'increment'
  | 'capture'
  | 'refund'
  | 'credit'
  | 'reversal'
  | 'void'
  | 'decision';

/** Billing or shipping address, fields as in requests. */
export type Address = Readonly<Record<string, string>>;

/** Vault tokens a payment was made with or made. */
export interface TokenIds {
  readonly customer?: string;
  readonly paymentInstrument?: string;
  readonly instrumentIdentifier?: string;
  readonly shippingAddress?: string;
}

/** A Decision Manager case. */
export interface ReviewCase {
  readonly state: 'OPEN' | 'ACCEPTED' | 'REJECTED';
  readonly notes: readonly { timeMs: number; addedBy: string; comments: string }[];
  readonly decidedMs?: number;
}

/** The part of a refund that was taken from one sale or capture. */
export interface Allocation {
  readonly transactionId: string;
  readonly amountMinor: number;
}

/** One request as it now stands. Amounts are minor units of `currency`. */
export interface Transaction {
  readonly id: string;
  readonly kind: TransactionKind;
  readonly merchantId: string;
  readonly submitTimeMs: number;
  /** The merchant's reference code. */
  readonly code: string;
  /** `clientReferenceInformation.transactionId`. */
  readonly mti?: string;
  /** The payment (or credit) the chain began with; its own id there. */
  readonly rootId: string;
  /** What a follow-on follows. */
  readonly parentId?: string;
  readonly reconciliationId: string;
  readonly currency: string;
  readonly amountMinor: number;
  /** As answered at first. */
  readonly answeredStatus: string;
  /** As the search service shows it now, settlement aside. */
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
  /** Classic numeric reason code. */
  readonly reasonCode: number;
  /** Authorization and capture in one request. */
  readonly sale: boolean;
  readonly authorizedMinor: number;
  /** Of a payment: taken by its sale or captures, voids given back. Of a capture: its amount. */
  readonly capturedMinor: number;
  /** Of a payment, capture: given back by refunds. */
  readonly refundedMinor: number;
  readonly voided: boolean;
  readonly reversed: boolean;
  /** Set by an early batch; otherwise the next midnight (UTC) settles. */
  readonly settledMs?: number;
  readonly allocations?: readonly Allocation[];
  readonly card?: Card;
  readonly tokens?: TokenIds;
  readonly billTo?: Address;
  readonly shipTo?: Address;
  readonly merchantCustomerId?: string;
  readonly ipAddress?: string;
  readonly merchantDefined?: readonly { key: string; value: string }[];
  readonly processor?: ProcessorResult;
  readonly risk?: RiskAssessment;
  readonly reviewCase?: ReviewCase;
  readonly dispute?: Dispute;
}

/** A chargeback of a captured payment. */
interface Dispute {
  readonly trackingNumber: string;
  readonly amountMinor: number;
  readonly reasonCode: string;
  readonly openedMs: number;
  readonly respondByMs: number;
  /** When the issuer gave the money back to the merchant. */
  readonly returnedMs?: number;
}

const DAY_MS = 86_400_000;
const MTI_LIFE_MS = 60 * DAY_MS;

/** All transactions of all merchants; look-ups never cross merchants. */
export class Ledger {
  readonly #rows: Collection<Transaction>;
  readonly #chains = new Map<string, string[]>();
  readonly #byMti = new Map<string, string[]>();

  constructor(rows: Collection<Transaction>) {
    this.#rows = rows;
    for (const row of rows.list()) this.#index(row);
  }

  add(transaction: Transaction): Transaction {
    this.#index(transaction);
    return this.#rows.put(transaction.id, transaction);
  }

  update(id: string, change: Partial<Transaction>): Transaction {
    const row = this.#rows.get(id);
    if (row === undefined) throw new Error(`no transaction ${id}`);
    return this.#rows.put(id, { ...row, ...change });
  }

  find(merchantId: string, id: string): Transaction | undefined {
    const row = this.#rows.get(id);
    return row?.merchantId === merchantId ? row : undefined;
  }

  /** The transactions that carry this MTI and are younger than 60 days, oldest first. */
  byMti(merchantId: string, mti: string, nowMs: number): Transaction[] {
    return (this.#byMti.get(`${merchantId}|${mti}`) ?? [])
      .flatMap((id) => this.#rows.get(id) ?? [])
      .filter((row) => nowMs - row.submitTimeMs < MTI_LIFE_MS);
  }

  /** The whole chain a transaction belongs to, itself included, oldest first. */
  chain(transaction: Transaction): Transaction[] {
    return (this.#chains.get(transaction.rootId) ?? []).flatMap((id) => this.#rows.get(id) ?? []);
  }

  ofMerchant(merchantId: string): Transaction[] {
    return this.#rows.list().filter((row) => row.merchantId === merchantId);
  }

  all(): Transaction[] {
    return this.#rows.list();
  }

  #index(row: Transaction): void {
    append(this.#chains, row.rootId, row.id);
    if (row.mti !== undefined) append(this.#byMti, `${row.merchantId}|${row.mti}`, row.id);
  }
}

/** Whether money moves when this transaction's batch is submitted. */
export function isSettleable(row: Transaction): boolean {
  if (row.voided || row.status === 'DECLINED') return false;
  if (row.kind === 'payment') return row.sale && row.capturedMinor > 0;
  return row.kind === 'capture' || row.kind === 'refund' || row.kind === 'credit';
}

/** When its batch was submitted: an early batch, or the first midnight (UTC) after it; undefined before. */
export function settledAt(row: Transaction, nowMs: number): number | undefined {
  if (!isSettleable(row)) return undefined;
  const midnight = (Math.floor(row.submitTimeMs / DAY_MS) + 1) * DAY_MS;
  const settled = row.settledMs ?? midnight;
  return settled <= nowMs ? settled : undefined;
}

function append(map: Map<string, string[]>, key: string, id: string): void {
  const ids = map.get(key);
  if (ids === undefined) map.set(key, [id]);
  else ids.push(id);
}
