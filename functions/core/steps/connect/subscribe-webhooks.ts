// The gateway's announcements of one merchant id: a signing key, a subscription to our address, and how the gateway's review stands.
import type { SetupView } from '../../contract/setup.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import type { GatewayProduct, GatewaySetup, SigningKey, Subscription } from '../../ports/setup.ts';
import type { InstallationRecord } from './installation-record.ts';
import { type MerchantRecord, saveMerchantRecord } from './merchant-record.ts';
import {
  auditSetup,
  type OpenMerchant,
  openForSetup,
  openMerchantSetup,
  type SetupPorts,
  stepMissing,
} from './setup-ports.ts';
import { showSetup } from './show-setup.ts';

/** What we want to hear of; a merchant id may be offered less. */
const wanted: readonly GatewayProduct[] = [
  {
    id: 'cardProcessing',
    events: [
      'payments.payments.accept',
      'payments.payments.review',
      'payments.payments.reject',
      'payments.payments.partial.approval',
      'payments.captures.accept',
      'payments.captures.review',
      'payments.captures.reject',
      'payments.refunds.accept',
      'payments.refunds.reject',
      'payments.reversals.accept',
      'payments.reversals.reject',
      'payments.credits.accept',
      'payments.credits.reject',
      'payments.voids.accept',
      'payments.voids.reject',
    ],
  },
  {
    id: 'decisionManager',
    events: ['risk.casemanagement.decision.accept', 'risk.casemanagement.decision.reject'],
  },
  {
    id: 'tokenManagement',
    events: [
      'tms.networktoken.provisioned',
      'tms.networktoken.updated',
      'tms.token.created',
      'tms.token.updated',
      'tms.token.pan_updated',
    ],
  },
];

/** Renewed this long before its end. */
export const KEY_RENEWED_BEFORE_MS = 30 * 24 * 3_600_000;

/**
 * Subscribes, or takes the subscription that is there already; makes a signing key where there is none or it is about to
 * end. Pressing it again makes no second subscription.
 */
export async function subscribeWebhooks(
  ports: SetupPorts,
  installation: InstallationId,
  actor: Actor,
  request: { readonly merchantId: string },
): Promise<Result<SetupView>> {
  const record = await openForSetup(ports, installation, actor);
  if (!record.ok) return record;
  const url = webhookUrl(record.value, installation);
  if (url === undefined) return refused(stepMissing('Enter the address of our hooks'));
  const opened = await openMerchantSetup(ports, installation, record.value, request.merchantId);
  if (!opened.ok) return opened;
  const subscribed = await subscribeMerchant(ports, installation, opened.value, url);
  if (!subscribed.ok) return subscribed;
  const detail = { merchant: request.merchantId, status: subscribed.value.status };
  await auditSetup(ports, installation, actor, 'connection.webhook', detail);
  return showSetup(ports, installation, actor);
}

/** Where the gateway sends to; undefined while nobody has said where our hooks are. */
export function webhookUrl(
  { settings }: InstallationRecord,
  installation: InstallationId,
): string | undefined {
  const base = settings.doors?.hooksUrl;
  return base === undefined ? undefined : `${base}/cybersource/${installation}`;
}

/** The key is saved before the gateway sends with it: no announcement is refused in between. */
export async function subscribeMerchant(
  ports: SetupPorts,
  installation: InstallationId,
  { record, gateway }: OpenMerchant,
  url: string,
): Promise<Result<Subscription>> {
  const keyed = await withSigningKey(ports, installation, record, gateway);
  if (!keyed.ok) return keyed;
  const subscription = await ensureSubscription(gateway, url, record.merchantId);
  if (!subscription.ok) return subscription;
  await rememberWebhook(ports, installation, keyed.value, subscription.value);
  return subscription;
}

async function withSigningKey(
  ports: SetupPorts,
  installation: InstallationId,
  record: MerchantRecord,
  gateway: GatewaySetup,
): Promise<Result<MerchantRecord>> {
  const endsAt = record.settings.webhook?.keyExpiresAt;
  const now = ports.clock.now();
  const lasts = endsAt === undefined || endsAt - now > KEY_RENEWED_BEFORE_MS;
  if (record.secrets.webhookKeys.length > 0 && lasts) return ok(record);
  const made = await gateway.createSigningKey();
  if (!made.ok) return made;
  const keyed = addKey(record, made.value, now);
  await saveMerchantRecord(ports, installation, keyed);
  return ok(keyed);
}

/** It takes the place of the one before, which stays believed for a while: what is under way was signed with it. */
function addKey(record: MerchantRecord, made: SigningKey, now: number): MerchantRecord {
  const { keyId, key, expiresAt } = made;
  const webhookKeys = [{ keyId, key }];
  const { webhook, ...settings } = record.settings;
  return {
    ...record,
    settings: {
      ...settings,
      webhookKeyIds: webhookKeys.map((one) => one.keyId),
      webhook: {
        id: webhook?.id ?? '',
        status: webhook?.status ?? 'NONE',
        checkedAt: now,
        ...(expiresAt === undefined ? {} : { keyExpiresAt: expiresAt }),
      },
    },
    secrets: { ...record.secrets, webhookKeys },
  };
}

async function ensureSubscription(
  gateway: GatewaySetup,
  url: string,
  merchant: string,
): Promise<Result<Subscription>> {
  const all = await gateway.subscriptions();
  if (!all.ok) return all;
  const own = all.value.find((one) => one.url === url);
  if (own !== undefined) return revived(gateway, own);
  const products = await gateway.products();
  if (!products.ok) return products;
  const offered = offeredOf(products.value);
  if (offered.length === 0)
    return refused(problem('webhook-not-offered', 'ask-gateway', { merchant }));
  const made = await gateway.subscribe(url, offered);
  return made.ok ? revived(gateway, made.value) : made;
}

/** What is in review can't be switched on: the gateway does it when it is through. */
async function revived(gateway: GatewaySetup, own: Subscription): Promise<Result<Subscription>> {
  if (own.status !== 'INACTIVE' && own.status !== 'SUSPENDED') return ok(own);
  const activated = await gateway.activate(own.id);
  return activated.ok ? ok({ ...own, status: 'ACTIVE' }) : activated;
}

function offeredOf(products: readonly GatewayProduct[]): GatewayProduct[] {
  return wanted.flatMap(({ id, events }) => {
    const own = products.find((one) => one.id === id)?.events ?? [];
    const both = events.filter((event) => own.includes(event));
    return both.length === 0 ? [] : [{ id, events: both }];
  });
}

async function rememberWebhook(
  ports: SetupPorts,
  installation: InstallationId,
  record: MerchantRecord,
  { id, status }: Subscription,
): Promise<void> {
  const webhook = { ...record.settings.webhook, id, status, checkedAt: ports.clock.now() };
  await saveMerchantRecord(ports, installation, {
    ...record,
    settings: { ...record.settings, webhook },
  });
}
