// The fields of a customer and of a card on file.
import { type CanonicalCardToken, cardTokenStates } from '../../domain/canonical/card-token.ts';
import type { CanonicalCustomer } from '../../domain/canonical/customer.ts';
import {
  type ProfileField,
  type ProfileOwners,
  profileFields,
  profileOwners,
} from '../../domain/customer-profile.ts';
import type { CatalogField } from '../catalog-field.ts';
import { canonicalCatalog, choicesOf } from './canonical-field.ts';
import { addressFields, cardExpiry, cardLast4, cardType } from './shared-fields.ts';

const customerProfileId = {
  path: 'customerProfileId',
  label: 'Customer profile id',
  type: 'id',
  lengthMax: 32,
  samples: ['AB695DA801DD1BB6E05341588E0A3BDC'],
  description: 'The customer’s record in the gateway’s vault',
} as const satisfies CatalogField;

export const customerCatalog = canonicalCatalog<CanonicalCustomer>('customer', 'Customer', [
  { path: 'email', label: 'E-mail', type: 'email', required: true, samples: ['maria@example.com'] },
  { path: 'firstName', label: 'First name', type: 'text', required: true, samples: ['Maria'] },
  { path: 'lastName', label: 'Last name', type: 'text', required: true, samples: ['Lopez'] },
  { path: 'fullName', label: 'Full name', type: 'text', samples: ['Maria Lopez'] },
  { path: 'company', label: 'Company', type: 'text', samples: ['Northwind Trading'] },
  { path: 'phone', label: 'Phone', type: 'phone', samples: ['+14155550132'] },
  ...addressFields('billing', 'Billing address'),
  ...addressFields('shipping', 'Shipping address'),
  customerProfileId,
  { path: 'booksCustomerId', label: 'Books customer id', type: 'id' },
  { path: 'crmContactId', label: 'CRM contact id', type: 'id' },
  { path: 'crmAccountId', label: 'CRM account id', type: 'id' },
  { path: 'shopCustomerId', label: 'Shop customer id', type: 'id', samples: ['117'] },
  { path: 'currency', label: 'Currency', type: 'currency', samples: ['USD'] },
  { path: 'taxNumber', label: 'Tax number', type: 'id', samples: ['DE123456789'] },
  { path: 'website', label: 'Website', type: 'url', samples: ['https://example.com'] },
  { path: 'note', label: 'Note', type: 'text' },
]);

export const cardTokenCatalog = canonicalCatalog<CanonicalCardToken>('card-token', 'Card on file', [
  {
    path: 'paymentInstrumentId',
    label: 'Payment instrument id',
    type: 'id',
    required: true,
    lengthMax: 32,
    samples: ['AB695DA801DF1BB6E05341588E0A3BDC'],
  },
  { ...customerProfileId, required: true },
  { path: 'instrumentIdentifierId', label: 'Instrument identifier id', type: 'id' },
  { ...cardType, required: true },
  { ...cardLast4, required: true },
  cardExpiry,
  {
    path: 'status',
    label: 'Card status',
    type: 'choice',
    required: true,
    choices: choicesOf(cardTokenStates),
    samples: ['active'],
  },
  { path: 'isDefault', label: 'Default card', type: 'boolean', required: true, samples: ['true'] },
  { path: 'holderName', label: 'Name on card', type: 'text', samples: ['Maria Lopez'] },
  ...addressFields('billing', 'Billing address'),
  { path: 'createdAt', label: 'Added at', type: 'instant', samples: ['2026-05-04T14:05:00Z'] },
]);

const ownedLabels: Readonly<Record<ProfileField, string>> = {
  email: 'E-mail',
  name: 'First and last name',
  company: 'Company',
  phone: 'Phone',
  billing: 'Billing address',
};

/** Which side's value counts for each field of a customer that both keep. */
export const fieldOwnersCatalog = canonicalCatalog<ProfileOwners>(
  'field-owners',
  'Owners of a customer’s fields',
  profileFields.map((path) => ({
    path,
    label: ownedLabels[path],
    type: 'choice',
    required: true,
    choices: choicesOf(profileOwners),
    samples: ['zoho'],
  })),
);
