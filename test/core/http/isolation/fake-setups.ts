// The other sides as a set-up sees them: everything is there and agrees.
import { ok } from '../../../../functions/core/domain/result.ts';
import type { Setups } from '../../../../functions/core/ports/setup.ts';

const place = {
  url: 'https://g.example.com',
  host: 'g.example.com',
  authentication: 'jwt',
} as const;
const subscription = { id: 'sub-1', url: 'https://us.example.com', status: 'ACTIVE', events: [] };
const account = { id: '1', name: 'Clearing', type: 'bank', isActive: true, currency: 'USD' };

export const fakeSetups: Setups = {
  place: () => place,
  gateway: () => ({
    prove: async () => ok({ clockAheadMs: 0 }),
    products: async () => ok([{ id: 'cardProcessing', events: ['payments.payments.accept'] }]),
    subscriptions: async () => ok([subscription]),
    createSigningKey: async () =>
      ok({ keyId: 'hook-2', key: Buffer.alloc(32, 4).toString('base64') }),
    subscribe: async () => ok(subscription),
    activate: async () => ok(undefined),
    unsubscribe: async () => ok(undefined),
    tryMovement: async () => ok({ authorization: 'AUTHORIZED', reversal: 'REVERSED' }),
  }),
  zoho: () => ({
    organizations: async () => ok([{ id: '10234695', name: 'Acme', timeZone: 'UTC' }]),
    books: () => ({
      bankAccounts: async () => ok([account]),
      expenseAccounts: async () => ok([]),
      createAccount: async () => ok(account),
      fields: async () => ok([]),
    }),
    ticketFields: async () => ok([]),
  }),
  shop: () => ({ webhooks: async () => ok([]), activate: async () => ok(undefined) }),
  readKeyFile: () => ok({ keyId: 'serial', secret: '', privateKey: 'pem' }),
};
