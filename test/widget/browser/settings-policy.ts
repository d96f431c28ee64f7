// The rules of a company for the settings page's browser tests: the document, and how a draft would have judged a month.
import type { DocumentReply } from '../../../functions/core/contract/documents.ts';
import type { DryRunReply, Policy } from '../../../functions/core/contract/policy.ts';
import { NOW } from '../payments.ts';

const DAY_MS = 24 * 3_600_000;

const policy: Policy = {
  format: 1,
  id: 'movements',
  version: 1001,
  title: 'Refunds and charges',
  requestHours: 72,
  tell: ['finance'],
  rules: [
    {
      kind: 'amount',
      on: ['refund'],
      roles: ['agent'],
      upToMinor: { USD: 50_000, JPY: 75_000 },
      beyond: 'approver',
    },
    { kind: 'age', on: ['refund'], roles: ['agent'], upToDays: 90, beyond: 'approver' },
  ],
};

export function policyDocument(change: Partial<Policy> = {}): DocumentReply {
  const body = { ...policy, ...change };
  return {
    kind: 'policy',
    id: 'movements',
    title: policy.title,
    standing: {
      version: 1001,
      origin: 'own',
      state: 'published',
      outline: [],
      author: 'A. Admin',
      note: 'Older payments need a second look',
      at: NOW - 9 * DAY_MS,
      body,
    },
    history: [
      {
        version: 1001,
        state: 'published',
        author: 'A. Admin',
        note: 'Older payments need a second look',
        at: NOW - 9 * DAY_MS,
      },
      { version: 1, state: 'replaced' },
    ],
  };
}

export const dryRun: DryRunReply = {
  from: NOW - 30 * DAY_MS,
  to: NOW,
  tried: 'draft',
  counts: { allowed: 38, needsApproval: 3, forbidden: 1, elsewhere: 2 },
  movements: [
    {
      intentId: 'i1',
      paymentKey: 'p1',
      at: NOW - 3 * DAY_MS,
      amount: { minor: 41_250, currency: 'USD' },
      actorName: 'B. Agent',
      outcome: 'needs-approval',
      verdict: {
        code: 'approval-needed',
        message:
          'This needs approval by an approver. It is above USD 200.00, the limit for one movement.',
        next: 'Ask for it with the form.',
      },
    },
    {
      intentId: 'i2',
      paymentKey: 'p2',
      at: NOW - 4 * DAY_MS,
      amount: { minor: 1_250, currency: 'USD' },
      actorName: 'B. Agent',
      outcome: 'allowed',
    },
  ],
  isPartial: false,
};
