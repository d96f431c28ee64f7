// Where people open a record of Books: the pages of their own data centre.
import { expect, it } from 'vitest';
import { booksPages } from '../../../../functions/core/connectors/zoho-books/web-address.ts';

it.each([
  ['https://www.zohoapis.com', 'https://books.zoho.com/app/10234695#/'],
  ['https://www.zohoapis.eu', 'https://books.zoho.eu/app/10234695#/'],
  ['https://www.zohoapis.com.au', 'https://books.zoho.com.au/app/10234695#/'],
  ['https://www.zohoapis.in', 'https://books.zoho.in/app/10234695#/'],
  ['https://www.zohoapis.ca', 'https://books.zohocloud.ca/app/10234695#/'],
  ['http://127.0.0.1:4605', undefined],
  ['https://www.zohoapis.com.evil.example/', undefined],
])('the api at %s has its pages at %s', (apiUrl, pages) => {
  expect(booksPages(apiUrl, '10234695')).toBe(pages);
});
