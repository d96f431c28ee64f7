// What a payment's row keeps of the gateway's detail beside its columns, and the payment read back from there.
import { type PaymentFacts, payerOf } from '../domain/canonical/payment.ts';
import type { Card, CardBrand } from '../domain/card.ts';
import type { GatewayTransaction } from '../domain/gateway-transaction.ts';
import type { GatewayId, MerchantId } from '../domain/ids.ts';
import { type Money, money } from '../domain/money.ts';
import type { PaymentRow } from '../work/payment-records.ts';

/** As JSON in the column `detail`. */
export interface PaymentDetail {
  readonly customerName?: string;
  readonly fraud?: GatewayTransaction['fraud'];
  readonly errorReason?: string;
  /** What mappings need when the payment is posted; absent where the gateway says nothing. */
  readonly facts?: Pick<
    PaymentFacts,
    'method' | 'approvalCode' | 'reconciliationId' | 'customerProfileId' | 'exchangeRate' | 'payer'
  > & { readonly totalMinor?: number };
}

const LENGTH_MAX = 7_000;

/** The detail's JSON. One that is too long for the column does without the payer's addresses, then without facts. */
export function detailText(tx: GatewayTransaction): string {
  const detail = detailOf(tx);
  const { billing: _, shipping: __, ...payer } = detail.facts?.payer ?? {};
  const shorter = { ...detail, facts: { ...detail.facts, payer } };
  const { fraud, ...withoutFraud } = shorter;
  const scored = fraud === undefined ? {} : { fraud: { ...fraud, factorCodes: [], rules: [] } };
  const texts = [detail, shorter, { ...withoutFraud, ...scored }].map((one) => JSON.stringify(one));
  return texts.find((text) => text.length <= LENGTH_MAX) ?? '{}';
}

function detailOf(tx: GatewayTransaction): PaymentDetail {
  const payer = payerOf(tx);
  const { method, approvalCode, reconciliationId, customerProfileId, exchangeRate, total } = tx;
  return {
    ...(payer?.name === undefined ? {} : { customerName: payer.name }),
    ...(tx.fraud === undefined ? {} : { fraud: tx.fraud }),
    ...(tx.errorReason === undefined ? {} : { errorReason: tx.errorReason }),
    facts: {
      ...(method === undefined ? {} : { method }),
      ...(approvalCode === undefined ? {} : { approvalCode }),
      ...(reconciliationId === undefined ? {} : { reconciliationId }),
      ...(customerProfileId === undefined ? {} : { customerProfileId }),
      ...(exchangeRate === undefined ? {} : { exchangeRate }),
      ...(payer === undefined ? {} : { payer }),
      ...(total === undefined ? {} : { totalMinor: total.minor }),
    },
  };
}

/** The detail's JSON without who paid. */
export function withoutPayer(detailJson: string): string {
  const { customerName: _, facts, ...detail } = JSON.parse(detailJson || '{}') as PaymentDetail;
  const { payer: __, ...rest } = facts ?? {};
  return JSON.stringify(facts === undefined ? detail : { ...detail, facts: rest });
}

export function readDetail({ detail }: Pick<PaymentRow, 'detail'>): PaymentDetail {
  return JSON.parse(detail || '{}') as PaymentDetail;
}

/** The payment as its row knows it; what was recorded before a fact was kept does without it. */
export function paymentFacts(row: PaymentRow): PaymentFacts {
  const { fraud, errorReason, facts = {}, customerName } = readDetail(row);
  const { totalMinor, payer, ...known } = facts;
  const authorized = amountOf(row, row.authorized_minor);
  const total = amountOf(row, totalMinor) ?? authorized;
  const card = cardOf(row);
  return {
    ...known,
    rootId: row.gateway_id as GatewayId,
    merchantId: row.merchant_id as MerchantId,
    submittedAt: row.submitted_at ?? 0,
    ...(row.reference ? { reference: row.reference } : {}),
    ...(total === undefined ? {} : { total }),
    ...(authorized === undefined ? {} : { authorized }),
    ...(card === undefined ? {} : { card }),
    ...(fraud === undefined ? {} : { fraud }),
    ...(errorReason === undefined ? {} : { errorReason }),
    ...(payer === undefined && customerName === undefined
      ? {}
      : { payer: payer ?? { name: customerName ?? '' } }),
  };
}

function amountOf({ currency }: PaymentRow, minor: number | undefined): Money | undefined {
  return minor === undefined || currency === '' ? undefined : money(minor, currency);
}

function cardOf(row: PaymentRow): Card | undefined {
  const { card_brand: brand, card_last_four: lastFour, card_expiry: expiry } = row;
  if (!brand || !lastFour) return undefined;
  return { brand: brand as CardBrand, lastFour, ...(expiry ? { expiry } : {}) };
}
