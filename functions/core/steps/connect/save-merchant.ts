// Adds a Cybersource merchant id or changes its key: a test call proves key and environment before anything is saved.
import type { MerchantRequest, SetupView } from '../../contract/setup.ts';
import { environmentOf, type GatewayEnvironment } from '../../domain/gateway-environment.ts';
import type { InstallationId, MerchantId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import type { MerchantKey, Setups } from '../../ports/setup.ts';
import { changeInstallation, type InstallationRecord } from './installation-record.ts';
import { type MerchantSettings, readMerchants } from './installation-settings.ts';
import { findMerchant, type MerchantRecord, saveMerchantRecord } from './merchant-record.ts';
import { auditSetup, openForSetup, type SetupPorts } from './setup-ports.ts';
import { showSetup } from './show-setup.ts';

export async function saveMerchant(
  ports: SetupPorts,
  installation: InstallationId,
  actor: Actor,
  request: MerchantRequest,
): Promise<Result<SetupView>> {
  const record = await openForSetup(ports, installation, actor);
  if (!record.ok) return record;
  const { merchantId, environment, currencies, processor } = request;
  const others = (await readMerchants(ports.store, installation)).filter(
    (row) => row.merchant_id !== merchantId,
  );
  const place = placeOf(ports.setups, record.value, environment, others.length > 0);
  if (!place.ok) return place;
  const known = await findMerchant(ports, installation, merchantId);
  const key = readKey(ports.setups, request.key, known);
  if (!key.ok) return key;
  const proven = await proveKey(ports.setups, place.value, merchantId as MerchantId, key.value);
  if (!proven.ok) return proven;

  const { processor: before, ...settings } = known?.settings ?? emptySettings;
  const after = processor ?? before;
  await saveMerchantRecord(ports, installation, {
    merchantId,
    settings: {
      ...settings,
      currencies: [...new Set(currencies)],
      environment,
      ...(after === undefined || after === 'unknown' ? {} : { processor: after }),
    },
    // Its webhooks are signed with a key of their own, which stays.
    secrets: { ...key.value, webhookKeys: known?.secrets.webhookKeys ?? [] },
  });
  const saved = await changeInstallation(ports, installation, ({ settings }) => ({
    settings: { ...settings, gateway: place.value },
  }));
  if (!saved.ok) return saved;
  const detail = { merchant: merchantId, environment, key: key.value.keyId };
  await auditSetup(ports, installation, actor, 'connection.merchant', detail);
  return showSetup(ports, installation, actor);
}

const emptySettings: MerchantSettings = { currencies: [], clearingAccounts: {}, webhookKeyIds: [] };

type Place = ReturnType<Setups['place']>;

/** All merchant ids of a company are in one environment: money of the sandbox must not get into its books. */
function placeOf(
  setups: Setups,
  { settings }: InstallationRecord,
  environment: GatewayEnvironment,
  hasOthers: boolean,
): Result<Place> {
  const { gateway } = settings;
  if (gateway === undefined || (!hasOthers && environmentOf(gateway.host) !== environment))
    return ok(setups.place(environment));
  if (environmentOf(gateway.host) === environment) return ok(gateway);
  return refused(problem('merchant-environment-mixed', 'fix-input', { environment }));
}

/** The key that is there stays where none is given; it is proven all the same. */
function readKey(
  setups: Setups,
  key: MerchantRequest['key'],
  known: MerchantRecord | undefined,
): Result<MerchantKey> {
  if (key === undefined) {
    if (known === undefined) return refused(problem('merchant-key-missing', 'fix-input'));
    const { keyId, secret, privateKey } = known.secrets;
    return ok({ keyId, secret, ...(privateKey === undefined ? {} : { privateKey }) });
  }
  if (key.kind === 'shared-secret') return ok({ keyId: key.keyId, secret: key.secret });
  return setups.readKeyFile(Buffer.from(key.file, 'base64'), key.password);
}

/** A key that only the other environment takes is named as what it is. */
async function proveKey(
  setups: Setups,
  place: Place,
  merchant: MerchantId,
  key: MerchantKey,
): Promise<Result<unknown>> {
  const proven = await setups.gateway(place, merchant, key).prove();
  if (proven.ok || proven.problem.code !== 'gateway-credentials') return proven;
  const asked = environmentOf(place.host) ?? 'live';
  const other = asked === 'live' ? 'sandbox' : 'live';
  const elsewhere = await setups.gateway(setups.place(other), merchant, key).prove();
  if (!elsewhere.ok) return proven;
  return refused(problem('gateway-environment-wrong', 'fix-input', { merchant, other, asked }));
}
