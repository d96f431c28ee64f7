// A customer's fields that Zoho and the gateway's vault both keep: each has one owner, and only the owner's value travels.
import { type Address, type Customer, normalizeEmail } from './customer.ts';

/** An address is one field: halves of two make a wrong one. */
export const profileFields = ['email', 'name', 'company', 'phone', 'billing'] as const;
export type ProfileField = (typeof profileFields)[number];

/** What nobody owns stays on both sides as it is. */
export const profileOwners = ['zoho', 'gateway', 'nobody'] as const;
type ProfileOwner = (typeof profileOwners)[number];
export type ProfileOwners = Readonly<Record<ProfileField, ProfileOwner>>;

/** Who pays, as far as it is known; the address in the gateway's form. */
export type Payer = Partial<Omit<Customer, 'shipping'>>;

/** The fields of that owner. What is empty there blanks nothing at the other side. */
export function ownedBy(payer: Payer, owners: ProfileOwners, owner: ProfileOwner): Payer {
  const owned = profileFields.filter((field) => owners[field] === owner);
  return only(payer, owned);
}

/** Fields of `wanted` that `known` has otherwise or not at all. */
export function differing(known: Payer, wanted: Payer): readonly ProfileField[] {
  return profileFields.filter((field) => {
    const value = compared(wanted, field);
    return value !== '' && value !== compared(known, field);
  });
}

/** These fields of a payer, where they are filled. */
export function only(payer: Payer, fields: readonly ProfileField[]): Payer {
  const { email, firstName, lastName, company, phone, billing } = payer;
  const has = (field: ProfileField) => fields.includes(field) && compared(payer, field) !== '';
  return {
    ...(has('email') && email !== undefined ? { email } : {}),
    ...(has('name') ? { firstName: firstName ?? '', lastName: lastName ?? '' } : {}),
    ...(has('company') && company !== undefined ? { company } : {}),
    ...(has('phone') && phone !== undefined ? { phone } : {}),
    ...(has('billing') && billing !== undefined ? { billing } : {}),
  };
}

/** The field in the form in which two of them are the same; empty where there is none. */
function compared(payer: Payer, field: ProfileField): string {
  switch (field) {
    case 'email':
      return normalizeEmail(payer.email ?? '');
    case 'name':
      return same(`${payer.firstName ?? ''} ${payer.lastName ?? ''}`);
    case 'company':
      return same(payer.company ?? '');
    case 'phone':
      return (payer.phone ?? '').replace(/[^\d+]/g, '');
    case 'billing':
      return payer.billing === undefined ? '' : sameAddress(payer.billing);
  }
}

function sameAddress({ line1, line2, city, region, postalCode, country }: Address): string {
  const parts = [line1, line2, city, region, postalCode, country].map((part) => same(part ?? ''));
  return parts.every((part) => part === '') ? '' : parts.join('|');
}

function same(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
