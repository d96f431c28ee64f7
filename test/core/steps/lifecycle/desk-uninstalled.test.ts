// Desk says that the extension was uninstalled: who is believed, and what follows from it.
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { leavingTasks } from '../../../../functions/core/contract/lifecycle.ts';
import { answerHook } from '../../../../functions/core/http/hooks-routes.ts';
import { showLeaving, stay } from '../../../../functions/core/steps/lifecycle/leave.ts';
import { createDoorKeyReader } from '../../../../functions/core/steps/read-door-keys.ts';
import { openAlarms } from '../../../../functions/core/work/alarms.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { company, DAY_MS, unknownRefund } from './leaving-company.ts';
import { ADMIN } from './whole-company.ts';

describe('Desk’s word that the extension was uninstalled', () => {
  const SECRET = 'manifest-secret';
  const event = { event: 'onUninstall', orgId: 33, securityContext: 'abc' };

  async function told(
    body: string,
    hash: string,
    products: readonly string[] = ['books', 'desk'],
    before: (whole: Awaited<ReturnType<typeof company>>) => Promise<void> = async () => undefined,
  ) {
    const whole = await company();
    await before(whole);
    for (const product of products) {
      await whole.store.insert('Grants', {
        grant_key: `${INSTALLATION}|u-${product}`,
        installation: INSTALLATION,
        zoho_user_id: `u-${product}`,
        role: 'agent',
        role_from: 'zoho',
        product,
        state: 'active',
      });
    }
    const hooks = {
      ...whole.ports,
      doorKeys: createDoorKeyReader(whole.ports),
      deskExtensionSecret: SECRET,
    };
    const answer = await answerHook(hooks, {
      method: 'POST',
      path: '/desk-extension',
      headers: { hash },
      rawBody: Buffer.from(body),
    });
    return { ...whole, status: answer.status };
  }
  const hashOf = (text: string, secret = SECRET) =>
    createHmac('sha256', secret).update(text).digest('hex');

  it('uninstalls at once where nobody works with us in another product', async () => {
    const body = JSON.stringify(event);
    const { status, ports, store, row, world, turn, asked } = await told(body, hashOf(body), [
      'desk',
    ]);
    expect([status, (await row()).state]).toEqual([200, 'leaving']);
    await turn();
    expect(asked).toEqual(['gateway', 'shop', 'crm', 'zoho']);
    expect((await row()).secrets).toBeUndefined();
    const view = await showLeaving(ports, INSTALLATION, ADMIN);
    expect(view).toMatchObject({ value: { state: 'leaving', done: leavingTasks } });
    const audit = await store.select('Audit', { where: [['action', '=', 'installation.leaving']] });
    expect(audit).toMatchObject([{ actor_id: 'zoho', actor_name: 'Zoho Desk' }]);
    world.advance(30 * DAY_MS);
    await turn();
    expect(await store.select('Installations', { where: [] })).toEqual([]);
  });

  it('waits a week at least where the outcome of money is not known', async () => {
    const body = JSON.stringify(event);
    const { row, ports } = await told(body, hashOf(body), [], async ({ store }) => {
      await store.insert('Movements', unknownRefund);
    });
    expect((await row()).state).toBe('active');
    expect(await showLeaving(ports, INSTALLATION, ADMIN)).toMatchObject({
      value: { state: 'announced' },
    });
  });

  it('announces the leaving where others work with us, which begins after a week unless somebody says that the company stays', async () => {
    const body = JSON.stringify(event);
    const { status, ports, row, world, turn, asked } = await told(body, hashOf(body));
    expect(status).toBe(200);
    expect((await row()).state).toBe('active');
    const [alarm] = await openAlarms(ports.store, INSTALLATION);
    expect(alarm?.problem).toContain('uninstall-announced');
    expect(await showLeaving(ports, INSTALLATION, ADMIN)).toMatchObject({
      value: { state: 'announced' },
    });
    await turn();
    expect(asked).toEqual([]);
    world.advance(7 * DAY_MS);
    await turn();
    expect((await row()).state).toBe('leaving');
    expect(asked).toHaveLength(4);
  });

  it('is taken back by any administrator who says so', async () => {
    const body = JSON.stringify(event);
    const { ports, row, world, turn, asked } = await told(body, hashOf(body));
    await stay(ports, INSTALLATION, ADMIN);
    world.advance(8 * DAY_MS);
    await turn();
    expect([(await row()).state, asked]).toEqual(['active', []]);
    expect(await openAlarms(ports.store, INSTALLATION)).toEqual([]);
  });

  it('is believed with the hash of the fields as well', async () => {
    const pairs = 'event=onUninstall&orgId=33&securityContext=abc';
    expect((await told(JSON.stringify(event), hashOf(pairs))).status).toBe(200);
  });

  it('is not believed without the right hash, nor of another portal', async () => {
    const body = JSON.stringify(event);
    for (const hash of ['', hashOf(body, 'guessed'), hashOf(`${body} `), 'zz']) {
      const { status, ports } = await told(body, hash);
      expect(status).toBe(401);
      expect(await showLeaving(ports, INSTALLATION, ADMIN)).toMatchObject({
        value: { state: 'staying' },
      });
    }
    const other = JSON.stringify({ ...event, orgId: 34 });
    const { ports } = await told(other, hashOf(other));
    expect(await showLeaving(ports, INSTALLATION, ADMIN)).toMatchObject({
      value: { state: 'staying' },
    });
  });

  it('of anything else than an uninstall changes nothing', async () => {
    const body = JSON.stringify({ ...event, event: 'onUpdate' });
    const { status, ports } = await told(body, hashOf(body));
    expect(status).toBe(200);
    expect(await showLeaving(ports, INSTALLATION, ADMIN)).toMatchObject({
      value: { state: 'staying' },
    });
  });
});
