// What secrets an installation holds, by kind, key id and age, and how far a change of the master key has come; never a value.
import type { SecretsReply, SecretView } from '../../contract/lifecycle.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import type { Clock, RenewableSecrets } from '../../ports/platform.ts';
import type { Store } from '../../ports/store.ts';
import { readInstallation, refusedToConfigure } from '../connect/installation-record.ts';
import { type InstallationSecrets, readMerchants } from '../connect/installation-settings.ts';
import { type MerchantRecord, openMerchant } from '../connect/merchant-record.ts';
import { countSealed } from './renew-secrets.ts';

export async function showSecrets(
  ports: { readonly store: Store; readonly clock: Clock; readonly secrets: RenewableSecrets },
  installation: InstallationId,
  actor: Actor,
): Promise<Result<SecretsReply>> {
  const mayNot = refusedToConfigure(actor);
  if (mayNot !== undefined) return mayNot;
  const { masterKeyId } = ports.secrets;
  const now = ports.clock.now();
  const [{ secrets }, rows, counted] = await Promise.all([
    readInstallation(ports, installation),
    readMerchants(ports.store, installation),
    countSealed(ports, installation),
  ]);
  // A company that leaves has rows whose secrets are forgotten.
  const merchants = rows
    .filter((row) => row.secrets !== undefined)
    .map((row) => openMerchant(ports.secrets, row));
  const all = [...merchants.flatMap(ofMerchant), ...ofInstallation(secrets)];
  return ok({
    now,
    secrets: all.map(({ formerUntil = 0, ...view }) =>
      formerUntil > now ? { ...view, formerUntil } : view,
    ),
    masterKeyId,
    ...counted,
  });
}

function ofMerchant({ merchantId, settings, secrets }: MerchantRecord): readonly SecretView[] {
  const { keyId, privateKey, webhookKeys, formerWebhookKeys = [], since = {} } = secrets;
  const [webhook] = webhookKeys;
  const formerUntil = Math.max(0, ...formerWebhookKeys.map(({ until }) => until));
  return [
    {
      kind: 'gateway-key',
      of: merchantId,
      keyId,
      isCertificate: privateKey !== undefined,
      ...age(since['gateway-key']),
    },
    ...(webhook === undefined
      ? []
      : [
          {
            kind: 'gateway-webhook',
            of: merchantId,
            keyId: webhook.keyId,
            formerUntil,
            ...age(since['gateway-webhook']),
            ...(settings.webhook?.keyExpiresAt === undefined
              ? {}
              : { endsAt: settings.webhook.keyExpiresAt }),
          } as const,
        ]),
  ];
}

function ofInstallation(secrets: Partial<InstallationSecrets>): readonly SecretView[] {
  const { zohoRefreshToken, zohoClientSecret, shop, financeWebhookSecret } = secrets;
  const { former, since = {} } = secrets;
  const one = (
    kind: SecretView['kind'],
    held: unknown,
    replaced?: { readonly until: number },
  ): readonly SecretView[] =>
    held === undefined ? [] : [{ kind, formerUntil: replaced?.until ?? 0, ...age(since[kind]) }];
  return [
    ...one('zoho-sign-in', zohoRefreshToken),
    ...one('zoho-client', zohoClientSecret, former?.zohoClient),
    ...one('shop-api', shop),
    ...one('shop-webhook', shop, former?.shopWebhook),
    ...one('books-webhook', financeWebhookSecret, former?.financeWebhook),
    ...(secrets.channels ?? [])
      .filter(({ kind }) => kind === 'webhook' || kind === 'slack')
      .map(({ name }) => ({
        kind: 'channel' as const,
        of: name,
        formerUntil: former?.channels?.[name]?.until ?? 0,
        ...age(since[`channel ${name}`]),
      })),
  ];
}

function age(since: number | undefined): { readonly since?: number } {
  return since === undefined ? {} : { since };
}
