// The pages of the four products: which record, which document, which widget.
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { PackedWidget } from './packed-widget.ts';
import {
  customerDocument,
  customerLink,
  invoiceDocument,
  invoiceLink,
  listDocument,
} from './pages/books-pages.ts';
import { type CrmSection, crmDocument, crmLink, crmSections } from './pages/crm-pages.ts';
import { ticketDocument, ticketLink } from './pages/desk-pages.ts';
import { type Document, frame, type HostPage, type RecordLink } from './pages/frame.ts';
import type { Product } from './proxy-envelopes.ts';
import type { StaffMember } from './staff-token.ts';
import type { ZohoReader } from './zoho-reader.ts';

export interface HostOrganization {
  readonly name: string;
  readonly booksOrganizationId: string;
  readonly crmOrgId: string;
  readonly deskOrgId: string;
  readonly timeZone: string;
}

export interface HostRoutes {
  readonly reader: ZohoReader;
  readonly members: readonly StaffMember[];
  readonly organization: HostOrganization;
  readonly widgetDist: string;
  readonly widgetUrl: () => string;
  readonly pagesUrl: () => string;
  /** Root of the Books API, which widgets learn from their page. */
  readonly booksApiUrl: string;
}

const USER_COOKIE = 'host_role';
const DEFAULT_ROLE = 'agent';

/** The person chosen in the page's switch; the agent until somebody else is chosen. */
export function currentMember(c: Context, members: readonly StaffMember[]): StaffMember {
  const role = getCookie(c, USER_COOKIE) ?? DEFAULT_ROLE;
  const found = members.find((one) => one.role === role) ?? members[0];
  if (found === undefined) throw new Error('the host pages need at least one user');
  return found;
}

interface Shown {
  readonly product: Product;
  readonly section: string;
  readonly records: readonly RecordLink[];
  readonly document: Document | undefined;
  readonly location: string;
  readonly changeEvent: string;
  readonly heading?: string;
  readonly savable?: true;
}

export function hostRoutes(options: HostRoutes): Hono {
  const app = new Hono();
  const { reader } = options;
  const show = (c: Context, shown: Shown) => answer(c, options, shown);
  const shared = (c: Context) => financeContext(options, currentMember(c, options.members));

  app.get('/', (c) => c.redirect('/books/invoices'));
  app.post('/user', async (c) => {
    const body = await c.req.parseBody();
    setCookie(c, USER_COOKIE, String(body.role), { path: '/', sameSite: 'Lax' });
    const back = String(body.back);
    return c.redirect(/^\/[\w/-]*$/.test(back) ? back : '/', 303);
  });

  for (const product of ['books', 'inventory'] as const) {
    const invoices = async () => (await reader.invoices()).map((row) => invoiceLink(product, row));
    app.get(`/${product}/invoices/:id?`, async (c) => {
      const id = c.req.param('id');
      return show(c, {
        product,
        section: 'Invoices',
        records: await invoices(),
        document:
          id === undefined
            ? listDocument('Invoices', shared(c))
            : await openInvoice(reader, id, shared(c)),
        location: 'invoice.details.sidebar',
        changeEvent: 'ON_INVOICE_CHANGE',
      });
    });
  }
  app.get('/books/customers/:id?', async (c) => {
    const id = c.req.param('id');
    const customer = id === undefined ? undefined : await reader.customer(id);
    return show(c, {
      product: 'books',
      section: 'Customers',
      records: (await reader.customers()).map(customerLink),
      document:
        id === undefined
          ? listDocument('Customers', shared(c))
          : customer &&
            customerDocument(customer, await reader.creditNotesOf(customer.contact_id), shared(c)),
      location: 'customer.details.sidebar',
      changeEvent: 'ON_CUSTOMER_CHANGE',
    });
  });
  app.get('/settings', (c) =>
    show(c, {
      product: 'books',
      section: 'Settings',
      records: [{ href: '/settings', title: 'Tallybridge', detail: 'Extension settings' }],
      document: listDocument('Extension settings', shared(c)),
      location: 'plugin.globalfields',
      changeEvent: '',
      heading: 'Configure Tallybridge',
      savable: true,
    }),
  );
  crmRoutes(app, options, show);
  deskRoutes(app, options, show);
  return app;
}

type Show = (c: Context, shown: Shown) => Promise<Response>;

