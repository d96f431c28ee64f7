// The fields of a fraud case, a dispute and a settlement line.
import { type CanonicalCase, caseStates } from '../../domain/canonical/case.ts';
import { type CanonicalDispute, disputeStages } from '../../domain/canonical/dispute.ts';
import {
  type CanonicalSettlementLine,
  settlementKinds,
} from '../../domain/canonical/settlement-line.ts';
import { canonicalCatalog, choicesOf } from './canonical-field.ts';
import {
  amount,
  cardLast4,
  cardType,
  currency,
  gatewayTransactionId,
  merchantId,
  merchantReferenceCode,
} from './shared-fields.ts';

export const caseCatalog = canonicalCatalog<CanonicalCase>('case', 'Fraud case', [
  { ...gatewayTransactionId, required: true },
  merchantId,
  merchantReferenceCode,
  {
    path: 'status',
    label: 'Case status',
    type: 'choice',
    required: true,
    choices: choicesOf(caseStates),
    samples: ['open'],
  },
  amount,
  currency,
  { path: 'score', label: 'Fraud score', type: 'number', samples: ['72'] },
  {
    path: 'riskBand',
    label: 'Risk',
    type: 'choice',
    choices: choicesOf(['low', 'medium', 'high']),
    samples: ['high'],
  },
  { path: 'reasonCodes', label: 'Reason codes', type: 'list', required: true, samples: ['V'] },
  { path: 'rules', label: 'Rules that fired', type: 'list', required: true },
  { path: 'profile', label: 'Fraud profile', type: 'text', samples: ['Default Profile'] },
  { path: 'customerFirstName', label: 'Customer first name', type: 'text', samples: ['Maria'] },
  { path: 'customerLastName', label: 'Customer last name', type: 'text', samples: ['Lopez'] },
  { path: 'customerEmail', label: 'Customer e-mail', type: 'email', samples: ['m@example.com'] },
  { path: 'customerPhone', label: 'Customer phone', type: 'phone', samples: ['+14155550132'] },
  cardType,
  cardLast4,
  { path: 'reviewer', label: 'Reviewer', type: 'text' },
  { path: 'comment', label: 'Review comment', type: 'text' },
  {
    path: 'openedAt',
    label: 'Case opened at',
    type: 'instant',
    required: true,
    samples: ['2026-05-04T14:05:00Z'],
  },
  { path: 'dueAt', label: 'Decide by', type: 'instant', samples: ['2026-05-09T14:05:00Z'] },
  { path: 'decidedAt', label: 'Decided at', type: 'instant' },
]);

export const disputeCatalog = canonicalCatalog<CanonicalDispute>('dispute', 'Dispute', [
  { path: 'caseNumber', label: 'Case number', type: 'id', required: true, samples: ['CB-5501'] },
  { ...gatewayTransactionId, required: true },
  merchantId,
  merchantReferenceCode,
  {
    path: 'stage',
    label: 'Stage',
    type: 'choice',
    required: true,
    choices: choicesOf(disputeStages),
    samples: ['chargeback'],
  },
  amount,
  currency,
  { path: 'reasonCode', label: 'Reason code', type: 'text', samples: ['10.4'] },
  cardType,
  { path: 'invoiceNumber', label: 'Invoice number', type: 'id', samples: ['INV-000042'] },
  { path: 'customerEmail', label: 'Customer e-mail', type: 'email', samples: ['m@example.com'] },
  { path: 'customerLastName', label: 'Customer last name', type: 'text', samples: ['Lopez'] },
  { path: 'openedAt', label: 'Opened at', type: 'instant', required: true },
  { path: 'respondBy', label: 'Respond by', type: 'instant', samples: ['2026-06-01T00:00:00Z'] },
]);

export const settlementLineCatalog = canonicalCatalog<CanonicalSettlementLine>(
  'settlement-line',
  'Settlement line',
  [
    { path: 'batchId', label: 'Batch id', type: 'id', required: true, samples: ['1234567'] },
    {
      path: 'batchDate',
      label: 'Batch date',
      type: 'date',
      required: true,
      samples: ['2026-05-05'],
    },
    merchantId,
    gatewayTransactionId,
    merchantReferenceCode,
    { path: 'reconciliationId', label: 'Reconciliation id', type: 'id' },
    {
      path: 'kind',
      label: 'Kind of line',
      type: 'choice',
      required: true,
      choices: choicesOf(settlementKinds),
      samples: ['sale'],
    },
    {
      path: 'grossAmount',
      label: 'Gross amount',
      type: 'amount',
      required: true,
      samples: ['129.90'],
    },
    { path: 'feeAmount', label: 'Fee', type: 'amount', samples: ['3.77'] },
    { path: 'netAmount', label: 'Net amount', type: 'amount', samples: ['126.13'] },
    currency,
    cardType,
    { path: 'exchangeRate', label: 'Gateway exchange rate', type: 'number', samples: ['0.9231'] },
  ],
);
