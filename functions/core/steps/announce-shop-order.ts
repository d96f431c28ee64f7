// An order was placed or changed in the shop: the flows that begin with that start.
import { createHash } from 'node:crypto';
import type { InstallationId } from '../domain/ids.ts';
import { isSafeId } from '../domain/ids.ts';
import { orderToCashFlow } from '../flows/flow-ids.ts';
import type { Companies } from '../ports/company.ts';
import type { Row } from '../store/schema.ts';
import { unpackBody } from '../work/packed-text.ts';
import { runKey } from '../work/runs.ts';
import { announceChange, type ChangePorts } from './announce-change.ts';
import { noteOfOrderChange } from './note-order-change.ts';
import { shopTriggers } from './zoho-triggers.ts';

export interface ShopOrderPorts extends ChangePorts {
  readonly companies: Companies;
}

/** Between our write to an order and the shop's own time of it. */
const NEAR_MS = 2 * 60_000;

/** What of an order's webhook tells whose change it was. */
interface OrderBody {
  readonly transaction_id?: unknown;
  readonly status?: unknown;
  /** Without an offset. */
  readonly date_modified_gmt?: unknown;
}

/** An order is placed once; a change is told by its whole content, as the shop sends no version. */
export async function announceShopOrder(ports: ShopOrderPorts, event: Row<'Inbox'>): Promise<void> {
  const installation = event.installation as InstallationId;
  const on = shopTriggers[event.event_type];
  const id = event.subject ?? '';
  if (on === undefined || !isSafeId(id)) return;
  if ((await ports.flows.startedBy(installation, on)).length === 0) return;
  const text = unpackBody(event);
  const byTallybridge =
    on === 'order.changed' && (await isOurChange(ports, installation, id, readOrder(text)));
  const given = { order: { id } };
  const subject = `shop|order|${id}`;
  await announceChange(ports, installation, {
    on: [on],
    subject,
    at: on === 'order.placed' ? 'placed' : createHash('sha256').update(text).digest('hex'),
    lane: `${installation}|${subject}`,
    input: { given },
    data: { ...given, change: { byTallybridge } },
  });
}

/**
 * The shop does not say who has changed an order. What we write for an invoice of it is noted. Otherwise we write to it only in
 * the order-to-cash of its payment, as the last thing before that run sleeps or ends: a change is ours while it is at work or has just ended, and while it sleeps over an
 * order that it has put on hold.
 */
async function isOurChange(
  ports: ShopOrderPorts,
  installation: InstallationId,
  id: string,
  { transaction_id, date_modified_gmt, status }: OrderBody,
): Promise<boolean> {
  const changedAt = Date.parse(`${String(date_modified_gmt)}Z`);
  const notedAt = await noteOfOrderChange(ports.store, installation, id);
  if (notedAt !== undefined && Math.abs(notedAt - changedAt) <= NEAR_MS) return true;
  const transaction = String(transaction_id ?? '');
  if (transaction === '' || !isSafeId(transaction)) return false;
  const company = await ports.companies.open(installation);
  if (!company.ok) return false;
  const keys = company.value.merchants.map(({ merchantId }) =>
    runKey(installation, orderToCashFlow.id, `${installation}|${merchantId}|${transaction}`),
  );
  const runs = await ports.store.select('Runs', { where: [['run_key', 'in', keys]] });
  return runs.some(
    (run) =>
      run.state === 'running' ||
      (run.state === 'waiting' && status === 'on-hold') ||
      Math.abs((run.finished_at ?? 0) - changedAt) <= NEAR_MS,
  );
}

function readOrder(text: string): OrderBody {
  try {
    return JSON.parse(text) as OrderBody;
  } catch {
    // A very long order was cut when it was stored.
    return {};
  }
}
