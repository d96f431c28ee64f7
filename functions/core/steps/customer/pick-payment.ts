// The payment that an agent has picked for a ticket: remembered for everybody, until somebody picks another.
import type { TicketPickReply, TicketPickRequest } from '../../contract/ticket.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { type Actor, mayDo } from '../../domain/role.ts';
import type { Clock } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import { auditBy } from '../../work/audit.ts';
import { dropLink, keepLink, moveLink, readLink } from '../../work/links.ts';
import { findPayment, type PaymentRow } from '../../work/payment-records.ts';

interface Pick {
  readonly paymentKey: string;
  readonly actorId: string;
}

/** Undefined when nobody has picked one, or when it is gone. */
export async function pickedPayment(
  store: Store,
  installation: InstallationId,
  ticketId: string,
): Promise<PaymentRow | undefined> {
  const pick = await readLink<Pick>(store, installation, 'ticket', ticketId);
  if (pick === undefined) return undefined;
  const payment = await findPayment(store, pick.paymentKey);
  return payment?.installation === installation ? payment : undefined;
}

/** `not-found` for a payment that is not this company's. */
export async function pickPayment(
  ports: { readonly store: Store; readonly clock: Clock },
  installation: InstallationId,
  actor: Actor,
  { ticketId, paymentKey }: TicketPickRequest,
): Promise<Result<TicketPickReply>> {
  if (!mayDo(actor.role, 'pick-payment')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  if (paymentKey === undefined) {
    await dropLink(ports.store, installation, 'ticket', ticketId);
    await auditBy(ports, actor, {
      installation,
      action: 'ticket.pick-forgotten',
      subject: ticketId,
      detail: {},
    });
    return ok({ ticket: { id: ticketId } });
  }
  const payment = await findPayment(ports.store, paymentKey);
  if (payment?.installation !== installation) {
    return refused(problem('not-found', 'none', { what: 'The payment' }));
  }
  const pick: Pick = { paymentKey, actorId: actor.userId };
  await moveLink(ports.store, installation, 'ticket', ticketId, pick);
  await keepLink(ports, installation, 'ticket', ticketId, pick);
  await auditBy(ports, actor, {
    installation,
    action: 'ticket.payment-picked',
    subject: ticketId,
    detail: { payment: paymentKey },
  });
  return ok({ ticket: { id: ticketId, picked: paymentKey } });
}
