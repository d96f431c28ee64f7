// Keeps where a card is in the gateway's vault beside the customer who agreed to it; never a number.
import type { Card } from '../../domain/card.ts';
import type { MerchantId } from '../../domain/ids.ts';
import type { SavedCardIds } from '../../ports/card-payments.ts';
import type { Company } from '../../ports/company.ts';
import type { Charge } from '../../work/charges.ts';
import type { WorkPorts } from '../../work/lease.ts';

/** The same card again changes nothing: the vault gives it the same payment instrument. */
export async function keepCard(
  ports: WorkPorts,
  charge: Charge,
  saved: SavedCardIds,
): Promise<void> {
  const { installation, merchant_id } = charge;
  const now = ports.clock.now();
  const card = cardOf(charge);
  await ports.store.insert('Cards', {
    card_key: `${installation}|${merchant_id}|${saved.paymentInstrumentId}`,
    installation,
    merchant_id,
    vault_customer_id: saved.customerId,
    payment_instrument_id: saved.paymentInstrumentId,
    instrument_identifier_id: saved.instrumentIdentifierId ?? '',
    state: 'active',
    ...(card === undefined
      ? {}
      : { brand: card.brand, last_four: card.lastFour, expiry: card.expiry ?? '' }),
    is_default: charge.vault_customer_id ? 0 : 1,
    books_customer_id: charge.books_customer_id ?? '',
    crm_contact_id: charge.crm_contact_id ?? '',
    created_at: now,
    updated_at: now,
  });
}

/**
 * The card of a charge whose answer was lost: where it is kept is asked of the vault, by the customer that the transaction names.
 * @returns whether that is settled; not when the vault doesn't answer.
 */
export async function keepCardFromVault(
  ports: WorkPorts,
  { vault }: Pick<Company, 'vault'>,
  charge: Charge,
  vaultCustomerId: string | undefined,
): Promise<boolean> {
  const card = cardOf(charge);
  if (charge.keeps_card !== 1 || vaultCustomerId === undefined || card === undefined) return true;
  const listed = await vault.list(charge.merchant_id as MerchantId, vaultCustomerId);
  if (!listed.ok) return false;
  const saved = listed.value.find(
    (one) => one.card.lastFour === card.lastFour && one.card.expiry === card.expiry,
  );
  if (saved !== undefined) await keepCard(ports, charge, saved);
  return true;
}

/** The card that the last try was made with, as far as it may be known. */
export function cardOf({ card }: Charge): Card | undefined {
  return card ? (JSON.parse(Buffer.from(card, 'base64url').toString()) as Card) : undefined;
}

/** As it stands in the row: harmless characters, for a conditional change. */
export function cardColumn(card: Card): string {
  return Buffer.from(JSON.stringify(card)).toString('base64url');
}
