// What the shop sells: SKUs as the books know them, prices in minor units of each currency.

export const shopCurrencies = ['USD', 'EUR', 'JPY'] as const;
export type ShopCurrency = (typeof shopCurrencies)[number];

export interface Product {
  readonly id: number;
  readonly sku: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly priceMinor: Readonly<Record<ShopCurrency, number>>;
  /** Hue of its picture. */
  readonly hue: number;
}

function product(
  id: number,
  sku: string,
  name: string,
  description: string,
  price: readonly [usd: number, eur: number, jpy: number],
): Product {
  return {
    id,
    sku,
    slug: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    name,
    description,
    priceMinor: { USD: price[0], EUR: price[1], JPY: price[2] },
    hue: (id * 47) % 360,
  };
}

export const products: readonly Product[] = [
  product(
    101,
    'BEAN-ESP-1KG',
    'Espresso Beans 1 kg',
    'Dark roast, whole beans.',
    [2490, 2290, 3700],
  ),
  product(
    102,
    'BEAN-FIL-1KG',
    'Filter Beans 1 kg',
    'Medium roast, whole beans.',
    [2250, 2090, 3300],
  ),
  product(103, 'BEAN-DEC-500', 'Decaf Beans 500 g', 'Water process decaf.', [1475, 1390, 2200]),
  product(104, 'GRINDER-HOME', 'Home Grinder', 'Burr grinder for the home.', [18900, 17900, 28000]),
  product(
    105,
    'GRINDER-PRO',
    'Shop Grinder',
    'Burr grinder for the counter.',
    [124900, 119000, 185000],
  ),
  product(
    106,
    'MACHINE-ONE',
    'Espresso Machine, one group',
    'One group, plumbed in.',
    [289000, 269000, 428000],
  ),
  product(107, 'CUP-SET-6', 'Cup Set of 6', 'Porcelain, 180 ml.', [3995, 3690, 5900]),
  product(108, 'FILTER-100', 'Paper Filters, 100', 'Size 4.', [649, 599, 960]),
  product(109, 'TRAINING-DAY', 'Barista Training Day', 'Up to six people.', [64000, 59000, 95000]),
  // The books have no such item: an order must not wait for somebody to add it.
  product(
    110,
    'WATER-KIT',
    'Water Test Kit',
    'Hardness and pH, twenty strips.',
    [1999, 1849, 2950],
  ),
];

export function productBySku(sku: string): Product | undefined {
  return products.find((one) => one.sku === sku);
}

export function isShopCurrency(code: string): code is ShopCurrency {
  return (shopCurrencies as readonly string[]).includes(code);
}

/** Delivery costs this flat rate, nothing from the limit on. */
export const delivery: Readonly<
  Record<ShopCurrency, { rateMinor: number; freeFromMinor: number }>
> = {
  USD: { rateMinor: 900, freeFromMinor: 15_000 },
  EUR: { rateMinor: 790, freeFromMinor: 15_000 },
  JPY: { rateMinor: 1200, freeFromMinor: 22_000 },
};

/** Tax on goods and delivery in hundredths of a percent. */
export const taxRates: Readonly<
  Record<ShopCurrency, { basisPoints: number; name: string; rateId: number }>
> = {
  USD: { basisPoints: 0, name: 'No tax', rateId: 0 },
  EUR: { basisPoints: 1900, name: 'VAT 19%', rateId: 2 },
  JPY: { basisPoints: 1000, name: 'Consumption tax 10%', rateId: 3 },
};
