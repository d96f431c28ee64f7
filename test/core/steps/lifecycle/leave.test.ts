// A company leaves: everything is taken back at the other sides, nothing is erased too early, and no crash loses a step.
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { leavingTasks } from '../../../../functions/core/contract/lifecycle.ts';
import { type Problem, problem } from '../../../../functions/core/domain/problem.ts';
import { ok, type Result, refused } from '../../../../functions/core/domain/result.ts';
import { answerHook } from '../../../../functions/core/http/hooks-routes.ts';
import { StoreFailure } from '../../../../functions/core/ports/store.ts';
import { keepHouse } from '../../../../functions/core/steps/lifecycle/keep-house.ts';
import { leave, showLeaving, stay } from '../../../../functions/core/steps/lifecycle/leave.ts';
import { createDoorKeyReader } from '../../../../functions/core/steps/read-door-keys.ts';
import type { Interceptor } from '../../../../functions/core/store/memory-store.ts';
import type { TableName } from '../../../../functions/core/store/schema.ts';
import { openAlarms } from '../../../../functions/core/work/alarms.ts';
import { tablesOfInstallations } from '../../../../functions/core/work/installation-rows.ts';
import { NEVER_MS } from '../../../../functions/core/work/lease.ts';
import { PROJECT } from '../../../../functions/core/work/retention.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { ADMIN, wholeCompany } from './whole-company.ts';

const DAY_MS = 24 * 3_600_000;
const WANTED = { confirm: 'Test company' };
const unknownRefund = {
  movement_key: `${INSTALLATION}|i1`,
  slot: `${INSTALLATION}|p1#1`,
  installation: INSTALLATION,
  payment_key: `${INSTALLATION}|p1`,
  kind: 'refund',
  state: 'unknown',
  amount_minor: 100,
  currency: 'USD',
};

/** The other sides: what was asked of them, and what they answer. */
function otherSides() {
  const asked: string[] = [];
  const refusals = new Map<string, Problem>();
  const answer = (what: string) => async (): Promise<Result<void>> => {
    asked.push(what);
    const found = refusals.get(what);
    return found === undefined ? ok(undefined) : refused(found);
  };
  const departure = {
    removeGatewayWebhooks: answer('gateway'),
    removeShopWebhooks: answer('shop'),
    closeContactWatch: answer('crm'),
    revokeZohoAccess: answer('zoho'),
  };
  return { asked, refusals, departure };
}

