// The inbox: everything announced to us is one row with a unique key before it is acknowledged.
import { createHash } from 'node:crypto';
import type { InstallationId } from '../domain/ids.ts';
import type { Clock } from '../ports/platform.ts';
import type { Store } from '../ports/store.ts';
import type { NewRow, Row } from '../store/schema.ts';
import { packText, TEXT_LENGTH, unpackText } from './packed-text.ts';

export interface AnnouncedEvent {
  readonly installation: InstallationId;
  readonly source: 'cybersource' | 'woocommerce' | 'poll';
  readonly type: string;
  /** The id of what it is about, at its source. */
  readonly subject: string;
  readonly merchantId?: string;
  /** What makes two announcements the same one: never a trace id, a time or a retry count. */
  readonly sameness: readonly string[];
  /** The body as it came. */
  readonly body: string;
}

const COLUMNS = ['body', 'body_2', 'body_3'] as const;

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
    ...packBody(event.body),
    received_at: now,
    state: 'received',
    due_at: now,
    attempts: 0,
  };
  const inserted = await ports.store.insert('Inbox', row);
  return inserted.kind === 'inserted' ? 'stored' : 'duplicate';
}

function eventKey(event: AnnouncedEvent): string {
  return `${event.installation}|${event.source}|${hash(JSON.stringify(event.sameness))}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Fits a body into the row's text columns. What does not fit even when deflated is cut: events are hints, the
 * truth is re-read.
 */
export function packBody(body: string): Partial<Record<(typeof COLUMNS)[number], string>> {
  const room = TEXT_LENGTH * COLUMNS.length;
  const whole = packText(body);
  // Random text deflates to no less than its bytes; base64 adds a third.
  const packed = whole.length <= room ? whole : packText(body.slice(0, room / 2));
  const parts: Partial<Record<(typeof COLUMNS)[number], string>> = {};
  COLUMNS.forEach((column, index) => {
    const part = packed.slice(index * TEXT_LENGTH, (index + 1) * TEXT_LENGTH);
    if (part !== '') parts[column] = part;
  });
  return parts;
}

/** The body as it came. */
export function unpackBody(row: Row<'Inbox'>): string {
  return unpackText(COLUMNS.map((column) => row[column] ?? '').join(''));
}
