// The company's people at our panel: they ask for refunds, and ask again when nobody answered.
import { setTimeout as pause } from 'node:timers/promises';
import { intentId } from '../../../functions/core/domain/ids.ts';
import { company as facts, merchantIds } from '../../sandbox/setup/company-facts.ts';
import type { SeededRandom } from '../../simulation/seeded-random.ts';
import type { Company } from './company.ts';
import { grantedStaffToken } from './granted-staff.ts';
import type { Purchase } from './market.ts';

/** Roles that may refund: one person each. */
export const refunders = ['agent', 'approver', 'admin'] as const;
type Refunder = (typeof refunders)[number];

export interface RefundWish {
  readonly intentId: string;
  readonly paymentKey: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly reason: string;
}

/** Our api's answer; status 0 when the connection ended without one. */
export interface RefundAnswer {
  readonly status: number;
  /** Of the movement, when there is one. */
  readonly state: string;
  /** Why not, or what is wrong: the code and the sentence. */
  readonly code: string;
  readonly message: string;
}

const TRIES_MAX = 6;
const AGAIN_MS = 40;

export function paymentKeyOf({ order, paymentId }: Purchase): string {
  return `${facts.installation}|${merchantIds[order.currency]}|${paymentId}`;
}

/** A decision to refund: one intent, whatever it takes to get it through. */
export function wishRefund(
  company: Company,
  random: SeededRandom,
  purchase: Purchase,
  amountMinor: number,
): RefundWish {
  return {
    intentId: intentId(company.clock.now(), random.bytes(16)),
    paymentKey: paymentKeyOf(purchase),
    amountMinor,
    currency: purchase.order.currency,
    reason: 'Came back',
  };
}

/** Asks once. */
export async function askRefund(
  company: Company,
  role: Refunder,
  wish: RefundWish,
): Promise<RefundAnswer> {
  const token = await grantedStaffToken(company, role);
  try {
    const answer = await fetch(`${company.catalyst.functions.base}/api/refunds`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-tallybridge-token': token },
      body: JSON.stringify(wish),
    });
    return read(answer.status, (await answer.json()) as Reply);
  } catch {
    return { status: 0, state: '', code: '', message: '' };
  }
}

/** Asks for the same intent again until somebody answers. */
export async function insistOnRefund(
  company: Company,
  role: Refunder,
  wish: RefundWish,
): Promise<RefundAnswer> {
  let answer = await askRefund(company, role, wish);
  for (let tries = 1; tries < TRIES_MAX && isUnheard(answer); tries += 1) {
    await pause(AGAIN_MS);
    answer = await askRefund(company, role, wish);
  }
  return answer;
}

function isUnheard({ status }: RefundAnswer): boolean {
  return status === 0 || status >= 500;
}

interface Reply {
  readonly state?: string;
  readonly problem?: { readonly code: string; readonly message: string };
  readonly error?: { readonly code: string; readonly message: string };
}

function read(status: number, reply: Reply): RefundAnswer {
  const why = reply.error ?? reply.problem;
  const { code = '', message = '' } = why ?? {};
  return { status, state: reply.state ?? '', code, message };
}