function crmRoutes(app: Hono, options: HostRoutes, show: Show): void {
  const { reader } = options;
  for (const section of Object.keys(crmSections) as CrmSection[]) {
    app.get(`/crm/${section}/:id?`, async (c) => {
      const id = c.req.param('id');
      const entity = crmSections[section];
      const shared = crmContext(options, currentMember(c, options.members));
      const record = id === undefined ? undefined : await reader.crmRecord(entity, id);
      return show(c, {
        product: 'crm',
        section: entity,
        records: (await reader.crmRecords(entity)).map((one) => crmLink(section, one)),
        document:
          id === undefined
            ? listDocument(entity, shared)
            : record && crmDocument(section, record, shared),
        location: 'widget',
        changeEvent: 'PageLoad',
      });
    });
  }
}

function deskRoutes(app: Hono, options: HostRoutes, show: Show): void {
  const { reader } = options;
  app.get('/desk/tickets/:id?', async (c) => {
    const id = c.req.param('id');
    const shared = deskContext(options, currentMember(c, options.members));
    const ticket = id === undefined ? undefined : await reader.ticket(id);
    return show(c, {
      product: 'desk',
      section: 'Tickets',
      records: (await reader.tickets()).map(ticketLink),
      document:
        id === undefined
          ? listDocument('Tickets', shared)
          : ticket && ticketDocument(ticket, shared),
      location: 'desk.ticket.detail.rightpanel',
      changeEvent: 'pageChange',
    });
  });
}

async function openInvoice(
  reader: ZohoReader,
  id: string,
  shared: object,
): Promise<Document | undefined> {
  const invoice = await reader.invoice(id);
  if (invoice === undefined) return undefined;
  const [payments, creditNotes] = await Promise.all([
    reader.paymentsOf(id),
    reader.creditNotesOf(invoice.customer_id),
  ]);
  return invoiceDocument({ invoice, payments, creditNotes }, shared);
}

/** The whole page, or only its document when the page's script asks for that. */
async function answer(c: Context, options: HostRoutes, shown: Shown): Promise<Response> {
  const { document, product } = shown;
  if (document === undefined) return c.text('This record does not exist.', 404);
  if (c.req.header('x-part') === 'document') {
    const { title, context } = document;
    return c.json({ html: String(await document.content), title, context });
  }
  const origin = options.widgetUrl();
  const packed = new PackedWidget(options.widgetDist, product);
  const serviceOrigin = encodeURIComponent(options.pagesUrl());
  const page: HostPage = {
    product,
    section: shown.section,
    records: shown.records,
    path: new URL(c.req.url).pathname,
    document,
    widget: {
      origin,
      url: `${origin}/${product}${packed.pageAt(shown.location)}?serviceOrigin=${serviceOrigin}`,
      load: loadPayload(product, shown.location),
      changeEvent: shown.changeEvent,
      heading: shown.heading ?? 'Card payments',
      ...(shown.savable === undefined ? {} : { savable: shown.savable }),
    },
    member: currentMember(c, options.members),
    members: options.members,
  };
  return c.html(await frame(page));
}

function loadPayload(product: Product, location: string): Readonly<Record<string, unknown>> {
  if (product === 'desk') {
    const meta = { dcType: 'US', platform: 'web', service: 'desk', userPreferences: {} };
    return { location, locale: 'en-US', localeResource: {}, extensionID: '1', meta };
  }
  const themeInfo = { 'primary-color': '#1d62c4', 'body-bg': '#ffffff', 'font-size': '14px' };
  return { location, meta: { inheritStyles: true, themeInfo } };
}

function financeContext(options: HostRoutes, member: StaffMember): object {
  const { organization } = options;
  return {
    organization: {
      organization_id: organization.booksOrganizationId,
      name: organization.name,
      org_name: organization.name,
      time_zone: organization.timeZone,
      language_code: 'en',
      data_center_extension: '.com',
      api_root_endpoint: options.booksApiUrl,
    },
    user: { user_id: member.id, name: member.name, email: member.email, user_role: member.role },
  };
}

function crmContext(options: HostRoutes, member: StaffMember): object {
  const { crmOrgId } = options.organization;
  return {
    ORG: { org: [{ zgid: crmOrgId, company_name: options.organization.name }] },
    CURRENT_USER: {
      users: [{ id: member.id, full_name: member.name, email: member.email, locale: 'en_US' }],
    },
    ENVIRONMENT: { deployment: 'US', zgid: crmOrgId, ZUID: member.id, appDetails: {} },
  };
}

function deskContext(options: HostRoutes, member: StaffMember): object {
  return {
    portal: { id: options.organization.deskOrgId },
    user: { id: member.id, name: member.name, fullName: member.name, email: member.email },
  };
}
