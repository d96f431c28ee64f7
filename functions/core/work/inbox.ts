// The inbox: everything announced to us is one row with a unique key before it is acknowledged.
import { createHash } from 'node:crypto';
import type { InstallationId } from '../domain/ids.ts';
import type { Clock } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import type { NewRow } from '../store/schema.ts';
import { BODY_LENGTH, packBody } from './packed-text.ts';

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

/** Stores the event; `duplicate` when it was announced before. One store write. */
export async function putInInbox(
  ports: { readonly store: Store; readonly clock: Clock },
  event: AnnouncedEvent,
): Promise<'stored' | 'duplicate'> {
  const now = ports.clock.now();
  const key = eventKey(event);
  const row: NewRow<'Inbox'> = {
    event_key: key,
    installation: event.installation,
    source: event.source,
    event_type: event.type.slice(0, 100),
    subject: event.subject.slice(0, 255),
    ...(event.merchantId === undefined ? {} : { merchant_id: event.merchantId }),
    ...bodyColumns(event.body),
    received_at: now,
    state: 'received',
    due_at: now,
    attempts: 0,
  };
  const inserted = await ports.store.insert('Inbox', row);
  return inserted.kind === 'inserted' ? 'stored' : 'duplicate';
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
