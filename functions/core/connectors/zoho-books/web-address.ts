// Where people open a record of Zoho Books in their browser.

/**
 * Base address of one organization's own pages, to be followed by e.g. `invoices/<id>`; undefined where the api is none of Zoho's.
 * @param apiUrl `https://www.zohoapis.eu`; Canada's pages have a name of their own (Zoho, "Data centers").
 */
export function booksPages(apiUrl: string, organizationId: string): string | undefined {
  const region = /^https:\/\/www\.zohoapis\.([a-z.]+)$/.exec(apiUrl)?.[1];
  if (region === undefined) return undefined;
  const domain = region === 'ca' ? 'zohocloud.ca' : `zoho.${region}`;
  return `https://books.${domain}/app/${organizationId}#/`;
}
