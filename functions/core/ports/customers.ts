// What we need of the CRM: one account and one contact per customer, whom a deal is about, and notes on them.
import type { Customer } from '../domain/customer.ts';
import type { Payer } from '../domain/customer-profile.ts';
import type { Result } from '../domain/result.ts';
import type { MappedFields } from './mapped-fields.ts';
import type { MarkedWrite } from './notices.ts';

export interface CustomerRecord {
  readonly kind: 'contact' | 'account' | 'deal';
  readonly id: string;
}

export interface CustomerNote {
  readonly title: string;
  readonly text: string;
}

export interface Customers {
  /** Creates or finds by account name; never changes an account that exists. */
  saveAccount(name: string): Promise<Result<{ readonly id: string }>>;
  /** Creates or updates by e-mail. */
  saveContact(
    customer: Customer,
    accountId: string,
    fields: MappedFields,
  ): Promise<Result<{ readonly id: string }>>;
  /** The account and contact of a deal, and the e-mail of a contact. */
  readDeal(
    id: string,
  ): Promise<Result<{ readonly contactId?: string; readonly accountId?: string }>>;
  readContact(id: string): Promise<Result<{ readonly email?: string; readonly name: string }>>;
  addNote(
    write: MarkedWrite,
    record: CustomerRecord,
    note: CustomerNote,
  ): Promise<Result<{ readonly id: string }>>;
}

/** The products that keep a card of the same customer. */
export const cardProducts = ['crm', 'books'] as const;
export type CardProduct = (typeof cardProducts)[number];

/** One product's records of customers, to be kept in step with another's. */
export interface CustomerCards {
  /** `not-found` when the product has no customer with this id. */
  read(id: string): Promise<Result<Customer>>;
  /** Ids of those with this e-mail address, a few at most. */
  find(email: string): Promise<Result<readonly string[]>>;
  /**
   * Fills what is empty and changes nothing else: what people have entered stays.
   * @returns the product's names of the fields that were filled.
   */
  fill(id: string, customer: Customer): Promise<Result<readonly string[]>>;
  /**
   * Writes what is given over what is there, as far as the product takes it: Books company and address, the CRM name,
   * phone and address.
   * @returns the product's names of the fields that were written.
   */
  change(id: string, changes: Payer): Promise<Result<readonly string[]>>;
}
