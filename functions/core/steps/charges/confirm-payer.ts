// The payer's bank confirms who pays, before the card of the card page is charged: asked, perhaps by a page of its own, concluded.
import type { PayConfirmation, PayConfirmationStart, PayRequest } from '../../contract/charges.ts';
import { chargeReference, stateAfterDecline } from '../../domain/charge.ts';
import type { Customer } from '../../domain/customer.ts';
import type { IntentId, MerchantId } from '../../domain/ids.ts';
import { money } from '../../domain/money.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Company } from '../../ports/company.ts';
import type { PayerAnswer, PayerProof } from '../../ports/payer-confirmation.ts';
import { type Charge, settleCharge } from '../../work/charges.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { fromSafeText, toSafeText } from '../../work/safe-text.ts';
import { keep } from './keep-problem.ts';
import { isConfirmed, type LinkPorts, openLink, viewForCustomer } from './show-charge.ts';

/** A press of the button, with the card that it is about. */
export interface Pressed {
  readonly charge: Charge;
  readonly request: PayRequest;
  /** Of the card fields' token. */
  readonly tokenId: string;
  readonly customer: Customer;
  readonly ipAddress?: string;
}

export type Confirmed =
  /** Charge it; without proof where nobody is asked. */
  | { readonly kind: 'go-on'; readonly proof?: PayerProof }
  /** The bank's page is to be shown. */
  | { readonly kind: 'challenge'; readonly url: string; readonly token: string }
  /** No: the charge as it is now. */
  | { readonly kind: 'failed'; readonly charge: Charge };

/** Where the bank's page comes back to. */
export const RETURN_PATH = '/pay/returned';

/** What the browser needs so that the bank may look at the device. */
export async function startConfirmation(
  ports: LinkPorts,
  { secret, transientToken }: { readonly secret: string; readonly transientToken: string },
): Promise<Result<PayConfirmationStart>> {
  const opened = await openLink(ports, secret);
  if (!opened.ok) return opened;
  const { charge, company } = opened.value;
  if (viewForCustomer(opened.value, ports.clock.now()).state !== 'open') {
    return refused(problem('link-used', 'none'));
  }
  const entered = await company.cardPayments.readEntered(transientToken, charge.token_key ?? '');
  if (!entered.ok) return entered;
  const merchant = charge.merchant_id as MerchantId;
  const { payer } = company.cardPayments;
  return payer.prepare(merchant, charge.reference ?? '', entered.value.id);
}

export async function confirmPayer(
  ports: WorkPorts,
  company: Company,
  pressed: Pressed,
): Promise<Result<Confirmed>> {
  const { charge, request } = pressed;
  if (!isConfirmed(charge, company)) return ok({ kind: 'go-on' });
  const { confirmation } = request;
  if (confirmation === undefined) {
    return refused(problem('card-confirmation-needed', 'fix-input'));
  }
  const answered =
    confirmation.kind === 'device'
      ? await askBank(company, pressed, confirmation)
      : await conclude(company, pressed);
  if (!answered.ok) return answered;
  const answer = answered.value;
  if (answer.kind === 'confirmed') return ok({ kind: 'go-on', proof: answer.proof });
  if (answer.kind === 'challenge' && confirmation.kind === 'device') {
    await keepChallenge(ports, pressed, answer.transactionId);
    return ok({ kind: 'challenge', url: answer.stepUpUrl, token: answer.accessToken });
  }
  return ok({ kind: 'failed', charge: await fail(ports, charge) });
}

function askBank(
  company: Company,
  pressed: Pressed,
  { referenceId, browser }: Extract<PayConfirmation, { kind: 'device' }>,
): Promise<Result<PayerAnswer>> {
  const { customer, ipAddress } = pressed;
  return company.cardPayments.payer.ask({
    ...questionOf(pressed),
    referenceId,
    customer,
    browser,
    returnUrl: `${company.publicUrl ?? ''}${RETURN_PATH}`,
    ...(ipAddress === undefined ? {} : { ipAddress }),
  });
}

/** Only of the same press of the button and the same card: a challenge of another is none of this one. */
async function conclude(company: Company, pressed: Pressed): Promise<Result<PayerAnswer>> {
  const { charge, request, tokenId } = pressed;
  const asked = JSON.parse(fromSafeText(charge.confirmation ?? '') || '{}') as Partial<Asked>;
  if (
    asked.tryId !== request.tryId ||
    asked.tokenId !== tokenId ||
    asked.transactionId === undefined
  ) {
    return refused(problem('card-confirmation-needed', 'fix-input'));
  }
  return company.cardPayments.payer.conclude(questionOf(pressed), asked.transactionId);
}

function questionOf({ charge, request, tokenId }: Pressed) {
  return {
    merchant: charge.merchant_id as MerchantId,
    reference: chargeReference(charge.reference ?? '', request.tryId as IntentId),
    tokenId,
    amount: money(charge.amount_minor, charge.currency),
  };
}

interface Asked {
  readonly tryId: string;
  readonly tokenId: string;
  readonly transactionId: string;
}

async function keepChallenge(
  { store }: WorkPorts,
  { charge, request, tokenId }: Pressed,
  transactionId: string,
): Promise<void> {
  const asked: Asked = { tryId: request.tryId, tokenId, transactionId };
  await store.update('Charges', charge.ROWID, { confirmation: toSafeText(JSON.stringify(asked)) });
}

/** Counts as a try: a link is no place to find out which cards are good. */
function fail(ports: WorkPorts, charge: Charge): Promise<Charge> {
  const tries = (charge.tries ?? 0) + 1;
  const state = stateAfterDecline(tries, 'CONSUMER_AUTHENTICATION_FAILED');
  const why = keep(problem('payer-not-confirmed', 'fix-input'));
  return settleCharge(ports, charge, state, { tries, problem: why, confirmation: '' });
}
