// The gateway at a glance, for the sandbox's control page.
import { formatAmount } from './amounts.ts';
import { brandName } from './card-brands.ts';
import type { Gateway } from './gateway.ts';
import { timestamp } from './ids.ts';
import { currentStatus } from './reporting/transaction-view.ts';
import type { Transaction, TransactionKind } from './transactions.ts';

export interface TransactionOverview {
  readonly id: string;
  readonly kind: TransactionKind;
  readonly merchantId: string;
  readonly submitTimeUtc: string;
  readonly code: string;
  readonly rootId: string;
  readonly status: string;
  readonly reason?: string;
  /** Decimal string. */
  readonly amount: string;
  readonly currency: string;
  /** `VISA 1111`; empty without a card. */
  readonly card: string;
  readonly customer: string;
  readonly score?: number;
  readonly caseState?: string;
}

/** All transactions, newest first. */
export function overview(gateway: Gateway): TransactionOverview[] {
  const nowMs = gateway.now();
  return gateway.ledger
    .all()
    .map((row) => line(row, nowMs))
    .sort((a, b) => b.submitTimeUtc.localeCompare(a.submitTimeUtc));
}

function line(row: Transaction, nowMs: number): TransactionOverview {
  const { billTo = {}, card, risk, reviewCase } = row;
  return {
    id: row.id,
    kind: row.kind,
    merchantId: row.merchantId,
    submitTimeUtc: timestamp(row.submitTimeMs),
    code: row.code,
    rootId: row.rootId,
    status: currentStatus(row, nowMs),
    ...(row.reason === undefined ? {} : { reason: row.reason }),
    amount: formatAmount(row.amountMinor, row.currency),
    currency: row.currency,
    card: card === undefined ? '' : `${brandName(card.type)} ${card.suffix}`,
    customer: [billTo.firstName, billTo.lastName].filter(Boolean).join(' '),
    ...(risk === undefined ? {} : { score: risk.score }),
    ...(reviewCase === undefined ? {} : { caseState: reviewCase.state }),
  };
}
