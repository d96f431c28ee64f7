// The inbox: everything announced to us is one row with a unique key before it is acknowledged.
import { createHash } from 'node:crypto';
import { findCardData, maskCardData } from '../domain/card-data.ts';
import type { InstallationId } from '../domain/ids.ts';
import { problem } from '../domain/problem.ts';
import type { Clock } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import type { NewRow } from '../store/schema.ts';
import { raiseAlarm } from './alarms.ts';
import { BODY_LENGTH, packBody } from './packed-text.ts';

const sourceNames = {
  cybersource: 'The gateway',
  poll: 'The gateway',
  woocommerce: 'The shop',
  books: 'Zoho Books',
  crm: 'Zoho CRM',
  desk: 'Zoho Desk',
} as const;

export interface AnnouncedEvent {
  readonly installation: InstallationId;
  /** `poll` is the gateway's; what a poll of Zoho finds has its product's name, as the webhook's announcement has. */
  readonly source: 'cybersource' | 'woocommerce' | 'poll' | 'books' | 'crm' | 'desk';
  readonly type: string;
  /** The id of what it is about, at its source. */
  readonly subject: string;
  readonly merchantId?: string;
  /** What makes two announcements the same one: never a trace id, a time or a retry count. */
  readonly sameness: readonly string[];
  /** The body as it came. */
  readonly body: string;
}

/**
 * Stores the event; `duplicate` when it was announced before. One store write. What a customer has typed into the wrong field is blotted
 * out before, and an administrator is told.
 */
export async function putInInbox(
  ports: { readonly store: Store; readonly clock: Clock },
  event: AnnouncedEvent,
): Promise<'stored' | 'duplicate'> {
  const now = ports.clock.now();
  const key = eventKey(event);
  const found = findCardData(event.body) ?? findCardData(event.subject);
  const row: NewRow<'Inbox'> = {
    event_key: key,
    installation: event.installation,
    source: event.source,
    event_type: event.type.slice(0, 100),
    subject: maskCardData(event.subject).slice(0, 255),
    ...(event.merchantId === undefined ? {} : { merchant_id: event.merchantId }),
    ...bodyColumns(found === undefined ? event.body : maskCardData(event.body)),
    received_at: now,
    state: 'received',
    due_at: now,
    attempts: 0,
  };
  const inserted = await ports.store.insert('Inbox', row);
  if (inserted.kind !== 'inserted') return 'duplicate';
  if (found !== undefined) {
    const facts = { source: sourceNames[event.source], field: found.field || 'its body' };
    const told = problem('card-data-received', 'none', facts);
    await raiseAlarm(
      ports,
      event.installation,
      'card-data',
      `${event.source} ${row.subject}`,
      told,
    );
  }
  return 'stored';
}

/** What does not fit even when deflated is cut: events are hints, the truth is re-read. */
function bodyColumns(body: string) {
  // Random text deflates to no less than its bytes; base64 adds a third.
  return packBody(body) ?? packBody(body.slice(0, BODY_LENGTH / 2));
}

function eventKey(event: AnnouncedEvent): string {
  return `${event.installation}|${event.source}|${hash(JSON.stringify(event.sameness))}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
