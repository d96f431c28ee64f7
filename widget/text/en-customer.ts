// English texts of a customer at a glance; they come with customers, not with the panel.
import type { CustomerView, SubscriptionView } from '../../functions/core/contract/customer.ts';
import { spoken } from './spoken.ts';

export const enCustomer = {
  title: 'This customer',
  loading: 'Adding up the payments…',
  failed: 'The customer’s figures could not be read.',
  paid: (amount: string) => `${amount} paid`,
  refunded: 'Went back',
  disputed: 'Disputed',
  payments: 'Paid by card',
  times: (count: number, written: string) => (count === 1 ? `${written} time` : `${written} times`),
  last: 'Last payment',
  first: 'First payment',
  declined: 'Declined',
  disputes: 'Disputes',
  openDisputes: (_count: number, written: string) => `${written} open`,
  lostDisputes: (_count: number, written: string) => `${written} lost`,
  risk: 'Risk of the latest payments',
  risks: { low: 'Low', medium: 'Medium', high: 'High' } satisfies Record<
    NonNullable<CustomerView['risk']>,
    string
  >,
  recentOnly: 'Only the latest 100 payments are counted.',
  months: (currency: string) => `Paid by month, ${currency}`,
  asTable: 'As a table',
  month: 'Month',
  amount: 'Paid',
  count: 'Payments',
  cards: 'Cards on file',
  noCards: 'No card on file.',
  standard: 'used first',
  subscriptions: 'Subscriptions',
  subscriptionStates: {
    pending: 'starts later',
    active: 'active',
    failed: 'failed',
    completed: 'completed',
    delinquent: 'behind with a payment',
    suspended: 'suspended',
    cancelled: 'cancelled',
  } satisfies Record<SubscriptionView['state'], string>,
  every: (count: number, unit: SubscriptionView['every']['unit']) =>
    count === 1 ? `every ${unit}` : `every ${count} ${unit}s`,
  nextCharge: (date: string) => `Next charge ${date}`,
  notAll: 'The gateway has more subscriptions than were looked through.',
  unread: 'The subscriptions could not be read.',
  expires: (date: string) => `expires ${date}`,
  expiresSoon: (date: string) => `expires soon, ${date}`,
  columns: { date: 'Date', what: 'For', amount: 'Amount', state: 'State', card: 'Card' },
  expired: (date: string) => `expired ${date}`,
} as const;

export const customerTexts = spoken('customer', enCustomer);
