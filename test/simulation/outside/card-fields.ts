// The gateway's card fields: a signed context for each load of a page, and the token of what a customer has typed into them.
import { createSign, generateKeyPairSync } from 'node:crypto';
import type { OutsideReply } from './route.ts';

const KID = 'fields-1';
const LIFE_S = 900;

/** One pair signs contexts and tokens; making one takes long, and nothing hangs on whose it is. */
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = { ...pair.publicKey.export({ format: 'jwk' }), kid: KID, alg: 'RS256', use: 'enc' };

/** POST /microform/v2/sessions: the context as plain text. */
export function openFields(nowMs: number): OutsideReply {
  const data = {
    clientLibrary: 'https://fields.test/microform.js',
    clientLibraryIntegrity: `sha256-${Buffer.alloc(32).toString('base64')}`,
    mfOrigin: 'https://fields.test',
  };
  return { status: 201, body: signed(nowMs, { flx: { jwk }, ctx: [{ type: 'mf-2.1.0', data }] }) };
}

/** GET /flex/v2/public-keys/{kid} */
export function publicKey(kid: string): OutsideReply {
  return kid === KID ? { status: 200, body: jwk } : { status: 404, body: {} };
}

/** What the fields hand over once the customer has typed a card. */
export function transientToken(nowMs: number, number: number): string {
  const card = {
    number: { maskedValue: 'XXXXXXXXXXXX1111', detectedCardTypes: ['001'] },
    expirationMonth: { value: '12' },
    expirationYear: { value: '2031' },
  };
  return signed(nowMs, { jti: `1E${number}`, content: { paymentInformation: { card } } });
}

function signed(nowMs: number, claims: object): string {
  const issued = Math.floor(nowMs / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = [
    part({ alg: 'RS256', kid: KID }),
    part({ ...claims, iat: issued, exp: issued + LIFE_S }),
  ].join('.');
  return `${text}.${createSign('RSA-SHA256').update(text).sign(pair.privateKey, 'base64url')}`;
}
