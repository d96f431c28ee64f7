// Staff who ask for money for invoices: by link or from a saved card; they ask twice, call links back, and charge what is theirs to charge.
import type {
  ChargeReply,
  ChargeRequest,
  ChargesReply,
} from '../../functions/core/contract/charges.ts';
import { intentId } from '../../functions/core/domain/ids.ts';
import { insist } from './insist.ts';
import type { OrderDocument } from './outside/books.ts';
import type { PeopleParts } from './people.ts';
import type { Answer } from './platform/entries.ts';
import { type Person, staff } from './staff.ts';

/** A link that nobody was told is called back and made anew. */
const LINK_TRIES = 3;

export class ChargePeople {
  readonly #parts: PeopleParts;

  constructor(parts: PeopleParts) {
    this.#parts = parts;
  }

  /** Asks until there is a link; answers its secret, and the request that it is of. */
  async askByLink(
    invoice: OrderDocument,
    amountMinor: number,
    purpose: 'sale' | 'authorization',
  ): Promise<{ readonly secret: string; readonly intent: string } | undefined> {
    const person = this.#somebody();
    for (let tries = 0; tries < LINK_TRIES; tries += 1) {
      const request = this.#request(invoice, amountMinor, purpose);
      const reply = replyOf(await this.#ask(person, '/charges', request));
      const secret = reply?.link?.split('#')[1];
      if (secret !== undefined) return { secret, intent: request.intentId };
      await this.cancel(request.intentId, person);
    }
    return undefined;
  }

  /** Charges a card that the customer has left; clicked twice now and then. */
  async chargeSaved(invoice: OrderDocument, amountMinor: number): Promise<void> {
    const { random, decisions, coverage } = this.#parts;
    const person = this.#somebody();
    const listed = await this.#ask(person, '/charges/list', { customerId: invoice.customerId });
    const [card] = listed?.status === 200 ? (JSON.parse(listed.body) as ChargesReply).cards : [];
    if (card === undefined) return;
    coverage.count('story saved card charged');
    const request = { ...this.#request(invoice, amountMinor, 'sale'), cardKey: card.key };
    decisions.note(request.intentId, 'charge', amountMinor);
    const ask = () => this.#ask(person, '/charges', request);
    await Promise.all(random.chance(0.3) ? [ask(), ask()] : [ask()]);
  }

  async cancel(intent: string, person: Person = this.#somebody()): Promise<void> {
    await this.#ask(person, '/charges/cancel', { intentId: intent });
  }

  #request(
    { id, currency }: OrderDocument,
    amountMinor: number,
    purpose: 'sale' | 'authorization',
  ): ChargeRequest {
    const { scheduler, random } = this.#parts;
    const intent = intentId(Math.floor(scheduler.nowMs), random.bytes(16));
    return {
      intentId: intent,
      purpose,
      amountMinor,
      currency,
      invoiceId: id,
      reason: 'Due',
    };
  }

  #ask(person: Person, path: string, body: object): Promise<Answer | undefined> {
    return insist(this.#parts, person, path, body);
  }

  #somebody(): Person {
    return this.#parts.random.pick([...staff.clerks, staff.admin]);
  }
}

function replyOf(answer: Answer | undefined): ChargeReply | undefined {
  return answer?.status === 200 ? (JSON.parse(answer.body) as ChargeReply) : undefined;
}
