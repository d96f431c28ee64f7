// Addresses of more than 40 countries, there and back, and what can't be told apart; phones and countries.
import { describe, expect, it } from 'vitest';
import { addressCountries } from '../../../functions/core/mapping/address/formats.ts';
import { joinAddress } from '../../../functions/core/mapping/address/join-address.ts';
import { splitAddress } from '../../../functions/core/mapping/address/split-address.ts';
import { callingCountries, readPhone } from '../../../functions/core/mapping/calling-codes.ts';
import { countryCode, countryName } from '../../../functions/core/mapping/country.ts';

/** Country, street, city, region, postal code, and the lines below the street as its post writes them. */
const addresses: [
  country: string,
  street: string,
  city: string,
  region: string,
  postal: string,
  lines: string,
][] = [
  ['AE', 'Sheikh Zayed Road 12', 'Dubai', 'Dubai Emirate', '', 'Dubai|Dubai Emirate'],
  [
    'AR',
    'Av. Corrientes 1234',
    'Buenos Aires',
    'Capital',
    'C1043AAZ',
    'C1043AAZ Buenos Aires|Capital',
  ],
  ['AT', 'Stephansplatz 1', 'Wien', '', '1010', '1010 Wien'],
  ['AU', '200 George St', 'Sydney', 'NSW', '2000', 'Sydney NSW 2000'],
  ['BE', 'Rue de la Loi 16', 'Bruxelles', '', '1000', '1000 Bruxelles'],
  ['BR', 'Av. Paulista 1000', 'São Paulo', 'SP', '01310-100', 'São Paulo-SP|01310-100'],
  ['CA', '111 Wellington St', 'Ottawa', 'ON', 'K1A 0A9', 'Ottawa ON K1A 0A9'],
  ['CH', 'Bahnhofstrasse 1', 'Zürich', '', '8001', '8001 Zürich'],
  ['CL', 'Alameda 340', 'Santiago', 'RM', '8331150', '8331150 Santiago|RM'],
  ['CN', '1 Chang An Ave', 'Dongcheng', 'Beijing', '100006', 'Dongcheng|Beijing, 100006'],
  ['CO', 'Carrera 7 12', 'Bogotá', 'Cundinamarca', '110311', 'Bogotá, Cundinamarca, 110311'],
  ['CZ', 'Pařížská 5', 'Praha', '', '110 00', '110 00 Praha'],
  ['DE', 'Unter den Linden 77', 'Berlin', '', '10117', '10117 Berlin'],
  ['DK', 'Rådhuspladsen 1', 'København V', '', '1550', '1550 København V'],
  ['EE', 'Viru 4', 'Tallinn', '', '10140', '10140 Tallinn'],
  [
    'EG',
    '10 Tahrir Square',
    'Cairo',
    'Cairo Governorate',
    '11511',
    'Cairo|Cairo Governorate|11511',
  ],
  [
    'ES',
    'Calle de Alcalá 50',
    'Madrid',
    'Comunidad de Madrid',
    '28014',
    '28014 Madrid|Comunidad de Madrid',
  ],
  ['FI', 'Mannerheimintie 1', 'Helsinki', '', '00100', '00100 Helsinki'],
  ['FR', '10 Rue de Rivoli', 'Paris', '', '75001', '75001 Paris'],
  ['GB', '10 Downing Street', 'London', '', 'SW1A 2AA', 'London|SW1A 2AA'],
  ['GR', 'Ermou 2', 'Athina', '', '105 63', '105 63 Athina'],
  ['HK', '8 Queens Road', 'Central', 'Hong Kong Island', '', 'Central|Hong Kong Island'],
  ['HR', 'Ilica 1', 'Zagreb', '', '10000', '10000 Zagreb'],
  ['HU', 'Andrássy út 3', 'Budapest', '', '1061', '1061 Budapest'],
  ['ID', 'Jl. Thamrin 1', 'Menteng', 'Jakarta', '10310', 'Menteng|Jakarta 10310'],
  ['IE', '1 Grafton Street', 'Dublin', 'Co. Dublin', 'D02 XY45', 'Dublin|Co. Dublin|D02 XY45'],
  ['IL', 'Rothschild 1', 'Tel Aviv', '', '6688101', 'Tel Aviv 6688101'],
  ['IN', '5 MG Road', 'Bengaluru', 'Karnataka', '560001', 'Bengaluru 560001|Karnataka'],
  ['IT', 'Via del Corso 1', 'Roma', 'RM', '00186', '00186 Roma RM'],
  ['JP', '1-1 Marunouchi', 'Chiyoda-ku', 'Tokyo', '100-0005', 'Chiyoda-ku, Tokyo 100-0005'],
  ['KR', '110 Sejong-daero', 'Jung-gu', 'Seoul', '04524', 'Jung-gu, Seoul 04524'],
  ['LT', 'Gedimino 1', 'Vilnius', '', 'LT-01103', 'LT-01103 Vilnius'],
  ['LU', 'Rue Notre-Dame 2', 'Luxembourg', '', 'L-2240', 'L-2240 Luxembourg'],
  ['LV', 'Brīvības 1', 'Rīga', '', 'LV-1010', 'Rīga, LV-1010'],
  ['MT', '1 Republic Street', 'Valletta', '', 'VLT 1111', 'Valletta VLT 1111'],
  ['MX', 'Reforma 222', 'Ciudad de México', 'CDMX', '06600', '06600 Ciudad de México, CDMX'],
  [
    'MY',
    '1 Jalan Ampang',
    'Kuala Lumpur',
    'WP Kuala Lumpur',
    '50450',
    '50450 Kuala Lumpur|WP Kuala Lumpur',
  ],
  ['NG', '1 Marina', 'Lagos', 'Lagos State', '101241', 'Lagos 101241|Lagos State'],
  ['NL', 'Damrak 1', 'Amsterdam', '', '1012 LG', '1012 LG Amsterdam'],
  ['NO', 'Karl Johans gate 1', 'Oslo', '', '0154', '0154 Oslo'],
  ['NZ', '1 Queen Street', 'Auckland', '', '1010', 'Auckland 1010'],
  ['PE', 'Av. Larco 1', 'Lima', 'Miraflores', '15074', 'Lima 15074|Miraflores'],
  ['PH', '1 Ayala Ave', 'Makati', 'Metro Manila', '1226', '1226 Makati|Metro Manila'],
  ['PK', '1 Mall Road', 'Lahore', '', '54000', 'Lahore-54000'],
  ['PL', 'Nowy Świat 1', 'Warszawa', '', '00-496', '00-496 Warszawa'],
  ['PT', 'Rua Augusta 1', 'Lisboa', '', '1100-048', '1100-048 Lisboa'],
  ['RO', 'Calea Victoriei 1', 'București', '', '010061', '010061 București'],
  ['SA', 'King Fahd Road 1', 'Riyadh', '', '12271-3456', 'Riyadh 12271-3456'],
  ['SE', 'Drottninggatan 1', 'Stockholm', '', '111 51', '111 51 Stockholm'],
  ['SG', '1 Raffles Place', 'Singapore', '', '048616', 'Singapore 048616'],
  ['SK', 'Hlavná 1', 'Košice', '', '040 01', '040 01 Košice'],
  ['TH', '1 Silom Road', 'Bang Rak', 'Bangkok', '10500', 'Bang Rak|Bangkok 10500'],
  ['TR', 'İstiklal Cad. 1', 'Beyoğlu', 'İstanbul', '34430', '34430 Beyoğlu/İstanbul'],
  ['TW', '7 Xinyi Road', 'Xinyi', 'Taipei', '11049', 'Xinyi, Taipei 11049'],
  ['UA', 'Khreshchatyk 1', 'Kyiv', 'Kyiv Oblast', '01001', 'Kyiv|Kyiv Oblast|01001'],
  ['US', '1 Market Street', 'San Francisco', 'CA', '94105', 'San Francisco, CA 94105'],
  ['VN', '1 Lê Lợi', 'Quận 1', 'Hồ Chí Minh', '70000', 'Quận 1|Hồ Chí Minh 70000'],
  ['ZA', '1 Long Street', 'Cape Town', '', '8001', 'Cape Town|8001'],
];

