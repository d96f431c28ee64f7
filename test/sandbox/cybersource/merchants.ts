// The merchants this gateway knows, by id and by key.

/** One merchant account and the shared secret that its clients sign with. */
export interface MerchantSeed {
  readonly merchantId: string;
  /** Key id of the shared secret: `keyid` of HTTP Signature and `kid` of an HS256 JWT. */
  readonly keyId: string;
  /** Base64. */
  readonly secret: string;
  /** The currency it is seeded with; requests name their own. */
  readonly currency: string;
  /** Webhooks and keys belong to this organization; the merchant id when absent. */
  readonly organizationId?: string;
  /** Refuse an authorization that repeats code, card and amount of one within 15 minutes (reason code 104). */
  readonly refuseRepeatedCodes?: boolean;
}

export interface Merchant extends MerchantSeed {
  readonly organizationId: string;
  readonly secretBytes: Uint8Array;
}

/** A key that a JWT was signed with. */
export interface MerchantKey {
  readonly merchant: Merchant;
  /** PEM public key of an RS256 certificate; undefined for the shared secret. */
  readonly publicKeyPem?: string;
}

export class MerchantDirectory {
  readonly all: readonly Merchant[];
  readonly #byKid = new Map<string, MerchantKey>();

  constructor(seeds: readonly MerchantSeed[]) {
    this.all = seeds.map((seed) => ({
      ...seed,
      organizationId: seed.organizationId ?? seed.merchantId,
      secretBytes: Buffer.from(seed.secret, 'base64'),
    }));
    for (const merchant of this.all) this.#byKid.set(merchant.keyId, { merchant });
  }

  /** Adds the public key of a merchant's certificate. */
  registerCertificate(merchantId: string, kid: string, publicKeyPem: string): void {
    this.#byKid.set(kid, { merchant: this.get(merchantId), publicKeyPem });
  }

  key(kid: string): MerchantKey | undefined {
    return this.#byKid.get(kid);
  }

  /** @throws when there is none: callers name merchants they were seeded with. */
  get(merchantId: string): Merchant {
    const merchant = this.all.find((candidate) => candidate.merchantId === merchantId);
    if (merchant === undefined) throw new Error(`no merchant ${merchantId}`);
    return merchant;
  }
}
