// What the run that booked a payment has recorded: what it wrote off, and by which terms it booked the fee.
import type { CardFee } from '../../domain/fee.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { ok, type Result } from '../../domain/result.ts';
import { bookingFlowOf } from '../../flows/flow-ids.ts';
import type { Ledger } from '../../ports/ledger.ts';
import type { Store } from '../../ports/store.ts';
import type { PaymentRow } from '../../work/payment-records.ts';
import { readInverses, runKey } from '../../work/runs.ts';

/** The inverse of a write-off as it was recorded. */
export interface WriteOffInverse {
  readonly cancel: 'write-off';
  /** The invoice. */
  readonly of: string;
  /** Absent on those of earlier versions. */
  readonly amountMinor?: number;
}

/** The inverse of a customer payment as it was recorded. */
export interface PaymentInverse {
  readonly delete: 'customer-payment';
  readonly id: string;
  /** The contract's terms that its fee was booked by; absent where none was, or the flow said it. */
  readonly fee?: CardFee;
}

export interface BookingRecord {
  readonly writeOffs: readonly WriteOffInverse[];
  readonly fee?: CardFee;
}

/** One store read. */
export async function readBooking(
  store: Store,
  { installation, payment_key: key, reference = '' }: PaymentRow,
): Promise<BookingRecord> {
  const run = runKey(installation as InstallationId, bookingFlowOf(reference).id, key);
  const inverses = (await readInverses(store, run)) as readonly Partial<
    WriteOffInverse & PaymentInverse
  >[];
  const fee = inverses.find((one) => one.delete === 'customer-payment')?.fee;
  return {
    writeOffs: inverses.filter((one): one is WriteOffInverse => one.cancel === 'write-off'),
    ...(fee === undefined ? {} : { fee }),
  };
}

/** What of it still stands: 0 where it was taken back, or where people have written off another amount since. */
export async function standingWriteOff(
  ledger: Ledger,
  { of, amountMinor }: WriteOffInverse,
): Promise<Result<number>> {
  const invoice = await ledger.readInvoice(of);
  if (!invoice.ok) return invoice.problem.code === 'not-found' ? ok(0) : invoice;
  const standingMinor = invoice.value.writtenOff?.minor ?? 0;
  return ok(standingMinor === (amountMinor ?? standingMinor) ? standingMinor : 0);
}
