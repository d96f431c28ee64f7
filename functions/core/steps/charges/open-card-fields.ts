// The gateway's card fields for one load of the card page.
import type { PayFields } from '../../contract/charges.ts';
import type { MerchantId } from '../../domain/ids.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { closeLink, closesLink, whyNoRoomLeft } from './invoice-room.ts';
import { type LinkPorts, type OpenedLink, openLink, viewForCustomer } from './show-charge.ts';

/** Loads of the page on one link: a customer needs a few, a program that tries numbers needs many. */
const LOADS_MAX = 20;

/** @param origin of the card page, as the browser sees it: the fields work nowhere else. */
export async function openCardFields(
  ports: LinkPorts,
  secret: string,
  origin: string,
): Promise<Result<PayFields>> {
  const opened = await openLink(ports, secret);
  if (!opened.ok) return opened;
  const { charge, company } = opened.value;
  if (viewForCustomer(opened.value, ports.clock.now()).state !== 'open') {
    return refused(problem('link-used', 'none'));
  }
  const loads = (charge.page_loads ?? 0) + 1;
  if (loads > LOADS_MAX) return refused(problem('link-used', 'none'));
  const full = await whyClosed(ports, opened.value);
  if (full !== undefined) return refused(full);
  const merchant = charge.merchant_id as MerchantId;
  const fields = await company.cardPayments.openFields(merchant, [origin]);
  if (!fields.ok) return fields;
  const { context, library, tokenKey, expiresAt } = fields.value;
  await ports.store.update('Charges', charge.ROWID, { token_key: tokenKey, page_loads: loads });
  return ok({ context, library, expiresAt });
}

/** Before the card is typed in: what was paid otherwise needs no card. Books that don't answer are asked again when it is paid. */
async function whyClosed(
  ports: LinkPorts,
  { charge, company }: OpenedLink,
): Promise<Problem | undefined> {
  const found = await whyNoRoomLeft(ports.store, company, charge);
  if (found === undefined || !closesLink(found)) return undefined;
  await closeLink(ports, charge, found);
  return found;
}
