// The cardholders' banks: what they answer to charges of saved cards, and whether they confirm who pays (3-D Secure).
import type { SeededRandom } from '../seeded-random.ts';
import { type OutsideReply, type OutsideRequest, textOf } from './route.ts';

/** A payer whom a bank was asked about. */
interface Asked {
  readonly id: string;
  readonly amount: string;
  state: 'waiting' | 'confirmed' | 'refused' | 'charged';
}

const CONSUMER = 'consumerAuthenticationInformation';

export class Issuers {
  /** Whether the company wants its payers confirmed. */
  confirms: 'asked' | 'always' | undefined;
  readonly #random: SeededRandom;
  readonly #violation: (what: string) => void;
  readonly #plans = new Map<string, string[]>();
  readonly #asked = new Map<string, Asked>();

  constructor(random: SeededRandom, violation: (what: string) => void) {
    this.#random = random;
    this.#violation = violation;
  }

  /** The next charges of a saved card are declined with these reasons, whatever else goes well. */
  plan(cardId: string, reasons: readonly string[]): void {
    this.#plans.set(cardId, [...reasons]);
  }

  planned(cardId: string): string | undefined {
    return this.#plans.get(cardId)?.shift();
  }

  /** Whether the bank wants its cardholder confirmed before it pays. */
  insists(proof: string): boolean {
    return this.confirms === 'asked' && proof === '' && this.#random.chance(0.5);
  }

  /** What goes out with a card that was typed in: once with each bank's word, and only what was confirmed. */
  checkProof(proof: string, amount: string): void {
    if (proof === '') {
      if (this.confirms === 'always') this.#violation('a card is charged, and no bank was asked');
      return;
    }
    const asked = this.#asked.get(proof);
    if (asked?.state !== 'confirmed' || asked.amount !== amount) {
      this.#violation(`${amount} are charged on ${proof}, which is ${asked?.state}`);
      return;
    }
    asked.state = 'charged';
  }

  /** The customer does as the bank's page says, or does not. */
  visit(id: string, isRight: boolean): void {
    const asked = this.#asked.get(id);
    if (asked?.state === 'waiting') asked.state = isRight ? 'confirmed' : 'refused';
  }

  answer({ path, json }: OutsideRequest): OutsideReply | undefined {
    switch (path[2]) {
      case 'authentication-setups': {
        const deviceDataCollectionUrl = 'https://bank.test/device';
        const reference = {
          referenceId: 'device-1',
          accessToken: 'device',
          deviceDataCollectionUrl,
        };
        return { status: 201, body: { status: 'COMPLETED', [CONSUMER]: reference } };
      }
      case 'authentications':
        return this.#ask(textOf(json, 'orderInformation', 'amountDetails', 'totalAmount'));
      case 'authentication-results': {
        const id = textOf(json, CONSUMER, 'authenticationTransactionId');
        const asked = this.#asked.get(id);
        return asked === undefined ? undefined : shown(asked);
      }
      default:
        return undefined;
    }
  }

  #ask(amount: string): OutsideReply {
    const state = this.#random.weighted([
      ['waiting', 50],
      ['confirmed', 35],
      ['refused', 15],
    ] as const);
    const asked = { id: `auth-${this.#asked.size + 1}`, amount, state };
    this.#asked.set(asked.id, asked);
    return shown(asked);
  }
}

function shown({ id, state }: Asked): OutsideReply {
  switch (state) {
    case 'waiting': {
      const page = { stepUpUrl: 'https://bank.test/page', accessToken: id };
      const pending = { authenticationTransactionId: id, ...page };
      return { status: 201, body: { status: 'PENDING_AUTHENTICATION', [CONSUMER]: pending } };
    }
    case 'confirmed':
    case 'charged': {
      const word = { cavv: id, eciRaw: '05', ecommerceIndicator: 'vbv' };
      return { status: 201, body: { status: 'AUTHENTICATION_SUCCESSFUL', [CONSUMER]: word } };
    }
    case 'refused':
      return { status: 201, body: { status: 'AUTHENTICATION_FAILED', [CONSUMER]: {} } };
  }
}
