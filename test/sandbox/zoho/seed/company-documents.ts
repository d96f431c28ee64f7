// The sandbox's company on paper: its invoices, deals and tickets.
import type { items } from './company-data.ts';

type Sku = (typeof items)[number]['sku'];

/** How an invoice of the seed ends up. */
type SeedState =
  | 'draft'
  | 'sent'
  | 'overdue'
  | 'paid'
  | 'partially-paid'
  | 'void'
  | 'credited'
  | 'overpaid';

export interface SeedInvoice {
  readonly customer: string;
  readonly state: SeedState;
  readonly daysAgo: number;
  readonly lines: readonly (readonly [Sku, quantity: number, rate?: number])[];
  /** Name of the tax on all lines. */
  readonly tax?: 'Sales Tax' | 'VAT';
}

/** In this order they are INV-000001 and so on; the `sent` ones are free to be paid by card. */
export const invoices: readonly SeedInvoice[] = [
  {
    customer: 'purchasing@harborlight.example.com',
    state: 'paid',
    daysAgo: 62,
    lines: [
      ['BEAN-ESP-1KG', 40],
      ['FILTER-100', 10],
    ],
  },
  {
    customer: 'ap@cedarvale.example.com',
    state: 'paid',
    daysAgo: 55,
    lines: [
      ['MACHINE-ONE', 1],
      ['GRINDER-PRO', 1],
    ],
    tax: 'Sales Tax',
  },
  {
    customer: 'facilities@northgate.example.com',
    state: 'overdue',
    daysAgo: 48,
    lines: [['SERVICE-HOUR', 3]],
  },
  {
    customer: 'owner@bluestem.example.com',
    state: 'credited',
    daysAgo: 40,
    lines: [['GRINDER-HOME', 2]],
  },
  {
    customer: 'einkauf@rheinbogen.example.org',
    state: 'paid',
    daysAgo: 38,
    lines: [['BEAN-FIL-1KG', 60, 20.9]],
  },
  {
    customer: 'achats@tilleul.example.org',
    state: 'partially-paid',
    daysAgo: 20,
    lines: [['TRAINING-DAY', 2, 590]],
    tax: 'VAT',
  },
  {
    customer: 'procurement@aozora.example.org',
    state: 'paid',
    daysAgo: 33,
    lines: [['BEAN-ESP-1KG', 30, 3700]],
  },
  {
    customer: 'robin.ashford@example.com',
    state: 'overpaid',
    daysAgo: 30,
    lines: [
      ['CUP-SET-6', 1],
      ['BEAN-DEC-500', 2],
    ],
  },
  {
    customer: 'casey.lindqvist@example.com',
    state: 'void',
    daysAgo: 28,
    lines: [['GRINDER-HOME', 1]],
  },
  {
    customer: 'purchasing@harborlight.example.com',
    state: 'sent',
    daysAgo: 12,
    lines: [
      ['BEAN-ESP-1KG', 40],
      ['BEAN-FIL-1KG', 20],
    ],
  },
  {
    customer: 'ap@cedarvale.example.com',
    state: 'sent',
    daysAgo: 10,
    lines: [
      ['CUP-SET-6', 24],
      ['FILTER-100', 50],
    ],
    tax: 'Sales Tax',
  },
  {
    customer: 'owner@bluestem.example.com',
    state: 'sent',
    daysAgo: 0,
    lines: [
      ['SERVICE-HOUR', 2],
      ['BEAN-ESP-1KG', 10],
    ],
  },
  {
    customer: 'einkauf@rheinbogen.example.org',
    state: 'sent',
    daysAgo: 8,
    lines: [['GRINDER-PRO', 1, 1190]],
  },
  {
    customer: 'procurement@aozora.example.org',
    state: 'sent',
    daysAgo: 6,
    lines: [['CUP-SET-6', 12, 5900]],
  },
  {
    customer: 'robin.ashford@example.com',
    state: 'sent',
    daysAgo: 0,
    lines: [
      ['BEAN-ESP-1KG', 2],
      ['FILTER-100', 1],
    ],
  },
  {
    customer: 'casey.lindqvist@example.com',
    state: 'sent',
    daysAgo: 0,
    lines: [
      ['GRINDER-HOME', 1],
      ['BEAN-FIL-1KG', 1],
    ],
  },
  { customer: 'jordan.okafor@example.com', state: 'sent', daysAgo: 0, lines: [['MACHINE-ONE', 1]] },
  {
    customer: 'sam.whitlock@example.com',
    state: 'sent',
    daysAgo: 0,
    lines: [
      ['CUP-SET-6', 2],
      ['BEAN-DEC-500', 1],
    ],
  },
  {
    customer: 'alexis.moreau@example.org',
    state: 'sent',
    daysAgo: 0,
    lines: [['BEAN-ESP-1KG', 4, 22.9]],
  },
  { customer: 'sam.whitlock@example.com', state: 'sent', daysAgo: 0, lines: [['GRINDER-HOME', 1]] },
  {
    customer: 'facilities@northgate.example.com',
    state: 'draft',
    daysAgo: 1,
    lines: [
      ['BEAN-FIL-1KG', 12],
      ['SERVICE-HOUR', 1],
    ],
  },
  {
    customer: 'jordan.okafor@example.com',
    state: 'draft',
    daysAgo: 0,
    lines: [['TRAINING-DAY', 1]],
  },
];

