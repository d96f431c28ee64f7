// Disputes as the gateway's daily report tells of them: money taken back by the bank, and now and then returned.
import type { Scheduler } from '../scheduler.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { Transaction } from './gateway.ts';
import { decimalOf } from './route.ts';

const HOUR_MS = 3_600_000;

export interface Dispute {
  readonly number: string;
  readonly payment: Transaction;
  /** The transaction that the report names: the sale, the authorization or one of its captures. */
  readonly transactionId: string;
  readonly amountMinor: number;
  /** Won: the money came back. */
  isReturned: boolean;
}

interface ReportRow {
  readonly dispute: Dispute;
  readonly sign: '+' | '-';
  readonly at: number;
  /** From when on the report has it. */
  readonly reportedAt: number;
}

export class DisputesModel {
  readonly all: Dispute[] = [];
  readonly #rows: ReportRow[] = [];
  readonly #scheduler: Scheduler;
  readonly #random: SeededRandom;

  constructor(scheduler: Scheduler, random: SeededRandom) {
    this.#scheduler = scheduler;
    this.#random = random;
  }

  open(payment: Transaction, transactionId: string, amountMinor: number): Dispute {
    const number = `D-${this.all.length + 1}`;
    const dispute = { number, payment, transactionId, amountMinor, isReturned: false };
    this.all.push(dispute);
    this.#report(dispute, '-');
    return dispute;
  }

  /** The bank gives the money back. */
  win(dispute: Dispute): void {
    dispute.isReturned = true;
    this.#report(dispute, '+');
  }

  /** When the last row is in the report (epoch ms); 0 when there is none. */
  get completeAt(): number {
    return Math.max(0, ...this.#rows.map((row) => row.reportedAt));
  }

  /** The report's rows of a merchant id. */
  rows(merchantId: string, fromMs: number, toMs: number): object[] {
    const { nowMs } = this.#scheduler;
    return this.#rows
      .filter(({ dispute, at, reportedAt }) => {
        const isIn = at >= fromMs && at <= toMs;
        return isIn && reportedAt <= nowMs && dispute.payment.merchantId === merchantId;
      })
      .map(({ dispute, sign, at }) => ({
        requestId: dispute.transactionId,
        trackingNumber: dispute.number,
        merchantReferenceNumber: dispute.payment.code,
        natureOfDispute: 'CHBK',
        amount: decimalOf(dispute.amountMinor, dispute.payment.currency),
        sign,
        currencyCode: dispute.payment.currency,
        reasonCode: '10.4',
        time: new Date(at).toISOString(),
        responseDueTime: new Date(at + 20 * 24 * HOUR_MS).toISOString(),
      }));
  }

  #report(dispute: Dispute, sign: '+' | '-'): void {
    const at = this.#scheduler.nowMs;
    const lagMs = this.#random.pick([0, 0, HOUR_MS, 6 * HOUR_MS]) * this.#random.fraction();
    this.#rows.push({ dispute, sign, at, reportedAt: at + lagMs });
  }
}
