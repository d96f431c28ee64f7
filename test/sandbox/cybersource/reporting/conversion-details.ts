// GET /reporting/v3/conversion-details: the review decisions of at most the last 24 hours.
import { type Api, createApi } from '../api.ts';
import type { Gateway } from '../gateway.ts';
import { timestamp } from '../ids.ts';
import type { Transaction } from '../transactions.ts';
import { readReportRequest, reportProblem } from './reporting-request.ts';

const LOOK_BACK_MS = 86_400_000;
/** Clients compute "24 hours ago" a moment before we do. */
const GRACE_MS = 60_000;

export function conversionRoutes(gateway: Gateway): Api {
  const api = createApi();
  api.get('/reporting/v3/conversion-details', (c) => {
    const { merchant } = c.var;
    const { organizationId, startMs, endMs } = readReportRequest(c);
    if (startMs < gateway.now() - LOOK_BACK_MS - GRACE_MS) throw reportProblem('startTime');
    const decided = gateway.ledger.ofMerchant(merchant.merchantId).filter((row) => {
      const decidedMs = row.reviewCase?.decidedMs;
      return decidedMs !== undefined && decidedMs >= startMs && decidedMs <= endMs;
    });
    return c.json({
      organizationId,
      startTime: timestamp(startMs),
      endTime: timestamp(endMs),
      conversionDetails: decided.map(conversion),
    });
  });
  return api;
}

function conversion(row: Transaction): object {
  const notes = row.reviewCase?.notes ?? [];
  const last = notes.at(-1);
  return {
    merchantReferenceNumber: row.code,
    conversionTime: timestamp(row.reviewCase?.decidedMs ?? 0),
    requestId: row.id,
    originalDecision: 'REVIEW',
    newDecision: row.reviewCase?.state === 'ACCEPTED' ? 'ACCEPT' : 'REJECT',
    reviewer: last?.addedBy ?? row.merchantId,
    reviewerComments: last?.comments ?? '',
    queue: 'Review queue',
    profile: row.risk?.profile,
    notes: notes.map(({ timeMs, addedBy, comments }) => ({
      time: timestamp(timeMs),
      addedBy,
      comments,
    })),
  };
}