export const deals = [
  {
    customer: 'purchasing@harborlight.example.com',
    Deal_Name: 'Harborlight: second shop fit-out',
    Stage: 'Proposal/Price Quote',
    Amount: 8400,
    inDays: 30,
  },
  {
    customer: 'ap@cedarvale.example.com',
    Deal_Name: 'Cedar & Vale: lobby machines',
    Stage: 'Negotiation/Review',
    Amount: 17_340,
    inDays: 14,
  },
  {
    customer: 'einkauf@rheinbogen.example.org',
    Deal_Name: 'Rheinbogen: yearly bean contract',
    Stage: 'Closed Won',
    Amount: 21_600,
    inDays: -5,
  },
  {
    customer: 'procurement@aozora.example.org',
    Deal_Name: 'Aozora: grinder trial',
    Stage: 'Qualification',
    Amount: 3600,
    inDays: 45,
  },
] as const;

export const tickets = [
  {
    customer: 'robin.ashford@example.com',
    subject: 'I think I was charged twice for my cups',
    department: 'Payments and Fraud',
    priority: 'High',
    channel: 'Email',
    description:
      'My bank shows two payments for the same order. Please check and refund one of them.',
    comments: ['The second amount is an excess on the account, not a second sale.'],
  },
  {
    customer: 'casey.lindqvist@example.com',
    subject: 'Refund for the cancelled grinder',
    department: 'Payments and Fraud',
    priority: 'Medium',
    channel: 'Web',
    description: 'I cancelled the order the same day. When will I see the money?',
    comments: [],
  },
  {
    customer: 'jordan.okafor@example.com',
    subject: 'Card declined at checkout',
    department: 'Customer Support',
    priority: 'Medium',
    channel: 'Phone',
    description: 'The shop says my card was declined, but it works elsewhere.',
    comments: ['Asked the customer which card it was, by its last four digits only.'],
  },
  {
    customer: 'ap@cedarvale.example.com',
    subject: 'Please split the invoice by site',
    department: 'Customer Support',
    priority: null,
    channel: 'Email',
    description: 'We need one invoice for each hotel.',
    comments: [],
  },
  {
    customer: 'owner@bluestem.example.com',
    subject: 'Grinder came damaged',
    department: 'Customer Support',
    priority: 'High',
    channel: 'Email',
    description: 'One of the two grinders has a broken hopper.',
    comments: ['Credit note issued for one grinder.'],
  },
] as const;
