// Takes a merchant id away, with its keys and its subscription at the gateway; not one that money may still have to go back by.
import type { SetupView } from '../../contract/setup.ts';
import { environmentOf } from '../../domain/gateway-environment.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import { auditSetup, openForSetup, openMerchantSetup, type SetupPorts } from './setup-ports.ts';
import { showSetup } from './show-setup.ts';
import { webhookUrl } from './subscribe-webhooks.ts';

type Webhook = 'removed' | 'left' | 'none';

/**
 * A merchant id of the sandbox may always go. A live one may go as long as nothing was paid with it: its payments
 * could not be refunded any more (`merchant-in-use`).
 */
export async function removeMerchant(
  ports: SetupPorts,
  installation: InstallationId,
  actor: Actor,
  { merchantId }: { readonly merchantId: string },
): Promise<Result<SetupView>> {
  const record = await openForSetup(ports, installation, actor);
  if (!record.ok) return record;
  const opened = await openMerchantSetup(ports, installation, record.value, merchantId);
  if (!opened.ok) return opened;
  const { settings } = opened.value.record;
  const environment =
    settings.environment ?? environmentOf(record.value.settings.gateway?.host ?? '');
  if (environment !== 'sandbox' && (await hasPayments(ports, installation, merchantId))) {
    return refused(problem('merchant-in-use', 'none', { merchant: merchantId }));
  }
  const webhook = await unsubscribe(
    opened.value.gateway,
    webhookUrl(record.value, installation),
    settings.webhook !== undefined,
  );
  if (!webhook.ok) return webhook;
  const row = await ports.store.find('Merchants', 'merchant_key', `${installation}|${merchantId}`);
  if (row !== undefined) await ports.store.delete('Merchants', row.ROWID);
  const detail = { merchant: merchantId, environment: environment ?? '', webhook: webhook.value };
  await auditSetup(ports, installation, actor, 'connection.merchant-removed', detail);
  return showSetup(ports, installation, actor);
}

async function hasPayments(
  { store }: SetupPorts,
  installation: InstallationId,
  merchantId: string,
): Promise<boolean> {
  const rows = await store.select('Payments', {
    where: [
      ['installation', '=', installation],
      ['merchant_id', '=', merchantId],
    ],
    limit: 1,
  });
  return rows.length > 0;
}

/** A key that the gateway does not take any more must not keep its merchant id here: the subscription is left then. */
async function unsubscribe(
  gateway: Parameters<typeof subscriptionsTo>[0],
  url: string | undefined,
  isSubscribed: boolean,
): Promise<Result<Webhook>> {
  if (url === undefined || !isSubscribed) return ok('none');
  const own = await subscriptionsTo(gateway, url);
  const results = own.ok
    ? await Promise.all(own.value.map(({ id }) => gateway.unsubscribe(id)))
    : [own];
  const failed = results.find((one) => !one.ok && one.problem.code !== 'not-found');
  if (failed === undefined || failed.ok) return ok('removed');
  const canHeal = failed.problem.remedy === 'retry' || failed.problem.remedy === 'wait';
  return canHeal ? failed : ok('left');
}

async function subscriptionsTo(
  gateway: Awaited<ReturnType<SetupPorts['setups']['gateway']>>,
  url: string,
) {
  const all = await gateway.subscriptions();
  return all.ok ? ok(all.value.filter((one) => one.url === url)) : all;
}
