// Sends one try of a charge whose intent is on disk, and writes down what the gateway answered.
import type { Customer } from '../../domain/customer.ts';
import type { GatewayId, IntentId, MerchantId } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import type { CardSource, ChargeAnswer, ChargeOrder } from '../../ports/card-payments.ts';
import type { Company } from '../../ports/company.ts';
import type { LedgerInvoice } from '../../ports/ledger.ts';
import type { PayerProof } from '../../ports/payer-confirmation.ts';
import type { Purchase } from '../../ports/purchase.ts';
import { raiseAlarm } from '../../work/alarms.ts';
import { type Charge, referenceOf, settleCharge, wayOf } from '../../work/charges.ts';
import type { ChangePorts } from '../announce-change.ts';
import { applyTransaction } from '../apply-transaction.ts';
import { declineCharge, reopenCharge } from './decline-charge.ts';
import { keepCard } from './keep-card.ts';
import { keep } from './keep-problem.ts';
import { purchaseOf } from './purchase-of.ts';

/** First question about an answer that did not come. */
const FIRST_INQUIRY_MS = 15_000;

/** What beside the row goes into the request; the transient token is never stored. */
export interface ChargeDetails {
  readonly source: CardSource;
  readonly customer?: Customer;
  readonly keepsCard: boolean;
  readonly ipAddress?: string;
  readonly purchase?: Purchase;
  /** The bank's word that the payer holds the card. */
  readonly proof?: PayerProof;
}

/** What the invoice says of the purchase goes along where there is one. */
export function purchaseIn(invoice: LedgerInvoice | undefined): Pick<ChargeDetails, 'purchase'> {
  return invoice === undefined ? {} : { purchase: purchaseOf(invoice) };
}

/** The caller has begun the try (`beginCharge`). Answers the charge as it is afterwards. */
export async function sendCharge(
  ports: ChangePorts,
  company: Company,
  charge: Charge,
  details: ChargeDetails,
): Promise<Charge> {
  const answer = await company.cardPayments.charge(orderOf(charge, details));
  return recordAnswer(ports, company, charge, answer);
}

function orderOf(charge: Charge, details: ChargeDetails): ChargeOrder {
  const { source, customer, keepsCard, ipAddress, proof, purchase } = details;
  const vaultId = charge.vault_customer_id ?? '';
  return {
    merchant: charge.merchant_id as MerchantId,
    intent: charge.intent_id as IntentId,
    reference: referenceOf(charge),
    amount: money(charge.amount_minor, charge.currency),
    isSale: charge.purpose === 'sale',
    source,
    origin: wayOf(charge) === 'link' ? 'customer' : 'merchant',
    ...(customer === undefined ? {} : { customer }),
    ...(keepsCard ? { keep: vaultId === '' ? {} : { customerId: vaultId } } : {}),
    ...(purchase === undefined ? {} : { purchase }),
    ...(ipAddress === undefined ? {} : { ipAddress }),
    ...(proof === undefined ? {} : { proof }),
  };
}

async function recordAnswer(
  ports: ChangePorts,
  company: Company,
  charge: Charge,
  answer: ChargeAnswer,
): Promise<Charge> {
  const known = 'gatewayId' in answer && answer.gatewayId ? { gateway_id: answer.gatewayId } : {};
  switch (answer.kind) {
    case 'paid': {
      if (answer.saved !== undefined) await keepCard(ports, charge, answer.saved);
      return adopt(ports, company, charge, answer.gatewayId, 'paid');
    }
    case 'in-review':
      return adopt(ports, company, charge, answer.gatewayId, 'in-review');
    case 'declined':
      return declineCharge(ports, charge, answer.reason, {
        ...known,
        problem: keep(answer.problem),
      });
    case 'confirm':
      return declineCharge(ports, charge, 'CONSUMER_AUTHENTICATION_REQUIRED', {
        ...known,
        problem: keep(problem('card-confirmation-needed', 'fix-input')),
      });
    case 'refused':
      return reopenCharge(ports, charge, answer.problem);
    case 'unrecognized': {
      const found = problem('needs-inspection', 'none', { status: answer.status });
      await raiseAlarm(ports, company.installation, 'inspection', charge.charge_key, found);
      return settleCharge(ports, charge, 'needs-inspection', { ...known, problem: keep(found) });
    }
    case 'duplicate':
      return stillUnknown(ports, charge, problem('outcome-unknown', 'ask-gateway'));
    case 'unknown':
      return stillUnknown(ports, charge, answer.problem, answer.gatewayId);
  }
}

/**
 * What was paid becomes a payment at once; if the gateway doesn't show it yet, its announcement or the next look brings it. The charge is
 * settled last: a crash in between leaves it to be asked about.
 */
export async function adopt(
  ports: ChangePorts,
  company: Company,
  charge: Charge,
  id: GatewayId,
  state: 'paid' | 'in-review',
): Promise<Charge> {
  // A card that was only checked moved no money.
  if (charge.amount_minor > 0) {
    await applyTransaction(ports, company, charge.merchant_id as MerchantId, id);
  }
  return settleCharge(ports, charge, state, { gateway_id: id, problem: '' });
}

function stillUnknown(
  ports: ChangePorts,
  charge: Charge,
  why: Problem,
  gatewayId?: GatewayId,
): Promise<Charge> {
  return settleCharge(ports, charge, 'unknown', {
    ...(gatewayId === undefined ? {} : { gateway_id: gatewayId }),
    problem: keep(why),
    due_at: ports.clock.now() + FIRST_INQUIRY_MS,
  });
}
