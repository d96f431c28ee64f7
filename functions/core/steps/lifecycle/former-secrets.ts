// Secrets that were replaced and stay believed for a while, as their senders can't change theirs at the same moment.
import type { InstallationSecrets, MerchantSecrets } from '../connect/installation-settings.ts';

/** A secret that was replaced, and until when (epoch ms) it is still believed. */
export interface FormerSecret {
  readonly secret: string;
  readonly until: number;
}

/** What an installation has replaced lately. Keys for our own calls are not among them: we use the new one at once. */
export interface FormerSecrets {
  /** Our CRM channel echoes a token that is made of it. */
  readonly zohoClient?: FormerSecret;
  readonly shopWebhook?: FormerSecret;
  readonly financeWebhook?: FormerSecret;
  /** Signing secrets by the channel's name: notices are signed with both. */
  readonly channels?: Readonly<Record<string, FormerSecret>>;
}

/** A gateway's webhook key that was replaced. */
export interface FormerWebhookKey {
  readonly keyId: string;
  readonly key: string;
  readonly until: number;
}

/** As long as the gateway and the shop go on trying to deliver what they signed before. */
export const OVERLAP_MS = 24 * 3_600_000;

/** The secret while it is still believed. */
export function stillBelieved(former: FormerSecret | undefined, now: number): string | undefined {
  return former !== undefined && former.until > now ? former.secret : undefined;
}

/**
 * `after` with what it replaces of `before`; what was replaced earlier ends when it was to end. Whoever writes an
 * installation's secrets passes them through here.
 * @param now epoch ms.
 * @param overlapMs how long the replaced ones stay believed; 0 for one that has leaked.
 */
export function keepFormerSecrets(
  before: Partial<InstallationSecrets>,
  after: Partial<InstallationSecrets>,
  now: number,
  overlapMs = OVERLAP_MS,
): Partial<InstallationSecrets> {
  const { former: _former, since: _since, ...fresh } = after;
  const next = (
    known: FormerSecret | undefined,
    held: string | undefined,
    wanted: string | undefined,
  ): FormerSecret | undefined => {
    // Taken away instead of replaced.
    if (wanted === undefined) return undefined;
    const isSame = held === undefined || held === wanted;
    const former = isSame ? known : { secret: held, until: now + overlapMs };
    return former !== undefined && former.until > now ? former : undefined;
  };
  const { zohoClient, shopWebhook, financeWebhook, channels = {} } = before.former ?? {};
  const kept = {
    zohoClient: next(zohoClient, before.zohoClientSecret, fresh.zohoClientSecret),
    shopWebhook: next(shopWebhook, before.shop?.webhookSecret, fresh.shop?.webhookSecret),
    financeWebhook: next(financeWebhook, before.financeWebhookSecret, fresh.financeWebhookSecret),
    channels: allDefined(
      [...signingSecrets(fresh)].map(
        ([name, wanted]) =>
          [name, next(channels[name], signingSecrets(before).get(name), wanted)] as const,
      ),
    ),
  };
  const former = allDefined(Object.entries(kept));
  const since = ages(namedSecrets(before), namedSecrets(fresh), before.since, now);
  return {
    ...fresh,
    ...(former === undefined ? {} : { former }),
    ...(since === undefined ? {} : { since }),
  };
}

/** Since when each secret is in use, by its name (epoch ms). */
export type SecretAges = Readonly<Record<string, number>>;

/** What is as it was keeps its age: none for what is older than these records. */
function ages(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  known: SecretAges = {},
  now: number,
): SecretAges | undefined {
  return allDefined(
    [...after].map(([name, secret]) => [name, before.get(name) === secret ? known[name] : now]),
  );
}

/** Each secret by the name that its age is kept under. */
function namedSecrets(secrets: Partial<InstallationSecrets>): ReadonlyMap<string, string> {
  const { zohoClientSecret, zohoRefreshToken, shop, financeWebhookSecret, channels } = secrets;
  const all = {
    'zoho-client': zohoClientSecret,
    'zoho-sign-in': zohoRefreshToken,
    'shop-api': shop && `${shop.consumerKey} ${shop.consumerSecret}`,
    'shop-webhook': shop?.webhookSecret,
    'books-webhook': financeWebhookSecret,
    ...Object.fromEntries(
      (channels ?? []).map((one) => [
        `channel ${one.name}`,
        one.kind === 'webhook' ? one.secret : one.kind === 'slack' ? one.address : undefined,
      ]),
    ),
  };
  return new Map(Object.entries(allDefined(Object.entries(all)) ?? {}));
}

/** Of the channels that are signed, by name. */
function signingSecrets({ channels = [] }: Partial<InstallationSecrets>) {
  return new Map(
    channels.flatMap((one) => (one.kind === 'webhook' ? [[one.name, one.secret] as const] : [])),
  );
}

/** The fields that have a value; undefined when none has. */
function allDefined<T>(
  fields: readonly (readonly [string, T | undefined])[],
): Readonly<Record<string, T>> | undefined {
  const there = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return there.length === 0 ? undefined : Object.fromEntries(there);
}

/** As {@link keepFormerSecrets}, of a merchant id: webhook keys that are no longer named stay believed. */
export function keepFormerKeys(
  before: MerchantSecrets | undefined,
  after: MerchantSecrets,
  now: number,
  overlapMs = OVERLAP_MS,
): MerchantSecrets {
  const { formerWebhookKeys: _former, since: _since, ...fresh } = after;
  const named = new Set(fresh.webhookKeys.map(({ keyId }) => keyId));
  const until = now + overlapMs;
  const gone = before?.webhookKeys.map((one) => ({ ...one, until })) ?? [];
  const former = [...gone, ...(before?.formerWebhookKeys ?? [])].filter(
    (one) => !named.has(one.keyId) && one.until > now,
  );
  const names = before === undefined ? new Map() : merchantNames(before);
  const since = ages(names, merchantNames(fresh), before?.since, now);
  return {
    ...fresh,
    ...(former.length === 0 ? {} : { formerWebhookKeys: former }),
    ...(since === undefined ? {} : { since }),
  };
}

function merchantNames({ keyId, webhookKeys }: MerchantSecrets): ReadonlyMap<string, string> {
  const webhook = webhookKeys.map((one) => one.keyId).join(' ');
  return new Map([
    ['gateway-key', keyId],
    ...(webhook === '' ? [] : [['gateway-webhook', webhook] as const]),
  ]);
}
