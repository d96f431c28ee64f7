// Staff ask for money: a link for the customer's card page, or a charge of a card that the customer agreed to have kept.
import type { ChargeReply, ChargeRequest } from '../../contract/charges.ts';
import type { InstallationId, IntentId } from '../../domain/ids.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { type Actor, mayDo } from '../../domain/role.ts';
import type { Company } from '../../ports/company.ts';
import type { Row } from '../../store/schema.ts';
import { auditBy } from '../../work/audit.ts';
import { beginCharge, type Charge, findCharge, settleCharge } from '../../work/charges.ts';
import { hashed } from '../../work/links.ts';
import type { ChangePorts } from '../announce-change.ts';
import { viewProblem } from '../view-problem.ts';
import { chargeRow, judgeRequest, mailLink } from './charge-request.ts';
import { chargeSteps, chargeVerdict, judgeCardSave } from './judge-charge.ts';
import { sendCharge } from './send-charge.ts';
import { viewCharge } from './show-charge.ts';

export interface AskPorts extends ChangePorts {
  /** Base address of the card page, e.g. `https://<domain>/server/api`. */
  readonly publicUrl: string;
}

export async function askForPayment(
  ports: AskPorts,
  company: Company,
  actor: Actor,
  request: ChargeRequest,
): Promise<Result<ChargeReply>> {
  if (!mayDo(actor.role, 'charge')) {
    return refused(problem('not-allowed', 'none', { role: actor.role }));
  }
  const key = `${company.installation}|${request.intentId}`;
  const known = await findCharge(ports.store, key);
  if (known !== undefined) return again(ports, known, request);
  const asked = await judgeRequest(company, request);
  if (!asked.ok) return asked;
  const customer = await company.cards.books.read(asked.value.customerId);
  if (!customer.ok) return customer;
  const card = await findCard(ports, company, request);
  if (!card.ok) return card;
  const held = await holdBack(ports, company, actor, request, asked.value.customerId);
  if (held !== undefined) return refused(held);
  const secret = Buffer.from(ports.random.bytes(32)).toString('base64url');
  const row = chargeRow(ports, company, actor, request, asked.value, customer.value, card.value);
  const inserted = await ports.store.insert('Charges', {
    ...row,
    link_hash: card.value === undefined ? hashed(secret) : key,
  });
  if (inserted.kind === 'duplicate') {
    const other = await findCharge(ports.store, key);
    return other === undefined
      ? refused(problem('store-unavailable', 'retry'))
      : again(ports, other, request);
  }
  await audit(ports, actor, inserted.row, 'charge.asked');
  if (card.value !== undefined) {
    // Of two at once, each sees the other's row by now.
    const raced = await holdBack(ports, company, actor, request, asked.value.customerId, key);
    if (raced !== undefined) {
      await settleCharge(ports, inserted.row, 'cancelled');
      return refused(raced);
    }
    return reply(ports, await chargeSaved(ports, company, actor, inserted.row, card.value));
  }
  const link = `${ports.publicUrl}/pay#${secret}`;
  const mailed =
    request.sendsMail === true
      ? await mailLink(company, customer.value, inserted.row, link)
      : undefined;
  // The link is good whether or not it was mailed, and nobody could tell it a second time.
  const mailProblem = mailed?.ok === false ? { mailProblem: viewProblem(mailed.problem) } : {};
  return ok({ now: ports.clock.now(), charge: viewCharge(inserted.row), link, ...mailProblem });
}

/** What the policy or the limit of card saves has against it. */
async function holdBack(
  ports: AskPorts,
  company: Company,
  actor: Actor,
  { purpose, cardKey, currency, amountMinor, reason }: ChargeRequest,
  customerId: string,
  exceptKey?: string,
): Promise<Problem | undefined> {
  if (purpose === 'save-card') return judgeCardSave(ports, company, customerId);
  if (cardKey === undefined) return undefined;
  const known = { reason: reason.trim(), ...(exceptKey === undefined ? {} : { exceptKey }) };
  const steps = await chargeSteps(ports, company, actor, currency, known);
  return chargeVerdict(steps, amountMinor);
}

/** The same decision again is the same charge; its link was told when it was made. */
function again(ports: AskPorts, charge: Charge, request: ChargeRequest): Result<ChargeReply> {
  const isSame =
    charge.purpose === request.purpose &&
    charge.amount_minor === request.amountMinor &&
    charge.currency === request.currency &&
    (request.invoiceId === undefined || charge.books_invoice_id === request.invoiceId);
  return isSame ? reply(ports, charge) : refused(problem('intent-reused', 'fix-input'));
}

async function findCard(
  ports: AskPorts,
  company: Company,
  { cardKey }: ChargeRequest,
): Promise<Result<Row<'Cards'> | undefined>> {
  if (cardKey === undefined) return ok(undefined);
  const card = await ports.store.find('Cards', 'card_key', cardKey);
  const isUsable = card?.installation === company.installation && card.state === 'active';
  return isUsable ? ok(card) : refused(problem('not-found', 'fix-input', { what: 'The card' }));
}

async function chargeSaved(
  ports: AskPorts,
  company: Company,
  actor: Actor,
  charge: Charge,
  card: Row<'Cards'>,
): Promise<Charge> {
  const intent = charge.charge_key.slice(charge.charge_key.indexOf('|') + 1) as IntentId;
  const begun = await beginCharge(ports, charge, intent);
  if (begun.kind !== 'begun') return begun.charge;
  const sent = await sendCharge(ports, company, begun.charge, {
    source: {
      kind: 'saved',
      customerId: card.vault_customer_id,
      paymentInstrumentId: card.payment_instrument_id,
    },
    keepsCard: false,
  });
  await audit(ports, actor, sent, `charge.${sent.state}`);
  return sent;
}

function reply(ports: AskPorts, charge: Charge): Result<ChargeReply> {
  return ok({ now: ports.clock.now(), charge: viewCharge(charge) });
}

function audit(ports: AskPorts, actor: Actor, charge: Charge, action: string): Promise<void> {
  return auditBy(ports, actor, {
    installation: charge.installation as InstallationId,
    action,
    subject: charge.charge_key,
    once: `${action}|${charge.charge_key}|${charge.tries ?? 0}`,
    detail: {
      amountMinor: charge.amount_minor,
      currency: charge.currency,
      purpose: charge.purpose,
      reason: charge.reason ?? '',
      gatewayId: charge.gateway_id ?? '',
    },
  });
}
