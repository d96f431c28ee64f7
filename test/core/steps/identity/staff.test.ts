// The people of an installation: seen and changed by admins, checked against Zoho, never without a last admin.
import { beforeEach, describe, expect, it } from 'vitest';
import type { InstallationId } from '../../../../functions/core/domain/ids.ts';
import type { Actor, Role } from '../../../../functions/core/domain/role.ts';
import type { Member } from '../../../../functions/core/ports/people.ts';
import { recheckPeople } from '../../../../functions/core/steps/identity/check-membership.ts';
import { changeStaff, listStaff } from '../../../../functions/core/steps/identity/staff.ts';
import { roleFor } from '../../../../functions/core/steps/identity/zoho-role.ts';
import { readCursors } from '../../../../functions/core/work/cursors.ts';
import { grantRole } from '../../http/granted-token.ts';
import { createOAuthWorld, member, type OAuthWorld } from '../../http/oauth-world.ts';

const INSTALLATION = 'inst-1' as InstallationId;
const MINUTE_MS = 60_000;
const boss: Actor = { userId: 'user-admin', name: 'Boss', role: 'admin' };

let world: OAuthWorld;
beforeEach(async () => {
  world = createOAuthWorld();
  for (const role of ['admin', 'agent'] as const) await grantRole(world, { role, name: role });
});

const change = (userId: string, wanted: object, actor = boss) =>
  changeStaff(world.ports, INSTALLATION, actor, { userId, ...wanted });
const roles = async () => {
  const listed = await listStaff(world.ports, INSTALLATION, boss);
  if (!listed.ok) throw new Error(listed.problem.code);
  return Object.fromEntries(
    listed.value.people.map(({ userId, role, access }) => [userId, `${role} ${access}`]),
  );
};

describe('an admin', () => {
  it('sees who there is, with role, where it comes from, and access', async () => {
    expect(await listStaff(world.ports, INSTALLATION, boss)).toMatchObject({
      value: {
        people: [
          { userId: 'user-admin', role: 'admin', roleFrom: 'zoho', access: 'allowed', isYou: true },
          { userId: 'user-agent', role: 'agent', mail: 'user-agent@example.com', isYou: false },
        ],
      },
    });
  });

  it('sets a role, which is entered and which Zoho does not change back', async () => {
    await change('user-agent', { role: 'approver' });
    expect(await roles()).toMatchObject({ 'user-agent': 'approver allowed' });
    expect(await world.audit()).toEqual(['staff.role agent approver']);
  });

  it('ends somebody’s access and gives it back', async () => {
    await change('user-agent', { access: 'ended' });
    expect(await roles()).toMatchObject({ 'user-agent': 'agent ended' });
    await change('user-agent', { access: 'allowed' });
    expect(await roles()).toMatchObject({ 'user-agent': 'agent allowed' });
    expect(await world.audit()).toEqual(['staff.revoked', 'staff.restored']);
  });

  it('does not give access to who has left the company in Zoho', async () => {
    const [grant] = await world.store.select('Grants', { where: [['role', '=', 'agent']] });
    await world.store.update('Grants', grant?.ROWID ?? '', { state: 'removed' });
    await change('user-agent', { access: 'allowed' });
    expect(await roles()).toMatchObject({ 'user-agent': 'agent removed' });
  });

  it.each([[{ role: 'agent' }], [{ access: 'ended' }]])(
    'who is the last one stays: %o',
    async (wanted) => {
      expect(await change('user-admin', wanted)).toMatchObject({ problem: { code: 'last-admin' } });
      expect(await roles()).toMatchObject({ 'user-admin': 'admin allowed' });
    },
  );

  it('and another one who take each other’s role at the same moment leave one at least', async () => {
    await grantRole(world, { role: 'admin', userId: 'user-two' });
    const two: Actor = { userId: 'user-two', name: 'Two', role: 'admin' };
    await Promise.all([
      change('user-two', { role: 'viewer' }),
      change('user-admin', { role: 'viewer' }, two),
    ]);
    const admins = Object.values(await roles()).filter((one) => one === 'admin allowed');
    expect(admins.length).toBeGreaterThanOrEqual(1);
  });

  it('finds nobody of another company', async () => {
    await grantRole(world, { role: 'agent', userId: 'stranger', installation: 'inst-2' });
    expect(await change('stranger', { role: 'admin' })).toMatchObject({
      problem: { code: 'not-found' },
    });
    expect(Object.keys(await roles())).toEqual(['user-admin', 'user-agent']);
  });
});

