// A customer in our own words: who they are and under which ids each product knows them.
import type { Customer } from '../customer.ts';

export interface CanonicalCustomer extends Customer {
  readonly fullName?: string;
  /** The customer's record in the gateway's vault. */
  readonly customerProfileId?: string;
  readonly booksCustomerId?: string;
  readonly crmContactId?: string;
  readonly crmAccountId?: string;
  readonly shopCustomerId?: string;
  readonly currency?: string;
  readonly taxNumber?: string;
  readonly website?: string;
  readonly note?: string;
}

export function canonicalCustomer(customer: Customer): CanonicalCustomer {
  return { ...customer, fullName: `${customer.firstName} ${customer.lastName}`.trim() };
}
