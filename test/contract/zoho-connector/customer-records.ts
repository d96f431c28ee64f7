// A customer as the shipped mappings make its records.
import { canonicalCustomer } from '../../../functions/core/domain/canonical/customer.ts';
import type { Customer } from '../../../functions/core/domain/customer.ts';
import { mappedBy } from '../../core/mapping/mapped.ts';

export function crmFields(customer: Customer) {
  return mappedBy('customer-to-crm-contact', { customer: canonicalCustomer(customer) });
}

export function booksFields(customer: Customer) {
  return mappedBy('customer-to-books-contact', { customer: canonicalCustomer(customer) });
}
