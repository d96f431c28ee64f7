// Paging as WordPress does it: page and per_page in, X-WP-Total, X-WP-TotalPages and Link out.
import { invalidParameter } from './rest-values.ts';

const PER_PAGE_MAX = 100;

function wholeNumber(query: URLSearchParams, name: string, fallback: number, max: number) {
  const text = query.get(name);
  if (text === null) return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= max) return value;
  const range =
    max === Number.MAX_SAFE_INTEGER
      ? 'greater than or equal to 1'
      : `between 1 (inclusive) and ${max} (inclusive)`;
  return invalidParameter(name, `${name} must be ${range}`);
}

/** One page of `items` as a response, or the refusal of a bad page number. */
export function page<T>(
  requestUrl: string,
  items: readonly T[],
  view: (item: T) => object,
): Response {
  const url = new URL(requestUrl);
  const number = wholeNumber(url.searchParams, 'page', 1, Number.MAX_SAFE_INTEGER);
  const perPage = wholeNumber(url.searchParams, 'per_page', 10, PER_PAGE_MAX);
  if (number instanceof Response) return number;
  if (perPage instanceof Response) return perPage;
  const pages = Math.ceil(items.length / perPage);
  const headers = new Headers({
    'X-WP-Total': String(items.length),
    'X-WP-TotalPages': String(pages),
  });
  const linked = [
    ...(number > 1 ? [`<${pageUrl(url, number - 1)}>; rel="prev"`] : []),
    ...(number < pages ? [`<${pageUrl(url, number + 1)}>; rel="next"`] : []),
  ];
  if (linked.length > 0) headers.set('Link', linked.join(', '));
  const rows = items.slice((number - 1) * perPage, number * perPage).map(view);
  return Response.json(rows, { headers });
}

function pageUrl(url: URL, number: number): string {
  const target = new URL(url);
  target.searchParams.set('page', String(number));
  target.searchParams.delete('consumer_key');
  target.searchParams.delete('consumer_secret');
  return target.href;
}
