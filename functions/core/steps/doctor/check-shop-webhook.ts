// Does the shop still announce its orders? WooCommerce switches a webhook off after a few failures in a row.
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { ShopSetup, ShopWebhook } from '../../ports/setup.ts';
import type { Check, Fault, Patient } from './check.ts';

export const checkShopWebhook: Check = {
  name: 'shop-webhook',
  appliesTo: (patient) => openShop(patient) !== undefined,
  async examine(patient) {
    const own = await ownWebhooks(patient);
    if (!own.ok) return own;
    if (own.value.length === 0) {
      return ok([{ subject: 'shop', problem: problem('shop-webhook-absent', 'fix-setup') }]);
    }
    const off = own.value.filter(({ isActive }) => !isActive);
    return ok(
      off.map(({ topic }): Fault => {
        const found = problem('shop-webhook-off', 'fix-setup', { topic });
        return { subject: topic, problem: found, canMend: true };
      }),
    );
  },
  async mend(patient, subject) {
    const shop = openShop(patient);
    const own = await ownWebhooks(patient);
    if (!own.ok) return own;
    for (const { id, isActive, topic } of own.value) {
      if (isActive || topic !== subject) continue;
      const done = await shop?.activate(id);
      if (done?.ok === false) return done;
    }
    return ok(undefined);
  },
};

function openShop({ ports, record }: Patient): ShopSetup | undefined {
  const { settings, secrets } = record;
  if (settings.shop === undefined || secrets.shop === undefined) return undefined;
  const { consumerKey, consumerSecret } = secrets.shop;
  return ports.setups.shop({ url: settings.shop.url, consumerKey, consumerSecret });
}

/** Those that send to our door. */
async function ownWebhooks(patient: Patient): Promise<Result<readonly ShopWebhook[]>> {
  const shop = openShop(patient);
  if (shop === undefined) return refused(problem('not-connected', 'fix-setup'));
  const all = await shop.webhooks();
  if (!all.ok) return all;
  const door = `/hooks/woocommerce/${patient.installation}`;
  return ok(all.value.filter(({ url }) => url.endsWith(door)));
}
