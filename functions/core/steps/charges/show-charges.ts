// The charges and saved cards of an invoice or customer, for staff.
import type { ChargesReply, ChargesRequest } from '../../contract/charges.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { type Actor, mayDo } from '../../domain/role.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { cardsOf, knownCustomer, viewCard } from './customer-cards.ts';
import { viewCharge } from './show-charge.ts';

const SHOWN_MAX = 20;

export async function showCharges(
  ports: WorkPorts,
  installation: InstallationId,
  actor: Actor,
  { invoiceId, customerId, crmContactId }: ChargesRequest,
): Promise<Result<ChargesReply>> {
  if (!mayDo(actor.role, 'see-payments')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const { store } = ports;
  const customer =
    crmContactId === undefined || customerId !== undefined
      ? customerId
      : await knownCustomer(store, installation, crmContactId);
  const [charges, cards] = await Promise.all([
    invoiceId === undefined && customer === undefined
      ? []
      : store.select('Charges', {
          where: [
            ['installation', '=', installation],
            invoiceId === undefined
              ? ['books_customer_id', '=', customer ?? '']
              : ['books_invoice_id', '=', invoiceId],
          ],
          orderBy: ['created_at', 'desc'],
          limit: SHOWN_MAX,
        }),
    customer === undefined ? [] : cardsOf(store, installation, customer),
  ]);
  return ok({
    now: ports.clock.now(),
    mayCharge: mayDo(actor.role, 'charge'),
    charges: charges.map(viewCharge),
    cards: cards.map(viewCard),
  });
}
