// The look of the accounts pages.
import { html } from 'hono/html';

export type Markup = ReturnType<typeof html>;

/** @param content what stands in the page's one card, with its own `h1`. */
export function accountsPage(title: string, content: Markup): Markup {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} - Zoho Accounts (stand-in)</title>
    <link rel="icon" href="data:," />
    <style>
      body { font: 16px/1.5 system-ui, sans-serif; color: #1c2430; background: #f4f6f9; margin: 0; }
      main { max-width: 30rem; margin: 2rem auto; padding: 1.5rem; background: #fff; border: 1px solid #d5dbe3; border-radius: 8px; }
      h1 { margin: 0 0 0.5rem; font-size: 1.4rem; }
      h2 { margin: 1.5rem 0 0.5rem; font-size: 1rem; }
      label { display: block; }
      input[type="email"] { font: inherit; width: 100%; padding: 0.5rem; box-sizing: border-box; }
      button { font: inherit; padding: 0.5rem 1.25rem; margin: 0.75rem 0.5rem 0 0; cursor: pointer; }
      ul { padding-inline-start: 1.25rem; }
      .people { padding: 0; list-style: none; }
      .people button { width: 100%; margin: 0 0 0.4rem; text-align: start; }
      .people span { color: #4d5866; display: block; font-size: 0.9rem; }
      [role="alert"] { color: #9c1c1c; }
    </style>
  </head>
  <body><main>${content}</main></body>
</html>`;
}

/** What goes wrong before there is anywhere to send the browser back to. */
export function errorPage(problem: string): Markup {
  return accountsPage('Error occurred', html`<h1>Error occurred</h1><p>${problem}</p>`);
}
