// One genuine request for each route of the api, and the same with what only another company has. A new route needs a sample here.
import type { Role } from '../../../../functions/core/domain/role.ts';
import { connectionWith } from '../../steps/lifecycle/whole-company.ts';
import { ids, ORGANIZATION, OTHER, OWN } from './company-past.ts';
import type { TwoCompanies } from './two-companies.ts';

export interface Sample {
  readonly path: string;
  readonly body?: object | undefined;
}

export interface RouteSample {
  /** Who may do it at least. */
  readonly least: Role;
  readonly own: Sample;
  /** Where the request names something. */
  readonly others?: Sample;
}

const money = { amountMinor: 100, currency: 'USD', reason: 'Acme: again' };
const bundle = { tallybridgeBundle: 1, flows: [], mappings: [], tables: [], off: [] };
const record = { product: 'canonical', object: 'payment' };
const note = 'Acme: tried';
const named = (key: string, value: string) => `${key}=${encodeURIComponent(value)}`;

/** By `METHOD /path` of the route table. */
export function staffSamples({ keys }: Pick<TwoCompanies, 'keys'>): Record<string, RouteSample> {
  const samples: Record<string, RouteSample> = {};
  let intents = 0;
  const intentId = () => {
    intents += 1;
    return ids.fresh(intents);
  };
  const on = (route: string, least: Role, own?: object, others?: object) => {
    const [, path = ''] = route.split(' ');
    samples[route] = {
      least,
      own: { path, body: own },
      ...(others === undefined ? {} : { others: { path, body: others } }),
    };
  };
  const at = (route: string, least: Role, own: string, others: string, body?: object) => {
    samples[route] = { least, own: { path: own, body }, others: { path: others, body } };
  };
  const both = (make: (of: string) => object) => [make(OWN), make(OTHER)] as const;

  on('POST /panel', 'viewer', invoice('invoice-inv-1001'), invoice('invoice-of-nobody'));
  on(
    'POST /refunds',
    'agent',
    ...both((of) => ({ ...money, intentId: intentId(), paymentKey: ids.payment(of) })),
  );
  on('POST /refunds/lines', 'agent', ...both((of) => ({ paymentKey: ids.payment(of) })));
  on(
    'POST /movements/recheck',
    'agent',
    ...both((of) => ({ intentId: ids.unknownRefund, paymentKey: ids.payment(of) })),
  );
  const capture = (of: string) => ({ ...money, action: 'capture', paymentKey: ids.authorized(of) });
  on('POST /movements', 'agent', ...both((of) => ({ ...capture(of), intentId: intentId() })));
  const preview = (of: string) => ({
    kind: 'refund',
    amountMinor: 100,
    paymentKey: ids.payment(of),
  });
  on('POST /books/preview', 'agent', ...both(preview));
  const contact = (id: string) => ({ host: 'books', record: { kind: 'contact', id } });
  on('POST /customer', 'viewer', contact(ids.customer), contact('bolt-customer'));
  const press = (of: string) => ({ flow: ids.document, paymentKey: ids.payment(of) });
  on('POST /flows/start', 'agent', ...both((of) => ({ ...press(of), intentId: intentId() })));
  on('POST /flows/progress', 'agent', ...both((of) => ({ ...press(of), intentId: ids.started })));

  on('GET /alarms', 'approver');
  on('GET /dead-letters', 'approver');
  const letter = (of: string) => ({ kind: 'event', key: ids.deadEvent(of) });
  on('POST /dead-letters/replay', 'approver', ...both(letter));
  on(
    'POST /dead-letters/skip',
    'approver',
    ...both((of) => ({ kind: 'run', key: keys.deadRun(of), reason: note })),
  );
  on('GET /installation', 'viewer');
  const connection = connectionWith();
  const zoho = { ...connection.zoho, booksOrganizationId: ORGANIZATION[OWN] };
  on('PUT /installation', 'admin', { ...connection, zoho });

  on('GET /approvals', 'approver');
  on('GET /approvals/mine', 'agent');
  on(
    'POST /approvals/request',
    'agent',
    ...both((of) => ({
      ...money,
      amountMinor: 60_000,
      intentId: intentId(),
      paymentKey: ids.payment(of),
    })),
  );
  on(
    'POST /approvals/decide',
    'approver',
    ...both((of) => ({ key: keys.approval(of), decision: 'rejected', reason: note })),
  );
  on(
    'POST /approvals/withdraw',
    'agent',
    ...both((of) => ({ key: keys.approval(of), reason: note })),
  );
  on('POST /policies/dry-run', 'admin', {});

  at('GET /audit', 'admin', '/audit', `/audit?${named('subject', ids.payment(OTHER))}`);
  on('GET /audit/export', 'admin');

  const charge = { purpose: 'sale', amountMinor: 10_000, currency: 'USD', reason: note };
  on(
    'POST /charges',
    'agent',
    ...both((of) => ({
      ...charge,
      intentId: intentId(),
      invoiceId: 'invoice-inv',
      cardKey: keys.card(of),
    })),
  );
  on('POST /charges/list', 'viewer', { customerId: ids.customer }, { customerId: 'bolt-customer' });
  on('POST /charges/cancel', 'agent', { intentId: ids.charge }, { intentId: ids.chargeOnly });

  on('POST /charges/start', 'agent', { invoiceId: 'invoice-inv' }, { customerId: 'bolt-customer' });
  const card = (of: string) => ({ cardKey: keys.card(of) });
  on('POST /cards/default', 'agent', ...both(card));
  on('POST /cards/rename', 'agent', ...both((of) => ({ ...card(of), nickname: 'Acme blue' })));
  on('POST /cards/remove', 'agent', ...both(card));
  on(
    'POST /tickets/pick',
    'agent',
    ...both((of) => ({ ticketId: '9', paymentKey: ids.payment(of) })),
  );

  on('GET /documents', 'admin');
  const document = (route: string, body?: object) => {
    const path = route
      .replace(/^\w+ /, '')
      .replace(':kind', 'flow')
      .replace(':version', String(keys.version));
    const of = (id: string) => path.replace(':id', id);
    at(route, 'admin', of(ids.document), of('bolt-only'), body);
  };
  document('GET /documents/:kind/:id');
  document('GET /documents/:kind/:id/versions/:version');
  at(
    'GET /documents/:kind/:id/compare',
    'admin',
    `/documents/flow/${ids.document}/compare?from=${keys.version}&to=draft`,
    `/documents/flow/bolt-only/compare?from=${keys.version}&to=draft`,
  );
  document('PUT /documents/:kind/:id/draft', { body: {}, seen: keys.draft });
  document('DELETE /documents/:kind/:id/draft', { seen: keys.draft });
  document('POST /documents/:kind/:id/publish', { seen: keys.draft, version: keys.version, note });
  document('POST /documents/:kind/:id/roll-back', {
    to: keys.version,
    version: keys.version,
    note,
  });
  document('POST /documents/:kind/:id/switch', { on: false, version: keys.version, note });
  on('POST /suggestions', 'admin', {
    target: { product: 'books', object: 'invoice' },
    sources: [record],
  });
  const mapping = 'payment-to-books-payment';
  on('POST /preview', 'admin', ...both((of) => ({ mapping, paymentKey: ids.payment(of) })));
  on(
    'POST /bundles/export',
    'admin',
    { documents: [{ kind: 'flow', id: ids.document }] },
    { documents: [{ kind: 'flow', id: 'bolt-only' }] },
  );
  on('POST /bundles/diff', 'admin', { bundle });
  on('POST /bundles/import', 'admin', { bundle });

  on('GET /staff', 'admin');
  on(
    'PUT /staff',
    'admin',
    { userId: 'user-viewer', role: 'agent' },
    { userId: ids.userOnly, role: 'agent' },
  );
  on('GET /catalogs', 'admin');
  samples['GET /catalogs/:product/:object'] = {
    least: 'admin',
    own: { path: '/catalogs/books/invoice' },
  };
  on('POST /catalogs/refresh', 'admin', { product: 'books' });

  on('GET /secrets', 'admin');
  on('POST /secrets/rotate', 'admin', { kind: 'shop-webhook', secret: 'another-secret' });
  on('GET /installation/leaving', 'admin');
  on(
    'POST /installation/uninstall',
    'admin',
    { confirm: 'Test company', despiteOpen: true },
    { confirm: 'Bolt company' },
  );
  on('POST /installation/stay', 'admin');
  at(
    'GET /installation/export',
    'admin',
    '/installation/export',
    `/installation/export?${named('after', `Payments|${OTHER}`)}`,
  );
  const person = { email: 'buyer@example.com', reference: 'GDPR-7' };
  on('POST /people/find', 'admin', { email: 'buyer@example.com' }, { email: 'bolt@example.com' });
  on('POST /people/erase', 'admin', person, { ...person, after: `Payments|${OTHER}` });

  on('GET /setup', 'admin');
  on('POST /setup/sign-in', 'admin', { products: [] });
  on('GET /setup/organizations', 'admin');
  const { revision } = keys;
  on(
    'POST /setup/organizations',
    'admin',
    { revision, booksOrganizationId: ORGANIZATION[OWN] },
    { revision, booksOrganizationId: ORGANIZATION[OTHER] },
  );
  const key = { kind: 'shared-secret', keyId: 'k', secret: Buffer.alloc(32, 6).toString('base64') };
  on('POST /setup/merchants', 'admin', {
    merchantId: 'mid_new',
    environment: 'sandbox',
    key,
    currencies: ['USD'],
  });
  on('POST /setup/merchants/remove', 'admin', { merchantId: 'mid_usd' });
  on('POST /setup/webhooks', 'admin', { merchantId: 'mid_usd' });
  on('GET /setup/accounts', 'admin');
  on('POST /setup/accounts', 'admin', { revision, clearing: [] });
  on('GET /setup/fields', 'admin');
  on('POST /setup/test', 'admin', { merchantId: 'mid_usd' });
  on('POST /setup/hooks', 'admin', { revision, hooksUrl: 'https://us.example.com/server/hooks' });
  on('POST /setup/door-secret', 'admin', {});
  on('POST /setup/channels', 'admin', { revision, channels: [], kept: ['finance'] });
  on('POST /setup/card-page', 'admin', { revision, confirmsPayers: 'asked' });
  on('POST /setup/language', 'admin', { revision, language: 'de' });
  on('POST /setup/roles', 'admin', { revision, roles: { Clerk: 'agent' } });
  on('GET /doctor', 'admin');
  on('POST /doctor/mend', 'admin', { check: 'webhook', subject: 'mid_usd' });
  return samples;
}

function invoice(id: string) {
  return { host: 'books', record: { kind: 'invoice', id } };
}
