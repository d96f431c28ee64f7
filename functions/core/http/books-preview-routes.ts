// What will be written in the books, asked before a movement is confirmed.
import type { Hono } from 'hono';
import { booksPreviewRequest } from '../contract/books-preview.ts';
import type { Companies } from '../ports/company.ts';
import { type PreviewPorts, previewBooks } from '../steps/preview-books.ts';
import { withCompany } from './company-request.ts';
import type { StaffVisit } from './staff-door.ts';

export function addBooksPreviewRoutes(
  app: Hono<{ Variables: { visit: StaffVisit } }>,
  ports: PreviewPorts & { readonly companies: Companies },
): void {
  app.post('/books/preview', (c) =>
    withCompany(ports, c, booksPreviewRequest, (company, visit, request) =>
      previewBooks(ports, company, visit.actor, request),
    ),
  );
}
