// Desk's published keys, fetched when first needed and kept: a webhook has five seconds to be answered.
import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Clock, Transport } from '../ports/platform.ts';

/** Resolves to a portal's key by its id; throws when the keys can't be fetched. */
export type DeskKeys = (deskUrl: string, keyId: string) => Promise<KeyObject | undefined>;

type KeySet = ReadonlyMap<string, KeyObject>;

const KEPT_MS = 3_600_000;
/** A key that we don't know may be a new one: look again, but not for every forged token. */
const LOOK_AGAIN_AFTER_MS = 30_000;
const TIMEOUT_MS = 2_500;

/** A reader with its own memory; one per process. */
export function createDeskKeys(ports: {
  readonly transport: Transport;
  readonly clock: Clock;
}): DeskKeys {
  const kept = new Map<string, { readonly at: number; readonly keys: Promise<KeySet> }>();
  return async (deskUrl, keyId) => {
    const now = ports.clock.now();
    const entry = kept.get(deskUrl);
    if (entry !== undefined && now - entry.at < KEPT_MS) {
      const key = (await entry.keys).get(keyId);
      if (key !== undefined || now - entry.at < LOOK_AGAIN_AFTER_MS) return key;
    }
    const keys = fetchKeys(ports.transport, deskUrl);
    kept.set(deskUrl, { at: now, keys });
    // While Desk does not answer, the keys that we have are still its keys.
    keys.catch(() => {
      if (entry === undefined) kept.delete(deskUrl);
      else kept.set(deskUrl, { ...entry, at: now });
    });
    return (await keys).get(keyId);
  };
}

async function fetchKeys(transport: Transport, deskUrl: string): Promise<KeySet> {
  const answer = await transport.send({
    method: 'GET',
    url: `${deskUrl}/.well-known/jwks.json`,
    headers: { accept: 'application/json' },
    timeoutMs: TIMEOUT_MS,
  });
  if (answer.kind !== 'answered' || answer.status !== 200) {
    throw new Error('the keys of Desk could not be read');
  }
  const { keys } = JSON.parse(answer.body) as { readonly keys: readonly JsonWebKeyOfDesk[] };
  const usable = keys.filter((key) => key.kty === 'RSA' && key.kid !== undefined);
  return new Map(
    usable.map((key) => [key.kid ?? '', createPublicKey({ key: { ...key }, format: 'jwk' })]),
  );
}

interface JsonWebKeyOfDesk {
  readonly kty: string;
  readonly kid?: string;
  readonly n: string;
  readonly e: string;
}
