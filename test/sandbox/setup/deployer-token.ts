// The token of whoever deployed the functions and sets the company up from the command line.
import { SignJWT } from 'jose';
import type { SandboxClock } from '../clock.ts';
import { company } from './company-facts.ts';
import type { Credentials } from './credentials.ts';

const LIFE_S = 5 * 60;

/** Signed with the key that only the functions' environment holds; good for setting up, not for money. */
export function deployerToken(
  clock: SandboxClock,
  { tokenKey }: Pick<Credentials, 'tokenKey'>,
): Promise<string> {
  const issuedAt = Math.floor(clock.now() / 1000);
  return new SignJWT({ ins: company.installation, name: 'sandbox' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('tallybridge')
    .setAudience('deployer')
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFE_S)
    .sign(Buffer.from(tokenKey, 'base64'));
}
