// A set-up that is half way, for the settings page's tests.
import type { SetupView } from '../../functions/core/contract/setup.ts';
import { NOW } from './payments.ts';

export const setup: SetupView = {
  now: NOW,
  installation: 'inst',
  name: 'Acme Trading',
  state: 'active',
  revision: 'r1',
  steps: [
    { id: 'sign-in', state: 'done' },
    { id: 'organizations', state: 'done' },
    { id: 'merchants', state: 'done' },
    { id: 'webhooks', state: 'waiting' },
    { id: 'accounts', state: 'open' },
    { id: 'fields', state: 'trouble' },
    { id: 'test', state: 'open' },
    { id: 'doors', state: 'open' },
  ],
  signedIn: true,
  dataCentre: 'www.zohoapis.com',
  organizations: {
    books: { id: '10234695', name: 'Acme Trading' },
    crm: { id: '20234695', name: 'Acme Trading' },
  },
  merchants: [
    {
      merchantId: 'acme_usd',
      environment: 'sandbox',
      keyKind: 'shared-secret',
      keyId: '08c94330-f618-42a3-b09d-e1e43be5efda',
      currencies: ['USD'],
      clearing: {},
      webhook: {
        status: 'PENDING_REVIEW',
        checkedAt: NOW,
        keyExpiresAt: NOW + 300 * 86_400_000,
      },
    },
  ],
  accounts: {},
  fields: { checkedAt: NOW, missing: ['cf_tallybridge_customer'] },
  doors: {
    hooksUrl: 'https://acme.example.com/server/hooks',
    hasFinanceSecret: false,
    financePath: '/hooks/books/inst',
    shopPath: '/hooks/woocommerce/inst',
    gatewayPath: '/hooks/cybersource/inst',
  },
  channels: [{ name: 'finance', kind: 'mail' }],
  mailSender: 'billing@acme.example.com',
  confirmsPayers: 'off',
  language: 'as-books',
  booksLanguage: 'de',
  roleMap: { timesheetstaff: 'viewer' },
};
