// Our webhooks at the shop: found by where they send to, and deleted when the company leaves.
import { ok, type Result } from '../../domain/result.ts';
import { textAt, valueAt } from '../transport/read-json.ts';
import { callShop, type ShopConnection } from './shop-call.ts';

const PAGE = 100;
const WHAT = 'The webhook';

/** @param isOurs of the address that a webhook sends to. */
export async function removeShopWebhooks(
  connection: ShopConnection,
  isOurs: (url: string) => boolean,
): Promise<Result<void>> {
  const path = `/webhooks?per_page=${PAGE}`;
  const listed = await callShop(connection, { method: 'GET', path, what: WHAT });
  if (!listed.ok) return listed;
  const rows = Array.isArray(listed.value) ? listed.value : [];
  for (const row of rows) {
    const id = valueAt(row, 'id');
    if (typeof id !== 'number' || !isOurs(textAt(row, 'delivery_url') ?? '')) continue;
    // Without `force` the shop refuses: webhooks have no trash.
    const gone = await callShop(connection, {
      method: 'DELETE',
      path: `/webhooks/${id}?force=true`,
      what: WHAT,
    });
    if (!gone.ok && gone.problem.code !== 'not-found') return gone;
  }
  return ok(undefined);
}
