// The sign-in page: an address typed or a person chosen; an account of another data centre is sent there.
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { StandInApp } from '../../stand-in.ts';
import { fullName, type ZohoUser } from '../users.ts';
import type { AccountsParts } from './accounts-parts.ts';
import { accountsPage, errorPage, type Markup } from './page-frame.ts';
import { parameters } from './parameters.ts';

export function addSignIn(app: StandInApp, parts: AccountsParts): void {
  app.get('/signin', (c) => {
    const { serviceurl = '', login_id = '' } = c.req.query();
    if (!isOwnService(serviceurl)) return c.html(errorPage('Invalid Service URL'), 400);
    return c.html(signInPage(parts.people.list(), serviceurl, login_id));
  });
  app.post('/signin', (c) => signIn(c, parts));
  app.post('/logout', (c) => {
    parts.sessions.end(c);
    return c.redirect('/signin?serviceurl=%2Foauth%2Fserverinfo', 303);
  });
}

/** The sign-in page that leads back to the address asked for. */
export function signInAddress(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return `/signin?servicename=AaaServer&serviceurl=${encodeURIComponent(pathname + search)}`;
}

async function signIn(c: Context, parts: AccountsParts): Promise<Response> {
  const { serviceurl = '', login_id = '' } = await parameters(c);
  if (!isOwnService(serviceurl)) return c.html(errorPage('Invalid Service URL'), 400);
  const user = parts.people.byEmail(login_id);
  if (user !== undefined) {
    parts.sessions.begin(c, user);
    return c.redirect(serviceurl, 303);
  }
  const home = parts.others().find((one) => one.has(login_id));
  if (home !== undefined) {
    const target = new URL('/signin', home.accountsUrl);
    target.searchParams.set('login_id', login_id);
    target.searchParams.set('serviceurl', serviceurl);
    return c.redirect(target.href, 303);
  }
  const page = signInPage(
    parts.people.list(),
    serviceurl,
    login_id,
    'This account cannot be found.',
  );
  return c.html(page, 400);
}

/** Only this server's own pages: a sign-in must not forward to a stranger. */
function isOwnService(address: string): boolean {
  return /^\/oauth\/[\w/]*(\?.*)?$/.test(address);
}

function signInPage(
  people: readonly ZohoUser[],
  serviceUrl: string,
  given: string,
  problem?: string,
): Markup {
  return accountsPage(
    'Sign in',
    html`<h1>Sign in</h1>
  ${problem === undefined ? '' : html`<p role="alert">${problem}</p>`}
  <form method="post" action="/signin">
    <input type="hidden" name="serviceurl" value="${serviceUrl}" />
    <label for="login_id">E-mail address</label>
    <input id="login_id" type="email" name="login_id" value="${given}" autocomplete="username" required />
    <button>Sign in</button>
  </form>
  <h2>Or choose one of the people here</h2>
  <form method="post" action="/signin">
    <input type="hidden" name="serviceurl" value="${serviceUrl}" />
    <ul class="people">${people.map(
      (one) =>
        html`<li><button name="login_id" value="${one.email}">${fullName(one)} <span>${one.email}</span></button></li>`,
    )}</ul>
  </form>`,
  );
}
