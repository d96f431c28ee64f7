// What both families of payment instrument routes share: making, changing, and entity tags.
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ApiContext } from '../api.ts';
import type { Merchant } from '../merchants.ts';
import { vaultError } from '../refusal.ts';
import type { InstrumentChange, InstrumentRequest } from './requests.ts';
import type { VaultRecord } from './shelf.ts';
import type { PaymentInstrument, Vault } from './vault.ts';

/** @throws Refusal 400 when the instrument identifier is not the merchant's. */
export function addInstrument(
  vault: Vault,
  { merchantId }: Merchant,
  request: InstrumentRequest,
  customerId?: string,
): PaymentInstrument {
  const identifier = vault.instrumentIdentifiers.find(merchantId, request.instrumentIdentifier.id);
  if (identifier === undefined) {
    throw vaultError(400, 'invalidParameters', 'Invalid parameter values', [
      { name: 'id', location: 'instrumentIdentifier.id' },
    ]);
  }
  const { card, billTo = {}, buyerInformation } = request;
  return vault.addInstrument(merchantId, {
    ...(customerId === undefined ? {} : { customerId }),
    instrumentIdentifierId: identifier.id,
    isDefault: request.default ?? false,
    card: {
      expirationMonth: card.expirationMonth,
      expirationYear: card.expirationYear,
      type: card.type ?? identifier.number.type,
    },
    billTo,
    fields: buyerInformation === undefined ? {} : { buyerInformation },
  });
}

/** Expiry, address and buyer may change, the card number may not. @throws Refusal 412 */
export function changeInstrument(
  vault: Vault,
  row: PaymentInstrument,
  request: InstrumentChange,
  ifMatch: string | undefined,
): PaymentInstrument {
  const { card, billTo, buyerInformation } = request;
  return vault.paymentInstruments.change(
    row,
    {
      card: {
        expirationMonth: card?.expirationMonth ?? row.card.expirationMonth,
        expirationYear: card?.expirationYear ?? row.card.expirationYear,
        type: card?.type ?? row.card.type,
      },
      billTo: { ...row.billTo, ...billTo },
      fields: { ...row.fields, ...(buyerInformation === undefined ? {} : { buyerInformation }) },
    },
    ifMatch,
  );
}

/** Answers a record with its entity tag. */
export function tagged(
  c: ApiContext,
  row: VaultRecord,
  body: object,
  status: ContentfulStatusCode = 200,
): Response {
  return c.json(body, status, { etag: `"${row.version}"` });
}

export function ifMatch(c: ApiContext): string | undefined {
  return c.req.header('if-match');
}
