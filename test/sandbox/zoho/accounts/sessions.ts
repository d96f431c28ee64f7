// Who is signed in with Zoho in a browser: one session for the accounts pages and the pages of all products.
import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Collection, DocumentStore } from '../../document-store.ts';
import type { People } from '../people.ts';
import type { DataCentre, ZohoUser } from '../users.ts';

interface Session {
  readonly email: string;
  /** Goes with every form of a signed-in page. */
  readonly formToken: string;
}

export interface SignedIn {
  readonly user: ZohoUser;
  readonly formToken: string;
}

/** Sessions of one data centre; kept over a restart. */
export class Sessions {
  readonly #people: People;
  readonly #kept: Collection<Session>;
  readonly #cookie: string;

  constructor(store: DocumentStore, people: People, location: DataCentre) {
    this.#people = people;
    this.#kept = store.collection('account-session');
    this.#cookie = `zoho_session_${location}`;
  }

  of(c: Context): SignedIn | undefined {
    const found = this.#kept.get(getCookie(c, this.#cookie) ?? '');
    const user = found && this.#people.byEmail(found.email);
    return found && user && { user, formToken: found.formToken };
  }

  /** Begins a session and hands its cookie to the browser; the one before it ends. */
  begin(c: Context, user: ZohoUser): void {
    this.end(c);
    const key = randomBytes(24).toString('base64url');
    const formToken = randomBytes(18).toString('base64url');
    this.#kept.put(key, { email: user.email, formToken });
    // A host name's cookies go to all its ports: the products' pages share the session, as in reality.
    setCookie(c, this.#cookie, key, { path: '/', httpOnly: true, sameSite: 'Lax' });
  }

  end(c: Context): void {
    this.#kept.delete(getCookie(c, this.#cookie) ?? '');
    deleteCookie(c, this.#cookie, { path: '/' });
  }
}
