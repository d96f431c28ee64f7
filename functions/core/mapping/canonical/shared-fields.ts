// Fields that several canonical objects share.
import type { CatalogField } from '../catalog-field.ts';
import { cardBrandChoices } from './canonical-field.ts';

export const gatewayTransactionId = {
  path: 'transactionId',
  label: 'Transaction id',
  type: 'id',
  lengthMax: 30,
  samples: ['7224712345676543210987'],
  description: 'The gateway’s id of the payment',
} as const satisfies CatalogField;

export const merchantId = {
  path: 'merchantId',
  label: 'Merchant id',
  type: 'id',
  required: true,
  lengthMax: 40,
  samples: ['northwind_usd'],
} as const satisfies CatalogField;

export const merchantReferenceCode = {
  path: 'merchantReferenceCode',
  label: 'Merchant reference code',
  type: 'id',
  lengthMax: 50,
  samples: ['SO-10042'],
  description: 'The order or invoice number that the shop gave along',
} as const satisfies CatalogField;

export const amount = {
  path: 'amount',
  label: 'Amount',
  type: 'amount',
  required: true,
  samples: ['129.90'],
} as const satisfies CatalogField;

export const currency = {
  path: 'currency',
  label: 'Currency',
  type: 'currency',
  required: true,
  lengthMax: 3,
  samples: ['USD'],
} as const satisfies CatalogField;

export const cardType = {
  path: 'cardType',
  label: 'Card type',
  type: 'choice',
  choices: cardBrandChoices,
  samples: ['visa'],
} as const satisfies CatalogField;

export const cardLast4 = {
  path: 'cardLast4',
  label: 'Card last four digits',
  type: 'text',
  lengthMax: 4,
  samples: ['1111'],
} as const satisfies CatalogField;

export const cardExpiry = {
  path: 'cardExpiry',
  label: 'Card expiry',
  type: 'text',
  lengthMax: 7,
  samples: ['2028-12'],
  description: 'Year and month',
} as const satisfies CatalogField;

type AddressPart = 'line1' | 'line2' | 'city' | 'region' | 'postalCode' | 'country';

const addressParts: readonly (Omit<CatalogField, 'path'> & { path: AddressPart })[] = [
  { path: 'line1', label: 'street', type: 'text', samples: ['1 Market Street'] },
  { path: 'line2', label: 'second line', type: 'text', samples: ['Suite 200'] },
  { path: 'city', label: 'city', type: 'text', samples: ['San Francisco'] },
  { path: 'region', label: 'state or region', type: 'region', samples: ['CA'] },
  { path: 'postalCode', label: 'postal code', type: 'postal-code', samples: ['94105'] },
  { path: 'country', label: 'country', type: 'country', lengthMax: 2, samples: ['US'] },
];

/** An address as a whole and its parts: `billing`, `billing.line1`, ... */
export function addressFields<At extends string>(
  at: At,
  label: string,
): (CatalogField & { path: At | `${At}.${AddressPart}` })[] {
  return [
    { path: at, label, type: 'object' },
    ...addressParts.map((part) => ({
      ...part,
      path: `${at}.${part.path}` as const,
      label: `${label}: ${part.label}`,
    })),
  ];
}
