// What the token service tells of a record that was changed. No such body is public: the links follow those of network tokens.
import type { Gateway } from '../gateway.ts';
import { tokenId } from '../ids.ts';
import type { Merchant } from '../merchants.ts';
import type { PaymentInstrument } from './vault.ts';

export function announceCustomer(gateway: Gateway, merchant: Merchant, customerId: string): void {
  announce(gateway, merchant, 'customerUpdates', { customers: [customerLink(customerId)] });
}

export function announceInstrument(
  gateway: Gateway,
  merchant: Merchant,
  { id, customerId, instrumentIdentifierId }: PaymentInstrument,
): void {
  announce(gateway, merchant, 'paymentInstrumentUpdates', {
    paymentInstruments: [{ href: `/tms/v1/paymentinstruments/${id}` }],
    instrumentIdentifiers: [{ href: `/tms/v1/instrumentidentifiers/${instrumentIdentifierId}` }],
    ...(customerId === undefined ? {} : { customers: [customerLink(customerId)] }),
  });
}

function customerLink(id: string): object {
  return { href: `/tms/v2/customers/${id}` };
}

function announce(gateway: Gateway, merchant: Merchant, type: string, links: object): void {
  gateway.announce({
    merchant,
    eventType: 'tms.token.updated',
    payload: {
      data: { _links: links, id: tokenId(), type, version: '1.0' },
      organizationId: merchant.merchantId,
    },
  });
}
