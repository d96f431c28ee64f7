// Payment instruments and instrument identifiers of the token service by themselves, /tms/v1.
import { type Api, createApi } from '../api.ts';
import type { Gateway } from '../gateway.ts';
import { vaultError } from '../refusal.ts';
import { announceInstrument } from './announcements.ts';
import { addInstrument, changeInstrument, ifMatch, tagged } from './instruments.ts';
import {
  identifierSchema,
  instrumentChangeSchema,
  instrumentSchema,
  readVaultBody,
} from './requests.ts';
import type { Vault } from './vault.ts';
import { identifierView, instrumentView, pageView } from './views.ts';

const INSTRUMENTS = '/tms/v1/paymentinstruments';
const IDENTIFIERS = '/tms/v1/instrumentidentifiers';

export function instrumentRoutes(gateway: Gateway): Api {
  const { vault } = gateway;
  const api = createApi();
  api.post(INSTRUMENTS, (c) => {
    const request = readVaultBody(c.var.body, instrumentSchema);
    const row = addInstrument(vault, c.var.merchant, request);
    return tagged(c, row, instrumentView(row, vault), 201);
  });
  api.get(`${INSTRUMENTS}/:id`, (c) => {
    const row = vault.paymentInstruments.get(c.var.merchant.merchantId, c.req.param('id'));
    return tagged(c, row, instrumentView(row, vault));
  });
  api.patch(`${INSTRUMENTS}/:id`, (c) => {
    const row = vault.paymentInstruments.get(c.var.merchant.merchantId, c.req.param('id'));
    const request = readVaultBody(c.var.body, instrumentChangeSchema);
    const changed = changeInstrument(vault, row, request, ifMatch(c));
    announceInstrument(gateway, c.var.merchant, changed);
    return tagged(c, changed, instrumentView(changed, vault));
  });
  api.delete(`${INSTRUMENTS}/:id`, (c) => {
    const row = vault.paymentInstruments.get(c.var.merchant.merchantId, c.req.param('id'));
    vault.paymentInstruments.delete(row);
    return c.body(null, 204);
  });
  addIdentifierRoutes(api, vault);
  return api;
}

function addIdentifierRoutes(api: Api, vault: Vault): void {
  const linked = (merchantId: string, id: string) =>
    vault.paymentInstruments.filter(merchantId, (one) => one.instrumentIdentifierId === id);

  api.post(IDENTIFIERS, (c) => {
    const { number } = readVaultBody(c.var.body, identifierSchema).card;
    const card = vault.keep({ number, expirationMonth: '', expirationYear: '' });
    if (!card.luhnValid) {
      throw vaultError(400, 'invalidParameters', 'Invalid parameter values', [
        { name: 'number', location: 'card.number' },
      ]);
    }
    const { identifier, isNew } = vault.identify(c.var.merchant.merchantId, card);
    return tagged(c, identifier, identifierView(identifier), isNew ? 201 : 200);
  });
  api.get(`${IDENTIFIERS}/:id`, (c) => {
    const row = vault.instrumentIdentifiers.get(c.var.merchant.merchantId, c.req.param('id'));
    return tagged(c, row, identifierView(row));
  });
  api.patch(`${IDENTIFIERS}/:id`, (c) => {
    const row = vault.instrumentIdentifiers.get(c.var.merchant.merchantId, c.req.param('id'));
    const changed = vault.instrumentIdentifiers.change(row, {}, ifMatch(c));
    return tagged(c, changed, identifierView(changed));
  });
  api.get(`${IDENTIFIERS}/:id/paymentinstruments`, (c) => {
    const { merchantId } = c.var.merchant;
    const row = vault.instrumentIdentifiers.get(merchantId, c.req.param('id'));
    const views = linked(merchantId, row.id).map((one) => instrumentView(one, vault));
    return c.json(pageView('paymentInstruments', c.req.path, views, c.req.query()));
  });
  api.delete(`${IDENTIFIERS}/:id`, (c) => {
    const { merchantId } = c.var.merchant;
    const row = vault.instrumentIdentifiers.get(merchantId, c.req.param('id'));
    if (linked(merchantId, row.id).length > 0) {
      throw vaultError(409, 'conflict', 'Action cannot be performed as the token is linked');
    }
    vault.instrumentIdentifiers.delete(row);
    return c.body(null, 204);
  });
}
