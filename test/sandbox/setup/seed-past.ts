// Gives the company its past at the first start and lets our own back-fill bring the payments into Zoho.
import type { CatalystStandIn } from '../catalyst/start-catalyst.ts';
import type { SandboxClock } from '../clock.ts';
import type { CybersourceStandIn } from '../cybersource/server.ts';
import type { ReadZoho } from '../hosts/zoho-reader.ts';
import type { ShopStandIn } from '../woocommerce/shop.ts';
import type { ZohoStandIn } from '../zoho/start-zoho.ts';
import { installedSince, runJob } from './catalyst-rest.ts';
import { company } from './company-facts.ts';
import { seedHistory } from './seed-history.ts';
import { untilSettled } from './settle.ts';

export interface PastParts {
  readonly clock: SandboxClock;
  readonly zoho: ZohoStandIn;
  readonly shop: ShopStandIn;
  readonly cybersource: CybersourceStandIn;
}

/** Orders, payments and what customers wrote about them; nothing when the shop has orders already. */
export async function seedPast(parts: PastParts): Promise<boolean> {
  parts.zoho.seedCompany();
  if (parts.shop.orders().length > 0) return false;
  await seedHistory(parts.shop, parts.cybersource, parts.clock.now());
  return true;
}

/** However slow the machine: what is left over would take the calls of those who authorize next. */
const BACK_FILL_MS = 170_000;

/** Longer than the company's past. */
const PAST_MS = 60 * 86_400_000;

/** Lets the timer find the past at the gateway, and waits until the worker has put it into the books. */
export async function backFill(catalyst: CatalystStandIn, clock: SandboxClock): Promise<void> {
  // The company has been with us since before its past: what is older than a connection is not booked.
  await installedSince(catalyst, company.installation, Math.floor(clock.now() - PAST_MS));
  await runJob(catalyst, 'timer', 'first look');
  await untilSettled(catalyst, clock, BACK_FILL_MS);
}

/** What staff adds by hand once the customer is known: a ticket and a deal about the newest paid order. */
export async function seedConversations({ shop, zoho }: PastParts, read: ReadZoho): Promise<void> {
  const order = shop.orders().find((one) => one.status === 'processing');
  if (order === undefined) return;
  const { first_name: firstName, last_name: lastName, email } = order.billing;
  const department = zoho.seedCompany().departments['Customer Support'];
  zoho.seed.ticket({
    subject: `Where is my order ${order.id}?`,
    departmentId: department,
    contact: { firstName, lastName, email },
    email,
    channel: 'Email',
    description: 'I paid yesterday. Could you send one bag less and give me the money back?',
  });
  const found = (await read('crm', `Contacts/search?email=${encodeURIComponent(email)}`)) as
    | { readonly data: readonly { readonly id: string }[] }
    | undefined;
  const contact = found?.data[0];
  if (contact === undefined) return;
  zoho.seed.crmRecord('Deals', {
    Deal_Name: `${firstName} ${lastName}: monthly beans`,
    Stage: 'Negotiation/Review',
    Closing_Date: zoho.seed.daysAgo(-30),
    Contact_Name: { id: contact.id },
  });
}
