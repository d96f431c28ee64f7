// Staff who ask for money for invoices: by link or from a saved card; they ask twice, call links back, and charge what is theirs to charge.
import type {
  CardView,
  ChargeReply,
  ChargeRequest,
  ChargesReply,
} from '../../functions/core/contract/charges.ts';
import { intentId } from '../../functions/core/domain/ids.ts';
import { insist } from './insist.ts';
import type { OrderDocument } from './outside/books.ts';
import type { People, PeopleParts } from './people.ts';
import type { Answer } from './platform/entries.ts';
import { type Person, staff } from './staff.ts';

/** A link that nobody was told is called back and made anew. */
const LINK_TRIES = 4;
const ASK_TRIES = 5;

export type SavedCard = Pick<CardView, 'key'>;

/** A link, and the request that it is of. */
export interface ToldLink {
  readonly secret: string;
  readonly intent: string;
}

interface ChargeParts extends PeopleParts {
  readonly people: People;
}

export class ChargePeople {
  readonly #parts: ChargeParts;

  constructor(parts: ChargeParts) {
    this.#parts = parts;
  }

  askByLink(
    invoice: OrderDocument,
    amountMinor: number,
    purpose: 'sale' | 'authorization',
  ): Promise<ToldLink | undefined> {
    return this.#askForLink(() => this.#request(invoice, amountMinor, purpose));
  }

  /** For a card that is kept without a payment. */
  askForCard(customerId: string, currency: string): Promise<ToldLink | undefined> {
    return this.#askForLink(() => ({
      ...{ intentId: this.#newIntent(), purpose: 'save-card', amountMinor: 0 },
      ...{ currency, customerId, reason: 'To be charged later' },
    }));
  }

  /** Asks until there is a link. */
  async #askForLink(made: () => ChargeRequest): Promise<ToldLink | undefined> {
    const person = this.#somebody();
    for (let tries = 0; tries < LINK_TRIES; tries += 1) {
      const request = made();
      const reply = replyOf(await this.#ask(person, '/charges', request));
      const secret = reply?.link?.split('#')[1];
      if (secret !== undefined) return { secret, intent: request.intentId };
      await this.cancel(request.intentId, person);
      await this.#wait();
    }
    return undefined;
  }

  /** Charges a card that the customer has left; clicked twice now and then. */
  async chargeSaved(invoice: OrderDocument, amountMinor: number): Promise<void> {
    const { random, decisions, coverage } = this.#parts;
    const person = this.#somebody();
    const card = await this.cardOf(invoice.customerId);
    if (card === undefined) return;
    coverage.count('story saved card charged');
    const request = { ...this.#request(invoice, amountMinor, 'sale'), cardKey: card.key };
    decisions.note(request.intentId, 'charge', amountMinor);
    const ask = () => this.#ask(person, '/charges', request);
    await Promise.all(random.chance(0.3) ? [ask(), ask()] : [ask()]);
  }

  async cardOf(customerId: string): Promise<SavedCard | undefined> {
    const listed = await this.#ask(this.#somebody(), '/charges/list', { customerId });
    return listed?.status === 200 ? (JSON.parse(listed.body) as ChargesReply).cards[0] : undefined;
  }

  /** Charges all that is due, to be tried again when the bank says no for now; answers the charge's intent. */
  async chargeAndFollow(invoice: OrderDocument, { key }: SavedCard): Promise<string> {
    const { decisions, coverage } = this.#parts;
    const wanted = this.#request(invoice, invoice.totalMinor, 'sale');
    decisions.note(wanted.intentId, 'charge', wanted.amountMinor);
    const request = { ...wanted, cardKey: key, retries: true };
    const reply = await this.#askAgain(this.#somebody(), request);
    coverage.count(`followed charge ${reply?.charge.state ?? 'unanswered'}`);
    return wanted.intentId;
  }

  /** More than an agent may charge alone: others decide. */
  async chargeWithApproval(invoice: OrderDocument, { key }: SavedCard): Promise<void> {
    const { decisions, people, random } = this.#parts;
    const person = random.pick(staff.clerks.filter(({ role }) => role === 'agent'));
    const wanted = this.#request(invoice, invoice.totalMinor, 'sale');
    decisions.note(wanted.intentId, 'charge', wanted.amountMinor);
    const request = { ...wanted, cardKey: key, asksApproval: true };
    const ask = () => this.#askAgain(person, request);
    const [reply] = await Promise.all(random.chance(0.3) ? [ask(), ask()] : [ask()]);
    const asked = reply?.charge.request?.key;
    if (asked !== undefined) await people.haveDecided(asked, person, 'charge');
  }

  async removeCard({ key }: SavedCard): Promise<void> {
    await this.#ask(this.#somebody(), '/cards/remove', { cardKey: key });
  }

  async cancel(intent: string, person: Person = this.#somebody()): Promise<void> {
    await this.#ask(person, '/charges/cancel', { intentId: intent });
  }

  #request(
    { id, currency }: OrderDocument,
    amountMinor: number,
    purpose: 'sale' | 'authorization',
  ): ChargeRequest {
    return {
      intentId: this.#newIntent(),
      purpose,
      amountMinor,
      currency,
      invoiceId: id,
      reason: 'Due',
    };
  }

  /** The same request, until it is taken or it is clear that it is not. */
  async #askAgain(person: Person, request: ChargeRequest): Promise<ChargeReply | undefined> {
    for (let tries = 0; tries < ASK_TRIES; tries += 1) {
      const reply = replyOf(await this.#ask(person, '/charges', request));
      if (reply !== undefined) return reply;
      await this.#wait();
    }
    return undefined;
  }

  /** Before the next try, should the other side be down. */
  #wait(): Promise<void> {
    const { scheduler, random } = this.#parts;
    return scheduler.sleep(random.pick([1_000, 60_000, 600_000]) * random.fraction());
  }

  #newIntent(): string {
    const { scheduler, random } = this.#parts;
    return intentId(Math.floor(scheduler.nowMs), random.bytes(16));
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
