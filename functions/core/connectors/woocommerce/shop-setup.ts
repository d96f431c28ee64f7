// The shop's webhooks while it is examined: which there are, and switching on one that the shop has switched off.
import { ok, type Result } from '../../domain/result.ts';
import type { ShopSetup, ShopWebhook } from '../../ports/setup.ts';
import { textAt } from '../transport/read-json.ts';
import { callShop, type ShopConnection } from './shop-call.ts';

/** A shop has a handful. */
const PATH = '/webhooks?per_page=100';

export function createShopSetup(connection: ShopConnection): ShopSetup {
  return {
    webhooks: () => listWebhooks(connection),
    async activate(id) {
      const path = `/webhooks/${encodeURIComponent(id)}`;
      const body = { status: 'active' };
      const done = await callShop(connection, { method: 'PUT', path, body, what: 'The webhook' });
      return done.ok ? ok(undefined) : done;
    },
  };
}

async function listWebhooks(connection: ShopConnection): Promise<Result<readonly ShopWebhook[]>> {
  const what = 'The list of webhooks';
  const answer = await callShop(connection, { method: 'GET', path: PATH, what });
  if (!answer.ok) return answer;
  const rows = Array.isArray(answer.value) ? answer.value : [];
  return ok(
    rows.flatMap((row) => {
      const id = textAt(row, 'id');
      if (id === undefined) return [];
      const isActive = textAt(row, 'status') === 'active';
      const url = textAt(row, 'delivery_url') ?? '';
      return [{ id, url, topic: textAt(row, 'topic') ?? '', isActive }];
    }),
  );
}
