// What banks and card schemes tell of a card (account updater, network tokens) is written beside the saved card that it is about.
import type { InstallationId, MerchantId } from '../../domain/ids.ts';
import type { TokenName, VaultToken } from '../../ports/card-tokens.ts';
import type { Patch, Store } from '../../ports/store.ts';
import type { WorkPorts } from '../../work/lease.ts';
import type { CardRow } from './customer-cards.ts';

/** The same number may be kept by several customers. */
const CARDS_MAX = 50;

/** Whether the installation keeps any card: without one nothing needs to be asked of the gateway. */
export async function keepsCards(store: Store, installation: InstallationId): Promise<boolean> {
  const where = [['installation', '=', installation] as const];
  return (await store.select('Cards', { where, limit: 1 })).length > 0;
}

/** Expiry, last four digits and brand of the cards that the token stands for; a card that the vault has no more is kept no more. */
export async function freshenCards(
  ports: WorkPorts,
  installation: InstallationId,
  token: VaultToken,
): Promise<void> {
  for (const card of await cardsOfToken(ports.store, installation, token)) {
    const change = changeOf(card, token);
    if (change === undefined) continue;
    const updated_at = ports.clock.now();
    await ports.store.update('Cards', card.ROWID, { ...change, updated_at });
  }
}

/** A card that was announced and that none of these merchants' vaults has any more is kept no more. */
export async function dropMissing(
  ports: WorkPorts,
  installation: InstallationId,
  merchants: readonly MerchantId[],
  { kind, id }: TokenName,
): Promise<void> {
  if (kind !== 'payment-instrument') return;
  const cards = await cardsOfToken(ports.store, installation, { kind, id, status: 'deleted' });
  for (const { ROWID, merchant_id, state } of cards) {
    if (state === 'removed' || !merchants.some((one) => one === merchant_id)) continue;
    const updated_at = ports.clock.now();
    await ports.store.update('Cards', ROWID, { state: 'removed', is_default: 0, updated_at });
  }
}

async function cardsOfToken(
  store: Store,
  installation: InstallationId,
  { kind, id, instrumentIdentifierId }: VaultToken,
): Promise<readonly CardRow[]> {
  const numberId = kind === 'instrument-identifier' ? id : instrumentIdentifierId;
  const isOwn = kind === 'payment-instrument';
  if (!isOwn && numberId === undefined) return [];
  return store.select('Cards', {
    where: [
      ['installation', '=', installation],
      isOwn
        ? ['payment_instrument_id', '=', id]
        : ['instrument_identifier_id', '=', numberId ?? ''],
    ],
    limit: CARDS_MAX,
  });
}

/** A network token's end is not the card's: it is charged by its number again. */
function changeOf(card: CardRow, token: VaultToken): Patch<'Cards'> | undefined {
  if (token.kind === 'payment-instrument' && token.status === 'deleted') {
    return card.state === 'removed' ? undefined : { state: 'removed', is_default: 0 };
  }
  const { cardExpiry: expiry, cardLast4: last_four, cardType: brand } = token;
  const change = {
    ...(expiry === undefined || expiry === card.expiry ? {} : { expiry }),
    ...(last_four === undefined || last_four === card.last_four ? {} : { last_four }),
    ...(brand === undefined || brand === card.brand ? {} : { brand }),
  };
  return Object.keys(change).length === 0 ? undefined : change;
}
