// The environment's part of the sign-in: our clients, our address, and where Zoho is.
import { environmentVariable, type RotatedKeys, rotatedKeys } from './environment.ts';

export interface SignInSettings {
  /** The address of the api function, without a slash at its end. */
  readonly publicUrl: string;
  /** Our client in Zoho's API console. */
  readonly zohoClient: { readonly clientId: string; readonly clientSecret: string };
  /** Zoho's connection, as a client of ours. */
  readonly connectionClientId: string;
  readonly connectionClientSecrets: RotatedKeys;
  /** JSON in place of Zoho's own data centres. */
  readonly dataCentres?: string;
}

const SECRET_MIN = 32;

/** Undefined when nothing is set up: then only the command line gets in. Throws when it is set up by half. */
export function readSignInSettings(): SignInSettings | undefined {
  if ((process.env.TALLYBRIDGE_PUBLIC_URL ?? '') === '') return undefined;
  const connectionClientSecrets = rotatedKeys('TALLYBRIDGE_CONNECTION_CLIENT_SECRET');
  if (connectionClientSecrets.current.length < SECRET_MIN) {
    throw new Error(`TALLYBRIDGE_CONNECTION_CLIENT_SECRET needs ${SECRET_MIN} characters`);
  }
  const dataCentres = process.env.TALLYBRIDGE_ZOHO_DATA_CENTRES;
  return {
    publicUrl: publicUrl(environmentVariable('TALLYBRIDGE_PUBLIC_URL')),
    zohoClient: {
      clientId: environmentVariable('TALLYBRIDGE_ZOHO_CLIENT_ID'),
      clientSecret: environmentVariable('TALLYBRIDGE_ZOHO_CLIENT_SECRET'),
    },
    connectionClientId: environmentVariable('TALLYBRIDGE_CONNECTION_CLIENT_ID'),
    connectionClientSecrets,
    ...(dataCentres ? { dataCentres } : {}),
  };
}

/** Codes and cookies travel here: https, but for a machine that is its own only visitor. */
function publicUrl(text: string): string {
  const url = new URL(text);
  const isLocal = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  if (url.protocol !== 'https:' && !isLocal) {
    throw new Error('TALLYBRIDGE_PUBLIC_URL must be an https address');
  }
  return url.href.replace(/\/+$/, '');
}
