// Customers of the token service with their payment instruments and shipping addresses, /tms/v2/customers.
import { type Api, createApi } from '../api.ts';
import type { Gateway } from '../gateway.ts';
import type { Merchant } from '../merchants.ts';
import { vaultError } from '../refusal.ts';
import { announceCustomer, announceInstrument } from './announcements.ts';
import { addInstrument, changeInstrument, ifMatch, tagged } from './instruments.ts';
import {
  customerSchema,
  instrumentChangeSchema,
  instrumentSchema,
  readVaultBody,
  shippingSchema,
} from './requests.ts';
import type { PaymentInstrument, ShippingAddress, Vault } from './vault.ts';
import { addressView, customerInstrumentView, customerView, pageView } from './views.ts';

const ROOT = '/tms/v2/customers';

export function customerRoutes(gateway: Gateway): Api {
  const { vault } = gateway;
  const api = createApi();
  api.post(ROOT, (c) => {
    const fields = readVaultBody(c.var.body, customerSchema);
    const row = vault.addCustomer(c.var.merchant.merchantId, fields);
    return tagged(c, row, customerView(row, vault), 201);
  });
  api.get(`${ROOT}/:id`, (c) => {
    const row = vault.customers.get(c.var.merchant.merchantId, c.req.param('id'));
    return tagged(c, row, customerView(row, vault));
  });
  api.patch(`${ROOT}/:id`, (c) => {
    const { merchantId } = c.var.merchant;
    const row = vault.customers.get(merchantId, c.req.param('id'));
    const { defaultPaymentInstrument, defaultShippingAddress, ...fields } = readVaultBody(
      c.var.body,
      customerSchema,
    );
    const changed = vault.customers.change(
      row,
      { fields: { ...row.fields, ...fields } },
      ifMatch(c),
    );
    if (defaultPaymentInstrument !== undefined) {
      makeDefault(vault, ownInstrument(vault, c.var.merchant, row.id, defaultPaymentInstrument.id));
    }
    if (defaultShippingAddress !== undefined) {
      makeDefaultAddress(
        vault,
        ownAddress(vault, c.var.merchant, row.id, defaultShippingAddress.id),
      );
    }
    announceCustomer(gateway, c.var.merchant, row.id);
    return tagged(c, changed, customerView(changed, vault));
  });
  api.delete(`${ROOT}/:id`, (c) => {
    const { merchantId } = c.var.merchant;
    const row = vault.customers.get(merchantId, c.req.param('id'));
    for (const one of vault.instrumentsOf(merchantId, row.id)) vault.paymentInstruments.delete(one);
    for (const one of vault.addressesOf(merchantId, row.id)) vault.shippingAddresses.delete(one);
    vault.customers.delete(row);
    return c.body(null, 204);
  });
  addInstrumentRoutes(api, gateway);
  addAddressRoutes(api, vault);
  return api;
}

function addInstrumentRoutes(api: Api, gateway: Gateway): void {
  const { vault } = gateway;
  const root = `${ROOT}/:id/payment-instruments`;
  api.post(root, (c) => {
    const customer = vault.customers.get(c.var.merchant.merchantId, c.req.param('id'));
    const request = readVaultBody(c.var.body, instrumentSchema);
    const row = addInstrument(vault, c.var.merchant, request, customer.id);
    return tagged(c, row, customerInstrumentView(row, vault), 201);
  });
  api.get(root, (c) => {
    const { merchantId } = c.var.merchant;
    const customer = vault.customers.get(merchantId, c.req.param('id'));
    const rows = vault.instrumentsOf(merchantId, customer.id);
    const views = rows.map((row) => customerInstrumentView(row, vault));
    return c.json(pageView('paymentInstruments', c.req.path, views, c.req.query()));
  });
  api.get(`${root}/:tokenId`, (c) => {
    const { id, tokenId } = c.req.param();
    const row = ownInstrument(vault, c.var.merchant, id, tokenId);
    return tagged(c, row, customerInstrumentView(row, vault));
  });
  api.patch(`${root}/:tokenId`, (c) => {
    const { id, tokenId } = c.req.param();
    const row = ownInstrument(vault, c.var.merchant, id, tokenId);
    const request = readVaultBody(c.var.body, instrumentChangeSchema);
    const changed = changeInstrument(vault, row, request, ifMatch(c));
    if (request.default === true) makeDefault(vault, changed);
    const now = vault.paymentInstruments.get(row.merchantId, row.id);
    announceInstrument(gateway, c.var.merchant, now);
    return tagged(c, now, customerInstrumentView(now, vault));
  });
  api.delete(`${root}/:tokenId`, (c) => {
    const { id, tokenId } = c.req.param();
    const row = ownInstrument(vault, c.var.merchant, id, tokenId);
    if (row.isDefault && vault.instrumentsOf(row.merchantId, id).length > 1) {
      throw vaultError(409, 'conflict', 'Action cannot be performed as it is the default');
    }
    vault.paymentInstruments.delete(row);
    return c.body(null, 204);
  });
}

