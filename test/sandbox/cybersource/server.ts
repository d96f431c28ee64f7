// The Cybersource stand-in: puts the services together behind one address.
import { randomBytes, randomUUID } from 'node:crypto';
import { DocumentStore } from '../document-store.ts';
import { applyFaults, Faults } from '../faults.ts';
import {
  createApp,
  listen,
  type StandIn,
  type StandInApp,
  type StandInOptions,
} from '../stand-in.ts';
import { authenticate } from './access/authentication.ts';
import { createApi } from './api.ts';
import type { Gateway } from './gateway.ts';
import { timestamp } from './ids.ts';
import { MerchantDirectory, type MerchantSeed } from './merchants.ts';
import { buildBrowserCode } from './microform/browser-code.ts';
import { microformPages } from './microform/pages.ts';
import { sessionRoutes } from './microform/sessions.ts';
import { TransientTokens } from './microform/transient-tokens.ts';
import { overview, type TransactionOverview } from './overview.ts';
import { payerPages } from './payer-authentication/pages.ts';
import { type Challenge, payerRoutes } from './payer-authentication/routes.ts';
import { paymentRoutes } from './payments/routes.ts';
import { Refusal } from './refusal.ts';
import { chargebackRoutes } from './reporting/chargeback-details.ts';
import { conversionRoutes } from './reporting/conversion-details.ts';
import { searchRoutes } from './reporting/search.ts';
import { riskRoutes } from './risk/routes.ts';
import { type SeededTransaction, seedTransaction, type TransactionSeed } from './seeding.ts';
import { SubscriptionBook } from './subscriptions/book.ts';
import { subscriptionRoutes } from './subscriptions/routes.ts';
import { customerRoutes } from './tms/customer-routes.ts';
import { instrumentRoutes } from './tms/instrument-routes.ts';
import { networkTokenRoutes } from './tms/network-tokens.ts';
import { Vault } from './tms/vault.ts';
import { isSettleable, Ledger, settledAt } from './transactions.ts';
import { type Delivery, DeliveryQueue } from './webhooks/delivery-queue.ts';
import {
  createKey,
  createSubscription,
  newestKey,
  type WebhookParts,
  webhookRoutes,
} from './webhooks/routes.ts';
import type { WebhookKey } from './webhooks/signing.ts';
import { type Subscription, Subscriptions } from './webhooks/subscriptions.ts';

export interface CybersourceOptions extends StandInOptions {
  readonly merchants: readonly MerchantSeed[];
  /** Host name that genuine clients sign, as `apitest.cybersource.com`. */
  readonly expectedHost: string;
  /** How long new transactions stay out of search results, by the sandbox clock; 2 s. */
  readonly indexDelayMs?: number;
  /** From an event to its first notification; 0. */
  readonly webhookDelayMs?: number;
  /** Length of a minute of a retry policy; 60000. */
  readonly retryMinuteMs?: number;
}

/** A webhook subscription made without an API call. */
interface SubscriptionSeed {
  readonly merchantId: string;
  readonly webhookUrl: string;
  readonly healthCheckUrl?: string;
  readonly products: readonly { productId: string; eventTypes: readonly string[] }[];
  readonly retryPolicy?: Readonly<Record<string, unknown>>;
}

export interface CybersourceStandIn extends StandIn {
  /** Registers the public key of a merchant's certificate for RS256 JWTs. */
  registerCertificate(merchantId: string, kid: string, publicKeyPem: string): void;
  /** Submits the batch now instead of at midnight; gives the ids taken. */
  settleBatch(): string[];
  /** All transactions, newest first. */
  overview(): TransactionOverview[];
  seedTransaction(seed: TransactionSeed): Promise<SeededTransaction>;
  /** Creates key and subscription; it becomes ACTIVE when its receiver answers. */
  seedSubscription(seed: SubscriptionSeed): { subscription: Subscription; key: WebhookKey };
  /** Ends the review of a subscription's URLs (switch `webhook-pending-review`). */
  approveReview(webhookId: string): void;
  readonly subscriptions: readonly Subscription[];
  readonly deliveries: readonly Delivery[];
  /** Resolves once every notification that is due for the first time was sent. */
  idle(): Promise<void>;
}

