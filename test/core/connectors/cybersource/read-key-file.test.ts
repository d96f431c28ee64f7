// Reads key files as openssl makes them, in its present way and in the older one.
import { execFileSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readKeyFile } from '../../../../functions/core/connectors/cybersource/read-key-file.ts';

const PASSWORD = 'open sésame';
let folder: string;
const at = (name: string) => join(folder, name);
/** In every CI image; named here, so that it isn't taken for an npm binary. */
const OPENSSL = 'openssl';
const openssl = (...args: string[]) => execFileSync(OPENSSL, args, { stdio: 'pipe' });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'key-file-'));
  const subject = '/serialNumber=1234567890123456789/CN=acme_usd';
  const made = ['-keyout', at('key.pem'), '-out', at('cert.pem'), '-days', '2', '-nodes'];
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-subj', subject, ...made);
  const other = ['-keyout', at('ca-key.pem'), '-out', at('ca.pem'), '-days', '2', '-nodes'];
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-subj', '/CN=CyberSource_SJC_US', ...other);
  const files = ['-inkey', at('key.pem'), '-in', at('cert.pem'), '-certfile', at('ca.pem')];
  const locked = ['-passout', `pass:${PASSWORD}`];
  openssl('pkcs12', '-export', ...files, ...locked, '-out', at('new.p12'));
  const old = ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'];
  openssl('pkcs12', '-export', ...files, ...locked, ...old, '-out', at('old.p12'));
  const bare = ['-keypbe', 'NONE', '-certpbe', 'NONE'];
  openssl('pkcs12', '-export', ...files, ...locked, ...bare, '-out', at('bare.p12'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(['new.p12', 'old.p12', 'bare.p12'])(
  '%s gives its private key and the serial number of its own certificate',
  (name) => {
    const read = readKeyFile(readFileSync(at(name)), PASSWORD);
    expect(read).toMatchObject({ ok: true, value: { keyId: '1234567890123456789', secret: '' } });
    const key = createPrivateKey((read.ok && read.value.privateKey) || '');
    expect(key.equals(createPrivateKey(readFileSync(at('key.pem'))))).toBe(true);
  },
);

test('a wrong password and a file that is none are one problem, without the reason', () => {
  const unreadable = { ok: false, problem: { code: 'key-file-unreadable', remedy: 'fix-input' } };
  expect(readKeyFile(readFileSync(at('new.p12')), 'another')).toEqual(unreadable);
  expect(readKeyFile(Buffer.from('not a key file'), PASSWORD)).toEqual(unreadable);
  expect(readKeyFile(Buffer.alloc(0), PASSWORD)).toEqual(unreadable);
  const cut = readFileSync(at('new.p12')).subarray(0, 900);
  expect(readKeyFile(cut, PASSWORD)).toEqual(unreadable);
});
