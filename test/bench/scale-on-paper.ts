// Scale on paper: from measured counts to what a day of many orders needs, costs, and which limit binds first.

/** What one thing costs where it arrives. */
export interface Usage {
  readonly selects: number;
  readonly inserts: number;
  /** Updates and deletes. */
  readonly updates: number;
  readonly jobs: number;
  readonly books: number;
  readonly inventory: number;
  readonly crm: number;
  readonly gateway: number;
  readonly shop: number;
}

/** All as when it happens alone: in a burst orders share jobs and looks for work. */
export interface MeasuredCounts {
  readonly newCustomer: Usage;
  readonly knownCustomer: Usage;
  readonly settlement: Usage;
  readonly refund: Usage;
  readonly shopEvent: Usage;
  /** The timer's, on average, with one company. */
  readonly idleMinute: Usage;
  /** Of its store calls, those that are made once for all companies. */
  readonly commonOfMinute: number;
}

export interface Scale {
  readonly name: string;
  readonly companies: number;
  /** Of each company. */
  readonly ordersPerDay: number;
}

export const scales: readonly Scale[] = [
  { name: '50 orders', companies: 1, ordersPerDay: 50 },
  { name: '500', companies: 1, ordersPerDay: 500 },
  { name: '5,000', companies: 1, ordersPerDay: 5_000 },
  { name: '50,000', companies: 1, ordersPerDay: 50_000 },
  { name: '10,000 companies of 50', companies: 10_000, ordersPerDay: 50 },
];

/** What is taken for granted and not measured. */
export const assumed = {
  newCustomers: 0.3,
  refunds: 0.03,
  /** Created, paid, completed. */
  shopEventsPerOrder: 3,
  /** The busiest minute beside the average one. */
  peak: 4,
  /** Live; the stand-ins answer sooner. */
  storeCallMs: 30,
  outsideCallMs: 300,
  hookMs: 100,
  /** Events and runs that one worker has in hand at once. */
  sideBySide: 4,
  /** Companies that the timer looks at side by side (compose/timer.ts). */
  companiesAtOnce: 16,
  memoryGb: 0.25,
} as const;

/** US dollars, without the free allowance (facts of May 2026, "Catalyst pricing"). */
export const prices = {
  select: 0.000_06,
  insert: 0.000_1,
  update: 0.000_08,
  gbSecond: 0.000_016,
} as const;

/** Per company, but for the last two. */
export const limits = {
  /** Books API introduction: per organization; Inventory is counted together with it. */
  financePerMinute: 100,
  /** The same: plans from Premium on. */
  booksPerDay: 10_000,
  /** Inventory, plan Enterprise. */
  inventoryPerDay: 10_000,
  /** CRM API limits: Standard, without what users add; one for a call. */
  crmCreditsPerDay: 50_000,
  /** The lower of the two figures that Catalyst gives; executions of one function. */
  workers: 10,
  /** A minute of the timer should be over when the next begins. */
  timerSeconds: 60,
  /** Docs FAQ "functions-exec-limit": a job ends after 15 minutes. */
  jobSeconds: 900,
} as const;

const MINUTES = 24 * 60;
const SECONDS = 24 * 3_600;

/** A project's day. */
export interface Day {
  readonly usage: Usage;
  readonly functionSeconds: number;
  /** Executions of the worker at the same time in the busiest minute. */
  readonly workers: number;
  readonly timerSeconds: number;
  readonly dollars: number;
  /** Share of each limit that is used: 1 is all of it. */
  readonly shares: Readonly<Record<string, number>>;
}

export function dayOf(counts: MeasuredCounts, { companies, ordersPerDay }: Scale): Day {
  const order = orderOf(counts);
  const orders = ordersPerDay * companies;
  const usage = sumOf([
    [order, orders],
    [minuteOf(counts, companies), MINUTES],
  ]);
  const orderSeconds = secondsOf(order);
  const timerSeconds = timerSecondsOf(counts, companies);
  const hookSeconds = (orders * (2 + assumed.shopEventsPerOrder) * assumed.hookMs) / 1_000;
  const functionSeconds =
    (orders * orderSeconds) / assumed.sideBySide + MINUTES * timerSeconds + hookSeconds;
  const workers = (orders / SECONDS) * assumed.peak * (orderSeconds / assumed.sideBySide);
  const finance = order.books + order.inventory;
  return {
    usage,
    functionSeconds,
    workers,
    timerSeconds,
    dollars: dollarsOf(usage, functionSeconds),
    shares: {
      'Books and Inventory, calls a minute':
        ((ordersPerDay / MINUTES) * assumed.peak * finance) / limits.financePerMinute,
      'Books, calls a day': (ordersPerDay * order.books) / limits.booksPerDay,
      'Inventory, calls a day': (ordersPerDay * order.inventory) / limits.inventoryPerDay,
      'CRM, credits a day': (ordersPerDay * order.crm) / limits.crmCreditsPerDay,
      'workers at once': workers / limits.workers,
      "the timer's minute": timerSeconds / limits.timerSeconds,
    },
  };
}

