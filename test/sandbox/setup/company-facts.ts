// Who the sandbox's company is: names and ids that every stand-in shares.

export const company = {
  name: 'Larkfield Coffee Supply',
  portalName: 'larkfield',
  /** Books dates follow it. */
  timeZone: 'America/New_York',
  booksOrganizationId: '746103825',
  crmOrgId: '800214397',
  deskOrgId: '802337145',
  /** The name under which our functions know the company. */
  installation: 'larkfield',
} as const;

/** A sister company whose people and books are in Zoho's European data centre. */
export const europeanCompany = {
  name: 'Larkfield Coffee Europe',
  portalName: 'larkfield-europe',
  timeZone: 'Europe/Berlin',
  booksOrganizationId: '20074610382',
  crmOrgId: '20080021439',
  deskOrgId: '20080233714',
} as const;

/** The host name that gateway clients sign. */
export const GATEWAY_HOST = 'apitest.cybersource.com';

export const merchantIds = {
  USD: 'larkfield_usd',
  EUR: 'larkfield_eur',
  JPY: 'larkfield_jpy',
} as const;
export type CompanyCurrency = keyof typeof merchantIds;
export const companyCurrencies = Object.keys(merchantIds) as CompanyCurrency[];

/** Books accounts of type bank that hold card money until the bank has it. */
export function clearingAccountName(currency: CompanyCurrency): string {
  return `Cybersource Clearing ${currency}`;
}

/** What our connection to Zoho may do, and no more; an administrator grants it once. */
export const connectionScopes = [
  'ZohoBooks.contacts.CREATE',
  'ZohoBooks.contacts.READ',
  'ZohoBooks.contacts.UPDATE',
  'ZohoBooks.invoices.CREATE',
  'ZohoBooks.invoices.READ',
  'ZohoBooks.invoices.UPDATE',
  'ZohoBooks.customerpayments.CREATE',
  'ZohoBooks.customerpayments.READ',
  'ZohoBooks.customerpayments.UPDATE',
  'ZohoBooks.customerpayments.DELETE',
  'ZohoBooks.creditnotes.DELETE',
  'ZohoBooks.creditnotes.CREATE',
  'ZohoBooks.creditnotes.READ',
  'ZohoBooks.creditnotes.UPDATE',
  'ZohoBooks.settings.READ',
  'ZohoBooks.accountants.CREATE',
  'ZohoBooks.accountants.READ',
  'ZohoInventory.salesorders.CREATE',
  'ZohoInventory.salesorders.READ',
  'ZohoInventory.salesorders.UPDATE',
  'ZohoInventory.items.READ',
  'ZohoInventory.settings.READ',
  'ZohoCRM.modules.ALL',
  'ZohoCRM.settings.fields.READ',
  'ZohoCRM.users.READ',
  'ZohoCRM.org.READ',
  'ZohoCRM.notifications.ALL',
  'Desk.tickets.READ',
  'Desk.tickets.CREATE',
  'Desk.tickets.UPDATE',
  'Desk.contacts.READ',
  'Desk.search.READ',
  'Desk.basic.READ',
] as const;

/** What sandbox.json's refresh token may do: other clients are to try everything. */
export const wideScopes = [
  'ZohoBooks.fullaccess.all',
  'ZohoInventory.fullaccess.all',
  'ZohoCRM.modules.ALL',
  'ZohoCRM.settings.ALL',
  'ZohoCRM.org.ALL',
  'ZohoCRM.users.ALL',
  'ZohoCRM.coql.READ',
  'ZohoCRM.notifications.ALL',
  'Desk.tickets.ALL',
  'Desk.contacts.ALL',
  'Desk.settings.ALL',
  'Desk.basic.ALL',
  'Desk.search.READ',
] as const;