async function company(intercept?: Interceptor) {
  const whole = await wholeCompany(intercept === undefined ? {} : { intercept });
  const sides = otherSides();
  const openDeparture = async () => {
    const row = await whole.store.find('Installations', 'installation_key', INSTALLATION);
    return row?.secrets === undefined ? undefined : sides.departure;
  };
  const ports = { ...whole.ports, openDeparture };
  const turn = () => keepHouse(ports, false);
  const begin = () => leave(whole.ports, INSTALLATION, ADMIN, WANTED);
  const rowsLeft = async () => {
    const tables: TableName[] = ['Installations', ...tablesOfInstallations];
    const counts = await Promise.all(
      tables.map(async (table) => {
        const rows = await whole.store.select(table, { where: [] });
        // How far the purge has come is the project's.
        return rows.filter((row) => (row as { installation?: string }).installation !== PROJECT)
          .length;
      }),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  };
  return { ...whole, ...sides, turn, begin, rowsLeft };
}

describe('an administrator who uninstalls', () => {
  it('has to type the company’s name, and to be an administrator', async () => {
    const { ports, row } = await company();
    const wrong = { confirm: 'Another company' };
    expect(await leave(ports, INSTALLATION, ADMIN, wrong)).toMatchObject({
      problem: { code: 'leaving-unconfirmed' },
    });
    const approver = { ...ADMIN, role: 'approver' } as const;
    expect(await leave(ports, INSTALLATION, approver, WANTED)).toMatchObject({
      problem: { code: 'not-allowed' },
    });
    expect((await row()).state).toBe('active');
  });

  it('is told of money that is still under way, and may leave all the same', async () => {
    const { ports, store, begin } = await company();
    await store.insert('Movements', unknownRefund);
    expect(await begin()).toMatchObject({
      problem: { code: 'leaving-money-open', facts: { count: '1' } },
    });
    const despite = { ...WANTED, despiteOpen: true };
    expect(await leave(ports, INSTALLATION, ADMIN, despite)).toMatchObject({ ok: true });
  });

  it('stops all work at once: nobody opens the company, no webhook is let in', async () => {
    const { ports, store, world, begin, turn } = await company();
    await world.announce('p1');
    await begin();
    expect(await createDoorKeyReader(ports)(INSTALLATION)).toBeUndefined();
    await turn();
    const rows = await store.select('Inbox', { where: [] });
    expect(rows).toMatchObject([{ state: 'skipped', due_at: NEVER_MS }]);
  });

  it('has everything taken back, in order, and the secrets forgotten last', async () => {
    const { ports, store, row, asked, begin, turn } = await company();
    const before = await begin();
    expect(before).toMatchObject({ value: { state: 'leaving', done: [], byHand: [] } });
    await turn();
    expect(asked).toEqual(['gateway', 'shop', 'crm', 'zoho']);
    const view = await showLeaving(ports, INSTALLATION, ADMIN);
    expect(view).toMatchObject({ value: { done: leavingTasks, byHand: [] } });
    expect((await row()).secrets).toBeUndefined();
    const merchants = await store.select('Merchants', { where: [] });
    expect(merchants.map(({ secrets }) => secrets)).toEqual([undefined]);
    await turn();
    expect(asked).toHaveLength(4);
  });

  it('has all rows for a month, and then none', async () => {
    const { store, world, begin, turn, rowsLeft } = await company();
    await begin();
    await turn();
    world.advance(30 * DAY_MS - 1);
    await turn();
    expect(await store.select('Audit', { where: [] })).not.toEqual([]);
    world.advance(1);
    await turn();
    expect(await rowsLeft()).toBe(0);
  });

  it('may stay after all: the rows are there, what was taken back is connected anew', async () => {
    const { ports, row, world, begin, turn, rowsLeft } = await company();
    await begin();
    await turn();
    expect(await stay(ports, INSTALLATION, ADMIN)).toMatchObject({ value: { state: 'staying' } });
    expect((await row()).state).toBe('connecting');
    world.advance(31 * DAY_MS);
    await turn();
    expect(await rowsLeft()).toBeGreaterThan(2);
  });
});

describe('another side that does not answer', () => {
  it('is asked again and again, and the rest waits for it', async () => {
    const { ports, asked, refusals, begin, turn } = await company();
    refusals.set('shop', problem('shop-unavailable', 'retry'));
    await begin();
    await turn();
    await turn();
    expect(asked).toEqual(['gateway', 'shop', 'shop']);
    refusals.clear();
    await turn();
    expect(await showLeaving(ports, INSTALLATION, ADMIN)).toMatchObject({
      value: { done: leavingTasks, byHand: [] },
    });
  });

  it('is left to a person after three days', async () => {
    const { ports, world, refusals, begin, turn } = await company();
    refusals.set('shop', problem('shop-unavailable', 'retry'));
    await begin();
    world.advance(3 * DAY_MS + 1);
    await turn();
    expect(await showLeaving(ports, INSTALLATION, ADMIN)).toMatchObject({
      value: {
        done: leavingTasks.filter((task) => task !== 'shop-webhooks'),
        byHand: [{ task: 'shop-webhooks', problem: { code: 'shop-unavailable' } }],
      },
    });
  });

  it('that refuses is left to a person at once', async () => {
    const { ports, refusals, begin, turn } = await company();
    refusals.set('gateway', problem('gateway-credentials', 'fix-setup', { merchant: 'mid_usd' }));
    await begin();
    await turn();
    expect(await showLeaving(ports, INSTALLATION, ADMIN)).toMatchObject({
      value: { byHand: [{ task: 'gateway-webhooks' }] },
    });
  });
});

describe('a timer that dies', () => {
  it('at any write of the leaving leaves a state that the next one ends in the same way', async () => {
    const writes = ['insert', 'update', 'updateWhere', 'delete', 'deleteAll'];
    let deaths = 0;
    for (let dieAt = 1; ; dieAt += 1) {
      const fate = { isOn: false, count: 0 };
      const { store, world, asked, begin, turn, rowsLeft } = await company(async (call, apply) => {
        const isWrite = fate.isOn && writes.includes(call.operation);
        if (isWrite) fate.count += 1;
        const isLast = isWrite && fate.count === dieAt;
        // Half of the deaths come after the write has arrived.
        if (isLast && dieAt % 2 === 0) apply();
        if (isLast) throw new StoreFailure('timed-out', 'killed');
        return apply();
      });
      await world.announce('p1');
      await begin();
      fate.isOn = true;
      await turn().catch(() => undefined);
      world.advance(5 * 60_000);
      await turn().catch(() => undefined);
      world.advance(30 * DAY_MS);
      await turn().catch(() => undefined);
      await turn();
      expect([dieAt, await rowsLeft()]).toEqual([dieAt, 0]);
      expect(new Set(asked)).toEqual(new Set(['gateway', 'shop', 'crm', 'zoho']));
      expect(await store.select('Installations', { where: [] })).toEqual([]);
      if (fate.count < dieAt) break;
      deaths += 1;
    }
    expect(deaths).toBeGreaterThan(15);
  });
});

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
