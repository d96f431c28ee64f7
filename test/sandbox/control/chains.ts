// One shop order from the card to the books: where it stands at every station.
import * as z from 'zod/mini';
import type { CatalystStandIn } from '../catalyst/start-catalyst.ts';
import type { CybersourceStandIn } from '../cybersource/server.ts';
import type { ReadZoho } from '../hosts/zoho-reader.ts';
import { priceTag } from '../woocommerce/money-text.ts';
import type { ShopOrder } from '../woocommerce/orders.ts';
import type { ShopStandIn } from '../woocommerce/shop.ts';

export interface Station {
  readonly text: string;
  /** Path on the host pages. */
  readonly path?: string;
}

export interface Chain {
  readonly orderId: number;
  readonly placedAt: number;
  readonly customer: string;
  readonly total: string;
  readonly shopStatus: string;
  /** The gateway's words on the newest try, and its movements. */
  readonly gateway: string;
  readonly event?: Station;
  readonly contact?: Station;
  readonly salesOrder?: Station;
  readonly invoice?: Station;
  readonly payment?: Station;
}

export interface ChainSources {
  readonly shop: ShopStandIn;
  readonly gateway: CybersourceStandIn;
  readonly catalyst: CatalystStandIn;
  readonly read: ReadZoho;
}

const contactRow = z.object({
  id: z.string(),
  Full_Name: z.string(),
  Email: z.nullable(z.string()),
});
const referenced = z.looseObject({ reference_number: z.string() });
const INBOX_ROWS = 300;
/** Who told our functions of the payment first. */
const announcers: Readonly<Record<string, string>> = { cybersource: 'webhook', poll: 'poll' };

async function rows<T>(
  read: ReadZoho,
  product: 'books' | 'crm',
  path: string,
  name: string,
  row: z.ZodMiniType<T>,
): Promise<T[]> {
  const answer = await read(product, path);
  if (answer === undefined) return [];
  return z.object({ [name]: z.array(row) }).parse(answer)[name] as T[];
}

/** The newest orders of the shop, newest first. */
export async function newestChains(sources: ChainSources, count: number): Promise<Chain[]> {
  const { read } = sources;
  const books = (name: string) => rows(read, 'books', `${name}?per_page=200`, name, referenced);
  const [contacts, salesOrders, invoices, payments] = await Promise.all([
    rows(read, 'crm', 'Contacts?fields=Full_Name,Email&per_page=200', 'data', contactRow),
    books('salesorders'),
    books('invoices'),
    books('customerpayments'),
  ]);
  const transactions = sources.gateway.overview();
  const inbox = sources.catalyst.tables.newest('Inbox', INBOX_ROWS);

  return sources.shop
    .orders()
    .slice(0, count)
    .map((order) => {
      const own = transactions.filter((row) => row.code === String(order.id));
      const paid = own.find((row) => row.kind === 'payment');
      const moved = transactions.filter((row) => row.rootId === paid?.id && row.id !== paid?.id);
      const event = inbox.find((row) => row.subject === paid?.id);
      const contact = contacts.find(
        (row) => row.Email?.toLowerCase() === order.billing.email.toLowerCase(),
      );
      const reference = String(order.id);
      const salesOrder = salesOrders.find((row) => row.reference_number === reference);
      const invoice = invoices.find((row) => row.reference_number === reference);
      const payment = payments.find((row) => row.reference_number === paid?.id);
      return {
        ...orderOf(order),
        gateway: gatewayText(paid?.status, moved),
        ...(event && { event: { text: `${announcers[String(event.source)]}: ${event.state}` } }),
        ...(contact && {
          contact: { text: contact.Full_Name, path: `/crm/contacts/${contact.id}` },
        }),
        ...(salesOrder && { salesOrder: { text: textOf(salesOrder, 'salesorder_number') } }),
        ...(invoice && {
          invoice: {
            text: `${textOf(invoice, 'invoice_number')} ${textOf(invoice, 'status')}`,
            path: `/books/invoices/${textOf(invoice, 'invoice_id')}`,
          },
        }),
        ...(payment && { payment: { text: `no. ${textOf(payment, 'payment_number')}` } }),
      };
    });
}

function orderOf(order: ShopOrder) {
  return {
    orderId: order.id,
    placedAt: order.placedAt,
    customer: `${order.billing.first_name} ${order.billing.last_name}`,
    total: priceTag(order.totalMinor, order.currency),
    shopStatus: order.status,
  };
}

function gatewayText(
  status: string | undefined,
  moved: readonly { readonly kind: string }[],
): string {
  if (status === undefined) return 'no payment';
  const kinds = moved.map((row) => row.kind).toReversed();
  return [status.toLowerCase().replaceAll('_', ' '), ...kinds].join(', ');
}

function textOf(row: Readonly<Record<string, unknown>>, name: string): string {
  return String(row[name] ?? '').replaceAll('_', ' ');
}
