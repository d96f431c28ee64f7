// The movements that a wanted refund becomes: one, or one for each capture that it goes over, each with its own lines.
import type { RefundRequest } from '../../contract/panel.ts';
import { type InstallationId, isPartOf, partIntent } from '../../domain/ids.ts';
import { planRefund } from '../../domain/movement-offers.ts';
import { areWithin, lessLines, type RefundLine, splitLines } from '../../domain/refund-lines.ts';
import type { RefundPart } from '../../domain/refund-split.ts';
import type { Actor } from '../../domain/role.ts';
import type { Clock } from '../../ports/platform.ts';
import type { NewRow } from '../../store/schema.ts';
import { type Movement, movementKey } from '../../work/movement-log.ts';
import type { PaymentRow } from '../../work/payment-records.ts';
import { loggedOf } from './payment-offers.ts';
import { linesOf } from './refund-by-lines.ts';
import { GIVE_UP_AFTER_MS } from './send-intended.ts';

/** One that was approved is sent by its request's run, which may have to come back to it. */
const GIVE_UP_APPROVED_AFTER_MS = 30 * 60_000;

/** A refund that somebody wants: whose, of what, and who has approved it where that was needed. */
export interface WantedRefund {
  readonly actor: Actor;
  readonly request: RefundRequest;
  readonly approver?: Actor;
}

/** What is still to be placed: all of it, or what a request that was cut off has left. */
export function rowsOf(
  clock: Clock,
  installation: InstallationId,
  payment: PaymentRow,
  wanted: WantedRefund,
  before: readonly Movement[],
  known: readonly Movement[],
) {
  const { intentId, amountMinor } = wanted.request;
  const isCutOff = known.every(({ state }) => state === 'intended');
  const knownMinor = known.reduce((sum, one) => sum + one.amount_minor, 0);
  const restMinor = amountMinor - knownMinor;
  if (restMinor <= 0 || !isCutOff) return [];
  const row = intentRow(clock, installation, payment, wanted);
  const parts = planRefund(before.map(loggedOf), restMinor);
  if (known.length === 0 && (parts === undefined || parts.length === 1)) return [row];
  const partLines = linesOfParts(wanted.request, known, parts ?? []);
  return (parts ?? []).map(({ captureId, amountMinor: partMinor }, index) => ({
    ...row,
    ...linesColumn(partLines?.[index]),
    movement_key: movementKey(installation, partIntent(intentId, known.length + index + 1)),
    amount_minor: partMinor,
    decided_minor: amountMinor,
    target_gateway_id: captureId,
  }));
}

/** Each part is booked by itself, so it knows its own lines. */
function linesOfParts(
  { lines }: RefundRequest,
  known: readonly Movement[],
  parts: readonly RefundPart[],
): readonly (readonly RefundLine[])[] | undefined {
  if (lines === undefined) return undefined;
  const rest = lessLines(
    lines,
    known.flatMap((one) => linesOf(one) ?? []),
  );
  return splitLines(
    rest,
    parts.map(({ amountMinor }) => amountMinor),
  );
}

function linesColumn(lines: readonly RefundLine[] | undefined): Pick<IntentColumns, 'lines'> {
  return lines === undefined ? {} : { lines: JSON.stringify(lines) };
}

export type IntentRow = ReturnType<typeof rowsOf>[number];

interface IntentColumns extends Omit<NewRow<'Movements'>, 'slot'> {
  readonly amount_minor: number;
}

function intentRow(
  clock: Clock,
  installation: InstallationId,
  payment: PaymentRow,
  { actor, request, approver }: WantedRefund,
): IntentColumns {
  const now = clock.now();
  return {
    movement_key: movementKey(installation, request.intentId),
    installation,
    payment_key: payment.payment_key,
    kind: 'refund',
    state: 'intended',
    amount_minor: request.amountMinor,
    currency: payment.currency,
    origin: 'panel',
    actor_id: actor.userId,
    actor_name: actor.name,
    actor_role: actor.role,
    ...(approver === undefined
      ? {}
      : { approved_by: approver.userId, approved_name: approver.name }),
    reason: request.reason,
    created_at: now,
    due_at: now + (approver === undefined ? GIVE_UP_AFTER_MS : GIVE_UP_APPROVED_AFTER_MS),
    inquiries: 0,
    ...linesColumn(request.lines),
  };
}

/** The refund that was asked for under this intent, or one of its parts. */
export function isOfIntent({ movement_key: key }: Movement, intent: string): boolean {
  const name = key.slice(key.indexOf('|') + 1);
  return name === intent || isPartOf(name, intent);
}

export function isSameIntent(
  movement: Movement,
  payment: PaymentRow,
  request: RefundRequest,
): boolean {
  return (
    movement.kind === 'refund' &&
    movement.payment_key === payment.payment_key &&
    (movement.decided_minor ?? movement.amount_minor) === request.amountMinor &&
    movement.currency === request.currency &&
    isSameChoice(linesOf(movement), request.lines)
  );
}

type Lines = readonly RefundLine[] | undefined;

/** Both come to the same amount, so that none of more is the same; of a part, none of more is enough. */
function isSameChoice(own: Lines, asked: Lines): boolean {
  if (own === undefined || asked === undefined) return own === asked;
  return areWithin(own, asked);
}
