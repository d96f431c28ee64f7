// Who is signed in on the pages of the products: the session of Zoho Accounts, begun for whoever comes first.
import type { Context } from 'hono';
import type { Sessions } from '../zoho/accounts/sessions.ts';
import type { People } from '../zoho/people.ts';
import type { ZohoUser } from '../zoho/users.ts';

/** A newcomer is to see something at once, not a sign-in page. */
const FIRST = 'agent@example.com';

export class Visitors {
  readonly #sessions: Sessions;
  readonly #people: People;
  /** Requests that came without a session: their cookie is on its way only. */
  readonly #begun = new WeakMap<Request, ZohoUser>();

  constructor(sessions: Sessions, people: People) {
    this.#sessions = sessions;
    this.#people = people;
  }

  /** Undefined when nobody is signed in. */
  find(c: Context): ZohoUser | undefined {
    return this.#begun.get(c.req.raw) ?? this.#sessions.of(c)?.user;
  }

  /** Whoever is signed in; else the first person is, from now on. */
  person(c: Context): ZohoUser {
    return this.find(c) ?? this.signIn(c, FIRST);
  }

  /** @throws when nobody has this address. */
  signIn(c: Context, email: string): ZohoUser {
    const person = this.#people.byEmail(email);
    if (person === undefined) throw new Error(`nobody has the address ${email}`);
    this.#sessions.begin(c, person);
    this.#begun.set(c.req.raw, person);
    return person;
  }

  list(): readonly ZohoUser[] {
    return this.#people.list();
  }
}
