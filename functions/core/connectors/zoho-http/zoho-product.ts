// The Zoho products that we call, and what people call them.

/** A Zoho product with an API of its own. */
export type ZohoProduct = 'accounts' | 'books' | 'inventory' | 'crm' | 'desk';

/** The product's name in a sentence for people: `Zoho Books`. */
export const productName: Readonly<Record<ZohoProduct, string>> = {
  accounts: 'Zoho Accounts',
  books: 'Zoho Books',
  inventory: 'Zoho Inventory',
  crm: 'Zoho CRM',
  desk: 'Zoho Desk',
};
