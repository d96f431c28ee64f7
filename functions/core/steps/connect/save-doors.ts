// The doors that Zoho's announcements come in by: our address, a secret of our making, and which role of Zoho is which of ours.
import { randomBytes } from 'node:crypto';
import type { SecretReply, SetupView } from '../../contract/setup.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Actor, Role } from '../../domain/role.ts';
import { changeInstallation } from './installation-record.ts';
import { auditSetup, openForSetup, type SetupPorts } from './setup-ports.ts';
import { showSetup } from './show-setup.ts';

/** Zoho takes 12 to 50 letters and digits (Zoho Billing KB, "Securing webhooks"). */
const SECRET_BYTES = 24;

/** Where our hooks are reached from outside: the gateway and the CRM are told this address. */
export async function saveHooksUrl(
  ports: SetupPorts,
  installation: InstallationId,
  actor: Actor,
  request: { readonly revision: string; readonly hooksUrl: string },
): Promise<Result<SetupView>> {
  const record = await openForSetup(ports, installation, actor);
  if (!record.ok) return record;
  const hooksUrl = request.hooksUrl.replace(/\/+$/, '');
  const saved = await changeInstallation(
    ports,
    installation,
    ({ settings }) => ({ settings: { ...settings, doors: { ...settings.doors, hooksUrl } } }),
    request.revision,
  );
  if (!saved.ok) return saved;
  await auditSetup(ports, installation, actor, 'connection.hooks-url', { hooksUrl });
  return showSetup(ports, installation, actor);
}

/**
 * A new secret for the workflow webhooks of Books and Inventory, told this one time. The old one is worth nothing from
 * then on; what is announced before the new one is pasted is found by the polls.
 */
export async function makeFinanceSecret(
  ports: SetupPorts,
  installation: InstallationId,
  actor: Actor,
): Promise<Result<SecretReply>> {
  const record = await openForSetup(ports, installation, actor);
  if (!record.ok) return record;
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  const saved = await changeInstallation(ports, installation, ({ secrets }) => ({
    secrets: { ...secrets, financeWebhookSecret: secret },
  }));
  if (!saved.ok) return saved;
  await auditSetup(ports, installation, actor, 'connection.door-secret', { door: 'books' });
  return ok({ door: { secret, path: `/hooks/books/${installation}` } });
}

/** Which role of ours the people of each Zoho role have. */
export async function saveRoleMap(
  ports: SetupPorts,
  installation: InstallationId,
  actor: Actor,
  request: { readonly revision: string; readonly roles: Readonly<Record<string, Role>> },
): Promise<Result<SetupView>> {
  const record = await openForSetup(ports, installation, actor);
  if (!record.ok) return record;
  const saved = await changeInstallation(
    ports,
    installation,
    ({ settings }) => ({ settings: { ...settings, roleMap: request.roles } }),
    request.revision,
  );
  if (!saved.ok) return saved;
  await auditSetup(ports, installation, actor, 'connection.role-map', request.roles);
  return showSetup(ports, installation, actor);
}
