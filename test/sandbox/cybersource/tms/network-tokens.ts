// Network tokens, /tms/v2/tokenized-cards: provisioned by the card scheme, changed by the issuer, announced by webhook.
import { z } from 'zod';
import { type Api, createApi } from '../api.ts';
import type { Card } from '../cards.ts';
import type { Gateway } from '../gateway.ts';
import { digits } from '../ids.ts';
import type { Merchant } from '../merchants.ts';
import { vaultError } from '../refusal.ts';
import { tagged } from './instruments.ts';
import { readVaultBody } from './requests.ts';
import type { NetworkToken } from './vault.ts';

const ROOT = '/tms/v2/tokenized-cards';

const expiry = {
  expirationMonth: z.string().regex(/^(0[1-9]|1[0-2])$/),
  expirationYear: z.string().regex(/^\d{4}$/),
};

const creation = z.looseObject({
  createInstrumentIdentifier: z.boolean().optional(),
  createPanInstrumentIdentifier: z.boolean().optional(),
  source: z.literal('ONFILE'),
  card: z.looseObject({ ...expiry, number: z.string().regex(/^\d{12,19}$/), type: z.string() }),
});

const simulation = z.looseObject({
  state: z.enum(['ACTIVE', 'SUSPENDED', 'DELETED']),
  card: z
    .looseObject({ last4: z.string().regex(/^\d{4}$/), ...expiry })
    .partial()
    .optional(),
});

const deletion = z.looseObject({ reason: z.string().optional() });

/** Schemes that have network tokens, by the vault's card type. */
const SCHEMES: Readonly<Record<string, string>> = {
  '001': 'visa',
  '002': 'mastercard',
  '003': 'americanexpress',
};

export function networkTokenRoutes(gateway: Gateway): Api {
  const { vault } = gateway;
  const api = createApi();
  api.post(ROOT, (c) => {
    const { card: given } = readVaultBody(c.var.body, creation);
    const card = vault.keep(given);
    if (!card.luhnValid) {
      throw vaultError(400, 'invalidParameters', 'Invalid parameter values', [
        { name: 'number', location: 'card.number' },
      ]);
    }
    const row = provision(gateway, c.var.merchant, card);
    return tagged(c, row, tokenView(row), 201);
  });
  api.get(`${ROOT}/:id`, (c) => {
    const row = vault.networkTokens.get(c.var.merchant.merchantId, c.req.param('id'));
    return tagged(c, row, tokenView(row));
  });
  api.post(`${ROOT}/:id/issuer-life-cycle-event-simulations`, (c) => {
    const { merchant } = c.var;
    const row = vault.networkTokens.get(merchant.merchantId, c.req.param('id'));
    // Both in the published interface: a simulation says whose vault it means.
    if (c.req.header('profile-id') === undefined) {
      throw vaultError(400, 'missingHeadersOrFields', 'Missing fields', [
        { name: 'profile-id', location: 'header' },
      ]);
    }
    const { state, card = {} } = readVaultBody(c.var.body, simulation);
    if (row.state === 'DELETED') {
      throw vaultError(409, 'conflict', 'The network token is in its final state');
    }
    const { last4, ...dates } = card;
    const changed = vault.networkTokens.change(row, {
      state,
      card: {
        ...row.card,
        ...(last4 === undefined ? {} : { suffix: last4 }),
        ...(dates.expirationMonth === undefined ? {} : { expirationMonth: dates.expirationMonth }),
        ...(dates.expirationYear === undefined ? {} : { expirationYear: dates.expirationYear }),
      },
    });
    announce(gateway, merchant, changed, 'updated');
    return c.body(null, 204);
  });
  api.post(`${ROOT}/:id/delete`, (c) => {
    readVaultBody(c.var.body, deletion);
    const row = vault.networkTokens.get(c.var.merchant.merchantId, c.req.param('id'));
    vault.networkTokens.delete(row);
    return c.body(null, 204);
  });
  return api;
}

/** The same card has one network token, as it has one identifier. */
function provision(gateway: Gateway, merchant: Merchant, card: Card): NetworkToken {
  const { vault } = gateway;
  if (SCHEMES[card.type] === undefined) {
    throw vaultError(400, 'declined', 'Card can currently not be used with card association');
  }
  const { identifier } = vault.identify(merchant.merchantId, card);
  const known = vault.networkTokens.filter(
    merchant.merchantId,
    (one) => one.instrumentIdentifierId === identifier.id && one.state !== 'DELETED',
  )[0];
  if (known !== undefined) return known;
  const row = vault.addNetworkToken(merchant.merchantId, identifier.id, card, digits(12));
  announce(gateway, merchant, row, 'provisioned');
  return row;
}

/** As the documentation's two examples show it: the id is the enrollment's, the links name the tokens. */
function announce(
  gateway: Gateway,
  merchant: Merchant,
  row: NetworkToken,
  what: 'provisioned' | 'updated',
): void {
  const isNew = what === 'provisioned';
  gateway.announce({
    merchant,
    eventType: `tms.networktoken.${what}`,
    payload: {
      data: {
        reason: isNew ? 'PROVISIONED' : 'TOKEN_STATUS_UPDATED',
        _links: {
          'tokenized-cards': [{ href: `${ROOT}/${row.id}`, id: row.id, state: row.state }],
          instrumentIdentifiers: [
            {
              href: `/tms/v1/instrumentidentifiers/${row.instrumentIdentifierId}`,
              id: row.instrumentIdentifierId,
            },
          ],
        },
        id: row.enrollmentId,
        type: isNew ? 'tokenizedCardEnrollments' : 'tokenizedCardUpdates',
        version: '1.0',
      },
      organizationId: merchant.merchantId,
    },
  });
}

function tokenView(row: NetworkToken): object {
  const { suffix, type, expirationMonth, expirationYear } = row.card;
  return {
    _links: {
      self: { href: `${ROOT}/${row.id}` },
      instrumentIdentifier: {
        href: `/tms/v1/instrumentidentifiers/${row.instrumentIdentifierId}`,
      },
    },
    id: row.id,
    object: 'tokenizedCard',
    source: 'ONFILE',
    state: row.state,
    enrollmentId: row.enrollmentId,
    tokenReferenceId: row.tokenReferenceId,
    number: `XXXXXXXXXXXX${row.tokenReferenceId.slice(-4)}`,
    expirationMonth,
    expirationYear,
    type: SCHEMES[type] ?? 'visa',
    card: { suffix, type, expirationMonth, expirationYear },
    metadata: { creator: row.merchantId },
  };
}
