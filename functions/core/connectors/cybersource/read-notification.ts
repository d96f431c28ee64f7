// Reads a gateway notification, whatever its version: what it is about and the key that makes a repeat recognisable.
import { createHash } from 'node:crypto';
import { isSafeId } from '../../domain/ids.ts';
import { firstTextAt, parseJson, present, textAt, valueAt } from '../transport/read-json.ts';

/** A hint that something happened; the truth is read from the gateway. */
export interface GatewayNotification {
  /** E.g. `payments.captures.accept`; `unknown` when it names none. */
  readonly eventType: string;
  readonly webhookId?: string;
  /** Whom it is about: a merchant id or, when the event names none, the organization above it. */
  readonly organizationId?: string;
  /** The gateway's id of the subject, most often a transaction. */
  readonly subjectId?: string;
  /** The merchant's reference of the subject, where the event carries that instead (case decisions). */
  readonly reference?: string;
  readonly status?: string;
  /**
   * Equal for redeliveries of one event: webhook, type, subject, status and payload, and of a token its time. Neither trace id nor retry
   * number is in it, as each retry has new ones. 43 characters, safe in keys.
   */
  readonly dedupeKey: string;
}

const SUBJECT_PATHS = [
  ['id'],
  ['transactionId'],
  ['requestId'],
  ['data', 'id'],
  ['data', 'transactionId'],
  ['data', 'requestId'],
  ['transactionResult', 'details', 'id'],
] as const;

const REFERENCE_PATHS = [
  ['clientReferenceInformation', 'code'],
  ['data', 'clientReferenceInformation', 'code'],
  ['data', 'referenceNumber'],
  ['transactionResult', 'details', 'clientReferenceInformation', 'code'],
] as const;

const STATUS_PATHS = [
  ['status'],
  ['data', 'status'],
  ['data', 'reason'],
  ['transactionResult', 'details', 'status'],
] as const;

/**
 * The notifications in one delivery: one, or as many as an older envelope lists. Empty when the body is not a
 * JSON object (a health check has no body).
 * @param headers names in any case.
 */
export function readNotifications(
  body: string,
  headers: Readonly<Record<string, string>>,
): readonly GatewayNotification[] {
  const json = parseJson(body);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return [];
  const known = new Map(Object.entries(headers).map(([name, text]) => [name.toLowerCase(), text]));
  const payload = valueAt(json, 'payload') ?? valueAt(json, 'payloads');
  const items: readonly unknown[] = Array.isArray(payload) ? payload : [payload];
  return items.map((item) => readItem(json, item, known));
}

function readItem(
  envelope: object,
  payload: unknown,
  headers: ReadonlyMap<string, string>,
): GatewayNotification {
  const eventType = textAt(envelope, 'eventType') ?? headers.get('v-c-event-type') ?? 'unknown';
  const webhookId = textAt(envelope, 'webhookId') ?? headers.get('v-c-webhook-id');
  const subjectId = safe(firstTextAt(payload, SUBJECT_PATHS));
  const status = firstTextAt(payload, STATUS_PATHS);
  return present({
    eventType,
    webhookId,
    // The payload names the account concerned, the envelope the one that subscribed.
    organizationId:
      textAt(payload, 'merchantId') ??
      textAt(payload, 'organizationId') ??
      textAt(envelope, 'organizationId') ??
      headers.get('v-c-organization-id'),
    subjectId,
    reference: firstTextAt(payload, REFERENCE_PATHS),
    status,
    dedupeKey: hash([
      webhookId,
      eventType,
      subjectId,
      status,
      payload,
      ...timeOf(envelope, eventType),
    ]),
  });
}

/** A token that is suspended a second time is told in the same words: its time sets the two apart. */
function timeOf(envelope: object, eventType: string): readonly (string | undefined)[] {
  return eventType.startsWith('tms.') ? [textAt(envelope, 'eventDate')] : [];
}

function safe(id: string | undefined): string | undefined {
  return id !== undefined && isSafeId(id) ? id : undefined;
}

function hash(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts), 'utf8').digest('base64url');
}
