// The parameters of a request to the accounts server, wherever a client puts them.
import type { Context } from 'hono';

/** Clients send the parameters in the query, urlencoded or multipart; all three are accepted. */
export async function parameters(c: Context): Promise<Record<string, string>> {
  const all: Record<string, string> = { ...c.req.query() };
  const type = c.req.header('content-type') ?? '';
  if (/form-urlencoded|form-data/i.test(type)) {
    for (const [name, value] of Object.entries(await c.req.parseBody())) {
      if (typeof value === 'string') all[name] = value;
    }
  }
  return all;
}
