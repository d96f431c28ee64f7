// What the steps of the set-up share: their ports, the sides that they open, and the audit entry of each.
import type { InstallationId, MerchantId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Actor } from '../../domain/role.ts';
import type { BooksSetup, GatewaySetup, Setups, ZohoSetup } from '../../ports/setup.ts';
import { auditBy } from '../../work/audit.ts';
import {
  type ConnectPorts,
  type InstallationRecord,
  readInstallation,
  refusedToConfigure,
} from './installation-record.ts';
import { findMerchant, type MerchantRecord } from './merchant-record.ts';

export interface SetupPorts extends ConnectPorts {
  readonly setups: Setups;
}

/** The installation as it is, for somebody who may set it up. */
export async function openForSetup(
  ports: SetupPorts,
  installation: InstallationId,
  actor: Actor,
): Promise<Result<InstallationRecord>> {
  const mayNot = refusedToConfigure(actor);
  return mayNot ?? ok(await readInstallation(ports, installation));
}

/** The company's Zoho; `zoho-sign-in-needed` before anybody has signed in. */
export function openZoho(
  ports: SetupPorts,
  installation: InstallationId,
  { settings, secrets }: InstallationRecord,
): Result<ZohoSetup> {
  const { accountsUrl, apiUrl, deskUrl, clientId, callsPerMinute, limits } = settings.zoho ?? {};
  const { zohoClientSecret: clientSecret, zohoRefreshToken: refreshToken } = secrets;
  if (
    accountsUrl === undefined ||
    apiUrl === undefined ||
    deskUrl === undefined ||
    clientId === undefined ||
    clientSecret === undefined ||
    refreshToken === undefined
  ) {
    return refused(problem('zoho-sign-in-needed', 'fix-setup'));
  }
  const proof = { clientId, clientSecret, refreshToken };
  const access = { accountsUrl, apiUrl, deskUrl, ...proof, callsPerMinute, limits };
  return ok(ports.setups.zoho(installation, access));
}

/** The books that were chosen; `setup-step-missing` before that. */
export function openBooks(
  ports: SetupPorts,
  installation: InstallationId,
  record: InstallationRecord,
): Result<BooksSetup> {
  const zoho = openZoho(ports, installation, record);
  if (!zoho.ok) return zoho;
  const id = record.settings.zoho?.booksOrganizationId;
  if (id === undefined) return refused(stepMissing('Choose the organization of Zoho Books'));
  return ok(zoho.value.books(id));
}

export interface OpenMerchant {
  readonly record: MerchantRecord;
  readonly gateway: GatewaySetup;
}

/** A merchant id that is set up; `merchant-unknown` otherwise. */
export async function openMerchantSetup(
  ports: SetupPorts,
  installation: InstallationId,
  { settings }: InstallationRecord,
  merchantId: string,
): Promise<Result<OpenMerchant>> {
  const record = await findMerchant(ports, installation, merchantId);
  if (record === undefined || settings.gateway === undefined) {
    return refused(problem('merchant-unknown', 'fix-setup', { merchant: merchantId }));
  }
  return ok({ record, gateway: openGateway(ports, settings.gateway, record) });
}

/** Signed with the merchant id's own key. */
export function openGateway(
  ports: SetupPorts,
  place: Parameters<Setups['gateway']>[0],
  { merchantId, secrets }: MerchantRecord,
): GatewaySetup {
  const { webhookKeys: _, ...key } = secrets;
  return ports.setups.gateway(place, merchantId as MerchantId, key);
}

/** @param step what has to be done first, as an order to a person. */
export function stepMissing(step: string) {
  return problem('setup-step-missing', 'fix-setup', { step });
}

/** @param detail what was changed, never a secret. */
export function auditSetup(
  ports: SetupPorts,
  installation: InstallationId,
  actor: Actor,
  action: string,
  detail: Readonly<Record<string, string | number>>,
): Promise<void> {
  return auditBy(ports, actor, {
    installation,
    action,
    subject: installation,
    detail,
  });
}
