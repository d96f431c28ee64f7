// Zoho's keeper of connections: one authorization per product and person, its tokens never leave this server.
import { randomBytes } from 'node:crypto';
import type { SandboxClock } from '../../clock.ts';
import type { Collection, DocumentStore } from '../../document-store.ts';
import type { Product } from '../proxy-envelopes.ts';
import { CALLBACK_PATH, type CustomService } from './custom-service.ts';
import { type HeldToken, TokenClient } from './token-client.ts';

/** An authorization that has begun: which person of which product left for the service. */
interface Begun {
  readonly product: Product;
  readonly email: string;
  readonly endsAt: number;
}

export type Finished =
  | { readonly ok: true; readonly product: Product }
  | { readonly ok: false; readonly reason: string };

export interface ConnectionsOptions {
  readonly clock: SandboxClock;
  readonly store: DocumentStore;
  readonly service: CustomService;
  /** Root of the pages, known once they listen. */
  readonly pagesUrl: () => string;
}

const MINUTE_MS = 60_000;
const BEGUN_LIFE_MS = 10 * MINUTE_MS;

export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #client: TokenClient;
  readonly #held: Collection<HeldToken>;
  readonly #begun = new Map<string, Begun>();
  /** A refresh token that rotates may be used once: whoever comes meanwhile waits for the same answer. */
  readonly #refreshing = new Map<string, Promise<string | undefined>>();

  constructor(options: ConnectionsOptions) {
    this.#options = options;
    this.#client = new TokenClient(options.service, options.clock);
    this.#held = options.store.collection('connection-token');
  }

  isAuthorized(product: Product, email: string): boolean {
    return this.#held.get(keyOf(product, email)) !== undefined;
  }

  /** Puts in what the person would have authorized, for whoever measures something else. */
  hold(product: Product, email: string, token: HeldToken): void {
    this.#held.put(keyOf(product, email), token);
  }

  /** Where the person's browser goes to authorize. */
  begin(product: Product, email: string): string {
    const { service, clock } = this.#options;
    const state = randomBytes(24).toString('base64url');
    this.#begun.set(state, { product, email, endsAt: clock.now() + BEGUN_LIFE_MS });
    const url = new URL(service.authorizeUrl);
    url.searchParams.set('response_type', 'code');
    url.searchParams.set('client_id', service.clientId);
    url.searchParams.set('redirect_uri', this.#redirectUri());
    url.searchParams.set('scope', service.scope);
    url.searchParams.set('state', state);
    return url.href;
  }

  /** Takes what the service sent back through the browser of the person with this address. */
  async finish(query: Readonly<Record<string, string>>, email: string): Promise<Finished> {
    const begun = this.#begun.get(query.state ?? '');
    this.#begun.delete(query.state ?? '');
    if (begun === undefined || begun.email !== email || begun.endsAt <= this.#options.clock.now()) {
      return { ok: false, reason: 'This authorization was not begun here, or too long ago.' };
    }
    if (query.code === undefined) {
      return { ok: false, reason: query.error_description ?? query.error ?? 'No code came back.' };
    }
    const answer = await this.#client.redeem(query.code, this.#redirectUri());
    if (!answer.ok) return { ok: false, reason: `The service refused the code: ${answer.error}.` };
    this.#held.put(keyOf(begun.product, email), answer.token);
    return { ok: true, product: begun.product };
  }

  /** A token with a minute or more to live; undefined when the person has to authorize (again). */
  async token(product: Product, email: string): Promise<string | undefined> {
    const held = this.#held.get(keyOf(product, email));
    if (held === undefined) return undefined;
    if (held.expiresAt - this.#options.clock.now() >= MINUTE_MS) return held.accessToken;
    return this.renew(product, email, held.accessToken);
  }

  /**
   * A token in place of one that has expired or was refused.
   * @throws when the service does not answer.
   */
  async renew(product: Product, email: string, spent: string): Promise<string | undefined> {
    const key = keyOf(product, email);
    const running = this.#refreshing.get(key);
    if (running !== undefined) return running;
    const held = this.#held.get(key);
    if (held !== undefined && held.accessToken !== spent) return held.accessToken;
    const refresh = this.#refresh(key, held).finally(() => this.#refreshing.delete(key));
    this.#refreshing.set(key, refresh);
    return refresh;
  }

  async revoke(product: Product, email: string): Promise<void> {
    const key = keyOf(product, email);
    const held = this.#held.get(key);
    this.#held.delete(key);
    if (held !== undefined) await this.#client.revoke(held.refreshToken ?? held.accessToken);
  }

  async #refresh(key: string, held: HeldToken | undefined): Promise<string | undefined> {
    if (held?.refreshToken === undefined) return this.#forget(key);
    const answer = await this.#client.refresh(held.refreshToken);
    if (answer.ok) return this.#held.put(key, answer.token).accessToken;
    if (answer.error === 'unreachable') throw new Error('the service does not answer');
    return this.#forget(key);
  }

  #forget(key: string): undefined {
    this.#held.delete(key);
  }

  #redirectUri(): string {
    return this.#options.pagesUrl() + CALLBACK_PATH;
  }
}

function keyOf(product: Product, email: string): string {
  return `${product}|${email}`;
}
