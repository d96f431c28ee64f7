// The payer as the gateway's requests name them: `orderInformation.billTo`.
import type { Customer } from '../../domain/customer.ts';

export function billTo({ email, firstName, lastName, company, phone, billing }: Customer) {
  return {
    firstName,
    lastName,
    email,
    ...(company === undefined ? {} : { company }),
    ...(phone === undefined ? {} : { phoneNumber: phone }),
    ...(billing === undefined
      ? {}
      : {
          address1: billing.line1,
          ...(billing.line2 === undefined ? {} : { address2: billing.line2 }),
          locality: billing.city,
          ...(billing.region === undefined ? {} : { administrativeArea: billing.region }),
          postalCode: billing.postalCode,
          country: billing.country,
        }),
  };
}
