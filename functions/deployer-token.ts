// What the command line shows at the deployer's door: who holds the key of the environment may set an installation up.
import { userInfo } from 'node:os';
import { SignJWT } from 'jose';

/** Good for five minutes. @param tokenKey base64, the functions' TALLYBRIDGE_TOKEN_KEY. */
export function deployerToken(installation: string, tokenKey: string): Promise<string> {
  return new SignJWT({ ins: installation, name: userInfo().username })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('tallybridge')
    .setAudience('deployer')
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(Buffer.from(tokenKey, 'base64'));
}
