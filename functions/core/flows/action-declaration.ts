// What an action says of itself, once: the engine, the editor, the documents' schema and the docs all read it here.
import type * as z from 'zod/mini';
import type { TriggerName } from './triggers.ts';

/** What a run can be about; an action may need to know which. */
const subjectKinds = [
  'payment',
  'movement',
  'order',
  'customer',
  'card-token',
  'charge',
  'profile',
  'invoice',
  'sales-order',
  'ticket',
  'dispute',
  'settlement',
  'moment',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** Those whose calls are counted and cost something. */
type CalledProduct = 'books' | 'inventory' | 'crm' | 'desk' | 'gateway' | 'shop' | 'other';

export interface ActionDeclaration {
  /** As documents name it: verb-noun. */
  readonly name: string;
  /** What it does, in plain words; `{name}` stands for an input. */
  readonly sentence: string;
  /** The run must be about one of these; empty when it works for every run. */
  readonly about: readonly SubjectKind[];
  readonly input: z.ZodMiniObject;
  readonly output: z.ZodMiniObject;
  /** Zoho OAuth scopes that it needs. */
  readonly scopes: readonly string[];
  /** Calls at most, when nothing goes wrong. */
  readonly calls: Readonly<Partial<Record<CalledProduct, number>>>;
  /** What undoes it, in plain words; absent for what writes nothing. */
  readonly inverse?: string;
  /** Triggers that its own write sets off: a flow that waits for one of them may echo itself. */
  readonly causes: readonly TriggerName[];
}
