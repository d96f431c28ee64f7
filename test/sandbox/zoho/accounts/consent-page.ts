// The page on which the signed-in person allows or refuses what an application asks for.
import { html } from 'hono/html';
import { fullName, type ZohoUser } from '../users.ts';
import { accountsPage, type Markup } from './page-frame.ts';

export interface ConsentPage {
  /** The authorization request, which travels on in hidden fields. */
  readonly request: Readonly<Record<string, string>>;
  readonly scopes: readonly string[];
  readonly user: ZohoUser;
  readonly formToken: string;
}

export function consentPage({ request, scopes, user, formToken }: ConsentPage): Markup {
  const hidden = Object.entries({ ...request, form_token: formToken });
  return accountsPage(
    'Allow access',
    html`<h1>Allow access</h1>
  <p>Signed in as <strong>${fullName(user)}</strong> (${user.email}).</p>
  <p>The application <strong>${request.client_id}</strong> would like to use:</p>
  <ul>${scopes.map((scope) => html`<li>${scope}</li>`)}</ul>
  <form method="post" action="/oauth/v2/auth">
    ${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button name="decision" value="accept">Accept</button>
    <button name="decision" value="reject">Reject</button>
  </form>`,
  );
}
