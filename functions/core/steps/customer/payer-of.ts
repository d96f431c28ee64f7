// A customer of Zoho as the gateway has a payer: in its lengths, with the address in its form.
import type { Customer } from '../../domain/customer.ts';
import type { Payer } from '../../domain/customer-profile.ts';
import { gatewayAddress } from './gateway-address.ts';

/** SDK, "DefaultPaymentInstrumentBillTo". */
const NAME_MAX = 60;
const PHONE_MAX = 30;

export function payerOf({ email, firstName, lastName, company, phone, billing }: Customer): Payer {
  const address = gatewayAddress(billing);
  return {
    email: email.trim(),
    firstName: firstName.slice(0, NAME_MAX),
    lastName: lastName.slice(0, NAME_MAX),
    ...(company === undefined ? {} : { company: company.slice(0, NAME_MAX) }),
    ...(phone === undefined ? {} : { phone: phone.slice(0, PHONE_MAX) }),
    ...(address === undefined ? {} : { billing: address }),
  };
}
