// How the token service shows its records.
import { maskedNumber } from '../cards.ts';
import type {
  Customer,
  InstrumentIdentifier,
  PaymentInstrument,
  ShippingAddress,
  Vault,
} from './vault.ts';

/** @param vault where the embedded defaults come from. */
export function customerView(row: Customer, vault: Vault): object {
  const instrument = vault.instrumentsOf(row.merchantId, row.id).find((one) => one.isDefault);
  const address = vault.addressesOf(row.merchantId, row.id).find((one) => one.isDefault);
  const self = customerPath(row.id);
  const embedded = {
    ...(instrument === undefined
      ? {}
      : { defaultPaymentInstrument: customerInstrumentView(instrument, vault) }),
    ...(address === undefined ? {} : { defaultShippingAddress: addressView(address) }),
  };
  return {
    _links: {
      self: { href: self },
      paymentInstruments: { href: `${self}/payment-instruments` },
      shippingAddress: { href: `${self}/shipping-addresses` },
    },
    id: row.id,
    ...row.fields,
    ...(instrument === undefined ? {} : { defaultPaymentInstrument: { id: instrument.id } }),
    ...(address === undefined ? {} : { defaultShippingAddress: { id: address.id } }),
    metadata: { creator: row.merchantId },
    ...(Object.keys(embedded).length > 0 ? { _embedded: embedded } : {}),
  };
}

/** A payment instrument under its customer. */
export function customerInstrumentView(row: PaymentInstrument, vault: Vault): object {
  const customer = customerPath(row.customerId ?? '');
  return {
    _links: {
      self: { href: `${customer}/payment-instruments/${row.id}` },
      customer: { href: customer },
    },
    ...instrumentFields(row, vault),
    default: row.isDefault,
  };
}

/** A payment instrument by itself. */
export function instrumentView(row: PaymentInstrument, vault: Vault): object {
  return {
    _links: { self: { href: `/tms/v1/paymentinstruments/${row.id}` } },
    ...instrumentFields(row, vault),
    object: 'paymentInstrument',
  };
}

export function addressView(row: ShippingAddress): object {
  const customer = customerPath(row.customerId);
  return {
    _links: {
      self: { href: `${customer}/shipping-addresses/${row.id}` },
      customer: { href: customer },
    },
    id: row.id,
    default: row.isDefault,
    shipTo: row.shipTo,
    metadata: { creator: row.merchantId },
  };
}

export function identifierView(row: InstrumentIdentifier): object {
  const self = `/tms/v1/instrumentidentifiers/${row.id}`;
  return {
    _links: {
      self: { href: self },
      paymentInstruments: { href: `${self}/paymentinstruments` },
    },
    id: row.id,
    object: 'instrumentIdentifier',
    state: 'ACTIVE',
    card: { number: maskedNumber(row.number) },
    metadata: { creator: row.merchantId },
  };
}

/** A page of records, as all lists here are. */
export function pageView(
  name: 'paymentInstruments' | 'shippingAddresses',
  path: string,
  rows: readonly object[],
  query: Readonly<Record<string, string>>,
): object {
  const offset = Number(query.offset ?? 0);
  const limit = Number(query.limit ?? 20);
  const page = rows.slice(offset, offset + limit);
  return {
    _links: { self: { href: `${path}?offset=${offset}&limit=${limit}` } },
    offset,
    limit,
    count: page.length,
    total: rows.length,
    ...(page.length > 0 ? { _embedded: { [name]: page } } : {}),
  };
}

function instrumentFields(row: PaymentInstrument, vault: Vault): object {
  const identifier = vault.instrumentIdentifiers.find(row.merchantId, row.instrumentIdentifierId);
  return {
    id: row.id,
    state: 'ACTIVE',
    card: row.card,
    ...row.fields,
    ...(Object.keys(row.billTo).length > 0 ? { billTo: row.billTo } : {}),
    instrumentIdentifier: { id: row.instrumentIdentifierId },
    metadata: { creator: row.merchantId },
    ...(identifier === undefined
      ? {}
      : { _embedded: { instrumentIdentifier: identifierView(identifier) } }),
  };
}

function customerPath(id: string): string {
  return `/tms/v2/customers/${id}`;
}
