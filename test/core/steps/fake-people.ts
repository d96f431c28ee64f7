// Where people of the fake company are told things: help desk, channels, notes, and what products know of customers.
import type { Customer } from '../../../functions/core/domain/customer.ts';
import { problem } from '../../../functions/core/domain/problem.ts';
import { ok, refused } from '../../../functions/core/domain/result.ts';
import type { Company } from '../../../functions/core/ports/company.ts';
import type {
  CardProduct,
  CustomerCards,
  Customers,
} from '../../../functions/core/ports/customers.ts';
import type { TicketDraft } from '../../../functions/core/ports/tickets.ts';

/** Acts once per key, as a write does that looks for its record first. */
export type Once = <T>(name: string, into: Map<string, T>, key: string, value: T) => Promise<void>;

type FakePeople = Pick<Company, 'tickets' | 'notices' | 'cards'> & Pick<Customers, 'addNote'>;

export function peopleRecords() {
  return {
    tickets: new Map<string, TicketDraft>(),
    closedTickets: new Set<string>(),
    /** Comments and notes by their marks. */
    comments: new Map<string, string>(),
    crmNotes: new Map<string, string>(),
    /** Texts by where they went. */
    notices: new Map<string, string>(),
    cards: { crm: new Map<string, Customer>(), books: new Map<string, Customer>() },
  };
}

/** @param calls the company's own list of what it was asked to do. */
export function createFakePeople(
  records: ReturnType<typeof peopleRecords>,
  once: Once,
  calls: string[],
): FakePeople {
  function ownTicket(uniqueKey: string) {
    const id = `ticket-${uniqueKey}`;
    return { id, number: '101', isClosed: records.closedTickets.has(id) };
  }

  async function notice(name: string, to: string, text: string) {
    await once(name, records.notices, to, text);
    return ok(undefined);
  }

  function fakeCards(product: CardProduct): CustomerCards {
    const cards = records.cards[product];
    return {
      async read(id) {
        calls.push(`read ${product} card`);
        const card = cards.get(id);
        const missing = problem('not-found', 'none', { what: 'The customer' });
        return card === undefined ? refused(missing) : ok(card);
      },
      async find(email) {
        calls.push(`find ${product} card`);
        return ok([...cards].filter(([, card]) => card.email === email).map(([id]) => id));
      },
      async fill(id, customer) {
        calls.push(`fill ${product} card`);
        const known = cards.get(id);
        const fields = Object.keys(customer) as (keyof Customer)[];
        const filled = fields.filter((field) => (known?.[field] ?? '') === '');
        cards.set(id, { ...customer, ...known });
        return ok(filled);
      },
      async change(id, changes) {
        const fields = Object.keys(changes);
        if (fields.length === 0) return ok(fields);
        calls.push(`change ${product} card`);
        const known = cards.get(id);
        if (known !== undefined) cards.set(id, { ...known, ...changes });
        return ok(fields);
      },
    };
  }

  return {
    async addNote(write, record, note) {
      await once('addNote', records.crmNotes, write.mark, `${record.id}: ${note.text}`);
      return ok({ id: `note-${write.mark}` });
    },
    cards: { crm: fakeCards('crm'), books: fakeCards('books') },
    tickets: {
      async readTicket(id) {
        return ok({ id, number: '7', subject: 'Where is order 1001?', description: '' });
      },
      async findTicket(uniqueKey) {
        calls.push('findTicket');
        return ok(records.tickets.has(uniqueKey) ? ownTicket(uniqueKey) : undefined);
      },
      async openTicket({ uniqueKey }, draft) {
        const isNew = !records.tickets.has(uniqueKey);
        await once('openTicket', records.tickets, uniqueKey, draft);
        return ok({ ...ownTicket(uniqueKey), isNew });
      },
      async closeTicket(id) {
        calls.push('closeTicket');
        records.closedTickets.add(id);
        return ok(undefined);
      },
      async addComment(write, ticketId, text) {
        await once('addComment', records.comments, write.mark, `${ticketId}: ${text}`);
        return ok({ id: `comment-${write.mark}` });
      },
    },
    notices: {
      sendMail: (to, { text }) => notice('sendMail', to, text),
      postToSlack: (channel, text) => notice('postToSlack', channel, text),
      callWebhook: (channel, { text }) => notice('callWebhook', channel, text),
      departmentOf: (channel) => ok(`department-${channel}`),
    },
  };
}
