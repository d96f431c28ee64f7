// Secrets at rest: AES-256-GCM with a key of the installation's own, derived from the master key of the environment.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Secrets } from '../../ports/platform.ts';

const VERSION = 'v1';

/** @param masterKey base64 of 32 bytes, from TALLYBRIDGE_MASTER_KEY. Throws when it is anything else. */
export function createSecrets(masterKey: string): Secrets {
  const master = Buffer.from(masterKey, 'base64');
  if (master.length !== 32) throw new Error('TALLYBRIDGE_MASTER_KEY must be 32 bytes in base64');
  const keyOf = (installation: string) =>
    Buffer.from(hkdfSync('sha256', master, installation, 'tallybridge secrets', 32));
  return {
    seal: (installation, plain) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyOf(installation), iv);
      cipher.setAAD(Buffer.from(installation));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      const parts = [iv, cipher.getAuthTag(), body].map((part) => part.toString('base64url'));
      return [VERSION, ...parts].join('.');
    },
    open: (installation, sealed) => {
      const [version, iv, tag, body] = sealed.split('.');
      if (version !== VERSION || iv === undefined || tag === undefined || body === undefined) {
        throw new Error('not a sealed secret');
      }
      const decipher = createDecipheriv(
        'aes-256-gcm',
        keyOf(installation),
        Buffer.from(iv, 'base64url'),
      );
      decipher.setAAD(Buffer.from(installation));
      decipher.setAuthTag(Buffer.from(tag, 'base64url'));
      const plain = [decipher.update(Buffer.from(body, 'base64url')), decipher.final()];
      return Buffer.concat(plain).toString('utf8');
    },
  };
}
