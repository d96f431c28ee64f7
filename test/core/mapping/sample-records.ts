// A full record of every canonical object, and the catalogs and context that tests map them with.
import type { CanonicalCardToken } from '../../../functions/core/domain/canonical/card-token.ts';
import type { CanonicalCase } from '../../../functions/core/domain/canonical/case.ts';
import type { CanonicalCustomer } from '../../../functions/core/domain/canonical/customer.ts';
import type { CanonicalDispute } from '../../../functions/core/domain/canonical/dispute.ts';
import type { CanonicalItem } from '../../../functions/core/domain/canonical/item.ts';
import type { CanonicalMovement } from '../../../functions/core/domain/canonical/movement.ts';
import type { CanonicalOrder } from '../../../functions/core/domain/canonical/order.ts';
import type { CanonicalPayment } from '../../../functions/core/domain/canonical/payment.ts';
import type { CanonicalSettlementLine } from '../../../functions/core/domain/canonical/settlement-line.ts';
import type { Address } from '../../../functions/core/domain/customer.ts';
import type { ProfileOwners } from '../../../functions/core/domain/customer-profile.ts';
import { money } from '../../../functions/core/domain/money.ts';

const usd = (minor: number) => money(minor, 'USD');

const billing: Address = {
  line1: '1 Market Street',
  line2: 'Suite 200',
  city: 'San Francisco',
  region: 'CA',
  postalCode: '94105',
  country: 'US',
};

export const payment: CanonicalPayment = {
  transactionId: '7224712345676543210987',
  merchantId: 'northwind_usd',
  merchantReferenceCode: 'SO-10042',
  status: 'captured',
  amount: usd(12990),
  currency: 'USD',
  authorizedAmount: usd(12990),
  capturedAmount: usd(12990),
  refundedAmount: usd(0),
  authorizationCode: '888888',
  reconciliationId: '6BLZ4TSQ7HJ2',
  paymentMethod: 'card',
  cardType: 'visa',
  cardLast4: '1111',
  cardExpiry: '2028-12',
  customerProfileId: 'AB695DA801DD1BB6E05341588E0A3BDC',
  customerName: 'Maria Lopez',
  customerEmail: 'maria@example.com',
  customerPhone: '(415) 555-0132',
  billing,
  shipping: billing,
  reasonCodes: ['INSUFFICIENT_FUND', 'V'],
  fraudScore: 42,
  exchangeRate: '0.9231',
  submittedAt: Date.UTC(2026, 4, 4, 23, 30),
  capturedAt: Date.UTC(2026, 4, 5, 3, 0),
};

export const movement: CanonicalMovement = {
  transactionId: '7224799999996543210987',
  paymentTransactionId: payment.transactionId,
  merchantId: payment.merchantId,
  merchantReferenceCode: 'SO-10042',
  kind: 'refund',
  status: 'succeeded',
  amount: usd(4000),
  currency: 'USD',
  reason: 'Returned goods',
  actorName: 'Ana Clerk',
  invoiceNumber: 'INV-000042',
  createdAt: Date.UTC(2026, 4, 6, 9, 30),
  settledAt: Date.UTC(2026, 4, 7, 9, 30),
};

export const customer: CanonicalCustomer = {
  email: 'Maria@Example.com',
  firstName: 'Maria',
  lastName: 'Lopez',
  fullName: 'Maria Lopez',
  company: 'Northwind Trading',
  phone: '(415) 555-0132',
  billing,
  shipping: billing,
  customerProfileId: 'AB695DA801DD1BB6E05341588E0A3BDC',
  booksCustomerId: '460000000026049',
  crmContactId: '460000000026050',
  crmAccountId: '460000000026051',
  shopCustomerId: '117',
  currency: 'USD',
  taxNumber: 'DE123456789',
  website: 'https://example.com',
  note: 'Pays on time',
};

