// The custom fields of one organization's records in Inventory.
import type { FieldSource } from '../../ports/fields.ts';
import { createFinanceApi } from '../zoho-http/finance-api.ts';
import { createFinanceFields } from '../zoho-http/finance-fields.ts';
import type { SalesOrdersOptions } from './sales-orders.ts';

const ENTITIES = { 'sales-order': 'salesorder', item: 'item' } as const;

export function createInventoryFields(options: SalesOrdersOptions): FieldSource {
  return createFinanceFields(createFinanceApi('inventory', options), ENTITIES);
}