function addAddressRoutes(api: Api, vault: Vault): void {
  const root = `${ROOT}/:id/shipping-addresses`;
  api.post(root, (c) => {
    const { merchantId } = c.var.merchant;
    const customer = vault.customers.get(merchantId, c.req.param('id'));
    const request = readVaultBody(c.var.body, shippingSchema);
    const { shipTo } = request;
    const row = vault.addAddress(merchantId, customer.id, shipTo, request.default ?? false);
    return tagged(c, row, addressView(row), 201);
  });
  api.get(root, (c) => {
    const { merchantId } = c.var.merchant;
    const customer = vault.customers.get(merchantId, c.req.param('id'));
    const views = vault.addressesOf(merchantId, customer.id).map(addressView);
    return c.json(pageView('shippingAddresses', c.req.path, views, c.req.query()));
  });
  api.get(`${root}/:tokenId`, (c) => {
    const { id, tokenId } = c.req.param();
    const row = ownAddress(vault, c.var.merchant, id, tokenId);
    return tagged(c, row, addressView(row));
  });
  api.patch(`${root}/:tokenId`, (c) => {
    const { id, tokenId } = c.req.param();
    const row = ownAddress(vault, c.var.merchant, id, tokenId);
    const request = readVaultBody(c.var.body, shippingSchema.partial());
    const shipTo = { ...row.shipTo, ...request.shipTo };
    const changed = vault.shippingAddresses.change(row, { shipTo }, ifMatch(c));
    if (request.default === true) makeDefaultAddress(vault, changed);
    const now = vault.shippingAddresses.get(row.merchantId, row.id);
    return tagged(c, now, addressView(now));
  });
  api.delete(`${root}/:tokenId`, (c) => {
    const { id, tokenId } = c.req.param();
    vault.shippingAddresses.delete(ownAddress(vault, c.var.merchant, id, tokenId));
    return c.body(null, 204);
  });
}

/** @throws Refusal 404 or 410, also for an instrument of another customer. */
function ownInstrument(
  vault: Vault,
  { merchantId }: Merchant,
  customerId: string,
  id: string,
): PaymentInstrument {
  const customer = vault.customers.get(merchantId, customerId);
  const row = vault.paymentInstruments.get(merchantId, id);
  if (row.customerId === customer.id) return row;
  throw vaultError(404, 'notFound', 'Payment Instrument not found');
}

function ownAddress(
  vault: Vault,
  { merchantId }: Merchant,
  customerId: string,
  id: string,
): ShippingAddress {
  const customer = vault.customers.get(merchantId, customerId);
  const row = vault.shippingAddresses.get(merchantId, id);
  if (row.customerId === customer.id) return row;
  throw vaultError(404, 'notFound', 'Shipping Address not found');
}

function makeDefault(vault: Vault, row: PaymentInstrument): void {
  vault.clearDefault(vault.instrumentsOf(row.merchantId, row.customerId));
  const current = vault.paymentInstruments.get(row.merchantId, row.id);
  vault.paymentInstruments.put({ ...current, isDefault: true });
}

function makeDefaultAddress(vault: Vault, row: ShippingAddress): void {
  for (const one of vault.addressesOf(row.merchantId, row.customerId)) {
    vault.shippingAddresses.put({ ...one, isDefault: one.id === row.id });
  }
}
