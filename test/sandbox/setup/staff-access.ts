// Access tokens for the company's people without a browser or a host page: what Zoho's keeper of connections would hold.
import type { SandboxClock } from '../clock.ts';
import { DocumentStore } from '../document-store.ts';
import { Connections } from '../hosts/connections/connections.ts';
import { CALLBACK_PATH } from '../hosts/connections/custom-service.ts';
import type { Product } from '../hosts/proxy-envelopes.ts';
import type { StaffRole } from '../zoho/users.ts';
import type { Credentials } from './credentials.ts';
import { customService } from './identity.ts';
import { PageWalker, textOf, type WalkedPage } from './page-walker.ts';
import { staffMember } from './staff.ts';

const PAGES_MAX = 8;

export interface StaffAccessParts {
  readonly clock: SandboxClock;
  readonly credentials: Credentials;
  readonly functionsBase: string;
  /** Where codes may go, without the path; the walk ends there, whether somebody listens or not. */
  readonly pagesUrl: string;
}

export class StaffAccess {
  readonly #store = new DocumentStore(':memory:', 'staff');
  readonly #connections: Connections;
  readonly #end: string;

  constructor({ clock, credentials, functionsBase, pagesUrl }: StaffAccessParts) {
    this.#end = pagesUrl + CALLBACK_PATH;
    this.#connections = new Connections({
      clock,
      store: this.#store,
      service: customService(credentials, functionsBase),
      pagesUrl: () => pagesUrl,
    });
  }

  /** A token that is good now. @throws when the person in that role is not let in (any more). */
  token(role: StaffRole): Promise<string> {
    return this.tokenOf(staffMember(role).email, 'books');
  }

  /** The same for anybody with an account, by a product of their choice. */
  async tokenOf(email: string, product: Product): Promise<string> {
    if (!this.#connections.isAuthorized(product, email)) await this.#authorize(email, product);
    const token = await this.#connections.token(product, email);
    if (token === undefined) throw new Error(`${email} is not let in any more`);
    return token;
  }

  close(): void {
    this.#store.close();
  }

  #isEnd(page: WalkedPage): boolean {
    return page.url.href.startsWith(this.#end);
  }

  async #authorize(email: string, product: Product): Promise<void> {
    const walker = new PageWalker(this.#end);
    let page = await walker.open(this.#connections.begin(product, email));
    for (let pages = 0; pages < PAGES_MAX && !this.#isEnd(page); pages += 1) {
      const isSignIn = page.url.pathname === '/signin';
      page = await walker.press(page, isSignIn ? /^Sign in$/ : /^(Accept|Allow)/, {
        ...(isSignIn ? { login_id: email } : {}),
      });
    }
    const query = Object.fromEntries(page.url.searchParams);
    const finished = await this.#connections.finish(query, email);
    if (!finished.ok) throw new Error(`${finished.reason} ${textOf(page.html)}`);
  }
}
