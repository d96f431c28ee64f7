// Reads who paid: the bill-to and ship-to parts of a transaction.
import type { Address, Customer } from '../../domain/customer.ts';
import { present, textAt, valueAt } from '../transport/read-json.ts';

/** What integrations send when they have no e-mail address: it must not join strangers into one customer. */
const PLACEHOLDER_EMAIL = 'null@cybersource.com';

/** @param orderInformation that part of a transaction; without an e-mail address there is no customer. */
export function readCustomer(orderInformation: unknown): Customer | undefined {
  const billTo = valueAt(orderInformation, 'billTo');
  const email = textAt(billTo, 'email');
  if (email === undefined || email.toLowerCase() === PLACEHOLDER_EMAIL) return undefined;
  return present({
    email,
    firstName: textAt(billTo, 'firstName') ?? '',
    lastName: textAt(billTo, 'lastName') ?? '',
    company: textAt(billTo, 'company') ?? textAt(billTo, 'company', 'name'),
    phone: textAt(billTo, 'phoneNumber'),
    billing: readAddress(billTo),
    shipping: readAddress(valueAt(orderInformation, 'shipTo')),
  });
}

function readAddress(part: unknown): Address | undefined {
  const line1 = textAt(part, 'address1');
  const country = textAt(part, 'country');
  if (line1 === undefined && country === undefined) return undefined;
  return present({
    line1: line1 ?? '',
    line2: textAt(part, 'address2'),
    city: textAt(part, 'locality') ?? '',
    region: textAt(part, 'administrativeArea'),
    postalCode: textAt(part, 'postalCode') ?? '',
    country: country ?? '',
  });
}
