// What the card page shows of a charge, by the secret of its link; what staff see of it.
import type { ChargeView, InvoiceShareView, PayView } from '../../contract/charges.ts';
import type { RequestView } from '../../contract/panel.ts';
import { shortCard } from '../../domain/card.ts';
import { CHARGE_TRIES_MAX, type ChargeState } from '../../domain/charge.ts';
import type { Customer } from '../../domain/customer.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import type { Companies, Company } from '../../ports/company.ts';
import type { Store } from '../../ports/store.ts';
import { findApproval } from '../../work/approvals.ts';
import {
  type Charge,
  customerOf,
  findChargeByLink,
  problemOfCharge,
  sharesOf,
  wayOf,
} from '../../work/charges.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { hashed } from '../../work/links.ts';
import { chargeRequestKey } from '../approvals/request-input.ts';
import { viewProblem } from '../view-problem.ts';
import { viewRequest } from '../view-request.ts';
import { cardOf } from './keep-card.ts';

export interface LinkPorts extends WorkPorts {
  readonly companies: Companies;
}

export interface OpenedLink {
  readonly charge: Charge;
  readonly company: Company;
}

/** The charge of a link and its company. A secret that fits nothing says no more than that. */
export async function openLink(ports: LinkPorts, secret: string): Promise<Result<OpenedLink>> {
  const charge = await findChargeByLink(ports.store, hashed(secret));
  if (charge === undefined) return refused(problem('link-unknown', 'fix-input'));
  const company = await ports.companies.open(charge.installation as InstallationId);
  return company.ok ? ok({ charge, company: company.value }) : company;
}

export async function showCharge(ports: LinkPorts, secret: string): Promise<Result<PayView>> {
  const opened = await openLink(ports, secret);
  if (!opened.ok) return opened;
  return ok(viewForCustomer(opened.value, ports.clock.now()));
}

export function viewForCustomer({ charge, company }: OpenedLink, now: number): PayView {
  const state = stateForCustomer(charge, now);
  const card = cardOf(charge);
  const found = problemOfCharge(charge);
  const customer = customerOf(charge);
  return {
    state,
    company: company.name,
    purpose: charge.purpose as PayView['purpose'],
    amount: { minor: charge.amount_minor, currency: charge.currency },
    ...(charge.reference ? { reference: charge.reference } : {}),
    ...sharesIn(charge),
    triesLeft: Math.max(0, CHARGE_TRIES_MAX - (charge.tries ?? 0)),
    ...(charge.expires_at === undefined ? {} : { expiresAt: charge.expires_at }),
    ...(card === undefined ? {} : { card: shortCard(card) }),
    ...(state === 'open' && isConfirmed(charge, company) ? { confirms: true as const } : {}),
    ...(found === undefined || state === 'paid' ? {} : { problem: viewProblem(found) }),
    // Once it is paid, the link tells nobody whose it was.
    ...(customer === undefined || state !== 'open' ? {} : { customer: prefilled(customer) }),
  };
}

/** Whether the payer's bank is asked first: always, or once it has asked for it. */
export function isConfirmed({ wants_confirmation }: Charge, { confirmsPayers }: Company): boolean {
  return confirmsPayers === 'always' || (confirmsPayers === 'asked' && wants_confirmation === 1);
}

function stateForCustomer(charge: Charge, now: number): PayView['state'] {
  switch (charge.state as ChargeState) {
    case 'asked':
      return mayStillTry(charge, now) ? 'open' : 'over';
    case 'requested':
    case 'retrying':
    case 'sent':
    case 'unknown':
    case 'needs-inspection':
      return 'under-way';
    case 'in-review':
      return 'in-review';
    case 'paid':
      return 'paid';
    case 'declined':
    case 'failed':
    case 'expired':
    case 'cancelled':
      return 'over';
  }
}

function mayStillTry({ expires_at, tries = 0 }: Charge, now: number): boolean {
  return now < (expires_at ?? 0) && tries < CHARGE_TRIES_MAX;
}

function prefilled({ firstName, lastName, email, billing }: Customer) {
  return { firstName, lastName, email, ...(billing === undefined ? {} : { address: billing }) };
}

/** The question to others about a charge beyond somebody's limit; one read for such a charge, none for all others. */
export async function requestOf(
  store: Store,
  { installation, charge_key, state, approved_by }: Charge,
  actor: Actor,
  now: number,
): Promise<RequestView | undefined> {
  if (state !== 'requested' && !approved_by) return undefined;
  const intent = charge_key.slice(charge_key.indexOf('|') + 1);
  const key = chargeRequestKey(installation as InstallationId, intent);
  const approval = await findApproval(store, key);
  return approval === undefined ? undefined : viewRequest(approval, actor, now);
}

/** What staff see. */
export function viewCharge(charge: Charge, request?: RequestView): ChargeView {
  const card = cardOf(charge);
  const found = problemOfCharge(charge);
  const { installation, merchant_id, gateway_id } = charge;
  return {
    intentId: charge.charge_key.slice(charge.charge_key.indexOf('|') + 1),
    state: charge.state,
    purpose: charge.purpose,
    by: wayOf(charge),
    amount: { minor: charge.amount_minor, currency: charge.currency },
    ...(charge.reference ? { reference: charge.reference } : {}),
    ...sharesIn(charge),
    ...(card === undefined ? {} : { card: { brand: card.brand, lastFour: card.lastFour } }),
    askedBy: charge.actor_name ?? '',
    askedAt: charge.created_at ?? 0,
    ...(charge.expires_at === undefined ? {} : { expiresAt: charge.expires_at }),
    ...(charge.state === 'paid' && gateway_id
      ? { paymentKey: `${installation}|${merchant_id}|${gateway_id}` }
      : {}),
    ...(found === undefined ? {} : { problem: viewProblem(found) }),
    ...(charge.state === 'retrying' && charge.next_at ? { nextTryAt: charge.next_at } : {}),
    ...(charge.retries === 1 ? { tries: charge.tries ?? 0 } : {}),
    ...(request === undefined ? {} : { request }),
    ...(isLiability(charge.liability) ? { liability: charge.liability } : {}),
  };
}

/** What is for which, where it is for several invoices. */
function sharesIn(charge: Charge): { readonly invoices?: readonly InvoiceShareView[] } {
  const { currency, invoice_count: count = 0 } = charge;
  if (count < 2) return {};
  const invoices = sharesOf(charge).map(({ number, amountMinor: minor }) => ({
    number,
    amount: { minor, currency },
  }));
  return { invoices };
}

function isLiability(text: string | undefined): text is 'bank' | 'company' {
  return text === 'bank' || text === 'company';
}
