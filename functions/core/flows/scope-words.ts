// A permission of the connection to Zoho in plain words.
import { fieldWords } from './english-flow-texts.ts';

const PRODUCTS: Readonly<Record<string, string>> = {
  ZohoBooks: 'Zoho Books',
  ZohoInventory: 'Zoho Inventory',
  ZohoCRM: 'Zoho CRM',
  Desk: 'Zoho Desk',
};

const VERBS: Readonly<Record<string, string>> = {
  CREATE: 'create',
  READ: 'see',
  UPDATE: 'change',
  DELETE: 'delete',
  ALL: 'see and change',
};

/** What Zoho writes together, or under a name that says little. */
const GROUPS: Readonly<Record<string, string>> = {
  customerpayments: 'customer payments',
  creditnotes: 'credit notes',
  salesorders: 'sales orders',
  modules: 'records',
  search: 'what a search finds',
  basic: 'the departments and agents',
};

/** `ZohoBooks.invoices.CREATE` reads “create invoices in Zoho Books (ZohoBooks.invoices.CREATE)”. */
export function scopeWords(scope: string): string {
  const [product = '', ...rest] = scope.split('.');
  const verb = VERBS[rest.at(-1)?.toUpperCase() ?? ''];
  const group = rest.slice(0, -1).join('.');
  const where = PRODUCTS[product];
  if (verb === undefined || where === undefined || group === '') return scope;
  return `${verb} ${GROUPS[group] ?? fieldWords(group)} in ${where} (${scope})`;
}
