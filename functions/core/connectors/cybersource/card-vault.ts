// The token vault (TMS): a customer's saved cards.
import type { MerchantId } from '../../domain/ids.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { CardVault, SavedCard } from '../../ports/card-payments.ts';
import { listAt, present, textAt, valueAt } from '../transport/read-json.ts';
import type { GatewayConnection } from './gateway-call.ts';
import { readCard } from './read-card.ts';
import { callVault, instrumentPath, instrumentsPath } from './vault-call.ts';

const WHAT = 'The card';

export function createCardVault(connection: GatewayConnection): CardVault {
  return {
    list: (merchant, customerId) => listCards(connection, merchant, customerId),
    makeDefault: async (merchant, ids) => {
      const changed = await callVault(connection, merchant, WHAT, {
        method: 'PATCH',
        path: instrumentPath(ids),
        body: { default: true },
      });
      return changed.ok ? ok(undefined) : changed;
    },
    remove: async (merchant, ids) => {
      const removed = await callVault(connection, merchant, WHAT, {
        method: 'DELETE',
        path: instrumentPath(ids),
      });
      if (removed.ok || removed.problem.code === 'not-found') return ok(undefined);
      return removed;
    },
  };
}

async function listCards(
  connection: GatewayConnection,
  merchant: MerchantId,
  customerId: string,
): Promise<Result<readonly SavedCard[]>> {
  const path = instrumentsPath(customerId);
  const answer = await callVault(connection, merchant, WHAT, { method: 'GET', path });
  if (!answer.ok) return answer.problem.code === 'not-found' ? ok([]) : answer;
  const rows = listAt(answer.value, '_embedded', 'paymentInstruments');
  return ok(rows.flatMap((row) => readInstrument(row, customerId)));
}

function readInstrument(row: unknown, customerId: string): SavedCard[] {
  const paymentInstrumentId = textAt(row, 'id');
  const number = textAt(row, '_embedded', 'instrumentIdentifier', 'card', 'number');
  const card = readCard({ card: { ...Object(valueAt(row, 'card')), suffix: number?.slice(-4) } });
  if (paymentInstrumentId === undefined || card === undefined) return [];
  return [
    present({
      customerId,
      paymentInstrumentId,
      instrumentIdentifierId: textAt(row, 'instrumentIdentifier', 'id'),
      card,
      isDefault: valueAt(row, 'default') === true,
      state: textAt(row, 'state') ?? 'ACTIVE',
    }),
  ];
}
