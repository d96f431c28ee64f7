// What we need of the CRM: one account and one contact per customer, and whom a deal is about.
import type { Customer } from '../domain/customer.ts';
import type { Result } from '../domain/result.ts';

export interface Customers {
  /** Creates or finds by account name; never changes an account that exists. */
  saveAccount(name: string): Promise<Result<{ readonly id: string }>>;
  /** Creates or updates by e-mail. */
  saveContact(customer: Customer, accountId: string): Promise<Result<{ readonly id: string }>>;
  /** The account and contact of a deal, and the e-mail of a contact. */
  readDeal(
    id: string,
  ): Promise<Result<{ readonly contactId?: string; readonly accountId?: string }>>;
  readContact(id: string): Promise<Result<{ readonly email?: string; readonly name: string }>>;
}
