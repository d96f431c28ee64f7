// Capture contexts and the transient tokens made under them: issued, checked, and redeemed by payments.
import {
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';
import type { Collection, DocumentStore } from '../../document-store.ts';
import { type Card, maskedNumber } from '../cards.ts';
import { tokenId } from '../ids.ts';
import { invalidField } from '../refusal.ts';

const LIFE_MS = 15 * 60_000;

/** One capture context: its one-time key signs the token made under it. */
export interface CaptureContext {
  readonly id: string;
  readonly merchantId: string;
  readonly targetOrigins: readonly string[];
  readonly allowedCardNetworks: readonly string[];
  readonly includeCardPrefix: boolean;
  readonly privateKey: JWK;
  readonly expiresMs: number;
}

interface KeptToken {
  readonly jti: string;
  readonly merchantId: string;
  readonly contextId: string;
  readonly card: Card;
  readonly expiresMs: number;
  readonly used: boolean;
}

interface KeyPair {
  readonly kid: string;
  readonly publicKey: JWK;
  readonly privateKey: JWK;
}

/** What a session asks for. */
export type ContextOrder = Omit<CaptureContext, 'id' | 'privateKey' | 'expiresMs'>;

/** What the frame sends to be tokenized is not acceptable. */
export class TokenizationError extends Error {
  readonly location: string;

  constructor(location: string, message: string) {
    super(message);
    this.location = location;
  }
}

export class TransientTokens {
  readonly #contexts: Collection<CaptureContext>;
  readonly #tokens: Collection<KeptToken>;
  readonly #signingKey: KeyPair;

  private constructor(store: DocumentStore, signingKey: KeyPair) {
    this.#contexts = store.collection('context');
    this.#tokens = store.collection('transient');
    this.#signingKey = signingKey;
  }

  /** Opens with the signing key of this data folder, making one the first time. */
  static async open(store: DocumentStore): Promise<TransientTokens> {
    const keys = store.collection<KeyPair>('signing-key');
    const signingKey = keys.get('microform') ?? keys.put('microform', await newKeyPair('cc'));
    return new TransientTokens(store, signingKey);
  }

  /** The public key contexts are signed with, if `kid` names it. */
  publicKey(kid: string): JWK | undefined {
    return kid === this.#signingKey.kid ? this.#signingKey.publicKey : undefined;
  }

  /**
   * Opens a capture context and signs it.
   * @param describe the `flx` and `ctx` claims, given the context's id and one-time public key.
   */
  async openContext(
    order: ContextOrder,
    nowMs: number,
    describe: (contextId: string, publicKey: JWK) => JWTPayload,
  ): Promise<string> {
    this.#forgetExpired(nowMs);
    const pair = await newKeyPair('08');
    const context = this.#contexts.put(pair.kid, {
      ...order,
      id: pair.kid,
      privateKey: pair.privateKey,
      expiresMs: nowMs + LIFE_MS,
    });
    return new SignJWT(describe(context.id, pair.publicKey))
      .setProtectedHeader({ kid: this.#signingKey.kid, alg: 'RS256' })
      .setIssuer('Flex API')
      .setIssuedAt(seconds(nowMs))
      .setExpirationTime(seconds(context.expiresMs))
      .setJti(tokenId())
      .sign(await importJWK(this.#signingKey.privateKey, 'RS256'));
  }

  /** The context of a capture context JWT we signed. @throws TokenizationError */
  async readContext(jwt: string, nowMs: number): Promise<CaptureContext> {
    try {
      const key = await importJWK(this.#signingKey.publicKey, 'RS256');
      const { payload } = await jwtVerify(jwt, key, { currentDate: new Date(nowMs) });
      const { jwk } = payload.flx as { jwk: { kid: string } };
      const context = this.#contexts.get(jwk.kid);
      if (context !== undefined) return context;
    } catch {
      // Told below: the frame needs no more than that.
    }
    throw new TokenizationError('captureContext', 'The capture context is not valid or expired');
  }

  /** Keeps the card and answers the transient token's JWT. */
  async issue(context: CaptureContext, card: Card, nowMs: number): Promise<string> {
    const jti = tokenId();
    const expiresMs = nowMs + LIFE_MS;
    const { merchantId, id: contextId } = context;
    this.#tokens.put(jti, { jti, merchantId, contextId, card, expiresMs, used: false });
    return new SignJWT({ type: 'mf-2.0.0', content: tokenContent(context, card) })
      .setProtectedHeader({ kid: context.id, alg: 'RS256' })
      .setIssuer('Flex/00')
      .setIssuedAt(seconds(nowMs))
      .setExpirationTime(seconds(expiresMs))
      .setJti(jti)
      .sign(await importJWK(context.privateKey, 'RS256'));
  }

  /** The card behind a transient token. @throws Refusal 400 for a forged, foreign, used or old one. */
  async redeem(
    merchantId: string,
    sent: { transientTokenJwt?: string | undefined; jti?: string | undefined },
    nowMs: number,
  ): Promise<{ jti: string; card: Card }> {
    const byJwt = sent.transientTokenJwt !== undefined;
    const jti = byJwt ? await this.#verify(sent.transientTokenJwt ?? '', nowMs) : sent.jti;
    const token = jti === undefined ? undefined : this.#tokens.get(jti);
    // Guides differ on whether a token may pay twice; the strict reading is kept here.
    const usable = token?.merchantId === merchantId && !token.used && nowMs < token.expiresMs;
    if (!usable) throw invalidField(`tokenInformation.${byJwt ? 'transientTokenJwt' : 'jti'}`);
    return token;
  }

  markUsed(jti: string): void {
    const token = this.#tokens.get(jti);
    if (token !== undefined) this.#tokens.put(jti, { ...token, used: true });
  }

  async #verify(jwt: string, nowMs: number): Promise<string | undefined> {
    try {
      const { payload } = await jwtVerify(
        jwt,
        async ({ kid = '' }) => {
          const context = this.#contexts.get(kid);
          if (context === undefined) throw new Error('no such context');
          return importJWK(publicPart(context.privateKey), 'RS256');
        },
        { currentDate: new Date(nowMs), algorithms: ['RS256'] },
      );
      return payload.jti;
    } catch {
      return undefined;
    }
  }

  /** A token may outlive its context's JWT, so contexts are kept as long again. */
  #forgetExpired(nowMs: number): void {
    for (const context of this.#contexts.list()) {
      if (context.expiresMs + LIFE_MS < nowMs) this.#contexts.delete(context.id);
    }
    for (const token of this.#tokens.list()) {
      if (token.expiresMs < nowMs) this.#tokens.delete(token.jti);
    }
  }
}

function tokenContent(context: CaptureContext, card: Card): object {
  return {
    paymentInformation: {
      card: {
        expirationMonth: { value: card.expirationMonth },
        expirationYear: { value: card.expirationYear },
        number: {
          maskedValue: context.includeCardPrefix
            ? maskedNumber(card)
            : `XXXXXXXXXXXX${card.suffix}`,
          ...(context.includeCardPrefix ? { bin: card.prefix } : {}),
          detectedCardTypes: [card.type],
        },
        ...(card.securityCodeGiven ? { securityCode: {} } : {}),
      },
    },
  };
}

async function newKeyPair(prefix: string): Promise<KeyPair> {
  const pair = await generateKeyPair('RS256', { extractable: true });
  const kid = `${prefix}${tokenId().slice(prefix.length)}`;
  const common = { kid, use: 'sig', alg: 'RS256' };
  return {
    kid,
    publicKey: { ...(await exportJWK(pair.publicKey)), ...common },
    privateKey: { ...(await exportJWK(pair.privateKey)), ...common },
  };
}

function publicPart({ kty = '', n = '', e = '' }: JWK): JWK {
  return { kty, n, e };
}

function seconds(epochMs: number): number {
  return Math.floor(epochMs / 1000);
}