describe('everybody else', () => {
  it.each(['viewer', 'agent', 'approver'] as const)(
    'as %s sees and changes nobody',
    async (role) => {
      const actor = { ...boss, role };
      const no = { problem: { code: 'not-allowed' } };
      expect(await listStaff(world.ports, INSTALLATION, actor)).toMatchObject(no);
      expect(await change('user-agent', { role: 'admin' }, actor)).toMatchObject(no);
    },
  );
});

describe('the timer', () => {
  const both = (agent: Partial<Member> = {}) => [
    member('admin', { userId: 'books-user-admin' }),
    member('staff', { userId: 'books-user-agent', ...agent }),
  ];
  const check = async () => {
    const cursors = await readCursors(world.store, INSTALLATION, ['people']);
    await recheckPeople(world.ports, world.company, cursors);
  };
  const somebodyWorks = () =>
    world.store.insert('Sessions', {
      session_key: `s-${world.clock.now()}`,
      installation: INSTALLATION,
      grant_key: 'inst-1|user-agent',
      state: 'open',
      rotated_at: world.clock.now(),
    });

  it('asks once for all, and leaves who is still there', async () => {
    world.users.set('books', both());
    await check();
    expect([world.asked, await roles()]).toEqual([
      ['books'],
      { 'user-admin': 'admin allowed', 'user-agent': 'agent allowed' },
    ]);
  });

  it('puts out who was removed or deactivated, and follows a new role', async () => {
    world.users.set('books', both({ isActive: false }));
    await check();
    expect(await roles()).toMatchObject({ 'user-agent': 'agent removed' });
    world.users.set('books', [member('manager', { userId: 'books-user-admin' })]);
    world.advance(16 * MINUTE_MS);
    await somebodyWorks();
    await check();
    expect(await roles()).toMatchObject({ 'user-admin': 'viewer allowed' });
    expect(await world.audit()).toEqual(['staff.removed', 'staff.role admin viewer']);
  });

  it('asks each quarter of an hour while somebody works, and once a day otherwise', async () => {
    world.users.set('books', both());
    await check();
    await check();
    expect(world.asked).toHaveLength(1);
    world.advance(16 * MINUTE_MS);
    await check();
    expect(world.asked).toHaveLength(1);
    await somebodyWorks();
    world.advance(16 * MINUTE_MS);
    await check();
    expect(world.asked).toHaveLength(2);
    world.advance(24 * 60 * MINUTE_MS);
    await check();
    expect(world.asked).toHaveLength(3);
  });

  it('puts nobody out while Zoho does not answer, and asks again', async () => {
    await check();
    expect(await roles()).toMatchObject({ 'user-agent': 'agent allowed' });
    world.users.set('books', both({ isActive: false }));
    world.advance(16 * MINUTE_MS);
    await check();
    expect(await roles()).toMatchObject({ 'user-agent': 'agent removed' });
  });

  it('puts out who was deactivated in Books, also where the CRM still knows them', async () => {
    const [grant] = await world.store.select('Grants', { where: [['role', '=', 'agent']] });
    const patch = { product: 'crm', product_user_id: 'crm-1' };
    await world.store.update('Grants', grant?.ROWID ?? '', patch);
    world.users.set('books', both({ isActive: false, mail: 'user-agent@example.com' }));
    world.users.set('crm', [member('standard', { userId: 'crm-1' })]);
    await check();
    expect(await roles()).toMatchObject({ 'user-agent': 'agent removed' });
  });
});

describe('a role in Zoho', () => {
  it.each<[string, Partial<Member>, Readonly<Record<string, Role>> | undefined, Role]>([
    ['admin', { isAdmin: true }, undefined, 'admin'],
    ['staff', {}, undefined, 'agent'],
    ['standard', {}, undefined, 'agent'],
    ['agentpersonal', {}, undefined, 'agent'],
    ['light', {}, undefined, 'viewer'],
    ['a role that somebody made up', {}, undefined, 'viewer'],
    ['toString', {}, undefined, 'viewer'],
    ['manager', {}, { Manager: 'approver' }, 'approver'],
    ['admin', { isAdmin: true }, { admin: 'agent' }, 'agent'],
  ])('%s stands for one of ours', (role, more, roleMap, ours) => {
    expect(roleFor(member(role, more), roleMap)).toBe(ours);
  });
});
