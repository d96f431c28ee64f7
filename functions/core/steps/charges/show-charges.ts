// The charges and saved cards of an invoice or customer, for staff.
import type { ChargesReply, ChargesRequest } from '../../contract/charges.ts';
import { openChargeStates } from '../../domain/charge.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { type Actor, mayDo } from '../../domain/role.ts';
import { selectForSeveral, shareOf } from '../../work/charges.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { cardsOf, crmRecordOf, knownCustomers, viewCard } from './customer-cards.ts';
import { requestOf, viewCharge } from './show-charge.ts';

const SHOWN_MAX = 20;

export async function showCharges(
  ports: WorkPorts,
  installation: InstallationId,
  actor: Actor,
  request: ChargesRequest,
): Promise<Result<ChargesReply>> {
  if (!mayDo(actor.role, 'see-payments')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const { store } = ports;
  const { invoiceId, customerId } = request;
  const record = crmRecordOf(request);
  const customers =
    customerId !== undefined
      ? [customerId]
      : record === undefined
        ? []
        : await knownCustomers(store, installation, record);
  const [charges, several, ...cards] = await Promise.all([
    invoiceId === undefined && customers.length === 0
      ? []
      : store.select('Charges', {
          where: [
            ['installation', '=', installation],
            invoiceId === undefined
              ? ['books_customer_id', 'in', customers]
              : ['books_invoice_id', '=', invoiceId],
          ],
          orderBy: ['created_at', 'desc'],
          limit: SHOWN_MAX,
        }),
    // What is over is seen at the customer, and as a payment.
    invoiceId === undefined
      ? []
      : selectForSeveral(store, installation, [['state', 'in', openChargeStates]]),
    ...customers.map((one) => cardsOf(store, installation, one)),
  ]);
  const now = ports.clock.now();
  const alsoForIt = several.filter((charge) => shareOf(charge, invoiceId ?? '') > 0);
  const views = [...alsoForIt, ...charges].map(async (charge) =>
    viewCharge(charge, await requestOf(store, charge, actor, now)),
  );
  return ok({
    now,
    mayCharge: mayDo(actor.role, 'charge'),
    charges: await Promise.all(views),
    cards: cards.flat().map(viewCard),
  });
}
