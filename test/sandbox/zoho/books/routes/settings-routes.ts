// Routes of organizations, users, currencies, taxes and the custom fields of one record.
import { z } from 'zod';
import { isMember } from '../../people.ts';
import { fullName, type ZohoUser } from '../../users.ts';
import type { Json } from '../blank.ts';
import { customFieldValues, parse } from '../body.ts';
import type { BooksOrg } from '../books-org.ts';
import { found } from '../books-org.ts';
import {
  addExchangeRate,
  baseCurrency,
  currencyOf,
  currencyView,
  exchangeRates,
} from '../currencies.ts';
import { customFieldSettings, readCustomFields } from '../custom-fields.ts';
import type { FinanceAnswer, FinanceCall, FinanceRouter } from '../finance-router.ts';
import { createTax, taxView } from '../taxes.ts';

const GROUP = 'settings';

export function settingsRoutes(router: FinanceRouter): void {
  router.get('/organizations', GROUP, ({ org, caller }) => ({
    body: { organizations: isMember(caller, 'books') ? [organizationView(org)] : [] },
  }));
  router.get('/organizations/:id', GROUP, ({ org }) => ({
    body: { organization: organizationView(org) },
  }));
  router.get('/users', GROUP, users);
  router.get('/users/me', GROUP, ({ caller }) => ({ body: { user: userView(caller) } }));
  router.get('/settings/preferences/customfields', GROUP, ({ query }) => ({
    body: customFieldSettings(query.entity),
  }));
  currencyRoutes(router);
  taxRoutes(router);
  if (router.product === 'books') customFieldRoutes(router);
}

/** `filter_by` as the users page has it; any other value is ignored. */
function users({ org, caller, query }: FinanceCall): FinanceAnswer {
  const shown = org.company.people.of('books').filter((user) => {
    if (query.filter_by === 'Status.Active') return user.isActive;
    if (query.filter_by === 'Status.Inactive') return !user.isActive;
    return true;
  });
  return {
    body: {
      users: shown.map((user) => ({
        ...userView(user),
        email: user.email,
        is_current_user: user.booksUserId === caller.booksUserId,
      })),
      page_context: {
        page: 1,
        per_page: 200,
        has_more_page: false,
        report_name: 'Users',
        applied_filter: query.filter_by ?? 'Status.All',
        sort_column: 'name',
        sort_order: 'A',
      },
    },
  };
}

function organizationView(org: BooksOrg): Json {
  const { booksOrganizationId, name, portalName, timeZone } = org.company.organization;
  const base = baseCurrency(org);
  return {
    organization_id: booksOrganizationId,
    name,
    contact_name: fullName(adminOf(org)),
    email: adminOf(org).email,
    is_default_org: true,
    language_code: 'en',
    fiscal_year_start_month: '1',
    account_created_date: '2024-01-15',
    time_zone: timeZone,
    is_dst_active: true,
    date_format: 'MM/dd/yyyy',
    field_separator: ',',
    industry_type: 'Retail',
    industry_size: '11-50',
    company_id_label: '',
    company_id_value: '',
    tax_id_label: '',
    tax_id_value: '',
    currency_id: base.id,
    currency_code: base.code,
    currency_symbol: base.symbol,
    currency_format: '###,##0.00',
    price_precision: base.precision,
    plan_type: 4,
    plan_name: 'Premium',
    plan_period: 'Month',
    country_code: 'US',
    country_name: 'U.S.A',
    portal_name: portalName,
    org_settings: { is_org_active: true },
  };
}

/** Whoever set the organization up: the first of its people. */
function adminOf(org: BooksOrg): ZohoUser {
  const [admin] = org.company.people.list();
  if (admin === undefined) throw new Error('the company has no administrator');
  return admin;
}

function userView(user: ZohoUser): Json {
  return {
    user_id: user.booksUserId,
    name: fullName(user),
    email_ids: [{ email: user.email, is_selected: true }],
    status: user.isActive ? 'active' : 'inactive',
    user_role: user.booksRole.toLowerCase(),
    user_type: 'zoho',
    role_id: `4600000000000${String(user.booksRole.length).padStart(5, '0')}`,
    photo_url: '',
    is_employee: false,
    custom_fields: [],
  };
}

function currencyRoutes(router: FinanceRouter): void {
  router.get('/settings/currencies', GROUP, ({ org }) => ({
    body: {
      currencies: org.currencies.list().map(currencyView),
      page_context: { page: 1, per_page: 200, has_more_page: false, report_name: 'Currencies' },
    },
  }));
  router.get('/settings/currencies/:id', GROUP, ({ org, param }) => ({
    body: { currency: currencyView(currencyOf(org, param('id'))) },
  }));
  router.get('/settings/currencies/:id/exchangerates', GROUP, ({ org, param, query }) => ({
    body: { exchange_rates: exchangeRates(org, param('id'), query.from_date) },
  }));
  router.post('/settings/currencies/:id/exchangerates', GROUP, async (call) => {
    const rate = addExchangeRate(call.org, call.param('id'), await call.body());
    return {
      message: 'The exchange rate has been created.',
      body: { exchange_rate: rate },
      created: { resource: 'settings/exchangerates', id: String(rate.exchange_rate_id) },
    };
  });
}

function taxRoutes(router: FinanceRouter): void {
  router.get('/settings/taxes', GROUP, ({ org }) => ({
    body: {
      taxes: org.taxes.list().map(taxView),
      page_context: {
        page: 1,
        per_page: 200,
        has_more_page: false,
        report_name: 'Taxes',
        applied_filter: 'Taxes.Active',
        as_of_date: org.today(),
        to_date: org.today(),
        sort_column: 'tax_name',
        sort_order: 'A',
      },
    },
  }));
  router.post('/settings/taxes', GROUP, async (call) => {
    const tax = createTax(call.org, await call.body());
    return {
      message: 'The tax has been added.',
      body: { tax: taxView(tax) },
      created: { resource: 'settings/taxes', id: tax.id },
    };
  });
}

const fieldsBody = z.union([
  customFieldValues,
  z.object({ custom_fields: customFieldValues }).transform((body) => body.custom_fields),
]);

/** `PUT /invoice/{id}/customfields`: the path is singular, the body a list. */
function customFieldRoutes(router: FinanceRouter): void {
  const put = (
    singular: string,
    group: string,
    save: (call: FinanceCall, values: z.infer<typeof customFieldValues>) => void,
  ) =>
    router.put(`/${singular}/:id/customfields`, group, async (call) => {
      save(call, parse(fieldsBody, await call.body()));
      return { message: 'Custom Fields Updated Successfully' };
    });
  put('invoice', 'invoices', ({ org, param }, values) => {
    const record = found(org.invoices, param('id'), 'Invoice');
    const customFields = readCustomFields('invoices', values, org.invoices, record);
    org.save(org.invoices, { ...record, customFields });
  });
  put('salesorder', 'salesorders', ({ org, param }, values) => {
    const record = found(org.salesOrders, param('id'), 'Sales Order');
    const customFields = readCustomFields('salesorders', values, org.salesOrders, record);
    org.save(org.salesOrders, { ...record, customFields });
  });
  put('customerpayment', 'customerpayments', ({ org, param }, values) => {
    const record = found(org.payments, param('id'), 'Payment');
    const customFields = readCustomFields('customerpayments', values, org.payments, record);
    org.save(org.payments, { ...record, customFields });
  });
  put('item', GROUP, ({ org, param }, values) => {
    const record = found(org.items, param('id'), 'Item');
    const customFields = readCustomFields('items', values, org.items, record);
    org.save(org.items, { ...record, customFields });
  });
}
