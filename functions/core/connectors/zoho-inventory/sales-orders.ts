// Sales orders over Zoho Inventory v1, in the organization that the books have too.
import * as z from 'zod/mini';
import type { Money } from '../../domain/money.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { LedgerWrite, OrderDraft, SalesOrders } from '../../ports/ledger.ts';
import { amountShape, readAmount } from '../zoho-http/finance-amounts.ts';
import { callFor, createFinanceApi, type FinanceApi } from '../zoho-http/finance-api.ts';
import { orderBody, orderTotal, referenceOf, taxRounding } from '../zoho-http/finance-order.ts';
import { documentRow, findOwn, totalDiffers } from '../zoho-http/finance-search.ts';
import { type CustomField, customFields, textField } from '../zoho-http/mapped-body.ts';
import type { ZohoConnection } from '../zoho-http/zoho-call.ts';
import { unavailable, type ZohoProblem } from '../zoho-http/zoho-problem.ts';

export interface SalesOrdersOptions extends ZohoConnection {
  /** The data centre's API address, e.g. `https://www.zohoapis.eu`. */
  readonly apiUrl: string;
  readonly organizationId: string;
}

interface SavedSalesOrder {
  readonly id: string;
  readonly number: string;
  readonly lineIds: readonly string[];
}

/** Carries our key where the organization has the field: it makes the search after a retry certain. */
const KEY_FIELD = 'cf_tallybridge_order';
const WHAT = 'The sales order';

const orderShape = z.object({
  salesorder_id: z.string(),
  salesorder_number: z.string(),
  status: z.string(),
  currency_code: z.string(),
  total: amountShape,
  line_items: z.array(z.object({ line_item_id: z.string() })),
});
type OrderShape = z.infer<typeof orderShape>;
const orderRow = z.extend(documentRow, { salesorder_id: z.string() });

export function createSalesOrders(options: SalesOrdersOptions): SalesOrders {
  const api = createFinanceApi('inventory', options);
  return { saveSalesOrder: (write, draft) => saveSalesOrder(api, write, draft) };
}

/** `document-mismatch` when Zoho makes another total of it than the order's; the sales order stays a draft. */
async function saveSalesOrder(
  api: FinanceApi,
  write: LedgerWrite,
  draft: OrderDraft,
): Promise<Result<SavedSalesOrder>> {
  const total = orderTotal(draft);
  const saved =
    (await earlierOrder(api, write, draft, total)) ?? (await newOrder(api, write, draft));
  if (!saved.ok) return saved;
  const { status, total: text, currency_code } = saved.value;
  const booked = readAmount(text, currency_code);
  if (booked === undefined) return refused(unavailable('inventory'));
  const differs = booked.minor !== total.minor || booked.currency !== total.currency;
  if (differs && status === 'draft')
    return refused(totalDiffers('inventory', referenceOf(draft), total, booked));
  return ok({
    id: saved.value.salesorder_id,
    number: saved.value.salesorder_number,
    lineIds: saved.value.line_items.map((line) => line.line_item_id),
  });
}

async function earlierOrder(
  api: FinanceApi,
  write: LedgerWrite,
  draft: OrderDraft,
  total: Money,
): Promise<Result<OrderShape, ZohoProblem> | undefined> {
  if (!write.retried) return undefined;
  const { customerId } = draft;
  const own = { customerId, reference: referenceOf(draft), field: KEY_FIELD, total, ...write };
  const found = await findOwn(api, 'salesorders', 'sales order', own, orderRow);
  if (!found.ok) return found;
  if (found.value === undefined) return undefined;
  const path = ['salesorders', found.value.salesorder_id];
  const call = { operation: 'read-sales-order', method: 'GET', path, what: WHAT } as const;
  return callFor(api, call, 'salesorder', orderShape);
}

/** Taxes that Inventory rounds otherwise than the shop are made up for at once: nobody has seen the draft yet. */
async function newOrder(
  api: FinanceApi,
  write: LedgerWrite,
  draft: OrderDraft,
): Promise<Result<OrderShape, ZohoProblem>> {
  const created = await createOrder(api, write, draft);
  if (!created.ok) return created;
  const { salesorder_id: id, total, currency_code } = created.value;
  const booked = readAmount(total, currency_code);
  const rounding = booked && taxRounding(draft, booked);
  if (rounding === undefined) return created;
  return callFor(
    api,
    {
      operation: 'round-sales-order',
      method: 'PUT',
      path: ['salesorders', id],
      body: orderBody(draft, [], rounding),
      what: WHAT,
    },
    'salesorder',
    orderShape,
  );
}

async function createOrder(
  api: FinanceApi,
  write: LedgerWrite,
  draft: OrderDraft,
): Promise<Result<OrderShape, ZohoProblem>> {
  const mapped = customFields(draft.fields, KEY_FIELD);
  const hasOwnNumber = textField(draft.fields, 'salesorder_number') !== undefined;
  const create = (fields: readonly CustomField[]) =>
    callFor(
      api,
      {
        operation: 'save-sales-order',
        method: 'POST',
        path: ['salesorders'],
        ...(hasOwnNumber ? { query: { ignore_auto_number_generation: 'true' } } : {}),
        body: { ...orderBody(draft), ...(fields.length === 0 ? {} : { custom_fields: fields }) },
        what: WHAT,
        uniqueField: KEY_FIELD,
      },
      'salesorder',
      orderShape,
    );
  const created = await create([{ api_name: KEY_FIELD, value: write.uniqueKey }, ...mapped]);
  // The field only helps the search, as Inventory has no upsert: an organization may do without it.
  const withoutField = !created.ok && created.problem.code === 'zoho-field-missing';
  return withoutField ? create(mapped) : created;
}
