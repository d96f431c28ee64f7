// Lets the company's people authorize their connections, page by page as each would in a browser.
import type { HostsStandIn } from '../hosts/hosts.ts';
import type { ZohoUser } from '../zoho/users.ts';
import { PageWalker, textOf, type WalkedPage } from './page-walker.ts';

/** Whoever is left to see the prompt for the first time. */
const UNAUTHORIZED = 'newcomer@example.com';

const PAGES_MAX = 8;
const AGREE = /^(Accept|Allow|Agree|Continue)/;

/** A browser in which this person is signed in with Zoho. */
export async function browserOf(hosts: HostsStandIn, email: string): Promise<PageWalker> {
  const walker = new PageWalker();
  const page = await walker.open(`${hosts.url}/connections`);
  await walker.press(page, /^Switch$/, { person: email });
  return walker;
}

/** Authorizes what is not yet authorized. @throws when a page on the way says no. */
export async function authorizePeople(
  hosts: HostsStandIn,
  people: readonly ZohoUser[],
): Promise<void> {
  for (const { email, isActive } of people) {
    if (isActive && email !== UNAUTHORIZED) await authorizeAll(hosts, email);
  }
}

/** Authorizes every connection that the person has on the page of connections. */
async function authorizeAll(hosts: HostsStandIn, email: string): Promise<void> {
  const walker = await browserOf(hosts, email);
  const open = /^Authorize in /;
  for (;;) {
    const list = await walker.open(`${hosts.url}/connections`);
    if (!/Authorize in /.test(textOf(list.html))) return;
    await agree(walker, await walker.press(list, open), hosts.callbackUrl);
  }
}

async function agree(walker: PageWalker, first: WalkedPage, callbackUrl: string): Promise<void> {
  let page = first;
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    if (page.url.href.startsWith(callbackUrl)) {
      if (page.status === 200) return;
      throw new Error(`not authorized: ${textOf(page.html)}`);
    }
    page = await walker.press(page, AGREE);
  }
  throw new Error(`too many pages on the way: ${page.url}`);
}