/** Starts the stand-in on 127.0.0.1. */
export async function startCybersource(options: CybersourceOptions): Promise<CybersourceStandIn> {
  const services = await openServices(options);
  const { store, merchants, gateway, webhooks } = services;
  const { queue, subscriptions } = webhooks;
  const here = { url: '' };
  const server = await listen(await buildApp(services, options, () => here.url), options.port);
  here.url = server.url;

  return {
    name: 'cybersource',
    url: server.url,
    faults: gateway.faults,
    registerCertificate: (merchantId, kid, pem) =>
      merchants.registerCertificate(merchantId, kid, pem),
    settleBatch: () => settleBatch(gateway),
    overview: () => overview(gateway),
    seedTransaction: (seed) => seedTransaction(gateway, merchants.get(seed.merchantId), seed),
    seedSubscription: ({ merchantId, ...seed }) => {
      const merchant = merchants.get(merchantId);
      const { organizationId } = merchant;
      const key = createKey(webhooks, organizationId, 365);
      const body = { organizationId, ...seed };
      return { subscription: createSubscription(webhooks, merchant, body), key };
    },
    approveReview: (webhookId) => {
      subscriptions.update(webhookId, { status: 'INACTIVE', awaitsHealthCheck: true });
      queue.checkHealth(webhookId);
    },
    get subscriptions() {
      return subscriptions.all();
    },
    get deliveries() {
      return queue.deliveries;
    },
    idle: () => queue.idle(),
    close: async () => {
      await server.close();
      await queue.close();
      store.close();
    },
  };
}

interface Services {
  readonly store: DocumentStore;
  readonly merchants: MerchantDirectory;
  readonly gateway: Gateway;
  readonly webhooks: WebhookParts;
}

async function openServices(options: CybersourceOptions): Promise<Services> {
  const { clock } = options;
  const store = new DocumentStore(options.dataDir, 'cybersource');
  const faults = new Faults();
  const now = () => clock.now();
  const keys = store.collection<WebhookKey>('webhook-key');
  const subscriptions = new Subscriptions(store.collection('subscription'));
  const queue = new DeliveryQueue({
    deliveries: store.collection('delivery'),
    subscriptions,
    clock,
    faults,
    keyOf: (organizationId) => newestKey(keys, organizationId),
    delayMs: options.webhookDelayMs ?? 0,
    retryMinuteMs: options.retryMinuteMs ?? 60_000,
  });
  const gateway: Gateway = {
    ledger: new Ledger(store.collection('transaction')),
    vault: new Vault(store),
    transientTokens: await TransientTokens.open(store),
    faults,
    now,
    announce: (event) => queue.enqueue(event),
  };
  const merchants = new MerchantDirectory(options.merchants);
  return { store, merchants, gateway, webhooks: { keys, subscriptions, queue, faults, now } };
}

/** @param origin where browsers find the stand-in, known once it listens. */
async function buildApp(
  { store, merchants, gateway, webhooks }: Services,
  { clock, expectedHost, indexDelayMs = 2_000 }: CybersourceOptions,
  origin: () => string,
): Promise<StandInApp> {
  const code = await buildBrowserCode();
  const api = createApi();
  api.use('*', authenticate(merchants, clock, expectedHost));
  api.route('/', paymentRoutes(gateway));
  api.route('/', riskRoutes(gateway));
  const payer = { challenges: store.collection<Challenge>('challenge'), key: randomBytes(32) };
  api.route('/', payerRoutes(gateway, payer, origin));
  api.route('/', searchRoutes(gateway, store.collection('search'), indexDelayMs));
  api.route('/', conversionRoutes(gateway));
  api.route('/', chargebackRoutes(gateway));
  api.route('/', sessionRoutes(gateway, code, origin));
  api.route('/', customerRoutes(gateway));
  api.route('/', instrumentRoutes(gateway));
  api.route('/', networkTokenRoutes(gateway));
  const book = new SubscriptionBook(store.collection('recurring-subscription'));
  api.route('/', subscriptionRoutes(gateway, book));
  api.route('/', webhookRoutes(webhooks));

  const app = createApp();
  app.use('*', applyFaults(gateway.faults, { rateLimit }));
  app.use('*', async (c, next) => {
    await next();
    c.header('v-c-correlation-id', randomUUID());
    // As if the caller's clock were five minutes late.
    const aheadMs = gateway.faults.takeSwitch('clock-ahead') ? 300_000 : 0;
    c.header('date', new Date(clock.now() + aheadMs).toUTCString());
  });
  app.route('/', microformPages(gateway, code, origin));
  app.route('/', payerPages(payer));
  app.route('/', api);
  app.notFound((c) => c.json({ response: { rmsg: 'Resource not found' } }, 404));
  app.onError((error, c) => {
    const nowMs = gateway.now();
    if (error instanceof Refusal) return c.json(error.body(nowMs), error.status);
    console.error(error);
    return c.json(serverError(nowMs), 502);
  });
  return app;
}

function settleBatch(gateway: Gateway): string[] {
  const nowMs = gateway.now();
  const due = gateway.ledger
    .all()
    .filter((row) => isSettleable(row) && settledAt(row, nowMs) === undefined);
  for (const row of due) gateway.ledger.update(row.id, { settledMs: nowMs });
  return due.map((row) => row.id);
}

function rateLimit(): Response {
  return Response.json(
    { response: { rmsg: 'Too Many Requests' } },
    { status: 429, headers: { 'retry-after': '1' } },
  );
}

function serverError(nowMs: number): object {
  return {
    submitTimeUtc: timestamp(nowMs),
    status: 'SERVER_ERROR',
    reason: 'SYSTEM_ERROR',
    message: 'General system failure',
  };
}
