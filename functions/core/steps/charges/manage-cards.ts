// Staff look after a customer's saved cards: which is the default, what it is called, and that one is no longer kept.
import type { CardRenameRequest, CardsReply } from '../../contract/charges.ts';
import type { MerchantId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { type Actor, mayDo } from '../../domain/role.ts';
import type { SavedCardIds } from '../../ports/card-payments.ts';
import type { Company } from '../../ports/company.ts';
import { auditBy } from '../../work/audit.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { type CardRow, cardsOf, viewCard } from './customer-cards.ts';

/** The gateway first: a crash in between leaves ours behind, and doing it again changes nothing there. */
export async function makeCardDefault(
  ports: WorkPorts,
  company: Company,
  actor: Actor,
  cardKey: string,
): Promise<Result<CardsReply>> {
  const found = await findCard(ports, company, actor, cardKey);
  if (!found.ok) return found;
  const card = found.value;
  const changed = await company.vault.makeDefault(card.merchant_id as MerchantId, idsOf(card));
  if (!changed.ok) return changed;
  const updated_at = ports.clock.now();
  for (const one of await cardsOf(ports.store, company.installation, customerOf(card))) {
    const is_default = one.card_key === cardKey ? 1 : 0;
    // Each merchant id has a vault of its own.
    if (one.merchant_id !== card.merchant_id || one.is_default === is_default) continue;
    await ports.store.update('Cards', one.ROWID, { is_default, updated_at });
  }
  return done(ports, company, actor, card, 'card.made-default');
}

export async function renameCard(
  ports: WorkPorts,
  company: Company,
  actor: Actor,
  { cardKey, nickname }: CardRenameRequest,
): Promise<Result<CardsReply>> {
  const found = await findCard(ports, company, actor, cardKey);
  if (!found.ok) return found;
  const updated_at = ports.clock.now();
  await ports.store.update('Cards', found.value.ROWID, { nickname: nickname.trim(), updated_at });
  return done(ports, company, actor, found.value, 'card.renamed');
}

/** `card-in-use` while it is the default of several. Removing it again changes nothing. */
export async function removeCard(
  ports: WorkPorts,
  company: Company,
  actor: Actor,
  cardKey: string,
): Promise<Result<CardsReply>> {
  const found = await findCard(ports, company, actor, cardKey);
  if (!found.ok) return found;
  const card = found.value;
  const removed = await company.vault.remove(card.merchant_id as MerchantId, idsOf(card));
  if (!removed.ok) return removed;
  const updated_at = ports.clock.now();
  await ports.store.update('Cards', card.ROWID, { state: 'removed', is_default: 0, updated_at });
  return done(ports, company, actor, card, 'card.removed');
}

async function findCard(
  { store }: WorkPorts,
  { installation }: Company,
  actor: Actor,
  cardKey: string,
): Promise<Result<CardRow>> {
  if (!mayDo(actor.role, 'charge')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const card = await store.find('Cards', 'card_key', cardKey);
  const isOurs = card?.installation === installation && card.state === 'active';
  return isOurs ? ok(card) : refused(problem('not-found', 'fix-input', { what: 'The card' }));
}

async function done(
  ports: WorkPorts,
  { installation }: Company,
  actor: Actor,
  card: CardRow,
  action: string,
): Promise<Result<CardsReply>> {
  await auditBy(ports, actor, {
    installation,
    action,
    subject: card.card_key,
    detail: { brand: card.brand ?? '', lastFour: card.last_four ?? '' },
  });
  const cards = await cardsOf(ports.store, installation, customerOf(card));
  return ok({ now: ports.clock.now(), cards: cards.map(viewCard) });
}

function customerOf({ books_customer_id }: CardRow): string {
  return books_customer_id ?? '';
}

function idsOf(card: CardRow): SavedCardIds {
  return {
    customerId: card.vault_customer_id,
    paymentInstrumentId: card.payment_instrument_id,
    ...(card.instrument_identifier_id
      ? { instrumentIdentifierId: card.instrument_identifier_id }
      : {}),
  };
}
