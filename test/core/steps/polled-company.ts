// What tests of the polls have in common: one merchant id that is connected, a sale, and an administrator who looks.
import { problem } from '../../../functions/core/domain/problem.ts';
import { refused } from '../../../functions/core/domain/result.ts';
import { pollTransactions } from '../../../functions/core/steps/poll-transactions.ts';
import { showAlarms } from '../../../functions/core/steps/show-alarms.ts';
import { INSTALLATION, MERCHANT } from './fake-transactions.ts';
import { START_MS, type World } from './world.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

export const sale = {
  id: 'p1',
  kind: 'sale',
  amountMinor: 4_000,
  reference: '1001',
  submittedAt: START_MS - 2 * MINUTE_MS,
} as const;

/** The gateway, when it does not answer. */
export const silent = async () => refused(problem('gateway-unavailable', 'retry'));

export const poll = ({ ports, company }: World) => pollTransactions(ports, company, MERCHANT);

export async function stateOf({ ports }: World, id: string): Promise<string | undefined> {
  return (await ports.store.find('Payments', 'payment_key', `inst-1|mid_usd|${id}`))?.state;
}

export async function alarms({ ports }: World) {
  const reply = await showAlarms(ports, INSTALLATION, {
    userId: 'a',
    name: 'Admin',
    role: 'admin',
  });
  if (!reply.ok) throw new Error('an administrator may see them');
  return reply.value;
}

/** As far as alarms need it. */
export async function connect({ ports }: World): Promise<void> {
  await ports.store.insert('Merchants', {
    merchant_key: `${INSTALLATION}|${MERCHANT}`,
    installation: INSTALLATION,
    merchant_id: MERCHANT,
  });
}
