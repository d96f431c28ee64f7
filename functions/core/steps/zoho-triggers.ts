// Which changes at Zoho and in the shop are which triggers, and what their flows are given.
import type { TriggerName } from '../flows/triggers.ts';
import type { WatchedRecord } from '../ports/changes.ts';

interface WatchedTriggers {
  /** Of a record that people have just made; absent where no flow can begin with that. */
  readonly made?: TriggerName;
  readonly changed: TriggerName;
  /** Where the flow's data has the record's id. */
  readonly given: string;
  /** The source that its events have in the inbox. */
  readonly source: 'books' | 'crm' | 'desk';
}

export const watchedTriggers: Readonly<Record<WatchedRecord, WatchedTriggers>> = {
  invoice: {
    made: 'invoice.created',
    changed: 'invoice.updated',
    given: 'invoice',
    source: 'books',
  },
  'sales-order': {
    made: 'sales-order.created',
    changed: 'sales-order.updated',
    given: 'salesOrder',
    source: 'books',
  },
  'books-contact': { changed: 'contact.updated', given: 'customer', source: 'books' },
  'crm-contact': { changed: 'contact.updated', given: 'customer', source: 'crm' },
  ticket: { changed: 'ticket.closed', given: 'ticket', source: 'desk' },
};

/** The triggers that a change of such a record can be. */
export function triggersOf(record: WatchedRecord): readonly TriggerName[] {
  const { made, changed } = watchedTriggers[record];
  return made === undefined ? [changed] : [made, changed];
}

/** By the shop's topic. */
export const shopTriggers: Readonly<Record<string, TriggerName>> = {
  'order.created': 'order.placed',
  'order.updated': 'order.changed',
};
