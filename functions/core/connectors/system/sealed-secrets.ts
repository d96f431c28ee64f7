// Secrets at rest: AES-256-GCM, each text with a random key of its own that a master key of the environment wraps.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { RenewableSecrets, SealedPlace } from '../../ports/platform.ts';

/** `v2.<master key id>.<wrapped key>.<sealed text>`; `v1`, before keys were wrapped: `v1.<iv>.<tag>.<text>`. */
const VERSION = 'v2';
const FIRST_VERSION = 'v1';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

interface MasterKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/**
 * @param masterKey base64 of 32 bytes. Throws when it is anything else.
 * @param previous the former master key, for as long as anything is still wrapped by it.
 */
export function createSecrets(masterKey: string, previous?: string): RenewableSecrets {
  const current = readMasterKey(masterKey);
  const known = previous === undefined ? [current] : [current, readMasterKey(previous)];

  const unwrap = (installation: string, sealed: string, place: SealedPlace) => {
    const [version, id, wrapped, text, ...rest] = sealed.split('.');
    const isWhole = wrapped !== undefined && text !== undefined && rest.length === 0;
    if (version !== VERSION || !isWhole) throw new Error('not a sealed secret');
    const master = known.find((one) => one.id === id);
    if (master === undefined) throw new Error('sealed with a master key that is not known');
    const bound = binding(installation, place);
    return { bound, text, dataKey: decrypt(wrappingKey(master, installation), bound, wrapped) };
  };
  const wrap = (installation: string, bound: string, dataKey: Buffer, text: string) => {
    const wrapped = encrypt(wrappingKey(current, installation), bound, dataKey);
    return [VERSION, current.id, wrapped, text].join('.');
  };

  return {
    masterKeyId: current.id,
    seal(installation, plain, place) {
      const dataKey = randomBytes(KEY_BYTES);
      const bound = binding(installation, place);
      return wrap(installation, bound, dataKey, encrypt(dataKey, bound, Buffer.from(plain)));
    },
    open(installation, sealed, place) {
      if (isFirstVersion(sealed)) return openFirstVersion(known, installation, sealed);
      const { bound, text, dataKey } = unwrap(installation, sealed, place);
      return decrypt(dataKey, bound, text).toString('utf8');
    },
    isCurrent: (sealed) => sealed.startsWith(`${VERSION}.${current.id}.`),
    renew(installation, sealed, place) {
      if (isFirstVersion(sealed)) {
        return this.seal(installation, openFirstVersion(known, installation, sealed), place);
      }
      const { bound, text, dataKey } = unwrap(installation, sealed, place);
      return wrap(installation, bound, dataKey, text);
    },
  };
}

function readMasterKey(base64: string): MasterKey {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== KEY_BYTES) throw new Error('a master key is 32 bytes in base64');
  const id = Buffer.from(hkdfSync('sha256', bytes, '', 'tallybridge master key id', 6));
  return { id: id.toString('base64url'), bytes };
}

/** Another one for each installation: even an installation's wrapped keys mean nothing in another. */
function wrappingKey({ bytes }: MasterKey, installation: string): Buffer {
  return derived(bytes, installation, 'tallybridge data key');
}

function derived(master: Buffer, installation: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, installation, purpose, KEY_BYTES));
}

function binding(installation: string, place: SealedPlace): string {
  return JSON.stringify([installation, place]);
}

function encrypt(key: Buffer, bound: string, plain: Buffer): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** Throws when key, binding or text are not those that it was encrypted with. */
function decrypt(key: Buffer, bound: string, text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length < IV_BYTES + TAG_BYTES) throw new Error('not a sealed secret');
  const iv = bytes.subarray(0, IV_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const body = bytes.subarray(IV_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

function isFirstVersion(sealed: string): boolean {
  return sealed.startsWith(`${FIRST_VERSION}.`);
}

/** It names no master key, so each is tried; only the right one fits. */
function openFirstVersion(
  known: readonly MasterKey[],
  installation: string,
  sealed: string,
): string {
  const [, iv = '', tag = '', body = ''] = sealed.split('.');
  const text = Buffer.concat([iv, tag, body].map((part) => Buffer.from(part, 'base64url')));
  for (const { bytes } of known) {
    const key = derived(bytes, installation, 'tallybridge secrets');
    try {
      return decrypt(key, installation, text.toString('base64url')).toString('utf8');
    } catch {
      // The next key, if there is one.
    }
  }
  throw new Error('sealed with a master key that is not known');
}
