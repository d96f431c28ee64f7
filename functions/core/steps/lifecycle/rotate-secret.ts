// Replaces one secret without downtime: what others sign with stays believed for a while, our own calls use the new one.
import type { RotateReply, RotateRequest } from '../../contract/lifecycle.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import { auditBy } from '../../work/audit.ts';
import {
  type ConnectPorts,
  changeInstallation,
  refusedToConfigure,
} from '../connect/installation-record.ts';
import type { InstallationSecrets, MerchantSecrets } from '../connect/installation-settings.ts';
import { findMerchant, saveMerchantRecord } from '../connect/merchant-record.ts';
import { OVERLAP_MS } from './former-secrets.ts';

/** All instances have read the new secret by then. */
const KNOWN_EVERYWHERE_MS = 60_000;
const HOUR_MS = 3_600_000;

type Secrets = Partial<InstallationSecrets>;

/**
 * Saves the new secret. `not-found` when nothing of the kind is connected.
 * @returns from when everybody may use the new secret, and until when the old one is believed (epoch ms).
 */
export async function rotateSecret(
  ports: ConnectPorts,
  installation: InstallationId,
  actor: Actor,
  request: RotateRequest,
): Promise<Result<RotateReply>> {
  const mayNot = refusedToConfigure(actor);
  if (mayNot !== undefined) return mayNot;
  const hours = request.overlapHours;
  const overlapMs = hours === undefined ? OVERLAP_MS : hours * HOUR_MS;
  const now = ports.clock.now();
  const found =
    request.kind === 'gateway-key' || request.kind === 'gateway-webhook'
      ? await rotateOfMerchant(ports, installation, request, overlapMs)
      : await rotateOfInstallation(ports, installation, request, overlapMs);
  if (found !== undefined) return refused(found);
  await auditBy(ports, actor, {
    installation,
    action: 'secret.rotated',
    subject: `${request.kind}${'merchantId' in request ? ` ${request.merchantId}` : ''}${
      'name' in request ? ` ${request.name}` : ''
    }`,
    detail: { overlapHours: overlapMs / HOUR_MS },
  });
  return ok({ usableFrom: now + KNOWN_EVERYWHERE_MS, formerUntil: now + overlapMs });
}

type OfMerchant = Extract<RotateRequest, { readonly merchantId: string }>;
type OfInstallation = Exclude<RotateRequest, OfMerchant>;

async function rotateOfMerchant(
  ports: ConnectPorts,
  installation: InstallationId,
  request: OfMerchant,
  overlapMs: number,
): Promise<Problem | undefined> {
  const { merchantId, keyId } = request;
  const known = await findMerchant(ports, installation, merchantId);
  if (known === undefined)
    return problem('merchant-unknown', 'fix-setup', { merchant: merchantId });
  const { privateKey: _certificate, ...held } = known.secrets;
  const secrets: MerchantSecrets =
    request.kind === 'gateway-key'
      ? { ...held, keyId, secret: request.secret }
      : { ...known.secrets, webhookKeys: [{ keyId, key: request.key }] };
  const webhookKeyIds = secrets.webhookKeys.map((one) => one.keyId);
  const settings = { ...known.settings, webhookKeyIds };
  await saveMerchantRecord(ports, installation, { merchantId, settings, secrets }, overlapMs);
  return undefined;
}

async function rotateOfInstallation(
  ports: ConnectPorts,
  installation: InstallationId,
  request: OfInstallation,
  overlapMs: number,
): Promise<Problem | undefined> {
  let isThere = false;
  const saved = await changeInstallation(ports, installation, ({ secrets }) => {
    const next = replaced(secrets, request);
    isThere = next !== undefined;
    return { secrets: next ?? secrets, overlapMs };
  });
  if (!saved.ok) return saved.problem;
  return isThere ? undefined : problem('not-found', 'fix-input', { what: 'The secret' });
}

/** The secrets with the new one in its place; undefined when nothing of the kind is there to be replaced. */
function replaced(secrets: Secrets, request: OfInstallation): Secrets | undefined {
  switch (request.kind) {
    case 'zoho-client':
      if (secrets.zohoClientSecret === undefined) return undefined;
      return { ...secrets, zohoClientSecret: request.clientSecret };
    case 'shop-api': {
      const { consumerKey, consumerSecret } = request;
      return secrets.shop && { ...secrets, shop: { ...secrets.shop, consumerKey, consumerSecret } };
    }
    case 'shop-webhook':
      return (
        secrets.shop && { ...secrets, shop: { ...secrets.shop, webhookSecret: request.secret } }
      );
    case 'books-webhook':
      if (secrets.financeWebhookSecret === undefined) return undefined;
      return { ...secrets, financeWebhookSecret: request.secret };
    case 'channel':
      return withChannel(secrets, request);
  }
}

function withChannel(
  secrets: Secrets,
  { name, secret }: Extract<RotateRequest, { readonly kind: 'channel' }>,
): Secrets | undefined {
  const held = secrets.channels?.find((one) => one.name === name);
  if (held === undefined) return undefined;
  if (held.kind !== 'webhook' && held.kind !== 'slack') return undefined;
  const isSigned = secret.startsWith('whsec_');
  if (isSigned !== (held.kind === 'webhook')) return undefined;
  // The address of a Slack channel is its key.
  const next = held.kind === 'webhook' ? { ...held, secret } : { ...held, address: secret };
  const channels = secrets.channels?.map((one) => (one === held ? next : one)) ?? [];
  return { ...secrets, channels };
}
