// Texts that we sign: each is good for one purpose, for minutes, and under our own keys only.
import { errors, jwtVerify, SignJWT } from 'jose';
import type { SignedTokens, TokenAudience } from '../ports/people.ts';
import type { Clock } from '../ports/platform.ts';

/** Base64 of 32 bytes each. */
export interface TokenKeys {
  readonly current: string;
  /** Still believed while the keys are changed. */
  readonly previous?: string;
}

const ISSUER = 'tallybridge';
const MINUTE_MS = 60_000;
const TOLERANCE_S = 30;

/** What lives longer was not made by us, whatever its signature says. */
const lifeMaxMs: Readonly<Record<TokenAudience, number>> = {
  staff: 10 * MINUTE_MS,
  deployer: 5 * MINUTE_MS,
  'zoho-sign-in': 10 * MINUTE_MS,
  'zoho-connect': 5 * MINUTE_MS,
  consent: 10 * MINUTE_MS,
};

/** Throws when a key is anything but 32 bytes in base64. */
export function createSignedTokens(keys: TokenKeys, clock: Clock): SignedTokens {
  const current = readKey(keys.current);
  const known = keys.previous === undefined ? [current] : [current, readKey(keys.previous)];
  return {
    sign(audience, claims, lifeMs) {
      const issuedAtS = Math.floor(clock.now() / 1000);
      return new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuer(ISSUER)
        .setAudience(audience)
        .setIssuedAt(issuedAtS)
        .setExpirationTime(issuedAtS + Math.floor(lifeMs / 1000))
        .sign(current);
    },
    async verify(audience, token) {
      for (const key of known) {
        try {
          const { payload } = await jwtVerify(token, key, {
            algorithms: ['HS256'],
            issuer: ISSUER,
            audience,
            requiredClaims: ['iat', 'exp'],
            currentDate: new Date(clock.now()),
            clockTolerance: TOLERANCE_S,
          });
          const lifeS = (payload.exp ?? 0) - (payload.iat ?? 0);
          if (lifeS * 1000 > lifeMaxMs[audience]) return { ok: false, expired: false };
          return { ok: true, claims: payload };
        } catch (error) {
          if (error instanceof errors.JWSSignatureVerificationFailed) continue;
          return { ok: false, expired: error instanceof errors.JWTExpired };
        }
      }
      return { ok: false, expired: false };
    },
  };
}

function readKey(base64: string): Uint8Array {
  const key = Buffer.from(base64, 'base64');
  if (key.length !== 32) throw new Error('TALLYBRIDGE_TOKEN_KEY must be 32 bytes in base64');
  return key;
}
