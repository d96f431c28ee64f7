// The vendor's own Node client, called with promises and pointed at a stand-in.
import { createRequire } from 'node:module';
import type { MerchantSeed } from '../../sandbox/cybersource/merchants.ts';
import { Answer } from './answer.ts';

export type AuthMode = 'http_signature' | 'jwt';

/** The host name that clients sign, whatever socket they talk to. */
export const EXPECTED_HOST = 'apitest.cybersource.com';

interface SdkError {
  readonly status?: number;
  readonly message?: string;
  readonly response?: { readonly text?: string };
}
type Callback = (
  error: SdkError | null,
  data: unknown,
  response?: { readonly status: number; readonly text?: string },
) => void;
type Operation = (...args: unknown[]) => void;
type Api = Readonly<Record<string, Operation>>;

interface Sdk {
  readonly ApiClient: new () => object;
  readonly [api: string]: new (config?: object, client?: object) => object;
}

const require = createRequire(import.meta.url);
const sdk = require('cybersource-rest-client') as Sdk;

/** One merchant's client in one way of authenticating. */
export class SdkClient {
  readonly #config: object;

  /** @param extra further settings of the client's configuration, as for a certificate. */
  constructor(url: string, merchant: MerchantSeed, mode: AuthMode, extra: object = {}) {
    this.#config = {
      authenticationType: mode,
      jwtKeyType: 'SHARED_SECRET',
      runEnvironment: EXPECTED_HOST,
      intermediateHost: url,
      merchantID: merchant.merchantId,
      merchantKeyId: merchant.keyId,
      merchantsecretKey: merchant.secret,
      logConfiguration: { enableLog: false },
      ...extra,
    };
  }

  /** Calls one operation; a 4xx or 5xx is an answer too. Rejects when there was none. */
  call(apiName: string, operation: string, ...args: unknown[]): Promise<Answer> {
    const Api = sdk[apiName];
    if (Api === undefined) throw new Error(`the client has no ${apiName}`);
    const api = new Api(structuredClone(this.#config), new sdk.ApiClient()) as Api;
    return new Promise((resolve, reject) => {
      const callback: Callback = (error, _, response) => {
        if (error?.status !== undefined && error.response !== undefined) {
          resolve(new Answer(error.status, parse(error.response.text ?? '')));
        } else if (error !== null || response === undefined) {
          reject(new Error(error?.message ?? 'no response', { cause: error }));
        } else {
          resolve(new Answer(response.status, parse(response.text ?? '')));
        }
      };
      // The client writes into what it is given.
      api[operation]?.(...args.map((arg) => structuredClone(arg)), callback);
    });
  }
}

/** The client quotes a body it was told is text, so that JSON may come wrapped twice. */
function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? parse(value) : value;
  } catch {
    return text;
  }
}
