// Reads a row of the chargeback details report (GET /reporting/v3/chargeback-details).
import { isCurrency } from '../../domain/currency.ts';
import { type GatewayId, isSafeId } from '../../domain/ids.ts';
import { parseDecimal } from '../../domain/money.ts';
import type { GatewayDispute } from '../../ports/gateway.ts';
import { present, textAt } from '../transport/read-json.ts';

/** Requests for information move no money; whatever else is reported with an amount does. */
const NO_MONEY = /retriev|inquiry|alert/i;

/** None when the row names no transaction or no readable amount, or is about information only. */
export function readDispute(row: unknown): readonly GatewayDispute[] {
  const transaction = textAt(row, 'requestId');
  const currency = textAt(row, 'currencyCode') ?? '';
  const digits = textAt(row, 'amount')?.replace(/^[+-]/, '');
  const amount =
    digits === undefined || !isCurrency(currency) ? undefined : parseDecimal(digits, currency);
  if (transaction === undefined || !isSafeId(transaction) || amount === undefined) return [];
  if (NO_MONEY.test(textAt(row, 'natureOfDispute') ?? '')) return [];
  const number = textAt(row, 'trackingNumber') ?? textAt(row, 'transactionReferenceNumber');
  return [
    present({
      number: number !== undefined && isSafeId(number) ? number : transaction,
      transaction: transaction as GatewayId,
      // Processors differ in their action codes; the sign is what they have in common.
      money: textAt(row, 'sign') === '+' ? ('returned' as const) : ('withdrawn' as const),
      amount,
      reason: textAt(row, 'reasonCode'),
      respondBy: timeAt(row, 'responseDueTime'),
      at: timeAt(row, 'time') ?? timeAt(row, 'eventRequestedTime') ?? 0,
    }),
  ];
}

function timeAt(row: unknown, name: string): number | undefined {
  const time = Date.parse(textAt(row, name) ?? '');
  return Number.isNaN(time) ? undefined : time;
}
