// A request for money before it is sent: judged against the books, made into a row, told to the customer.
import type { ChargeRequest } from '../../contract/charges.ts';
import { type ChargeShare, LINK_LIFE_MS, shareOverInvoices } from '../../domain/charge.ts';
import type { Customer } from '../../domain/customer.ts';
import { money, toDecimal } from '../../domain/money.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import type { Company } from '../../ports/company.ts';
import type { NewRow, Row } from '../../store/schema.ts';
import { customerWords } from '../../texts/customer-words.ts';
import { type Charge, customerOf, sharesOf } from '../../work/charges.ts';
import type { WorkPorts } from '../../work/lease.ts';
import { cardColumn } from './keep-card.ts';

/** What the books say about what is asked for: read again here, whatever the panel showed. */
export interface Asked {
  readonly customerId: string;
  readonly reference: string;
  readonly merchantId: string;
  /** Where it is for several invoices: what it takes of which. */
  readonly shares?: readonly ChargeShare[];
}

export async function judgeRequest(
  company: Company,
  request: ChargeRequest,
): Promise<Result<Asked>> {
  const { amountMinor, currency, invoiceId, customerId, purpose } = request;
  if (request.reason.trim() === '') return refused(problem('reason-missing', 'fix-input'));
  const isAmountRight = purpose === 'save-card' ? amountMinor === 0 : amountMinor > 0;
  if (!isAmountRight) return refused(problem('amount-invalid', 'fix-input', { currency }));
  const merchant = company.merchants.find((one) => one.currencies.includes(currency));
  if (merchant === undefined) {
    return refused(problem('currency-not-connected', 'fix-setup', { currency }));
  }
  const { merchantId } = merchant;
  if (invoiceId === undefined) {
    if (customerId === undefined) {
      return refused(problem('not-found', 'fix-input', { what: 'The customer' }));
    }
    if (request.invoiceIds === undefined) return ok({ customerId, reference: '', merchantId });
    return judgeSeveral(company, request, request.invoiceIds, { customerId, merchantId });
  }
  const invoice = await company.ledger.readInvoice(invoiceId);
  if (!invoice.ok) return invoice;
  const { balance, number, status } = invoice.value;
  if (balance.currency !== currency) {
    return refused(problem('currency-mismatch', 'fix-input', { currency: balance.currency }));
  }
  if (status === 'void' || status === 'draft' || amountMinor > balance.minor) {
    const asked = `${currency} ${toDecimal(money(amountMinor, currency))}`;
    const left = `${currency} ${toDecimal(balance)}`;
    return refused(problem('charge-over-balance', 'fix-input', { number, left, asked }));
  }
  return ok({ customerId: invoice.value.customerId, reference: number, merchantId });
}

/** They are the customer's and open in one currency; each is paid in full before the next. One call. */
async function judgeSeveral(
  { ledger }: Company,
  { amountMinor, currency }: ChargeRequest,
  invoiceIds: readonly string[],
  found: Pick<Asked, 'customerId' | 'merchantId'>,
): Promise<Result<Asked>> {
  const open = await ledger.findOpenInvoices(found.customerId, currency);
  if (!open.ok) return open;
  const chosen = [...new Set(invoiceIds)].map((id) => open.value.find((one) => one.id === id));
  if (!chosen.every((one) => one !== undefined)) {
    return refused(problem('not-found', 'fix-input', { what: 'An open invoice of those chosen' }));
  }
  const reference = chosen.map(({ number }) => number).join(', ');
  const leftMinor = chosen.reduce((sum, { balance }) => sum + balance.minor, 0);
  if (amountMinor > leftMinor) {
    const shown = (minor: number) => `${currency} ${toDecimal(money(minor, currency))}`;
    const facts = { number: reference, left: shown(leftMinor), asked: shown(amountMinor) };
    return refused(problem('charge-over-balance', 'fix-input', facts));
  }
  const balances = chosen.map((one) => ({ ...one, balanceMinor: one.balance.minor }));
  return ok({ ...found, reference, shares: shareOverInvoices(amountMinor, balances) });
}

export function chargeRow(
  ports: WorkPorts,
  company: Company,
  actor: Pick<Actor, 'userId' | 'name'>,
  request: ChargeRequest,
  asked: Asked,
  customer: Customer,
  card: Row<'Cards'> | undefined,
): Omit<NewRow<'Charges'>, 'link_hash'> {
  const now = ports.clock.now();
  const { installation } = company;
  return {
    charge_key: `${installation}|${request.intentId}`,
    place: `${installation}|${request.intentId}`,
    installation,
    merchant_id: card?.merchant_id ?? asked.merchantId,
    state: 'asked',
    purpose: request.purpose,
    amount_minor: request.amountMinor,
    currency: request.currency,
    reference: asked.reference,
    tries: 0,
    books_customer_id: asked.customerId,
    ...invoiceColumns(request, asked),
    ...(customer.crmContactId === undefined ? {} : { crm_contact_id: customer.crmContactId }),
    bill_to: JSON.stringify(customer),
    ...(card === undefined
      ? {}
      : {
          vault_customer_id: card.vault_customer_id,
          payment_instrument_id: card.payment_instrument_id,
          card: cardColumn({
            brand: (card.brand ?? 'other') as Parameters<typeof cardColumn>[0]['brand'],
            lastFour: card.last_four ?? '',
          }),
        }),
    actor_id: actor.userId,
    actor_name: actor.name,
    reason: request.reason.trim(),
    retries: card !== undefined && request.retries === true ? 1 : 0,
    // One that was never begun (a crash right here) is over as soon as a link that nobody used.
    due_at: now + (card === undefined ? LINK_LIFE_MS : 2 * 60_000),
    created_at: now,
    expires_at: now + LINK_LIFE_MS,
  };
}

/** An amount that reaches no further than the first of several is for that one. */
function invoiceColumns({ invoiceId }: ChargeRequest, { shares }: Asked) {
  const [first, ...others] = shares ?? [];
  if (shares === undefined || first === undefined) {
    return invoiceId === undefined ? {} : { books_invoice_id: invoiceId };
  }
  if (others.length === 0) return { books_invoice_id: first.id, reference: first.number };
  return { invoices: JSON.stringify(shares), invoice_count: shares.length };
}

/** @param preface what the customer must know before they are asked. */
export async function mailLink(
  company: Company,
  charge: Charge,
  link: string,
  preface?: string,
): Promise<Result<void>> {
  const { email = '', language } = customerOf(charge) ?? {};
  const words = await customerWords(language);
  const amount = words.money(money(charge.amount_minor, charge.currency));
  const { reference, currency } = charge;
  const shares = sharesOf(charge);
  const isForSeveral = shares.length > 1;
  const what = !reference
    ? words.yourCard
    : isForSeveral
      ? words.invoices(reference)
      : words.invoice(reference);
  const lines = shares.map(
    (one) => `${one.number}: ${words.money(money(one.amountMinor, currency))}`,
  );
  const wanted =
    charge.amount_minor === 0
      ? words.addCard
      : isForSeveral
        ? `${words.payInvoices(amount)}\n${lines.join('\n')}`
        : reference
          ? words.pay(amount, reference)
          : words.payWithoutInvoice(amount);
  return company.notices.sendMail(email, {
    subject: words.linkSubject(company.name, what),
    text: [
      ...(preface === undefined ? [] : [preface]),
      wanted,
      link,
      `${words.linkIsYours} ${words.neverAsked}`,
    ].join('\n\n'),
  });
}
