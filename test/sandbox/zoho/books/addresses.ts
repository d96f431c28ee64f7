// Addresses on contacts and documents; each answer has its own set of keys for them.
import type { Json } from './blank.ts';
import type { AddressBody } from './body.ts';
import type { Address } from './documents.ts';

const noAddress: Address = {
  attention: '',
  address: '',
  street2: '',
  city: '',
  state: '',
  stateCode: '',
  zip: '',
  country: '',
  countryCode: '',
  phone: '',
  fax: '',
};

/** The address after a request: given keys replace what was there. */
export function readAddress(given: AddressBody | undefined, before: Address = noAddress): Address {
  if (given === undefined) return before;
  return {
    attention: given.attention ?? before.attention,
    address: given.address ?? before.address,
    street2: given.street2 ?? before.street2,
    city: given.city ?? before.city,
    state: given.state ?? before.state,
    stateCode: given.state_code ?? before.stateCode,
    zip: given.zip ?? before.zip,
    country: given.country ?? before.country,
    countryCode: given.country_code ?? before.countryCode,
    phone: given.phone ?? before.phone,
    fax: given.fax ?? before.fax,
  };
}

function common(one: Address): Json {
  return {
    attention: one.attention,
    address: one.address,
    street2: one.street2,
    city: one.city,
    state: one.state,
    country: one.country,
    phone: one.phone,
    fax: one.fax,
  };
}

export function contactAddress(one: Address, id: string): Json {
  return {
    address_id: id,
    ...common(one),
    zip: one.zip,
    state_code: one.stateCode,
    county: '',
    latitude: '',
    longitude: '',
    country_code: one.countryCode,
  };
}

export function invoiceAddress(one: Address): Json {
  return {
    street: one.address,
    ...common(one),
    zip: one.zip,
    country_code: one.countryCode === '' ? one.country : one.countryCode,
  };
}

export function creditNoteAddress(one: Address): Json {
  return { ...common(one), zip: one.zip };
}

export function listAddress(one: Address): Json {
  return { ...common(one), zipcode: one.zip };
}

export function defaultBillingAddress(one: Address): Json {
  return {
    zip: one.zip,
    country: one.country,
    address: one.address,
    city: one.city,
    phone: one.phone,
    city_code: '',
    street2: one.street2,
    state: one.state,
    fax: one.fax,
    state_code: one.stateCode,
  };
}
