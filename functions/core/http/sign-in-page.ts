// The pages of the sign-in: consent, and a message. No script, no inline style, no frame, nothing from elsewhere.
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Role } from '../domain/role.ts';
import type { ZohoAccount } from '../ports/people.ts';
import type { Choice } from '../steps/identity/read-choices.ts';

/** Answers with a page under strict headers. @param formTargets origins that a form of it may lead on to. */
export function pageResponse(
  c: Context,
  publicUrl: string,
  page: { readonly title: string; readonly body: ReturnType<typeof html> },
  options: { readonly status?: 200 | 400 | 403 | 429 | 503; readonly formTargets?: string } = {},
): Response | Promise<Response> {
  const own = new URL(publicUrl).origin;
  const forms = options.formTargets === undefined ? "'none'" : `${own} ${options.formTargets}`;
  // Browsers hold form-action against the redirect that follows, too. No opener policy: Zoho's own page, which is the
  // last one in this window, tells the window that opened it.
  c.header(
    'content-security-policy',
    `default-src 'none'; style-src ${own}; form-action ${forms}; frame-ancestors 'none'; base-uri 'none'`,
  );
  c.header('x-frame-options', 'DENY');
  c.header('x-content-type-options', 'nosniff');
  c.header('cache-control', 'no-store');
  // Not no-referrer, which would blank the Origin of our own form.
  c.header('referrer-policy', 'same-origin');
  return c.html(
    html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${page.title} - Tallybridge</title>
    <link rel="stylesheet" href="${publicUrl}/oauth/page.css" />
  </head>
  <body>
    <main>${page.body}</main>
  </body>
</html>`,
    options.status ?? 200,
  );
}

/** A sentence and what to do next; with a way back to where the person came from, if there is one. */
export function messagePage(title: string, next: string, back?: string) {
  const body = html`<h1>${title}</h1>
      <p>${next}</p>
      ${back === undefined ? '' : html`<p><a href="${back}">Go back</a></p>`}`;
  return { title, body };
}

const may: Readonly<Record<Role, string>> = {
  viewer: 'see payments, refunds and their history',
  agent: 'see payments and refund them within your limits',
  approver: 'see payments, refund them, and decide on what others ask for',
  admin: 'do everything, set Tallybridge up, and say who else may use it',
};

export interface ConsentPage {
  readonly action: string;
  readonly ticket: string;
  readonly account: ZohoAccount;
  readonly choices: readonly Choice[];
}

/** One page for both questions: for which company, and whether at all. */
export function consentPage({ action, ticket, account, choices }: ConsentPage) {
  const title = 'Use Tallybridge from Zoho?';
  const body = html`<h1>${title}</h1>
      <p>You are signed in with Zoho as <strong>${account.name}</strong> (${account.mail}).</p>
      <form method="post" action="${action}">
        <input type="hidden" name="ticket" value="${ticket}" />
        <fieldset>
          <legend>${choices.length === 1 ? 'Your company' : 'Choose the company'}</legend>
          ${choices.map(
            ({ installation, isNew, company, role }, index) => html`<label>
              <input type="radio" name="choice" value="${installation}" ${index === 0 ? 'checked' : ''} />
              <span
                ><strong>${company}</strong>${isNew ? ' (not set up yet: you would begin it)' : ''}<br />As
                ${role} you can ${may[role]}.</span
              >
            </label>`,
          )}
        </fieldset>
        <p>
          Zoho then asks Tallybridge in your name. It gets no password, and Tallybridge keeps your name, mail address and
          role. You can end this at any time in Zoho’s connections, and so can an administrator in Tallybridge.
        </p>
        <button name="decision" value="allow">Allow</button>
        <button name="decision" value="deny">Cancel</button>
      </form>`;
  return { title, body };
}

export const pageStyle = `:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;margin:0}
main{max-width:34rem;margin:0 auto;padding:1.5rem 1rem}
h1{font-size:1.4rem;line-height:1.25}
fieldset{border:1px solid;border-radius:6px;margin:0;padding:.5rem 1rem}
label{display:flex;gap:.75rem;align-items:baseline;padding:.5rem 0;overflow-wrap:anywhere}
button{font:inherit;min-height:44px;padding:.5rem 1.25rem;margin:.5rem .75rem 0 0}
`;
