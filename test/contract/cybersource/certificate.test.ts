// The vendor's client signs with a certificate from a P12 file (RS256).
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { payment, startGateway, type TestGateway } from './gateway.ts';
import { SdkClient } from './sdk.ts';

const KID = '5312345678901234567890';
const PASSWORD = 'p12-password';

/** The parts of the client's own certificate library that a P12 file takes. */
interface Forge {
  readonly asn1: { toDer(value: object): { getBytes(): string } };
  readonly pki: {
    createCertificate(): Certificate;
    privateKeyFromPem(pem: string): object;
    publicKeyFromPem(pem: string): object;
  };
  readonly pkcs12: {
    toPkcs12Asn1(key: object, chain: object[], password: string, options: object): object;
  };
  readonly md: { readonly sha256: { create(): object } };
}

interface Certificate {
  publicKey: object;
  serialNumber: string;
  readonly validity: { notBefore: Date; notAfter: Date };
  setSubject(attributes: readonly object[]): void;
  setIssuer(attributes: readonly object[]): void;
  sign(key: object, digest: object): void;
}

const fromHere = createRequire(import.meta.url);
const forge = createRequire(fromHere.resolve('cybersource-rest-client'))('node-forge') as Forge;

let gateway: TestGateway;
let keysDirectory: string;

beforeAll(async () => {
  gateway = await startGateway();
  keysDirectory = mkdtempSync(join(tmpdir(), 'p12-'));
});
afterAll(async () => {
  await gateway.close();
  rmSync(keysDirectory, { recursive: true });
});

test('a registered certificate pays, an unregistered one does not', async () => {
  const { merchantId } = gateway.shop;
  const publicKeyPem = writeP12(merchantId);
  const client = new SdkClient(gateway.url, gateway.shop, 'jwt', {
    jwtKeyType: 'P12',
    keysDirectory,
    keyFileName: merchantId,
    keyAlias: merchantId,
    keyPass: PASSWORD,
  });
  const before = await client.call('PaymentsApi', 'createPayment', payment());
  gateway.registerCertificate(merchantId, KID, publicKeyPem);
  const after = await client.call('PaymentsApi', 'createPayment', payment());
  expect([before.status, after.status]).toEqual([401, 201]);
});

/** Writes `<merchantId>.p12` and gives its public key. */
function writeP12(merchantId: string): string {
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const key = forge.pki.privateKeyFromPem(pair.privateKey);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(pair.publicKey);
  certificate.serialNumber = '01';
  certificate.validity.notBefore = new Date(Date.now() - 3_600_000);
  certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
  const name = [
    { name: 'commonName', value: merchantId },
    { name: 'serialNumber', type: '2.5.4.5', value: KID },
  ];
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.sign(key, forge.md.sha256.create());
  // The client looks for its certificate by `cn=` in the friendly name.
  const options = { friendlyName: `cn=${merchantId}`, algorithm: '3des' };
  const p12 = forge.pkcs12.toPkcs12Asn1(key, [certificate], PASSWORD, options);
  const bytes = Buffer.from(forge.asn1.toDer(p12).getBytes(), 'binary');
  writeFileSync(join(keysDirectory, `${merchantId}.p12`), bytes);
  return pair.publicKey;
}