/** How far one organization and one project go, and what a company costs that sells nothing. */
export interface Ceilings {
  readonly ordersByBooksDay: number;
  readonly ordersByMinuteAtPeak: number;
  readonly ordersByMinuteEvenly: number;
  readonly idleDollars: number;
  /** Orders that cost as much as a company's idle day. */
  readonly idleInOrders: number;
  readonly companiesByMinute: number;
  readonly companiesByJob: number;
}

export function ceilingsOf(counts: MeasuredCounts): Ceilings {
  const order = orderOf(counts);
  const aMinute = limits.financePerMinute / (order.books + order.inventory);
  const dollarsWith = (ordersPerDay: number) =>
    dayOf(counts, { name: '', companies: 1, ordersPerDay }).dollars;
  const idleDollars = dollarsWith(0);
  const common = timerSecondsOf(counts, 0);
  // The first ones are all looked at side by side.
  const [some, more] = [assumed.companiesAtOnce, 2 * assumed.companiesAtOnce];
  const each = (timerSecondsOf(counts, more) - timerSecondsOf(counts, some)) / some;
  return {
    ordersByBooksDay: limits.booksPerDay / order.books,
    ordersByMinuteAtPeak: (aMinute * MINUTES) / assumed.peak,
    ordersByMinuteEvenly: aMinute * MINUTES,
    idleDollars,
    idleInOrders: idleDollars / (dollarsWith(1) - idleDollars),
    companiesByMinute: (limits.timerSeconds - common) / each,
    companiesByJob: (limits.jobSeconds - common) / each,
  };
}

/** An order with all that follows from it, on average. */
export function orderOf(counts: MeasuredCounts): Usage {
  return sumOf([
    [counts.newCustomer, assumed.newCustomers],
    [counts.knownCustomer, 1 - assumed.newCustomers],
    [counts.settlement, 1],
    [counts.refund, assumed.refunds],
    [counts.shopEvent, assumed.shopEventsPerOrder],
  ]);
}

/** The timer's minute with so many idle companies. */
function minuteOf({ idleMinute, commonOfMinute }: MeasuredCounts, companies: number): Usage {
  const all = sumOf([[idleMinute, companies]]);
  return { ...all, selects: all.selects - commonOfMinute * (companies - 1), jobs: 1 };
}

/** What is common one call after the other, then the companies, as many at once as the timer takes. */
function timerSecondsOf(counts: MeasuredCounts, companies: number): number {
  const common = secondsOf(minuteOf(counts, 0));
  const each = secondsOf(minuteOf(counts, 1)) - common;
  return common + each * Math.max(Math.min(companies, 1), companies / assumed.companiesAtOnce);
}

/** All together, each so many times. */
export function sumOf(parts: readonly (readonly [usage: Usage, times: number])[]): Usage {
  const of = (name: keyof Usage) =>
    parts.reduce((total, [usage, times]) => total + usage[name] * times, 0);
  return {
    selects: of('selects'),
    inserts: of('inserts'),
    updates: of('updates'),
    jobs: of('jobs'),
    books: of('books'),
    inventory: of('inventory'),
    crm: of('crm'),
    gateway: of('gateway'),
    shop: of('shop'),
  };
}

/** One call after the other. */
function secondsOf(usage: Usage): number {
  const store = usage.selects + usage.inserts + usage.updates;
  const outside = usage.books + usage.inventory + usage.crm + usage.gateway + usage.shop;
  return (store * assumed.storeCallMs + outside * assumed.outsideCallMs) / 1_000;
}

function dollarsOf(usage: Usage, functionSeconds: number): number {
  return (
    usage.selects * prices.select +
    usage.inserts * prices.insert +
    usage.updates * prices.update +
    functionSeconds * assumed.memoryGb * prices.gbSecond
  );
}