const cardToken: CanonicalCardToken = {
  paymentInstrumentId: 'AB695DA801DF1BB6E05341588E0A3BDC',
  customerProfileId: 'AB695DA801DD1BB6E05341588E0A3BDC',
  instrumentIdentifierId: '7010000000016241111',
  cardType: 'visa',
  cardLast4: '1111',
  cardExpiry: '2028-12',
  status: 'active',
  isDefault: true,
  holderName: 'Maria Lopez',
  billing,
  createdAt: Date.UTC(2026, 4, 4),
};

export const fraudCase: CanonicalCase = {
  transactionId: payment.transactionId,
  merchantId: payment.merchantId,
  merchantReferenceCode: 'SO-10042',
  status: 'open',
  amount: usd(12990),
  currency: 'USD',
  score: 72,
  riskBand: 'high',
  reasonCodes: ['DECISION_PROFILE_REVIEW', 'V', 'D'],
  rules: ['Velocity over 3', 'High amount'],
  profile: 'Default Profile',
  customerFirstName: 'Maria',
  customerLastName: 'Lopez',
  customerEmail: 'maria@example.com',
  customerPhone: '+14155550132',
  cardType: 'visa',
  cardLast4: '1111',
  reviewer: 'Ana Clerk',
  comment: 'Called the customer',
  openedAt: Date.UTC(2026, 4, 4, 14, 5),
  dueAt: Date.UTC(2026, 4, 9, 14, 5),
  decidedAt: Date.UTC(2026, 4, 5, 14, 5),
};

export const order: CanonicalOrder = {
  id: '727',
  number: 'SO-10042',
  status: 'processing',
  currency: 'USD',
  customer,
  lines: [
    {
      sku: 'MUG-BLUE',
      name: 'Blue mug',
      quantity: 2,
      total: usd(2400),
      tax: usd(174),
      taxName: 'CA State Tax',
      taxRate: '7.25',
    },
    { sku: '', name: 'Gift wrap', quantity: 1, total: usd(500) },
  ],
  shipping: usd(990),
  tax: usd(720),
  total: usd(4610),
  placedAt: Date.UTC(2026, 4, 4, 14, 0),
  paymentMethod: 'cybersource',
  transactionId: payment.transactionId,
  customerNote: 'Ring twice',
};

const item: CanonicalItem = {
  sku: 'MUG-BLUE',
  name: 'Blue mug',
  description: 'A mug, blue',
  quantity: 2,
  unit: 'pcs',
  total: usd(2400),
  unitPrice: usd(1200),
  tax: usd(174),
  taxRate: '7.25',
  taxName: 'CA State Tax',
};

export const settlementLine: CanonicalSettlementLine = {
  batchId: '1234567',
  batchDate: '2026-05-05',
  merchantId: payment.merchantId,
  transactionId: payment.transactionId,
  merchantReferenceCode: 'SO-10042',
  reconciliationId: '6BLZ4TSQ7HJ2',
  kind: 'sale',
  grossAmount: usd(12990),
  feeAmount: usd(377),
  netAmount: usd(12613),
  currency: 'USD',
  cardType: 'visa',
  exchangeRate: '0.9231',
};

const dispute: CanonicalDispute = {
  caseNumber: 'CB-5501',
  transactionId: payment.transactionId,
  merchantId: payment.merchantId,
  merchantReferenceCode: 'SO-10042',
  stage: 'chargeback',
  amount: usd(12990),
  currency: 'USD',
  reasonCode: '10.4',
  cardType: 'visa',
  invoiceNumber: 'INV-000042',
  customerEmail: 'maria@example.com',
  customerLastName: 'Lopez',
  openedAt: Date.UTC(2026, 4, 20),
  respondBy: Date.UTC(2026, 5, 1),
};

/** By object name, as a mapping takes them. */
export const records = {
  payment,
  movement,
  customer,
  'card-token': cardToken,
  'field-owners': {
    email: 'zoho',
    name: 'nobody',
    company: 'zoho',
    phone: 'gateway',
    billing: 'zoho',
  } satisfies ProfileOwners,
  case: fraudCase,
  order,
  item,
  'settlement-line': settlementLine,
  dispute,
};
