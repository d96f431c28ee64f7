// The pages of the four products: which record, which document, which widget.
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { isMember } from '../zoho/people.ts';
import { fullName, type ZohoUser } from '../zoho/users.ts';
import { PackedWidget } from './packed-widget.ts';
import { crmContext, deskContext, financeContext, type HostOrganization } from './page-contexts.ts';
import {
  customerDocument,
  customerLink,
  invoiceDocument,
  invoiceLink,
  listDocument,
} from './pages/books-pages.ts';
import { type CrmSection, crmDocument, crmLink, crmSections } from './pages/crm-pages.ts';
import { ticketDocument, ticketLink } from './pages/desk-pages.ts';
import {
  type Document,
  frame,
  type HostPage,
  plainPage,
  productNames,
  type RecordLink,
} from './pages/frame.ts';
import { type Product, serviceOf } from './proxy-envelopes.ts';
import type { Visitors } from './visitors.ts';
import type { ZohoReader } from './zoho-reader.ts';

export interface HostRoutes {
  readonly reader: ZohoReader;
  readonly visitors: Visitors;
  readonly organization: HostOrganization;
  readonly widgetDist: string;
  readonly widgetUrl: () => string;
  readonly pagesUrl: () => string;
  readonly booksApiUrl: string;
}

/** One page; nothing is read before it is known that the person may see it. */
interface Shown {
  readonly product: Product;
  readonly section: string;
  records(): Promise<readonly RecordLink[]>;
  /** Undefined when there is no such record. */
  document(me: ZohoUser): Promise<Document | undefined>;
  readonly location: string;
  readonly changeEvent: string;
  readonly heading?: string;
  readonly savable?: true;
}

export function hostRoutes(options: HostRoutes): Hono {
  const app = new Hono();
  app.get('/', (c) => c.redirect('/books/invoices'));
  app.post('/user', async (c) => {
    const body = await c.req.parseBody();
    options.visitors.signIn(c, String(body.person));
    const back = String(body.back);
    return c.redirect(/^\/[\w/-]*$/.test(back) ? back : '/', 303);
  });
  financeRoutes(app, options);
  crmRoutes(app, options);
  deskRoutes(app, options);
  return app;
}

function financeRoutes(app: Hono, options: HostRoutes): void {
  const { reader, organization, booksApiUrl } = options;
  const context = (me: ZohoUser) => financeContext(organization, me, booksApiUrl);
  for (const product of ['books', 'inventory'] as const) {
    app.get(`/${product}/invoices/:id?`, (c) => {
      const id = c.req.param('id');
      return answer(c, options, {
        product,
        section: 'Invoices',
        records: async () => (await reader.invoices()).map((row) => invoiceLink(product, row)),
        document: async (me) =>
          id === undefined
            ? listDocument('Invoices', context(me))
            : openInvoice(reader, id, context(me)),
        location: 'invoice.details.sidebar',
        changeEvent: 'ON_INVOICE_CHANGE',
      });
    });
  }
  app.get('/books/customers/:id?', (c) => {
    const id = c.req.param('id');
    return answer(c, options, {
      product: 'books',
      section: 'Customers',
      records: async () => (await reader.customers()).map(customerLink),
      document: async (me) =>
        id === undefined
          ? listDocument('Customers', context(me))
          : openCustomer(reader, id, context(me)),
      location: 'customer.details.sidebar',
      changeEvent: 'ON_CUSTOMER_CHANGE',
    });
  });
  app.get('/settings', (c) =>
    answer(c, options, {
      product: 'books',
      section: 'Settings',
      records: async () => [
        { href: '/settings', title: 'Tallybridge', detail: 'Extension settings' },
      ],
      document: async (me) => listDocument('Extension settings', context(me)),
      location: 'plugin.globalfields',
      changeEvent: '',
      heading: 'Configure Tallybridge',
      savable: true,
    }),
  );
}

