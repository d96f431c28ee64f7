// The page on which a chosen user of the sandbox allows or refuses access.
import { html } from 'hono/html';
import { fullName, zohoUsers } from '../users.ts';

/** Everything the decision needs travels in hidden fields, as the page remembers nothing. */
export function consentPage(request: Readonly<Record<string, string>>, scopes: readonly string[]) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Allow access - Zoho Accounts (sandbox)</title>
    <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 2rem auto; padding: 0 1rem; }
      fieldset { border: 1px solid #888; border-radius: 6px; }
      label { display: block; padding: 0.25rem 0; }
      button { font: inherit; padding: 0.5rem 1.25rem; margin: 1rem 0.5rem 0 0; }
    </style>
  </head>
  <body>
    <main>
      <h1>Allow access</h1>
      <p>The application <strong>${request.client_id}</strong> would like to use:</p>
      <ul>${scopes.map((scope) => html`<li>${scope}</li>`)}</ul>
      <form method="post" action="/oauth/v2/auth">
        ${Object.entries(request).map(
          ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
        )}
        <fieldset>
          <legend>Sign in as</legend>
          ${zohoUsers.map(
            (user, index) => html`<label>
              <input type="radio" name="user" value="${user.email}" ${index === 0 ? 'checked' : ''} />
              ${fullName(user)} (${user.email}, ${user.role})
            </label>`,
          )}
        </fieldset>
        <button name="decision" value="accept">Accept</button>
        <button name="decision" value="reject">Reject</button>
      </form>
    </main>
  </body>
</html>`;
}
