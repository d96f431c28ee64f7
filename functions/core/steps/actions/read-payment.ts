// Reads a payment at the gateway, with what people want to be told of it in words.
import * as z from 'zod/mini';
import { brandName, type Card, shortCard } from '../../domain/card.ts';
import { riskBand } from '../../domain/fraud.ts';
import type { GatewayTransaction } from '../../domain/gateway-transaction.ts';
import type { GatewayId, MerchantId } from '../../domain/ids.ts';
import { ok } from '../../domain/result.ts';
import { type StaffWords, staffWords } from '../../texts/staff-words.ts';
import { defineAction } from './define-action.ts';
import { amountText } from './shapes.ts';

const optionalText = z.optional(z.string());

const readPaymentOutput = z.object({
  /** `USD 40.00`; a dash when the gateway names none. */
  amount: z.string(),
  amountMinor: z.optional(z.number()),
  card: z.string(),
  /** Why it was declined or held, in words. */
  reason: z.string(),
  /** `71, high`; a dash without a score. */
  risk: z.string(),
  /** Names of the fraud rules that fired. */
  rules: z.string(),
  customerName: z.string(),
  customerEmail: optionalText,
  submittedAt: z.number(),
});

export const readPayment = defineAction({
  name: 'read-payment',
  sentence: 'read the payment at Cybersource',
  about: [],
  input: z.object({ merchantId: z.string(), gatewayId: z.string() }),
  output: readPaymentOutput,
  scopes: [],
  calls: { gateway: 1 },
  causes: [],
  async run({ company }, { merchantId, gatewayId }) {
    const read = await company.gateway.readTransaction(
      merchantId as MerchantId,
      gatewayId as GatewayId,
    );
    return read.ok ? ok({ output: inWords(read.value, await staffWords(company.language)) }) : read;
  },
});

function cardAmong(card: Card, notices: StaffWords['notices']): string {
  const name = brandName(card.brand);
  return name === undefined ? shortCard(card) : notices.cardAmong(name, card.lastFour);
}

function inWords(
  tx: GatewayTransaction,
  { notices, reason }: StaffWords,
): z.output<typeof readPaymentOutput> {
  const { card, customer, fraud } = tx;
  const amount = tx.authorized ?? tx.total;
  const codes = [tx.errorReason, ...(fraud?.factorCodes ?? [])].filter(
    (code) => code !== undefined,
  );
  const score = fraud?.score;
  return {
    amount: amount === undefined ? '–' : amountText(amount),
    ...(amount === undefined ? {} : { amountMinor: amount.minor }),
    card: card === undefined ? '–' : cardAmong(card, notices),
    reason: codes.map(reason).join('; ') || notices.noReason,
    risk: score === undefined ? '–' : notices.score(String(score), notices.risk[riskBand(score)]),
    rules: (fraud?.rules ?? []).map(({ name }) => name).join('; ') || notices.noRule,
    customerName: `${customer?.firstName ?? ''} ${customer?.lastName ?? ''}`.trim(),
    ...(customer === undefined || customer.email === '' ? {} : { customerEmail: customer.email }),
    submittedAt: tx.submittedAt,
  };
}