const named = addresses.map(([country, line1, city, region, postalCode, lines]) => ({
  country,
  lines,
  address: {
    line1,
    city,
    ...(region === '' ? {} : { region }),
    ...(postalCode === '' ? {} : { postalCode }),
    country,
  },
}));

describe('addresses', () => {
  it('at least 40 countries are tried', () => {
    expect(new Set(addresses.map(([country]) => country)).size).toBeGreaterThanOrEqual(40);
  });

  it.each(named)(
    '$country is written as its post does, and read back',
    ({ address, lines, country }) => {
      const text = joinAddress(address, '\n', true);
      expect(text.split('\n').slice(1, -1).join('|')).toBe(lines);
      expect(text.split('\n').at(-1)).toBe(countryName(country));
      expect(splitAddress(text, undefined)).toEqual(address);
    },
  );

  it.each(named)('$country is read from one line too', ({ address }) => {
    expect(splitAddress(joinAddress(address, ', ', true), undefined)).toEqual(address);
  });

  it('a second line, a region without a place and a missing region come back as well', () => {
    const german = {
      line1: 'Weg 1',
      line2: 'Hof 2',
      city: 'Ulm',
      region: 'Bayern',
      postalCode: '89073',
      country: 'DE',
    };
    expect(splitAddress(joinAddress(german, '\n', true), undefined)).toEqual(german);
    const spelled = {
      line1: '1 George St',
      city: 'Sydney',
      region: 'New South Wales',
      postalCode: '2000',
      country: 'AU',
    };
    expect(splitAddress(joinAddress(spelled, '\n', true), undefined)).toEqual(spelled);
    const without = { line1: '1 Main St', city: 'Salem', postalCode: '97301', country: 'US' };
    expect(splitAddress(joinAddress(without, '\n', true), undefined)).toEqual(without);
  });

  it.each([
    [
      'a text that has no form',
      'behind the old mill',
      'US',
      { line1: 'behind the old mill', country: 'US' },
    ],
    [
      'a postal code of another form',
      'Weg 1\n1234567 Ulm',
      'DE',
      { line1: 'Weg 1, 1234567 Ulm', country: 'DE' },
    ],
    [
      'a country outside the table',
      'Plot 5\nHoniara\nSolomon Islands',
      undefined,
      { line1: 'Plot 5, Honiara', country: 'SB' },
    ],
    [
      'a region that looks like a country',
      '1 Main St, Los Angeles, CA',
      'US',
      { line1: '1 Main St, Los Angeles, CA', country: 'US' },
    ],
    ['no country at all', 'Weg 1\n10115 Berlin', undefined, { line1: 'Weg 1, 10115 Berlin' }],
  ])('%s is kept whole', (_, text, home, expected) => {
    expect(splitAddress(text, home)).toEqual(expected);
  });

  it('a text without end is kept whole, quickly', () => {
    const long = `${'1 Main St, '.repeat(5000)}Salem, OR 97301`;
    const started = performance.now();
    expect(splitAddress(long, 'US').line1).toHaveLength(long.length);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('countries', () => {
  it.each([
    ['Germany', 'DE'],
    ['de', 'DE'],
    ['UK', 'GB'],
    ['United States', 'US'],
    ['USA', 'US'],
    ['South Korea', 'KR'],
    ['Czech Republic', 'CZ'],
    ['Hong Kong', 'HK'],
    [' viet nam ', 'VN'],
  ])('%s is %s', (text, code) => {
    expect(countryCode(text)).toBe(code);
  });

  it.each(['DD', 'UN', 'ZZ', 'EU', 'Atlantis', ''])('“%s” is none', (text) => {
    expect(countryCode(text)).toBeUndefined();
  });

  it('has a name for every country of the address and calling code tables', () => {
    const strange = [...addressCountries, ...callingCountries].filter((code) => !countryName(code));
    expect(strange).toEqual([]);
  });
});

describe('phone numbers', () => {
  it.each([
    ['(415) 555-0132', 'US', '+14155550132'],
    ['1-415-555-0132', 'CA', '+14155550132'],
    ['011 44 20 7946 0000', 'US', '+442079460000'],
    ['020 7946 0000', 'GB', '+442079460000'],
    ['+44 (0)20 7946 0000', undefined, '+442079460000'],
    ['0049 30 901820', 'FR', '+4930901820'],
    ['06 1234 5678', 'IT', '+390612345678'],
    ['8 (495) 123-45-67', 'RU', '+74951234567'],
    ['06 30 123 4567', 'HU', '+36301234567'],
    ['0151/12345678', 'DE', '+4915112345678'],
    ['6123 4567', 'SG', '+6561234567'],
  ])('%s in %s is %s', (text, country, expected) => {
    expect(readPhone(text, country)).toBe(expected);
  });

  it.each([
    ['555-0132', 'US'],
    ['1234567', 'DE'],
    ['020 7946 0000 ext 5', 'GB'],
    ['+0 123', undefined],
    ['020 7946 0000', undefined],
    ['+1234567890123456', undefined],
    ['call me', 'US'],
  ])('%s in %s can’t be read for sure', (text, country) => {
    expect(readPhone(text, country)).toBeUndefined();
  });
});
