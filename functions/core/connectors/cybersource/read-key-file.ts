// Reads the key of a merchant's P12 file (PKCS #12, RFC 7292): the private key and the serial number that names it.
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { MerchantKey } from '../../ports/setup.ts';
import { type DerValue, derAt, derValues, oidText } from './der.ts';
import { decryptWithPassword } from './password-decryption.ts';

const DATA = '1.2.840.113549.1.7.1';
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
const KEY_BAG = '1.2.840.113549.1.12.10.1.1';
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3';

/** `key-file-unreadable` for a wrong password and for what is no P12 file with a key and its certificate. */
export function readKeyFile(file: Uint8Array, password: string): Result<MerchantKey> {
  try {
    return ok(readKey(Buffer.from(file), password));
  } catch {
    // OpenSSL's words would tell more of the file than of the cause.
    return refused(problem('key-file-unreadable', 'fix-input'));
  }
}

function readKey(file: Buffer, password: string): MerchantKey {
  const bags = safesOf(file, password).flatMap((contents) => derValues(derAt(contents, 0).content));
  const key = bags.map((bag) => keyOf(bag, password)).find((found) => found !== undefined);
  if (key === undefined) throw new Error('the file has no key');
  // The gateway's own certificate lies in the file too.
  const own = bags
    .flatMap((bag) => certificateOf(bag) ?? [])
    .find((certificate) => certificate.checkPrivateKey(key));
  const serial = own === undefined ? undefined : serialNumberOf(own);
  if (serial === undefined) throw new Error('the file has no certificate for its key');
  return {
    keyId: serial,
    secret: '',
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** The contents of each safe: PFX > authSafe > data > list of safes. */
function safesOf(file: Buffer, password: string): Buffer[] {
  const safes = derAt(file, 0, 1, 1, 0).content;
  return derValues(derAt(safes, 0).content).map(({ content }) => {
    const kind = oidText(derAt(content, 0));
    if (kind === DATA) return derAt(content, 1, 0).content;
    if (kind !== ENCRYPTED_DATA) throw new Error('a safe that we do not open');
    const encrypted = derAt(content, 1, 0, 1).content;
    return decryptWithPassword(derAt(encrypted, 1), derAt(encrypted, 2).content, password);
  });
}

function keyOf({ content }: DerValue, passphrase: string): KeyObject | undefined {
  const kind = oidText(derAt(content, 0));
  if (kind !== KEY_BAG && kind !== SHROUDED_KEY_BAG) return undefined;
  const der = { key: derAt(content, 1, 0).whole, format: 'der', type: 'pkcs8' } as const;
  return createPrivateKey(kind === KEY_BAG ? der : { ...der, passphrase });
}

function certificateOf({ content }: DerValue): X509Certificate | undefined {
  if (oidText(derAt(content, 0)) !== CERTIFICATE_BAG) return undefined;
  return new X509Certificate(derAt(content, 1, 0, 1, 0).content);
}

/** The serialNumber in the subject, by which the gateway knows the key; not that of the certificate. */
function serialNumberOf({ subject }: X509Certificate): string | undefined {
  return /^serialNumber=(.+)$/m.exec(subject)?.[1];
}
