// A customer as the shop, the gateway and Zoho agree on one.

export interface Address {
  readonly line1: string;
  readonly line2?: string;
  readonly city: string;
  readonly region?: string;
  readonly postalCode: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

export interface Customer {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly company?: string;
  readonly phone?: string;
  /** The language that they read, as the books write it: `de`, `es_MX`. */
  readonly language?: string;
  readonly billing?: Address;
  readonly shipping?: Address;
  /** Their records in the CRM, where Zoho links them to these books. */
  readonly crmContactId?: string;
  readonly crmAccountId?: string;
}

/** E-mail addresses that mean the same customer: trimmed, lower case. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}

export function displayName(customer: Customer): string {
  const person = `${customer.firstName} ${customer.lastName}`.trim();
  return customer.company?.trim() || person || normalizeEmail(customer.email);
}
