// Turns away what a person sends with card data in it, before any step sees it.
import type { Context, Next } from 'hono';
import { cardDataProblem, findCardData } from '../domain/card-data.ts';
import { problemResponse } from './problem-response.ts';

/** Middleware: address and body. The text is read once; the routes read it again from memory. */
export async function refuseRequestsWithCardData(
  c: Context,
  next: Next,
): Promise<Response | undefined> {
  const body = c.req.method === 'GET' ? '' : await c.req.text();
  const found = findCardData(c.req.url) ?? findCardData(body);
  if (found !== undefined) return problemResponse(c, cardDataProblem(found, 'what you sent'));
  await next();
  return undefined;
}
