// How far the set-up is: each step with its state, and what was chosen; no secret, no key.
import type { MerchantView, SetupStep, SetupView, StepState } from '../../contract/setup.ts';
import { environmentOf } from '../../domain/gateway-environment.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import type { InstallationRecord } from './installation-record.ts';
import { readMerchants } from './installation-settings.ts';
import { withBooksLanguage } from './learn-language.ts';
import { type MerchantRecord, openMerchant } from './merchant-record.ts';
import { openForSetup, openZoho, type SetupPorts } from './setup-ports.ts';
import { gatewayHookPath } from './show-connection.ts';

export async function showSetup(
  ports: SetupPorts,
  installation: InstallationId,
  actor: Actor,
): Promise<Result<SetupView>> {
  const record = await openForSetup(ports, installation, actor);
  if (!record.ok) return record;
  const rows = await readMerchants(ports.store, installation);
  // A company that leaves has rows whose secrets are forgotten.
  const merchants = rows
    .filter((row) => row.secrets !== undefined)
    .map((row) => openMerchant(ports.secrets, row));
  const zoho = openZoho(ports, installation, record.value);
  const known = zoho.ok
    ? await withBooksLanguage(ports, installation, record.value, () =>
        zoho.value.organizations('books'),
      )
    : record.value;
  const { name, state, revision, settings, secrets } = known;
  return ok({
    now: ports.clock.now(),
    installation,
    name,
    state,
    revision,
    steps: stepsOf(record.value, merchants),
    signedIn: secrets.zohoRefreshToken !== undefined,
    ...(settings.zoho?.apiUrl === undefined
      ? {}
      : { dataCentre: new URL(settings.zoho.apiUrl).host }),
    organizations: organizationsOf(record.value),
    merchants: merchants.map((merchant) => merchantView(merchant, settings.gateway?.host)),
    accounts: settings.accounts ?? {},
    ...(settings.fields === undefined ? {} : { fields: settings.fields }),
    doors: {
      ...(settings.doors?.hooksUrl === undefined ? {} : { hooksUrl: settings.doors.hooksUrl }),
      hasFinanceSecret: secrets.financeWebhookSecret !== undefined,
      financePath: `/hooks/books/${installation}`,
      shopPath: `/hooks/woocommerce/${installation}`,
      gatewayPath: gatewayHookPath(installation),
    },
    channels: settings.channels ?? [],
    ...(settings.mailSender === undefined ? {} : { mailSender: settings.mailSender }),
    confirmsPayers: settings.confirmsPayers ?? 'off',
    language: settings.language ?? 'as-books',
    ...(settings.booksLanguage === undefined ? {} : { booksLanguage: settings.booksLanguage }),
    roleMap: settings.roleMap ?? {},
  });
}

function organizationsOf({ settings }: InstallationRecord): SetupView['organizations'] {
  const { booksOrganizationId, crmOrgId, deskOrgId } = settings.zoho ?? {};
  const ids = { books: booksOrganizationId, crm: crmOrgId, desk: deskOrgId };
  return Object.fromEntries(
    Object.entries(ids).flatMap(([product, id]) =>
      id === undefined || id === ''
        ? []
        : [[product, { id, name: settings.organizationNames?.[product] ?? id }]],
    ),
  );
}

function merchantView({ merchantId, settings, secrets }: MerchantRecord, host = ''): MerchantView {
  const environment = settings.environment ?? environmentOf(host);
  const { webhook, tested, clearingAccounts, clearingNames, fees } = settings;
  return {
    merchantId,
    keyKind: secrets.privateKey === undefined ? 'shared-secret' : 'certificate',
    keyId: secrets.keyId,
    currencies: settings.currencies,
    ...(settings.processor === undefined ? {} : { processor: settings.processor }),
    clearing: Object.fromEntries(
      Object.entries(clearingAccounts).map(([currency, id]) => [
        currency,
        { id, name: clearingNames?.[currency] ?? id },
      ]),
    ),
    ...(fees === undefined ? {} : { fees }),
    ...(environment === undefined ? {} : { environment }),
    ...(webhook === undefined ? {} : { webhook }),
    ...(tested === undefined ? {} : { tested }),
  };
}

type Steps = Readonly<Record<SetupStep, StepState>>;

function stepsOf(
  record: InstallationRecord,
  merchants: readonly MerchantRecord[],
): SetupView['steps'] {
  const { settings, secrets } = record;
  const isSignedIn = secrets.zohoRefreshToken !== undefined;
  const hasBooks = isSignedIn && settings.zoho?.booksOrganizationId !== undefined;
  const hasMerchants = merchants.length > 0;
  const after = (ready: boolean, state: StepState) => (ready ? state : 'later');
  const steps: Steps = {
    'sign-in': isSignedIn ? 'done' : 'open',
    organizations: after(isSignedIn, hasBooks ? 'done' : 'open'),
    merchants: hasMerchants ? 'done' : 'open',
    webhooks: after(hasMerchants, webhooksState(merchants)),
    accounts: after(hasBooks && hasMerchants, accountsState(merchants)),
    fields: after(hasBooks, fieldsState(settings.fields)),
    test: after(hasMerchants, testState(merchants, settings.gateway?.host ?? '')),
    doors: after(hasBooks, secrets.financeWebhookSecret === undefined ? 'open' : 'done'),
  };
  return Object.entries(steps).map(([id, state]) => ({ id: id as SetupStep, state }));
}

/** The worst of all merchant ids. */
function webhooksState(merchants: readonly MerchantRecord[]): StepState {
  const states = merchants.map(({ settings }) => {
    const status = settings.webhook?.status;
    // Connected by the command line, which doesn't ask the gateway.
    if (status === undefined) return settings.webhookKeyIds.length > 0 ? 'done' : 'open';
    if (status === 'ACTIVE') return 'done';
    if (status === 'PENDING_REVIEW') return 'waiting';
    return status === 'NONE' ? 'open' : 'trouble';
  });
  return (['trouble', 'open', 'waiting'] as const).find((one) => states.includes(one)) ?? 'done';
}

function accountsState(merchants: readonly MerchantRecord[]): StepState {
  const isWhole = merchants.every(({ settings }) =>
    settings.currencies.every((currency) => settings.clearingAccounts[currency] !== undefined),
  );
  return isWhole ? 'done' : 'open';
}

function fieldsState(fields: InstallationRecord['settings']['fields']): StepState {
  if (fields === undefined) return 'open';
  return fields.missing.length === 0 ? 'done' : 'trouble';
}

/** There is no test with live keys. */
function testState(merchants: readonly MerchantRecord[], host: string): StepState {
  if (environmentOf(host) === 'live') return 'skipped';
  const outcomes = merchants.flatMap(({ settings }) => settings.tested?.outcome ?? []);
  if (outcomes.length === 0) return 'open';
  return outcomes.includes('passed') ? 'done' : 'trouble';
}
