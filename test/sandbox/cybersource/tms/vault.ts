// The token vault: customers, payment instruments, shipping addresses and instrument identifiers.
import { randomBytes } from 'node:crypto';
import type { DocumentStore } from '../../document-store.ts';
import { type Card, type CardNumberParts, keepCard } from '../cards.ts';
import { instrumentIdentifierId, tokenId } from '../ids.ts';
import type { Address, TokenIds } from '../transactions.ts';
import { Shelf, type VaultRecord } from './shelf.ts';

/** A card number without its expiry. */
type StoredNumber = Pick<Card, 'prefix' | 'suffix' | 'type' | 'fingerprint' | 'luhnValid'>;

export interface InstrumentIdentifier extends VaultRecord {
  readonly number: StoredNumber;
}

export interface Customer extends VaultRecord {
  /** buyerInformation, clientReferenceInformation, merchantDefinedInformation and the like, as sent. */
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface PaymentInstrument extends VaultRecord {
  /** Absent for an instrument that belongs to no customer. */
  readonly customerId?: string;
  readonly instrumentIdentifierId: string;
  readonly isDefault: boolean;
  readonly card: {
    readonly expirationMonth: string;
    readonly expirationYear: string;
    readonly type: string;
  };
  readonly billTo: Address;
  /** buyerInformation and the like, as sent. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The card scheme's own token of a card. */
export interface NetworkToken extends VaultRecord {
  readonly instrumentIdentifierId: string;
  readonly enrollmentId: string;
  readonly tokenReferenceId: string;
  readonly state: 'ACTIVE' | 'SUSPENDED' | 'DELETED';
  readonly card: Pick<Card, 'suffix' | 'type' | 'expirationMonth' | 'expirationYear'>;
}

export interface ShippingAddress extends VaultRecord {
  readonly customerId: string;
  readonly isDefault: boolean;
  readonly shipTo: Address;
}

/** A card found through a token, with the tokens that led to it. */
export interface FoundCard {
  readonly card: Card;
  readonly billTo: Address;
  readonly tokens: TokenIds;
}

/** What TOKEN_CREATE is asked to keep. */
export interface TokenOrder {
  readonly card: Card;
  readonly billTo: Address;
  readonly shipTo: Address;
  readonly types: readonly string[];
  /** An existing customer that gets the new instrument. */
  readonly customerId?: string;
  readonly customerFields: Readonly<Record<string, unknown>>;
}

export class Vault {
  readonly customers: Shelf<Customer>;
  readonly paymentInstruments: Shelf<PaymentInstrument>;
  readonly shippingAddresses: Shelf<ShippingAddress>;
  readonly instrumentIdentifiers: Shelf<InstrumentIdentifier>;
  readonly networkTokens: Shelf<NetworkToken>;
  readonly #fingerprintKey: string;

  constructor(store: DocumentStore) {
    this.customers = new Shelf(store.collection('customer'), 'Customer');
    this.paymentInstruments = new Shelf(store.collection('instrument'), 'Payment Instrument');
    this.shippingAddresses = new Shelf(store.collection('shipping'), 'Shipping Address');
    this.instrumentIdentifiers = new Shelf(store.collection('identifier'), 'Instrument Identifier');
    this.networkTokens = new Shelf(store.collection('network-token'), 'Tokenized Card');
    const secrets = store.collection<string>('secret');
    this.#fingerprintKey =
      secrets.get('fingerprint') ?? secrets.put('fingerprint', randomBytes(32).toString('base64'));
  }

  /** What may be kept of a card; the number itself goes no further than this call. */
  keep(parts: CardNumberParts): Card {
    return keepCard(parts, this.#fingerprintKey);
  }

  /** The identifier of a card number: the same number gives the same one. */
  identify(merchantId: string, card: Card): { identifier: InstrumentIdentifier; isNew: boolean } {
    const known = this.instrumentIdentifiers.filter(
      merchantId,
      (record) => record.number.fingerprint === card.fingerprint,
    )[0];
    if (known !== undefined) return { identifier: known, isNew: false };
    const { prefix, suffix, type, fingerprint, luhnValid } = card;
    const identifier = this.instrumentIdentifiers.put({
      ...begin(merchantId, instrumentIdentifierId(suffix)),
      number: { prefix, suffix, type, fingerprint, luhnValid },
    });
    return { identifier, isNew: true };
  }

  /** Adds an instrument; the first of a customer, or one asked to be, is the default. */
  addInstrument(
    merchantId: string,
    instrument: Omit<PaymentInstrument, keyof VaultRecord>,
  ): PaymentInstrument {
    const others = this.instrumentsOf(merchantId, instrument.customerId);
    const isDefault = instrument.isDefault || others.length === 0;
    if (isDefault) this.clearDefault(others);
    return this.paymentInstruments.put({
      ...begin(merchantId, tokenId()),
      ...instrument,
      isDefault: instrument.customerId !== undefined && isDefault,
    });
  }

  addNetworkToken(
    merchantId: string,
    instrumentIdentifierId: string,
    { suffix, type, expirationMonth, expirationYear }: Card,
    tokenReferenceId: string,
  ): NetworkToken {
    return this.networkTokens.put({
      ...begin(merchantId, tokenId()),
      instrumentIdentifierId,
      enrollmentId: tokenId(),
      tokenReferenceId,
      state: 'ACTIVE',
      card: { suffix, type, expirationMonth, expirationYear },
    });
  }

  instrumentsOf(merchantId: string, customerId: string | undefined): PaymentInstrument[] {
    if (customerId === undefined) return [];
    return this.paymentInstruments.filter(merchantId, (one) => one.customerId === customerId);
  }

  addressesOf(merchantId: string, customerId: string): ShippingAddress[] {
    return this.shippingAddresses.filter(merchantId, (one) => one.customerId === customerId);
  }

  clearDefault(instruments: readonly PaymentInstrument[]): void {
    for (const one of instruments) {
      if (one.isDefault) this.paymentInstruments.change(one, { isDefault: false });
    }
  }

  addCustomer(merchantId: string, fields: Readonly<Record<string, unknown>>): Customer {
    return this.customers.put({ ...begin(merchantId, tokenId()), fields });
  }

  addAddress(
    merchantId: string,
    customerId: string,
    shipTo: Address,
    isDefault: boolean,
  ): ShippingAddress {
    const others = this.addressesOf(merchantId, customerId);
    const first = isDefault || others.length === 0;
    for (const one of others) {
      if (first && one.isDefault) this.shippingAddresses.change(one, { isDefault: false });
    }
    return this.shippingAddresses.put({
      ...begin(merchantId, tokenId()),
      customerId,
      shipTo,
      isDefault: first,
    });
  }

  /** The card behind a payment instrument, or a customer's default instrument. */
  cardOf(merchantId: string, instrument: PaymentInstrument): FoundCard {
    const identifier = this.instrumentIdentifiers.get(
      merchantId,
      instrument.instrumentIdentifierId,
    );
    return {
      card: { ...identifier.number, ...instrument.card, securityCodeGiven: false },
      billTo: instrument.billTo,
      tokens: {
        ...(instrument.customerId === undefined ? {} : { customer: instrument.customerId }),
        paymentInstrument: instrument.id,
        instrumentIdentifier: identifier.id,
      },
    };
  }

  /** Makes the tokens asked for. An instrument needs its identifier, so that is always made with it. */
  createTokens(merchantId: string, order: TokenOrder): { tokens: TokenIds; isNew: boolean } {
    const { identifier, isNew } = this.identify(merchantId, order.card);
    const wants = (type: string) => order.types.includes(type);
    const customerId =
      order.customerId ??
      (wants('customer') ? this.addCustomer(merchantId, order.customerFields).id : undefined);
    const instrument = wants('paymentInstrument')
      ? this.addInstrument(merchantId, {
          ...(customerId === undefined ? {} : { customerId }),
          instrumentIdentifierId: identifier.id,
          isDefault: false,
          card: {
            expirationMonth: order.card.expirationMonth,
            expirationYear: order.card.expirationYear,
            type: order.card.type,
          },
          billTo: order.billTo,
          fields: {},
        })
      : undefined;
    const address =
      customerId !== undefined && wants('shippingAddress') && Object.keys(order.shipTo).length > 0
        ? this.addAddress(merchantId, customerId, order.shipTo, false)
        : undefined;
    return {
      tokens: {
        ...(customerId === undefined ? {} : { customer: customerId }),
        ...(instrument === undefined ? {} : { paymentInstrument: instrument.id }),
        ...(address === undefined ? {} : { shippingAddress: address.id }),
        instrumentIdentifier: identifier.id,
      },
      isNew,
    };
  }
}

function begin(merchantId: string, id: string): VaultRecord {
  return { id, merchantId, version: 1, deleted: false };
}