function crmRoutes(app: Hono, options: HostRoutes): void {
  const { reader, organization } = options;
  for (const section of Object.keys(crmSections) as CrmSection[]) {
    const entity = crmSections[section];
    app.get(`/crm/${section}/:id?`, (c) => {
      const id = c.req.param('id');
      return answer(c, options, {
        product: 'crm',
        section: entity,
        records: async () => (await reader.crmRecords(entity)).map((one) => crmLink(section, one)),
        document: async (me) => {
          const context = crmContext(organization, me);
          if (id === undefined) return listDocument(entity, context);
          const record = await reader.crmRecord(entity, id);
          return record && crmDocument(section, record, context);
        },
        location: 'widget',
        changeEvent: 'PageLoad',
      });
    });
  }
}

function deskRoutes(app: Hono, options: HostRoutes): void {
  const { reader, organization } = options;
  app.get('/desk/tickets/:id?', (c) => {
    const id = c.req.param('id');
    return answer(c, options, {
      product: 'desk',
      section: 'Tickets',
      records: async () => (await reader.tickets()).map(ticketLink),
      document: async (me) => {
        const context = deskContext(organization, me);
        if (id === undefined) return listDocument('Tickets', context);
        const ticket = await reader.ticket(id);
        return ticket && ticketDocument(ticket, context);
      },
      location: 'desk.ticket.detail.rightpanel',
      changeEvent: 'pageChange',
    });
  });
}

async function openInvoice(
  reader: ZohoReader,
  id: string,
  context: object,
): Promise<Document | undefined> {
  const invoice = await reader.invoice(id);
  if (invoice === undefined) return undefined;
  const [payments, creditNotes] = await Promise.all([
    reader.paymentsOf(id),
    reader.creditNotesOf(invoice.customer_id),
  ]);
  return invoiceDocument({ invoice, payments, creditNotes }, context);
}

async function openCustomer(
  reader: ZohoReader,
  id: string,
  context: object,
): Promise<Document | undefined> {
  const customer = await reader.customer(id);
  if (customer === undefined) return undefined;
  return customerDocument(customer, await reader.creditNotesOf(customer.contact_id), context);
}

/** The whole page, or only its document when the page's script asks for that. */
async function answer(c: Context, options: HostRoutes, shown: Shown): Promise<Response> {
  const { product } = shown;
  const me = options.visitors.person(c);
  const path = new URL(c.req.url).pathname;
  const people = options.visitors.list();
  if (!isMember(me, serviceOf(product))) {
    const bar = { title: `No access · ${productNames[product]}`, me, people, path, product };
    return c.html(await plainPage(bar, noAccess(me, product)), 403);
  }
  const document = await shown.document(me);
  if (document === undefined) return c.text('This record does not exist.', 404);
  if (c.req.header('x-part') === 'document') {
    const { title, context } = document;
    return c.json({ html: String(await document.content), title, context });
  }
  const page: HostPage = {
    ...{ product, path, document, me, people },
    section: shown.section,
    records: await shown.records(),
    widget: widgetOf(options, shown),
  };
  return c.html(await frame(page));
}

function noAccess(me: ZohoUser, product: Product) {
  const why = me.isActive ? 'is no user of this organization' : 'was deactivated';
  return html`<h1>No access</h1>
<p>${fullName(me)} ${why} in ${productNames[product]}.</p>`;
}

function widgetOf(options: HostRoutes, shown: Shown): HostPage['widget'] {
  const { product, location, heading = 'Card payments', savable } = shown;
  const origin = options.widgetUrl();
  const packed = new PackedWidget(options.widgetDist, product);
  const serviceOrigin = encodeURIComponent(options.pagesUrl());
  return {
    origin,
    url: `${origin}/${product}${packed.pageAt(location)}?serviceOrigin=${serviceOrigin}`,
    load: loadPayload(product, location),
    changeEvent: shown.changeEvent,
    heading,
    ...(savable === undefined ? {} : { savable }),
  };
}

function loadPayload(product: Product, location: string): Readonly<Record<string, unknown>> {
  if (product === 'desk') {
    const meta = { dcType: 'US', platform: 'web', service: 'desk', userPreferences: {} };
    return { location, locale: 'en-US', localeResource: {}, extensionID: '1', meta };
  }
  const themeInfo = { 'primary-color': '#1d62c4', 'body-bg': '#ffffff', 'font-size': '14px' };
  return { location, meta: { inheritStyles: true, themeInfo } };
}
