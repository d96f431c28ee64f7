// Declared actions for tests of flow documents: one of each sort.
import * as z from 'zod/mini';
import type { ActionDeclaration } from '../../../functions/core/flows/action-declaration.ts';

const declared = {
  about: [],
  scopes: [],
  calls: {},
  causes: [],
  input: z.object({}),
  output: z.object({}),
} satisfies Partial<ActionDeclaration>;

const order = z.custom<object>((value) => typeof value === 'object');
const notifying = { input: z.object({ to: z.string(), text: z.string() }) };

export const sampleActions: readonly ActionDeclaration[] = [
  {
    ...declared,
    name: 'read-order',
    sentence: 'read the order {reference}',
    about: ['payment', 'order'],
    input: z.object({ reference: z.string() }),
    output: z.object({
      order,
      total: z.number(),
      note: z.optional(z.string()),
      lines: z.array(z.string()),
    }),
  },
  {
    ...declared,
    name: 'write-invoice',
    sentence: 'write the invoice',
    input: z.object({ order, dueDays: z.optional(z.number().check(z.minimum(0))) }),
    output: z.object({ invoiceId: z.string(), totalMinor: z.number() }),
    scopes: ['ZohoBooks.invoices.CREATE'],
    inverse: 'void the invoice',
    causes: ['invoice.created'],
  },
  {
    ...declared,
    name: 'set-status',
    sentence: 'set the order to {status}',
    input: z.object({ status: z.enum(['open', 'paid']) }),
    causes: ['order.changed'],
  },
  { ...declared, ...notifying, name: 'notify-by-slack', sentence: 'tell Slack {to}' },
  { ...declared, ...notifying, name: 'notify-by-mail', sentence: 'mail {to}' },
];
