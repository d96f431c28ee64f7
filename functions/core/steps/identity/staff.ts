// The people of an installation as its admins see and change them; a role set here stays whatever Zoho says.
import type { StaffChange, StaffReply, StaffView } from '../../contract/identity.ts';
import type { InstallationId } from '../../domain/ids.ts';
import { problem } from '../../domain/problem.ts';
import { ok, type Result, refused } from '../../domain/result.ts';
import { type Actor, mayDo, type Role } from '../../domain/role.ts';
import type { Patch } from '../../ports/store.ts';
import { enter, type Grant, grantKey, type IdentityPorts } from './identity-ports.ts';

/** All people who have ever signed in, those without access too; the first 300. */
export async function listStaff(
  { store }: Pick<IdentityPorts, 'store'>,
  installation: InstallationId,
  actor: Actor,
): Promise<Result<StaffReply>> {
  if (!mayDo(actor.role, 'configure')) return notAllowed(actor);
  const grants = await store.select('Grants', {
    where: [['installation', '=', installation]],
    orderBy: ['grant_key', 'asc'],
  });
  return ok({ people: grants.map((grant) => viewOf(grant, actor)) });
}

/** Sets a person's role (`zoho`: back to what Zoho says at the next check), ends their access, or gives it back. */
export async function changeStaff(
  ports: IdentityPorts,
  installation: InstallationId,
  actor: Actor,
  change: StaffChange,
): Promise<Result<StaffView>> {
  if (!mayDo(actor.role, 'configure')) return notAllowed(actor);
  const grant = await ports.store.find(
    'Grants',
    'grant_key',
    grantKey(installation, change.userId),
  );
  if (grant === undefined)
    return refused(problem('not-found', 'fix-input', { what: 'The person' }));
  const now = ports.clock.now();
  const patch = { ...patchFor(grant, change, now), updated_at: now };
  if (await takesLastAdmin(ports, installation, grant, patch)) return refused(lastAdmin());
  await ports.store.update('Grants', grant.ROWID, patch);
  // Two admins who take each other's role at the same moment both see the other one left: looked at again after writing.
  if (wasAdmin(grant) && (await countAdmins(ports, installation)) === 0) {
    await ports.store.update('Grants', grant.ROWID, before(grant));
    return refused(lastAdmin());
  }
  await enterChange(ports, actor, grant, change);
  return ok(viewOf({ ...grant, ...patch }, actor));
}

function patchFor(grant: Grant, { role, access }: StaffChange, now: number): Patch<'Grants'> {
  return {
    // `removed` is Zoho's word: it ends when the person signs in again as a user of the company.
    ...(access === 'ended' ? { state: 'revoked', valid_from: now } : {}),
    ...(access === 'allowed' && grant.state === 'revoked' ? { state: 'active' } : {}),
    ...(role === 'zoho' ? { role_from: 'zoho', checked_at: 0 } : {}),
    ...(role === undefined || role === 'zoho' ? {} : { role, role_from: 'admin' }),
  };
}

function before({ role, role_from, state, checked_at, valid_from }: Grant): Patch<'Grants'> {
  return { role, role_from, state, checked_at: checked_at ?? 0, valid_from: valid_from ?? 0 };
}

async function enterChange(
  ports: IdentityPorts,
  actor: Actor,
  grant: Grant,
  { role, access }: StaffChange,
): Promise<void> {
  if (access !== undefined) {
    const action = access === 'ended' ? 'staff.revoked' : 'staff.restored';
    await enter(ports, actor, action, grant, { role: grant.role });
  }
  if (role !== undefined) {
    await enter(ports, actor, 'staff.role', grant, { before: grant.role, after: role });
  }
}

function wasAdmin(grant: Grant): boolean {
  return grant.state === 'active' && grant.role === 'admin';
}

async function takesLastAdmin(
  ports: IdentityPorts,
  installation: InstallationId,
  grant: Grant,
  patch: Patch<'Grants'>,
): Promise<boolean> {
  if (!wasAdmin(grant) || wasAdmin({ ...grant, ...patch })) return false;
  return (await countAdmins(ports, installation)) <= 1;
}

async function countAdmins({ store }: IdentityPorts, installation: InstallationId) {
  const admins = await store.select('Grants', {
    where: [
      ['installation', '=', installation],
      ['state', '=', 'active'],
      ['role', '=', 'admin'],
    ],
    limit: 2,
  });
  return admins.length;
}

function lastAdmin() {
  return problem('last-admin', 'fix-input');
}

function notAllowed({ role }: Actor) {
  return refused(problem('not-allowed', 'none', { role }));
}

function viewOf(grant: Grant, actor: Actor): StaffView {
  return {
    userId: grant.zoho_user_id,
    name: grant.name ?? '',
    mail: grant.mail ?? '',
    role: grant.role as Role,
    roleFrom: grant.role_from === 'admin' ? 'admin' : 'zoho',
    zohoRole: grant.zoho_role ?? '',
    access: grant.state === 'active' ? 'allowed' : grant.state === 'revoked' ? 'ended' : 'removed',
    isYou: grant.zoho_user_id === actor.userId,
    checkedAt: grant.checked_at ?? 0,
  };
}
