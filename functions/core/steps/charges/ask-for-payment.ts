// Staff ask for money: a link for the customer's card page, or a charge of a card that the customer agreed to have kept.
import type { ChargeReply, ChargeRequest } from '../../contract/charges.ts';
import type { IntentId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { type Actor, mayDo } from '../../domain/role.ts';
import type { Company } from '../../ports/company.ts';
import type { Row } from '../../store/schema.ts';
import { type Charge, findCharge, settleCharge, sharesOf } from '../../work/charges.ts';
import { hashed } from '../../work/links.ts';
import type { ChangePorts } from '../announce-change.ts';
import { requestCharge } from '../approvals/request-charge.ts';
import { readPolicy } from '../policy/read-policy.ts';
import { viewProblem } from '../view-problem.ts';
import { auditCharge } from './audit-charge.ts';
import { chargeRow, judgeRequest, mailLink } from './charge-request.ts';
import { chargeSavedCard } from './charge-saved-card.ts';
import { chargeSteps, chargeVerdict, type HeldBack, judgeCardSave } from './judge-charge.ts';
import { keep } from './keep-problem.ts';
import { requestOf, viewCharge } from './show-charge.ts';

const HOUR_MS = 3_600_000;

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
  if (known !== undefined) return again(ports, company, actor, known, request);
  const asked = await judgeRequest(company, request);
  if (!asked.ok) return asked;
  const customer = await company.cards.books.read(asked.value.customerId);
  if (!customer.ok) return customer;
  const card = await findCard(ports, company, request);
  if (!card.ok) return card;
  const row = chargeRow(ports, company, actor, request, asked.value, customer.value, card.value);
  if (card.value !== undefined) return askOfCard(ports, company, actor, request, row);
  if (request.purpose === 'save-card') {
    const held = await judgeCardSave(ports, company, asked.value.customerId);
    if (held !== undefined) return refused(held);
  }
  return askByLink(ports, company, actor, request, row);
}

type NewCharge = ReturnType<typeof chargeRow>;

async function askByLink(
  ports: AskPorts,
  company: Company,
  actor: Actor,
  request: ChargeRequest,
  row: NewCharge,
): Promise<Result<ChargeReply>> {
  const secret = Buffer.from(ports.random.bytes(32)).toString('base64url');
  const inserted = await ports.store.insert('Charges', { ...row, link_hash: hashed(secret) });
  if (inserted.kind === 'duplicate') return askedTwice(ports, company, actor, row, request);
  await auditCharge(ports, actor, inserted.row, 'charge.asked');
  const link = `${ports.publicUrl}/pay#${secret}`;
  const mailed =
    request.sendsMail === true ? await mailLink(company, inserted.row, link) : undefined;
  // The link is good whether or not it was mailed, and nobody could tell it a second time.
  const mailProblem = mailed?.ok === false ? { mailProblem: viewProblem(mailed.problem) } : {};
  return ok({ now: ports.clock.now(), charge: viewCharge(inserted.row), link, ...mailProblem });
}

/** Charges at once what the person may charge alone; the rest waits for somebody else, if the person wants that. */
async function askOfCard(
  ports: AskPorts,
  company: Company,
  actor: Actor,
  request: ChargeRequest,
  row: NewCharge,
): Promise<Result<ChargeReply>> {
  const held = await holdBack(ports, company, actor, request);
  const isRequest = held?.by !== undefined && request.asksApproval === true;
  if (held !== undefined && !isRequest) return refused(held.problem);
  const wanted = isRequest ? await asRequest(ports, company, row) : row;
  const inserted = await ports.store.insert('Charges', { ...wanted, link_hash: row.charge_key });
  if (inserted.kind === 'duplicate') return askedTwice(ports, company, actor, row, request);
  const charge = inserted.row;
  await auditCharge(ports, actor, charge, isRequest ? 'charge.requested' : 'charge.asked');
  if (held?.by !== undefined) {
    await requestCharge(ports, company, actor, charge, { ...request, by: held.by, why: held.why });
    return reply(ports, actor, charge);
  }
  // Of two at once, each sees the other's row by now.
  const raced = await holdBack(ports, company, actor, request, charge.charge_key);
  if (raced !== undefined) {
    await settleCharge(ports, charge, 'cancelled');
    return refused(raced.problem);
  }
  const intent = request.intentId as IntentId;
  const tried = await chargeSavedCard(ports, company, actor, charge, intent);
  if (tried.kind !== 'refused') return reply(ports, actor, tried.charge);
  const failed = { problem: keep(tried.problem) };
  return reply(ports, actor, await settleCharge(ports, tried.charge, 'failed', failed));
}

async function asRequest(ports: AskPorts, company: Company, row: NewCharge): Promise<NewCharge> {
  const { requestHours } = await readPolicy(ports.store, company.installation);
  const expiresAt = ports.clock.now() + requestHours * HOUR_MS;
  // The request's own run closes it; this is for one that was cut off before it had a run.
  return { ...row, state: 'requested', expires_at: expiresAt, due_at: expiresAt + HOUR_MS };
}

/** What the policy has against the person's charging it alone. */
async function holdBack(
  ports: AskPorts,
  company: Company,
  actor: Actor,
  { currency, amountMinor, reason }: ChargeRequest,
  exceptKey?: string,
): Promise<HeldBack | undefined> {
  const known = { reason: reason.trim(), ...(exceptKey === undefined ? {} : { exceptKey }) };
  const steps = await chargeSteps(ports, company, actor, currency, known);
  return chargeVerdict(steps, amountMinor);
}

async function askedTwice(
  ports: AskPorts,
  company: Company,
  actor: Actor,
  { charge_key }: NewCharge,
  request: ChargeRequest,
): Promise<Result<ChargeReply>> {
  const other = await findCharge(ports.store, charge_key);
  return other === undefined
    ? refused(problem('store-unavailable', 'retry'))
    : again(ports, company, actor, other, request);
}

/** The same decision again is the same charge; its link was told when it was made. One that others are to decide on is put to them. */
async function again(
  ports: AskPorts,
  company: Company,
  actor: Actor,
  charge: Charge,
  request: ChargeRequest,
): Promise<Result<ChargeReply>> {
  const isSame =
    charge.purpose === request.purpose &&
    charge.amount_minor === request.amountMinor &&
    charge.currency === request.currency &&
    (request.invoiceId === undefined || charge.books_invoice_id === request.invoiceId) &&
    sharesOf(charge).every(
      ({ id }) => id === request.invoiceId || request.invoiceIds?.includes(id),
    );
  if (!isSame) return refused(problem('intent-reused', 'fix-input'));
  const replied = await reply(ports, actor, charge);
  const isCutOff = charge.state === 'requested' && replied.ok && !replied.value.charge.request;
  if (!isCutOff) return replied;
  const held = await holdBack(ports, company, actor, request, charge.charge_key);
  if (held?.by === undefined) return replied;
  await auditCharge(ports, actor, charge, 'charge.requested');
  await requestCharge(ports, company, actor, charge, { ...request, by: held.by, why: held.why });
  return reply(ports, actor, charge);
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

async function reply(ports: AskPorts, actor: Actor, charge: Charge): Promise<Result<ChargeReply>> {
  const now = ports.clock.now();
  const request = await requestOf(ports.store, charge, actor, now);
  return ok({ now, charge: viewCharge(charge, request) });
}
