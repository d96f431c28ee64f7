// GET /reporting/v3/chargeback-details: what was disputed and what came back, by the time it happened.
import { formatAmount } from '../amounts.ts';
import { type Api, createApi } from '../api.ts';
import type { Gateway } from '../gateway.ts';
import { timestamp } from '../ids.ts';
import type { Transaction } from '../transactions.ts';
import { readReportRequest } from './reporting-request.ts';

export function chargebackRoutes(gateway: Gateway): Api {
  const api = createApi();
  api.get('/reporting/v3/chargeback-details', (c) => {
    const { merchant } = c.var;
    const { organizationId, startMs, endMs } = readReportRequest(c);
    const now = gateway.now();
    const rows = gateway.ledger
      .ofMerchant(merchant.merchantId)
      .flatMap(happenings)
      .filter(({ timeMs }) => timeMs >= startMs && timeMs <= endMs && timeMs <= now);
    return c.json({
      organizationId,
      startTime: timestamp(startMs),
      endTime: timestamp(endMs),
      chargebackDetails: rows.map(({ row }) => row),
    });
  });
  return api;
}

/** The withdrawal and, when the merchant won, the return. */
function happenings(row: Transaction): { readonly timeMs: number; readonly row: object }[] {
  const { dispute } = row;
  if (dispute === undefined) return [];
  const at = (timeMs: number, sign: string, action: string, actionDescription: string) => ({
    timeMs,
    row: {
      processorMerchantId: row.merchantId,
      merchantName: row.merchantId,
      transactionReferenceNumber: row.reconciliationId,
      merchantReferenceNumber: row.code,
      natureOfDispute: 'Chargeback',
      amount: formatAmount(dispute.amountMinor, row.currency),
      sign,
      action,
      cardType: row.card?.type ?? '',
      originalSettlementTime: timestamp(row.submitTimeMs),
      trackingNumber: dispute.trackingNumber,
      currencyCode: row.currency,
      requestId: row.id,
      responseDueTime: timestamp(dispute.respondByMs),
      time: timestamp(timeMs),
      actionDescription,
      customerId: row.merchantCustomerId ?? '',
      reasonCode: dispute.reasonCode,
    },
  });
  const opened = at(dispute.openedMs, '-', 'CB', 'First chargeback');
  const { returnedMs } = dispute;
  return returnedMs === undefined
    ? [opened]
    : [opened, at(returnedMs, '+', 'CBR', 'Chargeback reversal')];
}
