// A sale of 2,000.00, staff of every role, and a refund of 900.00 that an agent may not make alone.
import { intentId, type PaymentKey } from '../../../../functions/core/domain/ids.ts';
import type { Actor } from '../../../../functions/core/domain/role.ts';
import { requestRefund } from '../../../../functions/core/steps/approvals/request-refund.ts';
import {
  decideApproval,
  withdrawRequest,
} from '../../../../functions/core/steps/decide-approval.ts';
import type { Interceptor } from '../../../../functions/core/store/memory-store.ts';
import { INSTALLATION } from '../fake-transactions.ts';
import { createWorld, START_MS } from '../world.ts';

export const KEY = 'inst-1|mid_usd|p1' as PaymentKey;
export const HELD_MINOR = 90_000;

export const agent: Actor = { userId: 'u1', name: 'Agent', role: 'agent' };
export const approver: Actor = { userId: 'u2', name: 'Approver', role: 'approver' };
export const other: Actor = { userId: 'u3', name: 'Other', role: 'approver' };
export const admin: Actor = { userId: 'u4', name: 'Admin', role: 'admin' };

export async function openRequestWorld(intercept?: Interceptor) {
  const world = createWorld(intercept === undefined ? {} : { intercept });
  world.places('1001', 200_000);
  await world.happens({ id: 'p1', kind: 'sale', amountMinor: 200_000, reference: '1001' });
  await world.work();
  const { ports, company } = world;
  let intents = 0;
  return {
    world,
    wanted(amountMinor = HELD_MINOR) {
      intents += 1;
      const id = intentId(START_MS + intents, new Uint8Array(16));
      const currency = 'USD';
      return { intentId: id, paymentKey: KEY, amountMinor, currency, reason: 'Damaged' };
    },
    ask: (request: Parameters<typeof requestRefund>[3], actor = agent) =>
      requestRefund(ports, company, actor, request),
    decide: (key: string, actor: Actor, decision: 'approved' | 'rejected' = 'approved') =>
      decideApproval(ports, INSTALLATION, actor, { key, decision, reason: 'Looked at it' }),
    withdraw: (key: string, actor = agent) =>
      withdrawRequest(ports, INSTALLATION, actor, { key, reason: '' }),
    async isMember(actor: Actor, mail: string) {
      await ports.store.insert('Grants', {
        grant_key: `${INSTALLATION}|${actor.userId}`,
        installation: INSTALLATION,
        zoho_user_id: actor.userId,
        name: actor.name,
        mail,
        role: actor.role,
        role_from: 'zoho',
        product: 'books',
        state: 'active',
      });
    },
    async movements() {
      const rows = await ports.store.select('Movements', { where: [['payment_key', '=', KEY]] });
      return rows.filter(({ kind }) => kind === 'refund');
    },
    refundCalls: () => world.calls.filter((call) => call === 'refund').length,
    async actions() {
      const rows = await ports.store.select('Audit', {
        where: [['installation', '=', INSTALLATION]],
        orderBy: ['audit_key', 'asc'],
      });
      return rows.map(({ action }) => action);
    },
  };
}

export type RequestWorld = Awaited<ReturnType<typeof openRequestWorld>>;

/** The key of a request that was put. */
export function keyOf(asked: Awaited<ReturnType<RequestWorld['ask']>>): string {
  if (!asked.ok) throw new Error(asked.problem.code);
  return asked.value.approval_key;
}
