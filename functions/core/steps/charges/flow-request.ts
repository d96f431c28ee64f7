// What a step of a flow asks for: all that is open of an invoice, once however often the step is tried.
import type { ChargeRequest } from '../../contract/charges.ts';
import type { Customer } from '../../domain/customer.ts';
import { intentId } from '../../domain/ids.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Company } from '../../ports/company.ts';
import { hashed } from '../../work/links.ts';
import { type Asked, judgeRequest } from './charge-request.ts';

/** Made of the step of the run itself, and still of the form that staff's requests have. */
export function stepKey({ installation }: Company, effectKey: string): string {
  const step = intentId(0, Buffer.from(hashed(effectKey), 'hex').subarray(0, 16));
  return `${installation}|${step}`;
}

interface FlowWish {
  readonly request: ChargeRequest;
  readonly asked: Asked;
  readonly customer: Customer;
}

/** @param key of the charge, as `stepKey` makes it. */
export async function wantWhatIsOpen(
  company: Company,
  key: string,
  invoiceId: string,
  reason: string,
): Promise<Result<FlowWish>> {
  const invoice = await company.ledger.readInvoice(invoiceId);
  if (!invoice.ok) return invoice;
  const { minor: amountMinor, currency } = invoice.value.balance;
  const request: ChargeRequest = {
    intentId: key.slice(key.indexOf('|') + 1),
    purpose: 'sale',
    amountMinor,
    currency,
    invoiceId,
    reason,
  };
  const asked = await judgeRequest(company, request);
  if (!asked.ok) return asked;
  const customer = await company.cards.books.read(asked.value.customerId);
  return customer.ok ? ok({ request, asked: asked.value, customer: customer.value }) : customer;
}
