// Walks real pages over HTTP as a person with a browser would: keeps cookies, follows redirects, sends forms.

interface Cookie {
  readonly value: string;
  readonly path: string;
}

interface Field {
  readonly name: string;
  readonly value: string;
}

interface PageForm {
  readonly action: string;
  readonly method: string;
  readonly fields: readonly Field[];
  /** With the text that stands on them. */
  readonly buttons: readonly (Field & { readonly text: string })[];
}

/** Where a walk has come to. */
export interface WalkedPage {
  readonly url: URL;
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
}

const STEPS_MAX = 15;

/** One browser window without scripts. */
export class PageWalker {
  /** By name; the stand-ins are all on one host, whose ports share them. */
  readonly #cookies = new Map<string, Cookie>();
  readonly #end: string | undefined;

  /** @param end addresses that begin so are where the walk ends: they are not opened. */
  constructor(end?: string) {
    this.#end = end;
  }

  open(url: string): Promise<WalkedPage> {
    return this.#go(new URL(url), { method: 'GET' });
  }

  /**
   * Presses the button whose text fits, with what else was filled in.
   * @throws when the page has no such button.
   */
  press(page: WalkedPage, text: RegExp, filled: Record<string, string> = {}): Promise<WalkedPage> {
    for (const form of formsOf(page.html)) {
      const button = form.buttons.find((one) => text.test(one.text));
      if (button === undefined) continue;
      const fields = new URLSearchParams();
      for (const { name, value } of form.fields) fields.append(name, value);
      for (const [name, value] of Object.entries(filled)) fields.set(name, value);
      if (button.name !== '') fields.set(button.name, button.value);
      const target = new URL(form.action === '' ? page.url : form.action, page.url);
      if (form.method !== 'post') {
        target.search = fields.toString();
        return this.#go(target, { method: 'GET' });
      }
      return this.#go(target, {
        method: 'POST',
        body: fields.toString(),
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          origin: target.origin,
          'sec-fetch-site': 'same-origin',
        },
      });
    }
    throw new Error(`no button ${text} on ${page.url} (${page.status}): ${textOf(page.html)}`);
  }

  /** Sends JSON as a page's script would, with this window's cookies. */
  post(url: string, body: object): Promise<Response> {
    return fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: this.#cookieHeader(new URL(url).pathname),
      },
      body: JSON.stringify(body),
    });
  }

  async #go(start: URL, first: RequestInit): Promise<WalkedPage> {
    let url = start;
    let request = first;
    for (let step = 0; step < STEPS_MAX; step += 1) {
      const headers = new Headers(request.headers);
      headers.set('cookie', this.#cookieHeader(url.pathname));
      headers.set('accept', 'text/html');
      const answer = await fetch(url, { ...request, headers, redirect: 'manual' });
      this.#keep(answer.headers.getSetCookie());
      const next = answer.headers.get('location');
      if (next === null || answer.status < 300 || answer.status > 399) {
        return { url, status: answer.status, html: await answer.text(), headers: answer.headers };
      }
      await answer.body?.cancel();
      url = new URL(next, url);
      if (this.#end !== undefined && url.href.startsWith(this.#end)) {
        return { url, status: answer.status, html: '', headers: answer.headers };
      }
      request = { method: 'GET' };
    }
    throw new Error(`${start} redirects without end`);
  }

  #cookieHeader(path: string): string {
    return [...this.#cookies]
      .filter(([, cookie]) => path.startsWith(cookie.path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  }

  #keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(/;\s*/);
      const at = pair.indexOf('=');
      const name = pair.slice(0, at);
      const has = (pattern: RegExp) =>
        attributes.map((one) => pattern.exec(one)?.[1]).find(Boolean);
      if (has(/^max-age=(.*)/i) === '0') this.#cookies.delete(name);
      else this.#cookies.set(name, { value: pair.slice(at + 1), path: has(/^path=(.*)/i) ?? '/' });
    }
  }
}

/** The words of a page. */
export function textOf(html: string): string {
  const body = html
    .replace(/^[\s\S]*<body[^>]*>/, '')
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '');
  return decoded(body.replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

function formsOf(html: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(
    ([, tag = '', inner = '']) => ({
      action: attribute(tag, 'action'),
      method: attribute(tag, 'method').toLowerCase(),
      fields: [...inner.matchAll(/<input\b([^>]*)>/g)]
        .map(([, input = '']) => input)
        .filter((input) => {
          const isChoice = /^(radio|checkbox)$/.test(attribute(input, 'type'));
          return attribute(input, 'name') !== '' && (!isChoice || /\schecked\b/.test(input));
        })
        .map((input) => ({ name: attribute(input, 'name'), value: attribute(input, 'value') })),
      buttons: [...inner.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/g)].map(
        ([, button = '', label = '']) => ({
          name: attribute(button, 'name'),
          value: attribute(button, 'value'),
          text: textOf(label),
        }),
      ),
    }),
  );
}

function attribute(tag: string, name: string): string {
  return decoded(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
};

function decoded(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole);
}
