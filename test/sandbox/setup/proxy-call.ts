// A call of our api as a widget in Books makes it: by the host's proxy, which adds the person's token.
import * as z from 'zod/mini';
import type { HostsStandIn } from '../hosts/hosts.ts';
import type { PageWalker } from './page-walker.ts';

const answered = z.object({
  settled: z.literal('resolved'),
  value: z.object({ data: z.object({ body: z.string(), status_code: z.number() }) }),
});

export interface ProxiedAnswer {
  readonly status: number;
  readonly body: string;
}

/** @throws when the proxy itself refuses. */
export async function proxyCall(
  browser: PageWalker,
  hosts: Pick<HostsStandIn, 'url'>,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  body?: object,
): Promise<ProxiedAnswer> {
  const reply = await browser.post(`${hosts.url}/proxy`, {
    product: 'books',
    connection: 'tallybridge_api',
    ...{ url, method },
    headers: { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await reply.text();
  const read = answered.safeParse(JSON.parse(text));
  if (!read.success) throw new Error(`the proxy refused: ${text}`);
  const { data } = read.data.value;
  return { status: data.status_code, body: data.body };
}
