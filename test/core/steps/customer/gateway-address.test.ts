// Addresses of Zoho as the gateway takes them.
import { describe, expect, it } from 'vitest';
import type { Address } from '../../../../functions/core/domain/customer.ts';
import { gatewayAddress } from '../../../../functions/core/steps/customer/gateway-address.ts';

const portland: Address = {
  line1: '12 Bean Street',
  city: 'Portland',
  region: 'Oregon',
  postalCode: '97201-1234',
  country: 'U.S.A.',
};

describe('an address for the gateway', () => {
  it.each<readonly [string, Address, Partial<Address>]>([
    ['has codes for state and country', portland, { region: 'OR', country: 'US' }],
    ['keeps a state that is a code', { ...portland, region: 'or' }, { region: 'OR' }],
    [
      'writes nine digits with their dash',
      { ...portland, postalCode: '972011234' },
      { postalCode: '97201-1234' },
    ],
    [
      'knows a province with its accent',
      { ...portland, region: 'Québec', postalCode: 'h2y1c6', country: 'Canada' },
      { region: 'QC', postalCode: 'H2Y 1C6' },
    ],
    [
      'leaves another country’s region as it is',
      { ...portland, region: 'Bayern', country: 'Germany' },
      { region: 'Bayern', country: 'DE' },
    ],
    [
      'is taken apart where all of it stands in the street, as its country writes it',
      { line1: 'Unter den Linden 1\n10117 Berlin', city: '', postalCode: '', country: 'Germany' },
      { line1: 'Unter den Linden 1', postalCode: '10117', city: 'Berlin', country: 'DE' },
    ],
    [
      'is taken apart in the other order as well',
      {
        line1: '1 Market Street\nSan Francisco, CA 94105',
        city: '',
        postalCode: '',
        country: 'US',
      },
      { line1: '1 Market Street', postalCode: '94105', city: 'San Francisco', region: 'CA' },
    ],
    [
      'goes on in the second line where the street is too long',
      { ...portland, line1: `${'Long '.repeat(13)}Street`, line2: 'Rear' },
      { line1: 'Long '.repeat(12).trim(), line2: 'Long Street Rear' },
    ],
  ])('%s', (_, address, expected) => {
    expect(gatewayAddress(address)).toMatchObject(expected);
  });

  it.each([
    ['without a country', { ...portland, country: '' }],
    ['of a country that nobody knows', { ...portland, country: 'Atlantis' }],
    ['without a street', { ...portland, line1: ' ' }],
  ])('%s there is none', (_, address) => {
    expect(gatewayAddress(address)).toBeUndefined();
  });
});
